// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "findwords.h"
#include "theme.h"

#include <QStyledItemDelegate>

namespace tidings {

// Paints the cells of a RecordTable: a one-pixel row line, whole-row selection, an icon, a text, and a muted text
// beside or under it. Server text is drawn as plain text.
class RecordDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int padding = 8; // pixels at each side of what a cell shows

    // Words that stand out in all cells from the next painting on; none by default.
    void setMarked(const FindWords &words) { m_marked = words; }

protected:
    // Background, row line and focus mark; returns where the content goes.
    static QRect paintFrame(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Colors &colors);
    // Draws elided text and returns the width it took. Where a marked word was cut off, the ellipsis stands out.
    int paintText(
        QPainter &painter, const QRect &rect, const QString &text, const QColor &color, Qt::Alignment alignment) const;
    static void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color);
    // The rectangle left after an icon at its leading edge.
    static QRect besideIcon(const QRect &rect, Qt::LayoutDirection direction);

private:
    FindWords m_marked;
};

class EventDelegate : public RecordDelegate
{
    Q_OBJECT

public:
    using RecordDelegate::RecordDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

class NotificationDelegate : public RecordDelegate
{
    Q_OBJECT

public:
    using RecordDelegate::RecordDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tidings
