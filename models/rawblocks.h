// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <vector>

namespace tidings {

// Keeps many small byte strings in blocks of about 256 KiB; full blocks are compressed on another thread (audit records
// shrink to about an eighth). The blocks read last stay unpacked, so that neighbours are cheap. Copies
// share the bytes. Not thread-safe.
class RawBlocks
{
public:
    // Where bytes are, in eight bytes. Each string is shorter than 32 MiB.
    struct Place
    {
        quint32 block = 0; // below 2^20
        quint32 offset = 0; // below 2^18
        quint32 length = 0; // below 2^25
    };
    static constexpr qsizetype largest = (qsizetype(1) << 25) - 1; // bytes of one string

    Place append(const QByteArray &bytes);
    [[nodiscard]] QByteArray bytes(const Place &place) const;
    // A whole block, unpacked; leaves the copies that bytes() keeps alone, so that several threads may call it.
    [[nodiscard]] QByteArray block(quint32 number) const;
    [[nodiscard]] qint64 memoryUse() const; // bytes held, unpacked copies not counted
    void clear();

private:
    struct Packing;
    struct Packer;
    struct Block
    {
        QByteArray bytes;
        qsizetype size = 0; // unpacked
        bool isPacked = false;
    };
    struct Unpacked
    {
        quint32 block = 0;
        QByteArray bytes;
    };

    void takePacked();
    void pack(quint32 number);
    [[nodiscard]] const QByteArray &unpacked(quint32 block) const;

    std::vector<Block> m_blocks; // the last one still grows
    std::vector<std::shared_ptr<Packing>> m_packings; // under way
    std::shared_ptr<Packer> m_packer;
    mutable std::vector<Unpacked> m_unpacked; // most recent first
};

} // namespace tidings
