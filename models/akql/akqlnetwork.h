// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <array>
#include <optional>

class QHostAddress;

namespace tidings::akql {

/// A whole IPv4 or IPv6 address. QHostAddress alone also reads "10.1" and scopes, which the server's database does not.
std::optional<QHostAddress> completeAddress(const QString &text);

/// A block of addresses such as 10.0.0.0/8 or 2001:db8::/32. authentik's language has no such value; it is an extension
/// that this computer alone understands (see Schema::local()). An IPv4 address written as IPv6 (::ffff:10.0.0.1) is the
/// IPv4 address; a block of IPv6 addresses holds no IPv4 ones.
class Network
{
public:
    /// An address, a slash and the number of bits that count; the other bits are taken for zero.
    static std::optional<Network> parse(const QString &text);

    /// The /24 of IPv4 and /64 of IPv6 that hold several of these, each address once; the fullest first.
    static QList<Network> sharedBy(const QStringList &addresses);

    bool contains(const QString &address) const; ///< false for what is no address
    QString toString() const;
    /// Every address of the block begins with one of these texts as the server prints it, others may, too. Empty: there
    /// is nothing they have in common.
    QStringList commonStarts() const;

    bool operator==(const Network &) const = default;

private:
    using Bytes = std::array<quint8, 16>;
    void shorten(int length);

    Bytes m_bytes{}; ///< of IPv4 the last four
    int m_length = 0; ///< of m_bytes, in bits
    bool m_isV4 = false;
};

} // namespace tidings::akql
