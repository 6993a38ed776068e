// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoids.h"

#include "demorandom.h"

#include <array>
#include <limits>

namespace tidings::demo {

namespace {

constexpr quint64 mask62 = (1ULL << 62) - 1;
constexpr quint64 multiplier = 0x1d8af066a4f3c2b5ULL;

constexpr quint64 inverseOf(quint64 odd)
{
    quint64 inverse = odd; // correct to 3 bits; every step doubles that
    for (int step = 0; step < 6; ++step)
        inverse *= 2 - odd * inverse;
    return inverse;
}

constexpr quint64 scramble(quint64 value, quint64 key)
{
    value = (value ^ key) & mask62;
    value ^= value >> 31;
    value = (value * multiplier) & mask62;
    value ^= value >> 31;
    value = (value * multiplier) & mask62;
    return value ^ (value >> 31);
}

constexpr quint64 unscramble(quint64 value, quint64 key)
{
    constexpr quint64 inverse = inverseOf(multiplier);
    value ^= value >> 31;
    value = (value * inverse) & mask62;
    value ^= value >> 31;
    value = (value * inverse) & mask62;
    value ^= value >> 31;
    return (value ^ key) & mask62;
}

static_assert(unscramble(scramble(123456789, 42), 42) == 123456789);

constexpr std::string_view idDigits = "0123456789abcdef";

void appendDigits(std::string &out, quint64 value, int from, int count)
{
    for (int digit = from; digit < from + count; ++digit)
        out += idDigits[(value >> (60 - 4 * digit)) & 0xf];
}

} // namespace

std::optional<RecordId> parseId(std::string_view text)
{
    const bool dashed = text.size() == 36;
    if (!dashed && text.size() != 32)
        return std::nullopt;
    std::array<quint64, 2> halves{};
    int digits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (dashed && (at == 8 || at == 13 || at == 18 || at == 23)) {
            if (c != '-')
                return std::nullopt;
            continue;
        }
        quint64 value = 0;
        if (c >= '0' && c <= '9')
            value = static_cast<quint64>(c - '0');
        else if (c >= 'a' && c <= 'f')
            value = static_cast<quint64>(c - 'a') + 10;
        else if (c >= 'A' && c <= 'F')
            value = static_cast<quint64>(c - 'A') + 10;
        else
            return std::nullopt;
        quint64 &half = halves.at(digits < 16 ? 0 : 1);
        half = (half << 4) | value;
        ++digits;
    }
    return RecordId{halves[0], halves[1]};
}

void appendId(std::string &out, RecordId id)
{
    appendDigits(out, id.high, 0, 8);
    out += '-';
    appendDigits(out, id.high, 8, 4);
    out += '-';
    appendDigits(out, id.high, 12, 4);
    out += '-';
    appendDigits(out, id.low, 0, 4);
    out += '-';
    appendDigits(out, id.low, 4, 12);
}

void appendHex(std::string &out, quint64 value)
{
    appendDigits(out, value, 0, 16);
}

std::string hexId(quint64 key, quint64 index)
{
    const RecordId id = IdCodec(key).idOf(static_cast<quint32>(index));
    std::string text;
    appendHex(text, id.high);
    appendHex(text, id.low);
    return text;
}

RecordId IdCodec::idOf(quint32 index) const
{
    const quint64 hash = mix(m_key ^ 0x5bd1e995ULL, index);
    return {((hash >> 16) << 16) | 0x4000U | (hash & 0xfffU), (1ULL << 63) | scramble(index, m_key)};
}

std::optional<quint32> IdCodec::indexOf(RecordId id) const
{
    const quint64 index = unscramble(id.low & mask62, m_key);
    if (index > std::numeric_limits<quint32>::max())
        return std::nullopt;
    const auto narrow = static_cast<quint32>(index);
    if (idOf(narrow) != id)
        return std::nullopt;
    return narrow;
}

} // namespace tidings::demo
