// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace tidings {

// Rows that stand together, both ends included: one signal of a model speaks of so many.
struct RowRun
{
    int first = 0;
    int last = 0;
    bool operator==(const RowRun &) const = default;
};

// The runs that rows make up, from the top. The rows may come in any order and more than once. Who removes them begins
// with the last run, so that the places of the others stay right.
inline std::vector<RowRun> runsOf(std::vector<int> rows)
{
    if (!std::is_sorted(rows.begin(), rows.end()))
        std::sort(rows.begin(), rows.end());
    std::vector<RowRun> runs;
    for (const int row : rows) {
        if (!runs.empty() && row <= runs.back().last + 1)
            runs.back().last = row;
        else
            runs.push_back({row, row});
    }
    return runs;
}

} // namespace tidings
