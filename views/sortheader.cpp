// SPDX-License-Identifier: GPL-3.0-or-later
#include "sortheader.h"

#include <QFontMetrics>
#include <QStyle>
#include <QStyleOptionHeader>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

SortHeader::SortHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
}

void SortHeader::setMarks(const QHash<int, Mark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    viewport()->update();
}

QString SortHeader::markText(int column) const
{
    const auto mark = m_marks.constFind(column);
    if (mark == m_marks.cend())
        return {};
    const QString arrow = mark->isDescending ? u" ↓"_s : u" ↑"_s;
    return mark->rank > 0 ? arrow + QString::number(mark->rank) : arrow;
}

QString SortHeader::markSentence(int column) const
{
    const auto mark = m_marks.constFind(column);
    if (mark == m_marks.cend())
        return {};
    const QString way
        = mark->isDescending ? tr("Sorted by this column, descending") : tr("Sorted by this column, ascending");
    return mark->rank > 0 ? tr("%1; sort key %2").arg(way).arg(mark->rank) : way;
}

// The title gives way, not the mark.
void SortHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const QString mark = markText(logicalIndex);
    if (mark.isEmpty())
        return;
    QStyleOptionHeader section = *option;
    section.rect = QRect(0, 0, sectionSize(logicalIndex), height());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold); // as the style sheet paints it
    const QFontMetrics metrics(bold);
    const int room = style()->subElementRect(QStyle::SE_HeaderLabel, &section, this).width();
    const QString title = model()->headerData(logicalIndex, orientation()).toString();
    const int left = std::max(0, room - metrics.horizontalAdvance(mark));
    option->text = metrics.elidedText(title, Qt::ElideRight, left) + mark;
}

} // namespace tidings
