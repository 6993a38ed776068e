// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxdelegate.h"

#include "icons.h"
#include "inboxmodel.h"

#include <QLocale>
#include <QPainter>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int small = 13; // icons within a line

// "1234" takes more room than is worth it: "1.2k".
QString shortCount(int count)
{
    constexpr int thousand = 1000;
    const QLocale locale;
    if (count < 10 * thousand)
        return locale.toString(count);
    return locale.toString(count / thousand) + u'k';
}

void paintMix(QPainter &painter, QRect rect, const NotificationGroups::Group &group, const Colors &colors,
    Qt::LayoutDirection direction)
{
    const bool isMirrored = direction == Qt::RightToLeft;
    const auto take = [&rect, isMirrored](int width) {
        const QRect taken
            = isMirrored ? rect.adjusted(rect.width() - width, 0, 0, 0) : rect.adjusted(0, 0, width - rect.width(), 0);
        rect = isMirrored ? rect.adjusted(0, 0, -width, 0) : rect.adjusted(width, 0, 0, 0);
        return taken;
    };
    for (const auto &[level, severity] : {std::pair(Level::Alert, u"alert"_s), std::pair(Level::Warning, u"warning"_s),
             std::pair(Level::Notice, u"notice"_s)}) {
        const int count = group.levels[static_cast<size_t>(level)];
        if (count == 0)
            continue;
        const QString text = shortCount(count);
        const int width = painter.fontMetrics().horizontalAdvance(text);
        if (rect.width() < small + 3 + width)
            return;
        const QRect mark = QStyle::alignedRect(direction, Qt::AlignCenter, QSize(small, small), take(small));
        const QColor color = colors.level(level);
        painter.drawPixmap(mark.topLeft(),
            iconPixmap(severityEntry(severity).icon, small, color, painter.device()->devicePixelRatioF()));
        take(3);
        painter.setPen(color);
        painter.drawText(take(width), Qt::AlignCenter | Qt::TextSingleLine, text);
        take(std::min(rect.width(), 7));
    }
}

} // namespace

void InboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *const model = qobject_cast<const InboxModel *>(index.model());
    if (!model || !model->groupAt(index.row()))
        return NotificationDelegate::paint(painter, option, index);
    painter->save();
    painter->setFont(option.font);
    paintHeader(*painter, option, index, *model);
    painter->restore();
}

void InboxDelegate::paintHeader(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const InboxModel &model) const
{
    const Colors colors = currentColors();
    painter.fillRect(option.rect, colors.window);
    const QRect content = paintFrame(painter, option, index, colors);
    const NotificationGroups::Group &group = *model.groupAt(index.row());
    const Qt::Alignment leading = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    switch (index.column()) {
    case NotificationTableModel::SeenColumn: {
        const bool isOpen = model.isExpanded(index.row());
        QPixmap arrow = iconPixmap(isOpen ? u"chevron-down"_s : u"chevron-right"_s, metrics::iconSize, colors.muted,
            painter.device()->devicePixelRatioF());
        if (!isOpen && option.direction == Qt::RightToLeft)
            arrow = arrow.transformed(QTransform::fromScale(-1, 1));
        const QSize size(metrics::iconSize, metrics::iconSize);
        const QRect mark = QStyle::alignedRect(option.direction, Qt::AlignCenter, size, content.adjusted(-4, 0, 4, 0));
        painter.drawPixmap(mark.topLeft(), arrow);
        break;
    }
    case NotificationTableModel::SeverityColumn:
        paintMix(painter, content, group, colors, option.direction);
        break;
    case NotificationTableModel::TextColumn: {
        const int half = content.height() / 2;
        QFont font = option.font;
        font.setWeight(group.unseen > 0 ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        paintText(painter, content.adjusted(0, 3, 0, -half + 1), index.data().toString(), colors.text, leading);
        font.setWeight(QFont::Normal);
        font.setPointSizeF(option.font.pointSizeF() * 0.92);
        painter.setFont(font);
        paintText(painter, content.adjusted(0, half - 2, 0, -3),
            index.data(NotificationTableModel::SecondaryRole).toString(), colors.muted, leading);
        break;
    }
    default:
        paintText(painter, content, index.data().toString(), colors.muted,
            QStyle::visualAlignment(option.direction, Qt::AlignRight));
    }
}

} // namespace tidings
