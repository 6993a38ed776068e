// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace tidings {

// Keeps many small byte strings in blocks of about 256 KiB; full blocks are compressed (audit records shrink to about a
// tenth). The blocks read last stay unpacked, so that neighbours are cheap. Not thread-safe.
class RawBlocks
{
public:
    struct Place
    {
        quint32 block = 0;
        quint32 offset = 0;
        quint32 length = 0;
    };

    Place append(const QByteArray &bytes);
    [[nodiscard]] QByteArray bytes(const Place &place) const;
    // A whole block, unpacked; leaves the copies that bytes() keeps alone, so that several threads may call it.
    [[nodiscard]] QByteArray block(quint32 number) const;
    [[nodiscard]] qint64 memoryUse() const; // bytes held, unpacked copies not counted
    void clear();

private:
    [[nodiscard]] const QByteArray &unpacked(quint32 block) const;

    std::vector<QByteArray> m_packed; // the last block is not packed yet
    struct Unpacked
    {
        quint32 block = 0;
        QByteArray bytes;
    };
    mutable std::vector<Unpacked> m_unpacked; // most recent first
};

} // namespace tidings
