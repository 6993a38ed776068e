// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditionchip.h"

#include "akqlprinter.h"
#include "eventcondition.h"
#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int chipHeight = 26;
constexpr int padding = 10;
constexpr int removeSize = 20;
constexpr int pinSize = 12;
constexpr int widest = 380;

QFont valueFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QString leadOf(const ConditionText &text)
{
    const QString lead = QString(text.subject + u' ' + text.relation).trimmed();
    return lead.isEmpty() ? lead : lead + u' ';
}

// The relation stays whole: without its "not" it would say the opposite.
QString shortenedLead(ConditionText text, const QFontMetrics &metrics, int room)
{
    const QString whole = leadOf(text);
    if (metrics.horizontalAdvance(whole) <= room)
        return whole;
    const QString subject = std::exchange(text.subject, {});
    const int rest = room - metrics.horizontalAdvance(u' ' + leadOf(text));
    text.subject = metrics.elidedText(subject, Qt::ElideRight, std::max(rest, 0));
    return leadOf(text);
}

} // namespace

ConditionChip::ConditionChip(const Condition &condition, const TimeDisplay &display, QWidget *parent)
    : QAbstractButton(parent)
    , m_condition(condition)
    , m_display(display)
    , m_menu(new QMenu(this))
    , m_remove(new QToolButton(this))
{
    const QString sentence = conditionText(condition.node, display).sentence();
    setObjectName(u"conditionChip"_s);
    const QString state = condition.enabled ? sentence : tr("%1, switched off").arg(sentence);
    setAccessibleName(condition.pinned ? tr("%1, pinned").arg(state) : state);
    setToolTip(plainToolTip(akql::print(condition.node)));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    m_remove->setObjectName(u"conditionRemove"_s);
    m_remove->setProperty("flat", true);
    m_remove->setIcon(tidings::icon(u"close"_s));
    m_remove->setIconSize({12, 12});
    m_remove->setAccessibleName(tr("Remove the condition “%1”").arg(sentence));
    m_remove->setToolTip(tr("Remove this condition"));
    m_remove->setFocusPolicy(Qt::NoFocus); // Delete does the same
    m_remove->setCursor(Qt::ArrowCursor);
    buildMenu();
    connect(this, &QAbstractButton::clicked, this, &ConditionChip::openMenu);
    connect(m_remove, &QToolButton::clicked, this, &ConditionChip::removeRequested);
}

void ConditionChip::buildMenu()
{
    const auto add = [this](const QString &text, const QString &name, auto &&act) {
        QAction *const action = m_menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("&Edit…"), u"conditionEdit"_s, [this] { emit editRequested(); });
    const auto addChange = [this, &add](const QString &text, const QString &name, auto &&change) {
        add(text, name, [this, change] {
            Condition condition = m_condition;
            change(condition);
            emit changed(condition);
        });
    };
    addChange(tr("&Negate"), u"conditionNegate"_s,
        [](Condition &condition) { condition.node = akql::negated(condition.node); });
    addChange(m_condition.enabled ? tr("&Switch off") : tr("&Switch on"), u"conditionToggle"_s,
        [](Condition &condition) { condition.enabled = !condition.enabled; });
    addChange(m_condition.pinned ? tr("Un&pin") : tr("&Pin: keep it when something else is asked"), u"conditionPin"_s,
        [](Condition &condition) { condition.pinned = !condition.pinned; });
    add(tr("&Copy as query"), u"conditionCopy"_s,
        [this] { QGuiApplication::clipboard()->setText(akql::print(m_condition.node)); });
    m_menu->addSeparator();
    add(tr("&Remove"), u"conditionDelete"_s, [this] { emit removeRequested(); });
}

void ConditionChip::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

int ConditionChip::lead() const
{
    return m_condition.pinned ? padding + pinSize + 4 : padding;
}

QSize ConditionChip::sizeHint() const
{
    const ConditionText text = conditionText(m_condition.node, m_display);
    const int words = fontMetrics().horizontalAdvance(leadOf(text));
    const int value = QFontMetrics(valueFont(font())).horizontalAdvance(text.value);
    return {std::min(zoomed(widest), lead() + words + value + 4 + removeSize + 4), zoomed(chipHeight)};
}

QSize ConditionChip::minimumSizeHint() const
{
    return {std::min(120, sizeHint().width()), zoomed(chipHeight)};
}

void ConditionChip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = currentColors();
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? colors.accent : colors.line);
    painter.setBrush(underMouse() || isDown() ? colors.selection : colors.chip);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);

    const ConditionText text = conditionText(m_condition.node, m_display);
    const int start = lead();
    const int inside = width() - start - 4 - removeSize - 4;
    const int valueWidth = QFontMetrics(valueFont(font())).horizontalAdvance(text.value);
    const QString words = shortenedLead(text, fontMetrics(), std::max(inside / 2, inside - valueWidth));
    const int wordsWidth = fontMetrics().horizontalAdvance(words);
    const int room = inside - wordsWidth;
    const auto place = [this](int x, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, 0, w, height()});
    };
    // Widths are rounded; a text that is as wide as its place must not lose its end for that.
    const auto write = [&](const QRect &where, QFont font, const QColor &color, const QString &what) {
        font.setStrikeOut(!m_condition.enabled);
        painter.setFont(font);
        painter.setPen(m_condition.enabled ? color : colors.muted);
        const int alignment
            = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter);
        painter.drawText(where, alignment | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(what, Qt::ElideRight, where.width() + 1));
    };
    if (m_condition.pinned) {
        const QRect mark(padding, (height() - pinSize) / 2, pinSize, pinSize);
        painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), mark),
            iconPixmap(u"pin"_s, pinSize, m_condition.enabled ? colors.text : colors.muted, devicePixelRatioF()));
    }
    write(place(start, wordsWidth), font(), colors.text, words);
    write(place(start + wordsWidth, room + 2), valueFont(font()), colors.text, text.value);
}

void ConditionChip::resizeEvent(QResizeEvent * /*event*/)
{
    const QRect at(width() - removeSize - 4, (height() - removeSize) / 2, removeSize, removeSize);
    m_remove->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
}

void ConditionChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return openMenu();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return emit removeRequested();
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void ConditionChip::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

} // namespace tidings
