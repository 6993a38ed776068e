// SPDX-License-Identifier: GPL-3.0-or-later
#include "undobar.h"

#include "plainlabel.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

UndoBar::UndoBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new PlainLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"undoBar"_s);
    setProperty("bar", u"undo"_s);
    m_text->setWordWrap(false);
    m_text->setObjectName(u"undoBarText"_s);
    m_undo->setObjectName(u"undoBarButton"_s);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 6, 4);
    row->setSpacing(metrics::margin);
    row->addWidget(m_text);
    row->addWidget(m_undo);
    m_timer->setSingleShot(true);
    m_timer->setInterval(10s);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        dismiss();
        emit undoRequested();
    });
    parent->installEventFilter(this);
    hide();
}

void UndoBar::offer(const QString &text)
{
    m_text->setText(text);
    place();
    show();
    raise();
    m_timer->start();
}

void UndoBar::dismiss()
{
    m_timer->stop();
    hide();
}

bool UndoBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void UndoBar::place()
{
    adjustSize();
    const QWidget *const area = parentWidget();
    move((area->width() - width()) / 2, area->height() - height() - metrics::paneMargin);
}

} // namespace tidings
