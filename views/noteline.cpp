// SPDX-License-Identifier: GPL-3.0-or-later
#include "noteline.h"

#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

QPixmap turned(const QPixmap &pixmap, int degrees)
{
    QPixmap result(pixmap.size());
    result.setDevicePixelRatio(pixmap.devicePixelRatio());
    result.fill(Qt::transparent);
    const QSizeF size = pixmap.deviceIndependentSize();
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(size.width() / 2, size.height() / 2);
    painter.rotate(degrees);
    painter.drawPixmap(QPointF(-size.width() / 2, -size.height() / 2), pixmap);
    return result;
}

} // namespace

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
    turn();
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
}

void NoteLine::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_turning.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    constexpr int step = 30;
    m_angle = (m_angle + step) % 360;
    paintMark();
}

void NoteLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    turn();
}

void NoteLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_turning.stop();
}

// Not where the desktop asks for no animations.
void NoteLine::turn()
{
    constexpr int interval = 100;
    const bool isTurning = m_mark == Mark::Waiting && isVisible()
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (!isTurning)
        m_turning.stop();
    else if (!m_turning.isActive())
        m_turning.start(interval, this);
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
        name = u"spinner"_s;
        spoken = tr("Waiting");
        break;
    }
    QPixmap pixmap = iconPixmap(name, metrics::iconSize, color, devicePixelRatioF());
    if (m_mark == Mark::Waiting && m_angle != 0)
        pixmap = turned(pixmap, m_angle);
    m_icon->setPixmap(pixmap);
    m_icon->setAccessibleName(spoken);
    // The icon stands in the middle of the first line, however many lines the sentence takes.
    m_icon->setFixedHeight(std::max(metrics::iconSize, m_text->fontMetrics().height()));
}

} // namespace tidings
