// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notification.h"

#include <QHash>

#include <optional>

namespace tidings {

// What the server confirmed of `seen` while it was being read: an answer that was asked for before that knows nothing
// of it. Moments are counted in confirmations.
class ConfirmedSeen
{
public:
    using Moment = quint64;

    [[nodiscard]] Moment now() const { return m_now; } // when something is asked for
    // `isNeeded`: something was asked for and is not answered yet; else what was known is forgotten.
    void confirm(const QStringList &ids, bool seen, bool isNeeded);
    // What an answer asked for at that moment cannot know.
    [[nodiscard]] std::optional<bool> since(Moment asked, const QString &id) const;
    void correct(QList<Notification> &rows, Moment asked) const;
    // All confirmed since then, by id.
    [[nodiscard]] QHash<QString, bool> since(Moment asked) const;

private:
    struct Confirmed
    {
        bool seen = false;
        Moment at = 0;
    };
    Moment m_now = 0;
    QHash<QString, Confirmed> m_ids;
};

} // namespace tidings
