// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawblocks.h"

#include <algorithm>

namespace tidings {

namespace {

constexpr qsizetype blockSize = 256 * 1024;
constexpr size_t unpackedBlocks = 8;
constexpr int fastCompression = 1;

} // namespace

RawBlocks::Place RawBlocks::append(const QByteArray &bytes)
{
    if (m_packed.empty()) {
        m_packed.emplace_back();
    } else if (m_packed.back().size() >= blockSize) {
        m_packed.back() = qCompress(m_packed.back(), fastCompression);
        m_packed.emplace_back();
    }
    QByteArray &open = m_packed.back();
    const Place place{static_cast<quint32>(m_packed.size() - 1), static_cast<quint32>(open.size()),
        static_cast<quint32>(bytes.size())};
    open += bytes;
    return place;
}

QByteArray RawBlocks::bytes(const Place &place) const
{
    const bool isOpen = place.block + 1 == m_packed.size();
    const QByteArray &block = isOpen ? m_packed.back() : unpacked(place.block);
    return block.mid(place.offset, place.length);
}

QByteArray RawBlocks::block(quint32 number) const
{
    return number + 1 == m_packed.size() ? m_packed.back() : qUncompress(m_packed[number]);
}

const QByteArray &RawBlocks::unpacked(quint32 block) const
{
    const auto known = std::find_if(
        m_unpacked.begin(), m_unpacked.end(), [block](const Unpacked &entry) { return entry.block == block; });
    if (known != m_unpacked.end()) {
        std::rotate(m_unpacked.begin(), known, known + 1);
    } else {
        if (m_unpacked.size() >= unpackedBlocks)
            m_unpacked.pop_back();
        m_unpacked.insert(m_unpacked.begin(), {block, qUncompress(m_packed[block])});
    }
    return m_unpacked.front().bytes;
}

qint64 RawBlocks::memoryUse() const
{
    qint64 sum = 0;
    for (const QByteArray &block : m_packed)
        sum += block.size();
    return sum;
}

void RawBlocks::clear()
{
    m_packed.clear();
    m_unpacked.clear();
}

} // namespace tidings
