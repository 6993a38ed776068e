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

} // namespace

ConditionChip::ConditionChip(const Condition &condition, QWidget *parent)
    : QAbstractButton(parent)
    , m_condition(condition)
    , m_menu(new QMenu(this))
    , m_remove(new QToolButton(this))
{
    const QString sentence = conditionText(condition.node).sentence();
    setObjectName(u"conditionChip"_s);
    setAccessibleName(condition.enabled ? sentence : tr("%1, switched off").arg(sentence));
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
    add(tr("&Negate"), u"conditionNegate"_s, [this] {
        emit changed({akql::negated(m_condition.node), m_condition.enabled});
    });
    add(m_condition.enabled ? tr("&Switch off") : tr("&Switch on"), u"conditionToggle"_s, [this] {
        emit changed({m_condition.node, !m_condition.enabled});
    });
    add(tr("&Copy as query"), u"conditionCopy"_s,
        [this] { QGuiApplication::clipboard()->setText(akql::print(m_condition.node)); });
    m_menu->addSeparator();
    add(tr("&Remove"), u"conditionDelete"_s, [this] { emit removeRequested(); });
}

void ConditionChip::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

QSize ConditionChip::sizeHint() const
{
    const ConditionText text = conditionText(m_condition.node);
    const int lead = fontMetrics().horizontalAdvance(leadOf(text));
    const int value = QFontMetrics(valueFont(font())).horizontalAdvance(text.value);
    return {std::min(widest, padding + lead + value + 4 + removeSize + 4), chipHeight};
}

QSize ConditionChip::minimumSizeHint() const
{
    return {std::min(120, sizeHint().width()), chipHeight};
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

    const ConditionText text = conditionText(m_condition.node);
    const QString lead = leadOf(text);
    const int leadWidth = std::min(fontMetrics().horizontalAdvance(lead), width() / 2);
    const int room = width() - padding - leadWidth - 4 - removeSize - 4;
    const auto place = [this](int x, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, 0, w, height()});
    };
    const auto write = [&](const QRect &where, QFont font, const QColor &color, const QString &what) {
        font.setStrikeOut(!m_condition.enabled);
        painter.setFont(font);
        painter.setPen(m_condition.enabled ? color : colors.muted);
        const int alignment
            = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter);
        painter.drawText(
            where, alignment | Qt::TextSingleLine, QFontMetrics(font).elidedText(what, Qt::ElideRight, where.width()));
    };
    write(place(padding, leadWidth), font(), colors.text, lead);
    write(place(padding + leadWidth, room + 2), valueFont(font()), colors.text, text.value);
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
