// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tidings {

// Whether news can come in: what stands between Tidings and its server, and since when. Somebody whose window is hidden
// must be told that silence does not mean peace.
class ContactWatch : public QObject
{
    Q_OBJECT

public:
    enum class Part {
        Connection, // server and token
        Notifications, // asking for them
        WatchRules, // looking at new events for them
    };

    // lostForLong() comes after `patience` without contact.
    explicit ContactWatch(std::chrono::milliseconds patience = std::chrono::minutes(10), QObject *parent = nullptr);

    // Translated, one line; empty: all is well. What is said of the connection stands for the other parts.
    void setTrouble(Part part, const QString &reason);
    [[nodiscard]] QString trouble(Part part) const { return m_troubles.value(part); }
    // Of the connection or else of the notifications; empty: they come.
    [[nodiscard]] QString reason() const;

signals:
    void changed();
    void lostForLong(const QString &reason); // once, until there is contact again
    void restored(); // there is contact again

private:
    QHash<Part, QString> m_troubles; // those that are some
    QTimer m_patience;
};

} // namespace tidings
