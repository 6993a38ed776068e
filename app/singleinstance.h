// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariant>

namespace tidings {

// One Tidings in a session: the name org.tidings.Tidings on the session bus, and the interface
// org.freedesktop.Application for a second start and for the desktop. All that can be asked for is to show something;
// what is not understood to the letter is refused. Without a session bus every start stands for itself.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First, // owns the name; requests come as signals
        Second, // handed over: there is nothing left to do
        Alone, // no bus, or the one that runs does not answer
    };

    // Waits for the bus, and for the other Tidings at most three seconds; to be called before there is a window.
    explicit SingleInstance(const QDBusConnection &bus, QObject *parent = nullptr);
    // What the launcher of this start gave it so that its window may come to the front; handed over with the rest. To
    // be read before there is a QApplication, which takes it out of the environment.
    void setPlatformData(const QVariantMap &data) { m_platformData = data; }
    [[nodiscard]] static QVariantMap platformDataOfEnvironment();
    ~SingleInstance() override;
    Role begin(const CommandLine &line);
    [[nodiscard]] Role role() const { return m_role; }

    // What may be shown: limits for what others send.
    static constexpr qsizetype longestText = 10'000;

signals:
    // Before a request that came with one: what lets the window come to the front. Printable ASCII.
    void activationTokenGiven(const QString &token);
    void activated(); // show the window
    void fileRequested(const QString &path); // absolute; show the window, too
    void viewRequested(const QString &name);
    void queryRequested(const QString &query); // parses
    void profileRequested(const QString &name);

private:
    friend class ApplicationInterface;
    [[nodiscard]] bool handOver(const CommandLine &line);
    [[nodiscard]] bool call(const QString &method, const QVariantList &arguments);
    // What is wrong; empty: it was done.
    [[nodiscard]] QString open(const QStringList &uris);
    [[nodiscard]] QString act(const QString &action, const QVariantList &parameters);

    QDBusConnection m_bus;
    QVariantMap m_platformData;
    Role m_role = Role::Alone;
};

} // namespace tidings
