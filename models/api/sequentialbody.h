// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace tidings {

// A request body that can be read once. QNetworkAccessManager 6.4.2 silently sends POST, PATCH and DELETE again when a
// connection drops before the answer; it can not rewind this, so a write leaves the program once (measured).
class SequentialBody : public QIODevice
{
public:
    SequentialBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    // QIODevice's own would print a warning when the network manager tries to rewind.
    bool seek(qint64 /*position*/) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_position + QIODevice::bytesAvailable();
    }
    [[nodiscard]] bool atEnd() const override { return m_position >= m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min<qint64>(maxSize, m_bytes.size() - m_position);
        if (count <= 0)
            return maxSize == 0 ? 0 : -1;
        std::memcpy(data, m_bytes.constData() + m_position, static_cast<size_t>(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char * /*data*/, qint64 /*maxSize*/) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace tidings
