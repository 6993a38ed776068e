// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace tidings {

// A user as an event embeds it. All parts may be empty: system events carry {}.
struct UserRef
{
    QString pk; // a number on every known server, kept as its text so that nothing is rounded
    QString username;
    QString email;
    bool isAnonymous = false;

    // While impersonating, the outer user is the real administrator and this is the person acted for.
    std::shared_ptr<const UserRef> onBehalfOf;
    // The event is about a pending flow user (outer) while the session belongs to this one.
    std::shared_ptr<const UserRef> authenticatedAs;

    [[nodiscard]] bool isEmpty() const { return pk.isEmpty() && username.isEmpty() && email.isEmpty(); }

    bool operator==(const UserRef &other) const
    {
        const auto same = [](const auto &a, const auto &b) {
            return a == b || (a && b && *a == *b);
        };
        return pk == other.pk && username == other.username && email == other.email && isAnonymous == other.isAnonymous
            && same(onBehalfOf, other.onBehalfOf) && same(authenticatedAs, other.authenticatedAs);
    }
};

} // namespace tidings
