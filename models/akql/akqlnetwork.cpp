// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlnetwork.h"

#include <QHash>
#include <QHostAddress>
#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidings::akql {

namespace {

constexpr int v4Start = 96; // bits before an IPv4 address that is written as IPv6

bool isMapped(const std::array<quint8, 16> &bytes)
{
    return std::all_of(bytes.begin(), bytes.begin() + 10, [](quint8 byte) { return byte == 0; }) && bytes[10] == 0xff
        && bytes[11] == 0xff;
}

std::array<quint8, 16> bytesOf(const QHostAddress &address)
{
    std::array<quint8, 16> bytes{};
    if (address.protocol() == QAbstractSocket::IPv4Protocol) { // Qt does not map 0.0.0.0
        const quint32 narrow = address.toIPv4Address();
        bytes[10] = bytes[11] = 0xff;
        for (size_t i = 0; i < 4; ++i)
            bytes[12 + i] = static_cast<quint8>(narrow >> (24 - 8 * i));
        return bytes;
    }
    const Q_IPV6ADDR wide = address.toIPv6Address();
    std::copy_n(wide.c, bytes.size(), bytes.begin());
    return bytes;
}

} // namespace

std::optional<QHostAddress> completeAddress(const QString &text)
{
    const bool isComplete = text.contains(u':') ? !text.contains(u'%') : text.count(u'.') == 3;
    const QHostAddress address = isComplete ? QHostAddress(text) : QHostAddress();
    return address.isNull() ? std::nullopt : std::optional(address);
}

std::optional<Network> Network::parse(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QStringView digits = slash < 0 ? QStringView() : QStringView(text).sliced(slash + 1);
    const bool isNumber = !digits.isEmpty() && digits.size() <= 3
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const auto address = isNumber ? completeAddress(text.first(slash)) : std::nullopt;
    if (!address)
        return std::nullopt;
    Network network;
    network.m_bytes = bytesOf(*address);
    network.m_length = digits.toInt() + (address->protocol() == QAbstractSocket::IPv4Protocol ? v4Start : 0);
    if (network.m_length > 128)
        return std::nullopt;
    network.m_isV4 = isMapped(network.m_bytes) && network.m_length >= v4Start;
    network.shorten(network.m_length);
    return network;
}

QList<Network> Network::sharedBy(const QStringList &addresses)
{
    struct Holder
    {
        Network network;
        int count = 0;
    };
    std::vector<Holder> holders;
    QHash<QString, size_t> places; // by the text
    for (const QString &address : addresses) {
        const auto whole = parse(address + (address.contains(u':') ? "/128"_L1 : "/32"_L1));
        if (!whole)
            continue;
        constexpr int usualV4 = v4Start + 24;
        constexpr int usualV6 = 64;
        Network network = *whole;
        network.shorten(network.m_isV4 ? usualV4 : usualV6);
        const QString text = network.toString();
        if (const auto known = places.constFind(text); known != places.cend()) {
            ++holders[*known].count;
        } else {
            places.insert(text, holders.size());
            holders.push_back({network, 1});
        }
    }
    std::stable_sort(
        holders.begin(), holders.end(), [](const Holder &a, const Holder &b) { return a.count > b.count; });
    QList<Network> shared;
    for (const Holder &holder : holders) {
        if (holder.count > 1)
            shared += holder.network;
    }
    return shared;
}

void Network::shorten(int length)
{
    m_length = length;
    for (int bit = m_length; bit < 128; ++bit) {
        auto &byte = m_bytes[static_cast<size_t>(bit / 8)];
        byte = static_cast<quint8>(byte & ~(0x80U >> (bit % 8)));
    }
}

bool Network::contains(const QString &address) const
{
    const auto parsed = completeAddress(address);
    if (!parsed)
        return false;
    const Bytes bytes = bytesOf(*parsed);
    if (isMapped(bytes) != m_isV4)
        return false;
    const auto whole = static_cast<size_t>(m_length / 8);
    if (!std::equal(bytes.begin(), bytes.begin() + whole, m_bytes.begin()))
        return false;
    const auto mask = static_cast<quint8>(0xff00U >> (m_length % 8));
    return mask == 0 || (bytes[whole] & mask) == m_bytes[whole];
}

QString Network::toString() const
{
    if (m_isV4) {
        return u"%1.%2.%3.%4/%5"_s.arg(m_bytes[12])
            .arg(m_bytes[13])
            .arg(m_bytes[14])
            .arg(m_bytes[15])
            .arg(m_length - v4Start);
    }
    return QHostAddress(m_bytes.data()).toString() + u'/' + QString::number(m_length);
}

QStringList Network::commonStarts() const
{
    QString start;
    if (m_isV4) {
        for (int octet = 0; octet < (m_length - v4Start) / 8; ++octet)
            start += QString::number(m_bytes[12 + static_cast<size_t>(octet)]) + (octet < 3 ? u"."_s : QString());
        return start.isEmpty() ? QStringList() : QStringList{start, "::ffff:"_L1 + start};
    }
    // A group of zeroes may be left out.
    for (size_t group = 0; group < static_cast<size_t>(m_length / 16); ++group) {
        const int value = m_bytes[2 * group] << 8 | m_bytes[2 * group + 1];
        if (value == 0)
            break;
        start += QString::number(value, 16) + (group < 7 ? u":"_s : QString());
    }
    return start.isEmpty() ? QStringList() : QStringList{start};
}

} // namespace tidings::akql
