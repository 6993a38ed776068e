// SPDX-License-Identifier: GPL-3.0-or-later
#include "noteline.h"

#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

NoteLine::NoteLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new PlainLabel(this))
{
    m_text->setObjectName(u"noteText"_s);
    m_icon->setFixedWidth(metrics::iconSize);
    m_icon->setAlignment(Qt::AlignCenter);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics::gap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    hide();
}

void NoteLine::say(Mark mark, const QString &text)
{
    m_mark = mark;
    m_text->setText(text);
    m_text->setProperty("error", mark == Mark::Problem);
    m_text->setProperty("muted", mark == Mark::Encrypted || mark == Mark::Waiting);
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    paintMark();
    setVisible(!text.isEmpty());
}

void NoteLine::clear()
{
    hide();
    m_text->setText({});
}

QString NoteLine::text() const
{
    return isHidden() ? QString() : m_text->plainText();
}

void NoteLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        paintMark();
    else if (event->type() == QEvent::LanguageChange)
        paintMark();
}

void NoteLine::paintMark()
{
    const Colors colors = colorsOf(palette());
    QString name;
    QString spoken;
    QColor color = colors.muted;
    switch (m_mark) {
    case Mark::Note:
        name = u"info"_s;
        spoken = tr("Note");
        break;
    case Mark::Good:
        name = u"check"_s;
        spoken = tr("Good");
        color = colors.good;
        break;
    case Mark::Warning:
        name = u"warning"_s;
        spoken = tr("Warning");
        color = colors.warning;
        break;
    case Mark::Missing:
        name = u"close"_s;
        spoken = tr("Missing");
        color = colors.alert;
        break;
    case Mark::Problem:
        name = u"alert"_s;
        spoken = tr("Problem");
        color = colors.alert;
        break;
    case Mark::Encrypted:
        name = u"lock"_s;
        spoken = tr("Encrypted");
        break;
    case Mark::Waiting:
        name = u"clock"_s;
        spoken = tr("Waiting");
        break;
    }
    m_icon->setPixmap(iconPixmap(name, metrics::iconSize, color, devicePixelRatioF()));
    m_icon->setAccessibleName(spoken);
    // The icon stands in the middle of the first line, however many lines the sentence takes.
    m_icon->setFixedHeight(std::max(metrics::iconSize, m_text->fontMetrics().height()));
}

} // namespace tidings
