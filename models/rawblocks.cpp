// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawblocks.h"

#include <QThreadPool>

#include <zstd.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace tidings {

namespace {

constexpr qsizetype blockSize = 256 * 1024;
constexpr size_t unpackedBlocks = 8;
constexpr int fastCompression = 1;

QByteArray unpack(const QByteArray &packed, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    const size_t got = ZSTD_decompress(
        bytes.data(), static_cast<size_t>(size), packed.constData(), static_cast<size_t>(packed.size()));
    return ZSTD_isError(got) ? QByteArray() : bytes;
}

} // namespace

// Compresses one block after the other and keeps what it needs for that.
struct RawBlocks::Packer
{
    Packer() = default;
    ~Packer() { ZSTD_freeCCtx(context); }
    Q_DISABLE_COPY_MOVE(Packer)

    // Empty where that is impossible.
    QByteArray pack(const QByteArray &bytes)
    {
        const std::scoped_lock lock(mutex);
        const auto size = static_cast<size_t>(bytes.size());
        QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(size)), Qt::Uninitialized);
        const size_t got = ZSTD_compressCCtx(
            context, packed.data(), static_cast<size_t>(packed.size()), bytes.constData(), size, fastCompression);
        if (ZSTD_isError(got) || got >= size)
            return {};
        packed.resize(static_cast<qsizetype>(got));
        packed.squeeze();
        return packed;
    }

    std::mutex mutex;
    ZSTD_CCtx *const context = ZSTD_createCCtx();
};

// A block on its way. Both sides hold it, so that neither has to wait for the other.
struct RawBlocks::Packing
{
    quint32 block = 0;
    QByteArray packed;
    std::atomic<bool> isDone = false;
};

RawBlocks::Place RawBlocks::append(const QByteArray &bytes)
{
    if (m_blocks.empty()) {
        m_blocks.emplace_back();
    } else if (m_blocks.back().size >= blockSize) {
        takePacked();
        pack(static_cast<quint32>(m_blocks.size() - 1));
        m_blocks.emplace_back();
    }
    Block &open = m_blocks.back();
    if (open.bytes.isEmpty())
        open.bytes.reserve(blockSize + blockSize / 8); // the last record goes beyond
    const Place place{
        static_cast<quint32>(m_blocks.size() - 1), static_cast<quint32>(open.size), static_cast<quint32>(bytes.size())};
    open.bytes += bytes;
    open.size = open.bytes.size();
    return place;
}

// Blocks change here only, in append(): between two of them several threads may read.
void RawBlocks::takePacked()
{
    const auto isDone = [this](const std::shared_ptr<Packing> &packing) {
        if (!packing->isDone.load(std::memory_order_acquire))
            return false;
        if (!packing->packed.isEmpty()) {
            Block &block = m_blocks[packing->block];
            block.bytes = packing->packed;
            block.isPacked = true;
        }
        return true;
    };
    m_packings.erase(std::remove_if(m_packings.begin(), m_packings.end(), isDone), m_packings.end());
}

void RawBlocks::pack(quint32 number)
{
    constexpr size_t mostWaiting = 32; // 8 MiB; whoever is faster than that has to help
    if (!m_packer)
        m_packer = std::make_shared<Packer>();
    const auto packing = std::make_shared<Packing>();
    packing->block = number;
    m_packings.push_back(packing);
    const auto work = [packing, packer = m_packer, bytes = m_blocks[number].bytes] {
        packing->packed = packer->pack(bytes);
        packing->isDone.store(true, std::memory_order_release);
    };
    if (m_packings.size() > mostWaiting) {
        work();
        takePacked();
        return;
    }
    constexpr int behindOthers = -1;
    QThreadPool::globalInstance()->start(work, behindOthers);
}

QByteArray RawBlocks::bytes(const Place &place) const
{
    const Block &block = m_blocks[place.block];
    return (block.isPacked ? unpacked(place.block) : block.bytes).mid(place.offset, place.length);
}

QByteArray RawBlocks::block(quint32 number) const
{
    const Block &block = m_blocks[number];
    return block.isPacked ? unpack(block.bytes, block.size) : block.bytes;
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
        m_unpacked.insert(m_unpacked.begin(), {block, this->block(block)});
    }
    return m_unpacked.front().bytes;
}

qint64 RawBlocks::memoryUse() const
{
    qint64 sum = 0;
    for (const Block &block : m_blocks)
        sum += block.bytes.size();
    return sum;
}

void RawBlocks::clear()
{
    m_blocks.clear();
    m_packings.clear();
    m_unpacked.clear();
}

} // namespace tidings
