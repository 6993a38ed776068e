// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tidings::demo {

/// The 128 bits of a UUID; ordered like its text.
struct RecordId
{
    quint64 high = 0;
    quint64 low = 0;
    auto operator<=>(const RecordId &) const = default; // NOLINT(modernize-use-nullptr): of the generated code
};

/// Reads a UUID with or without dashes, in any case; nothing else.
std::optional<RecordId> parseId(std::string_view text);
/// Appends 36 characters, lower case with dashes.
void appendId(std::string &out, RecordId id);
/// 32 hexadecimal digits without dashes, the form authentik uses for keys inside of JSON fields.
std::string hexId(quint64 key, quint64 index);
void appendHex(std::string &out, quint64 value);

/// Maps record indexes to version 4 UUIDs and back without a table: 62 bits are a keyed permutation of the index, the
/// other 60 are a hash of it, so that a made-up UUID is not taken for a record.
class IdCodec
{
public:
    explicit IdCodec(quint64 key)
        : m_key(key)
    {
    }
    RecordId idOf(quint32 index) const;
    /// The index behind \p id, or nothing if this codec never makes that id. Knows no upper bound.
    std::optional<quint32> indexOf(RecordId id) const;

private:
    quint64 m_key;
};

} // namespace tidings::demo
