// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timestamp.h"

#include <QString>

#include <optional>

namespace tidings {

// Where a row stands in a list ordered by "-created,pk": newer first, then by id.
struct RowPosition
{
    Timestamp created = 0;
    QString id;

    // This row comes later in the list, that is: it is older.
    [[nodiscard]] bool isAfter(const RowPosition &other) const
    {
        return created != other.created ? created < other.created : id > other.id;
    }
    bool operator==(const RowPosition &) const = default;
};

// A stretch of a list that is ordered newest first.
struct RowSpan
{
    std::optional<RowPosition> after; // rows begin behind this place; none: at the top
    std::optional<RowPosition> last; // and end here, this place included; none: at the end of the list

    [[nodiscard]] bool contains(const RowPosition &position) const
    {
        return (!after || position.isAfter(*after)) && (!last || !position.isAfter(*last));
    }
};

// A page as the server numbers it.
struct PageWindow
{
    int page = 1; // 1-based
    int size = 100;

    [[nodiscard]] qint64 offset() const { return static_cast<qint64>(page - 1) * size; }
    bool operator==(const PageWindow &) const = default;
};

// The page that continues a list of which the first `covered` rows are known, and begins with at least one known row:
// only so can it be seen that no row was skipped because others were deleted meanwhile. Page sizes between half of
// `maxSize` and `maxSize` are tried for the smallest overlap. covered 0 gives the first page. Where `maxSize` is so
// small (10 or less) that all sizes divide `covered`, the page begins right behind the known rows.
PageWindow overlappingWindow(qint64 covered, int maxSize);

// Bounds for whoever reads such a list page by page.
constexpr int mostStepsBack = 12; // in a row, to find a known row again
constexpr int mostPagesWithoutNews = 100; // in a row, before the list is taken for endless
constexpr int mostTooLarge = 20; // records one after the other, before it is an error
constexpr int pagesToGrow = 8; // small ones that came through, before larger ones are tried again

// How many rows count as known after one more step back: half a page first, then twice as far each time. Counts `steps`
// up. Nothing: there is no further back.
std::optional<qint64> steppedBack(qint64 covered, int maxSize, int &steps);

} // namespace tidings
