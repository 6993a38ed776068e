// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include "result.h"

namespace tidings {

// Where an authentik lives: scheme, host, port and the sub-path it is installed under (authentik >= 2024.12 may have
// one). Never has user info, query or fragment. https, or http for loopback only.
class ServerAddress
{
public:
    ServerAddress() = default; // not valid

    // Takes what a person types or pastes: adds https:// where no scheme is given (http:// for loopback), drops
    // trailing slashes and what follows an authentik page ("/if/admin/…", "/if/user/…", "/api/v3/…", "/application/…").
    // The error is a sentence for people, translated.
    static Expected<ServerAddress, QString> parse(const QString &input);

    [[nodiscard]] bool isValid() const { return m_base.isValid() && !m_base.isEmpty(); }
    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] bool isEncrypted() const;

    // "https://auth.example.org/sub", without a trailing slash.
    [[nodiscard]] QString toString() const;
    // Scheme, host and port, lower case: the only origin the token is ever sent to.
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString host() const { return m_base.host(); }
    [[nodiscard]] bool isSameOrigin(const QUrl &url) const;

    // base + "/api/v3/" + path. `path` has no leading slash and ends in one.
    [[nodiscard]] QUrl apiUrl(const QString &path, const QUrlQuery &query = {}) const;
    // A page of the web interface, for instance "if/admin/#/events/log/<pk>".
    [[nodiscard]] QUrl webUrl(const QString &pathAndFragment) const;

    bool operator==(const ServerAddress &) const = default;

private:
    QUrl m_base; // the path ends in '/'
};

} // namespace tidings
