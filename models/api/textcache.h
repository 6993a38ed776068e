// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace tidings::codec {

// Makes texts of JSON string literals; equal literals share one text, for records repeat most of what they say. Not
// thread-safe.
class TextCache
{
public:
    // Remembers up to so many texts from now on, a power of two; at first none.
    void reserve(size_t capacity) { m_entries.resize(capacity); }

    // `literal` has its quotes.
    [[nodiscard]] QString text(std::string_view literal);

private:
    struct Entry
    {
        std::string literal;
        QString text;
    };

    std::vector<Entry> m_entries;
};

} // namespace tidings::codec
