// SPDX-License-Identifier: GPL-3.0-or-later
#include "textcache.h"

#include "codecprimitives.h"

#include <cstring>

namespace tidings::codec {

namespace {

constexpr size_t wordSize = sizeof(quint64);
constexpr size_t longest = 256; // what is longer is hardly ever repeated

quint64 wordAt(const char *bytes)
{
    quint64 word = 0;
    std::memcpy(&word, bytes, wordSize);
    return word;
}

// Of the ends, the middle and the length: enough to tell apart what a page holds, and collisions only cost time.
size_t hashOf(std::string_view literal)
{
    constexpr quint64 factor = 0x9E3779B97F4A7C15U;
    quint64 hash = literal.size() * factor;
    if (literal.size() < wordSize) {
        quint64 word = 0;
        std::memcpy(&word, literal.data(), literal.size());
        hash ^= word;
    } else {
        hash ^= wordAt(literal.data());
        hash = (hash ^ (hash >> 29)) * factor;
        hash ^= wordAt(literal.data() + (literal.size() - wordSize) / 2);
        hash = (hash ^ (hash >> 29)) * factor;
        hash ^= wordAt(literal.data() + literal.size() - wordSize);
    }
    hash = (hash ^ (hash >> 32)) * factor;
    return static_cast<size_t>(hash >> 32);
}

} // namespace

QString TextCache::text(std::string_view literal)
{
    if (m_entries.empty() || literal.size() > longest)
        return unescaped(literal);
    Entry &entry = m_entries[hashOf(literal) & (m_entries.size() - 1)];
    if (entry.literal != literal) {
        entry.text = unescaped(literal);
        entry.literal = literal;
    }
    return entry.text;
}

} // namespace tidings::codec
