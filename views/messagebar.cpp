// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagebar.h"

#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace tidings {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new PlainLabel(this))
    , m_action(new QPushButton(this))
{
    setProperty("bar", u"problem"_s);
    auto *const close = new QToolButton(this);
    close->setProperty("flat", true);
    close->setIcon(icon(u"close"_s));
    close->setAccessibleName(tr("Dismiss"));
    close->setToolTip(tr("Dismiss"));
    m_action->setObjectName(u"messageBarAction"_s);
    m_text->setObjectName(u"messageBarText"_s);

    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::margin, 6, metrics::margin, 6);
    row->setSpacing(metrics::gap);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(close, &QToolButton::clicked, this, [this] {
        clear();
        emit dismissed();
    });
    hide();
}

void MessageBar::showMessage(Kind kind, const QString &text, const QString &action)
{
    m_kind = kind;
    const Colors colors = currentColors();
    const auto [name, color] = kind == Kind::Problem ? std::pair(u"alert"_s, colors.alert)
        : kind == Kind::Warning                      ? std::pair(u"warning"_s, colors.warning)
                                                     : std::pair(u"info"_s, colors.notice);
    m_icon->setPixmap(iconPixmap(name, metrics::iconSize, color, devicePixelRatioF()));
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
}

void MessageBar::clear()
{
    hide();
    m_text->setText({});
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->plainText();
}

} // namespace tidings
