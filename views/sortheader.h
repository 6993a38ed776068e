// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHeaderView>

namespace tidings {

// The header of a table that tells what the rows are sorted by: an arrow behind the title of each such column and,
// where there are several, its rank.
class SortHeader : public QHeaderView
{
    Q_OBJECT

public:
    struct Mark
    {
        int rank = 0; // from 1; 0: the only one
        bool isDescending = false;
        bool operator==(const Mark &) const = default;
    };

    explicit SortHeader(QWidget *parent = nullptr);

    void setMarks(const QHash<int, Mark> &marks); // by column
    [[nodiscard]] const QHash<int, Mark> &marks() const { return m_marks; }
    [[nodiscard]] QString markText(int column) const; // " ↓2"; empty: not sorted by it
    // The same in words, translated, for tool tips.
    [[nodiscard]] QString markSentence(int column) const;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    QHash<int, Mark> m_marks;
};

} // namespace tidings
