// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoaddress.h"

#include <QHostAddress>
#include <QString>

#include <algorithm>

namespace tidings::demo {

std::optional<std::string> normalizedAddress(std::string_view text)
{
    const bool six = text.find(':') != std::string_view::npos;
    const std::string_view allowed = six ? "0123456789abcdefABCDEF:." : "0123456789.";
    if (text.find_first_not_of(allowed) != std::string_view::npos)
        return std::nullopt;
    // QHostAddress also takes the short forms of IPv4 that nobody else does.
    if (!six && std::count(text.begin(), text.end(), '.') != 3)
        return std::nullopt;
    const QHostAddress address(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
    if (address.isNull())
        return std::nullopt;
    return address.toString().toLower().toStdString();
}

std::string addressSortKey(std::string_view text)
{
    const QHostAddress address(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
    std::string key;
    if (address.protocol() == QHostAddress::IPv4Protocol) {
        const quint32 number = address.toIPv4Address();
        key = '4';
        for (int shift = 24; shift >= 0; shift -= 8)
            key += static_cast<char>((number >> shift) & 0xffU);
    } else {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        key = '6';
        key.append(std::begin(bytes.c), std::end(bytes.c));
    }
    return key;
}

} // namespace tidings::demo
