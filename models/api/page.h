// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace tidings {

// One page of a list. Page numbers are 1-based; `next` is 0 when there is none (authentik sends numbers, not URLs).
// `items` may be shorter than the page size asked for: authentik >= 2025.12 clamps page_size silently.
template <class T> struct Page
{
    QList<T> items;
    qint64 count = 0; // all rows that match on the server
    int current = 1;
    int next = 0;
    int totalPages = 1;
    // The envelope carried a non-empty `autocomplete` object: the server describes its query language.
    bool hasQueryLanguage = false;
};

} // namespace tidings
