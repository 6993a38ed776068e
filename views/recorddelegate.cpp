// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorddelegate.h"

#include "eventtablemodel.h"
#include "icons.h"
#include "notificationtablemodel.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>

namespace tidings {

namespace {

// Of the whole text's places those that are seen, and the ellipsis for those that are not.
QList<FindWords::Place> markedPlaces(const FindWords &words, const QString &text, const QString &elided)
{
    QList<FindWords::Place> places = words.placesIn(text);
    if (elided == text)
        return places;
    const qsizetype seen = elided.size() - 1;
    bool isCut = false;
    for (qsizetype i = places.size(); i-- > 0;) {
        FindWords::Place &place = places[i];
        if (place.start + place.length <= seen)
            continue;
        isCut = true;
        place.length = seen - place.start;
        if (place.length <= 0)
            places.removeAt(i);
    }
    if (isCut)
        places += FindWords::Place{seen, 1};
    return places;
}

// By the text layout, which knows where letters stand in texts of both directions.
void paintMarked(QPainter &painter, const QRect &rect, const QString &text, const QList<FindWords::Place> &places,
    Qt::Alignment alignment)
{
    const Colors colors = currentColors();
    QTextCharFormat format;
    format.setBackground(colors.mark);
    format.setForeground(colors.onMark);
    QList<QTextLayout::FormatRange> ranges;
    for (const FindWords::Place &place : places)
        ranges += QTextLayout::FormatRange{static_cast<int>(place.start), static_cast<int>(place.length), format};
    QTextOption option(alignment & Qt::AlignRight ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    // Right stays right, whatever the direction of the text is.
    option.setAlignment(option.alignment() | Qt::AlignAbsolute);
    QTextLayout layout(text, painter.font());
    layout.setTextOption(option);
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

// In the middle of the narrow first column
void paintMark(QPainter &painter, const QStyleOptionViewItem &option, const QRect &content, const QString &name,
    const QColor &color)
{
    const QSize size(metrics::iconSize, metrics::iconSize);
    const QRect mark = QStyle::alignedRect(option.direction, Qt::AlignCenter, size, content.adjusted(-4, 0, 4, 0));
    painter.drawPixmap(
        mark.topLeft(), iconPixmap(name, metrics::iconSize, color, painter.device()->devicePixelRatioF()));
}

} // namespace

QRect RecordDelegate::paintFrame(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Colors &colors)
{
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colors.selection);
    painter.setPen(colors.line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    // The row that has the keyboard is marked at its leading edge, not cell by cell.
    const auto *const table = qobject_cast<const QTableView *>(option.widget);
    if (table && table->hasFocus() && table->currentIndex().row() == index.row()
        && table->horizontalHeader()->visualIndex(index.column()) == 0) {
        constexpr int bar = 3;
        const QRect edge(option.rect.left(), option.rect.top(), bar, option.rect.height() - 1);
        painter.fillRect(QStyle::visualRect(option.direction, option.rect, edge), colors.accent);
    }
    return option.rect.adjusted(padding, 0, -padding, -1);
}

int RecordDelegate::paintText(
    QPainter &painter, const QRect &rect, const QString &text, const QColor &color, Qt::Alignment alignment) const
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    const QString elided = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.setPen(color);
    const QList<FindWords::Place> places
        = m_marked.isEmpty() ? QList<FindWords::Place>() : markedPlaces(m_marked, text, elided);
    // In a window from right to left, texts keep their own direction: an address must not be turned round.
    if (places.isEmpty() && painter.layoutDirection() != Qt::RightToLeft)
        painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter | Qt::TextSingleLine), elided);
    else
        paintMarked(painter, rect, elided, places, alignment);
    return painter.fontMetrics().horizontalAdvance(elided);
}

void RecordDelegate::paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color)
{
    painter.drawPixmap(rect.topLeft(), iconPixmap(name, rect.width(), color, painter.device()->devicePixelRatioF()));
}

QRect RecordDelegate::besideIcon(const QRect &rect, Qt::LayoutDirection direction)
{
    constexpr int taken = metrics::iconSize + 7;
    return direction == Qt::RightToLeft ? rect.adjusted(0, 0, -taken, 0) : rect.adjusted(taken, 0, 0, 0);
}

namespace {

QRect iconRect(const QRect &content, Qt::LayoutDirection direction)
{
    const QSize size(metrics::iconSize, metrics::iconSize);
    return QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, content);
}

QRect after(const QRect &rect, int taken, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? rect.adjusted(0, 0, -taken, 0) : rect.adjusted(taken, 0, 0, 0);
}

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setFont(option.font);
    const Colors colors = currentColors();
    QRect content = paintFrame(*painter, option, index, colors);
    const QString text = index.data().toString();
    const Qt::Alignment leading = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    QColor color = colors.text;
    switch (index.column()) {
    case EventTableModel::ActionColumn: {
        const auto level = static_cast<Level>(index.data(EventTableModel::LevelRole).toInt());
        color = colors.level(level);
        paintIcon(
            *painter, iconRect(content, option.direction), index.data(EventTableModel::IconNameRole).toString(), color);
        content = besideIcon(content, option.direction);
        break;
    }
    case EventTableModel::TimeColumn:
    case EventTableModel::BrandColumn:
        color = colors.muted;
        break;
    default:
        break;
    }
    if (text.isEmpty() && index.column() != EventTableModel::SummaryColumn) {
        paintText(*painter, content, QStringLiteral("–"), colors.muted, leading);
    } else {
        const int taken = paintText(*painter, content, text, color, leading);
        const QString secondary = index.data(EventTableModel::SecondaryRole).toString();
        if (!secondary.isEmpty())
            paintText(*painter, after(content, taken + 6, option.direction), secondary, colors.muted, leading);
    }
    painter->restore();
}

void NotificationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Colors colors = currentColors();
    const QRect content = paintFrame(*painter, option, index, colors);
    const bool isGone = index.data(NotificationTableModel::GoneRole).isValid();
    const bool isSeen = isGone || index.data(NotificationTableModel::SeenRole).toBool();
    const Qt::Alignment leading = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter->setFont(option.font);
    switch (index.column()) {
    case NotificationTableModel::SeenColumn:
        if (const bool isRefused = index.data(NotificationTableModel::ProblemRole).isValid(); isRefused && !isGone) {
            paintMark(*painter, option, content, QStringLiteral("warning"), colors.warning);
        } else if (!isGone && (!isSeen || index.data(NotificationTableModel::PendingRole).toBool())) {
            constexpr int dot = 8;
            const QRect mark = QStyle::alignedRect(
                option.direction, Qt::AlignCenter, QSize(dot, dot), content.adjusted(-4, 0, 4, 0));
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(colors.accent, 1.5));
            // A ring while the server has not confirmed the change
            painter->setBrush(
                index.data(NotificationTableModel::PendingRole).toBool() ? Qt::NoBrush : QBrush(colors.accent));
            painter->drawEllipse(mark);
        } else if (isGone) {
            paintMark(*painter, option, content, QStringLiteral("history"), colors.muted);
        }
        break;
    case NotificationTableModel::SeverityColumn: {
        const QColor color = colors.level(static_cast<Level>(index.data(NotificationTableModel::LevelRole).toInt()));
        paintIcon(*painter, iconRect(content, option.direction),
            index.data(NotificationTableModel::IconNameRole).toString(), color);
        paintText(*painter, besideIcon(content, option.direction), index.data().toString(), color, leading);
        break;
    }
    case NotificationTableModel::TextColumn: {
        const int half = content.height() / 2;
        QFont font = option.font;
        font.setWeight(isSeen ? QFont::Normal : QFont::DemiBold);
        painter->setFont(font);
        paintText(*painter, content.adjusted(0, 3, 0, -half + 1), index.data().toString(),
            isSeen ? colors.muted : colors.text, leading);
        font.setWeight(QFont::Normal);
        font.setPointSizeF(option.font.pointSizeF() * 0.92);
        painter->setFont(font);
        paintText(*painter, content.adjusted(0, half - 2, 0, -3),
            index.data(NotificationTableModel::SecondaryRole).toString(), colors.muted, leading);
        break;
    }
    default:
        paintText(*painter, content, index.data().toString(), colors.muted,
            QStyle::visualAlignment(option.direction, Qt::AlignRight));
    }
    painter->restore();
}

} // namespace tidings
