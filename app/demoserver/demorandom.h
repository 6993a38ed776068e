// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// Stateless pseudo-random numbers: everything the demo server makes up is a pure function of a seed and an index.
namespace tidings::demo {

/// A bijective scramble of 64 bits.
constexpr quint64 mix(quint64 value)
{
    value ^= value >> 30;
    value *= 0xbf58476d1ce4e5b9ULL;
    value ^= value >> 27;
    value *= 0x94d049bb133111ebULL;
    value ^= value >> 31;
    return value;
}

/// A hash of the pair (key, index).
constexpr quint64 mix(quint64 key, quint64 index)
{
    return mix(key + (index + 1) * 0x9e3779b97f4a7c15ULL);
}

/// A number in [0, bound) from some of the bits of \p bits.
constexpr quint32 below(quint64 bits, quint32 bound)
{
    return static_cast<quint32>(((bits & 0xffffffffULL) * bound) >> 32);
}

} // namespace tidings::demo
