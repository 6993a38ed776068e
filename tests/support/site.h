// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoserver.h"
#include "serverprobe.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

// A demo server of a test's own, and a client for it.
namespace tidings::test {

constexpr int longTime = 30'000; // milliseconds

inline std::unique_ptr<ApiClient> clientFor(const QString &address, const QString &token, int maxAttempts = 1)
{
    ApiClientOptions options;
    options.address = ServerAddress::parse(address).value();
    options.token = token.toUtf8();
    options.maxAttempts = maxAttempts;
    return std::make_unique<ApiClient>(options);
}

inline DemoOptions demoOptions(
    quint32 events, DemoRelease release = DemoRelease::V2026_8, DemoRights rights = DemoRights::Edit)
{
    DemoOptions options;
    options.events = events;
    options.release = release;
    options.rights = rights;
    options.token = QStringLiteral("right-token");
    return options;
}

// Can go and come back under the same address.
struct Site
{
    explicit Site(const DemoOptions &given, int maxAttempts = 1)
        : options(given)
    {
        start();
        client = clientFor(QStringLiteral("http://127.0.0.1:%1").arg(port), options.token, maxAttempts);
    }
    void start()
    {
        server = std::make_unique<DemoServer>(options);
        if (!server->listen(port))
            qFatal("no port");
        port = server->port();
    }
    void stop() { server.reset(); }
    ServerInfo probe()
    {
        ServerProbe prober(*client);
        QSignalSpy succeeded(&prober, &ServerProbe::succeeded);
        prober.start();
        if (!QTest::qWaitFor([&] { return !succeeded.isEmpty(); }, longTime))
            qFatal("the probe failed");
        return prober.info();
    }

    DemoOptions options;
    quint16 port = 0;
    std::unique_ptr<DemoServer> server;
    std::unique_ptr<ApiClient> client;
};

} // namespace tidings::test
