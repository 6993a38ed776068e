// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoserver.h"
#include "eventfeed.h"
#include "eventspage.h"
#include "plainlabel.h"
#include "recordtable.h"
#include "serverprobe.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

// The pages as tests drive them: against a demo server of their own, by object names.
namespace tidings::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int longTime = 30'000;

template <class T> T *child(const QWidget &parent, const char *name)
{
    T *const found = parent.findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

inline std::unique_ptr<ApiClient> clientFor(const QString &address, const QString &token)
{
    ApiClientOptions options;
    options.address = ServerAddress::parse(address).value();
    options.token = token.toUtf8();
    options.maxAttempts = 1;
    return std::make_unique<ApiClient>(options);
}

inline DemoOptions demoOptions(
    quint32 events, DemoRelease release = DemoRelease::V2026_8, DemoRights rights = DemoRights::Edit)
{
    DemoOptions options;
    options.events = events;
    options.release = release;
    options.rights = rights;
    options.token = u"right-token"_s;
    return options;
}

// A demo server that can go and come back under the same address.
struct Site
{
    explicit Site(const DemoOptions &given)
        : options(given)
    {
        start();
        client = clientFor(u"http://127.0.0.1:%1"_s.arg(port), options.token);
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

inline void show(QWidget &page)
{
    page.resize(1000, 600);
    page.show();
    page.activateWindow();
    if (!QTest::qWaitForWindowActive(&page))
        qFatal("not shown");
}

// The events page with its model and feed.
struct Events
{
    explicit Events(ApiClient *client = nullptr)
    {
        feed.poller().setInterval(1h);
        show(page);
        if (client)
            feed.setClient(client);
    }
    void connectTo(Site &site)
    {
        const ServerInfo info = site.probe();
        page.setKnownActions(info.capabilities.knownActions);
        feed.setClient(site.client.get());
        feed.setCapabilities(info.capabilities);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return feed.state() != FeedState::Loading; }, longTime);
    }
    bool poll()
    {
        QSignalSpy counts(&feed, &EventFeed::countsChanged);
        QSignalSpy failed(&feed, &EventFeed::pollFailed);
        feed.poll();
        return QTest::qWaitFor([&] { return counts.size() + failed.size() > 0; }, longTime);
    }
    [[nodiscard]] RecordTable &table() const { return page.table(); }
    [[nodiscard]] QByteArray keyAtTop() const
    {
        return page.table().indexAt(QPoint(5, 1)).data(EventTableModel::KeyRole).toByteArray();
    }
    [[nodiscard]] QSet<QString> actions() const
    {
        QSet<QString> found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.insert(model.eventAt(row).action);
        return found;
    }
    void type(const QString &text)
    {
        auto *const query = child<QLineEdit>(page, "eventsQuery");
        query->setFocus();
        query->selectAll();
        QTest::keyClicks(query, text);
        QTest::keyClick(query, Qt::Key_Return);
    }
    [[nodiscard]] QString title() const { return child<PlainLabel>(page, "detailTitle")->plainText(); }
    [[nodiscard]] QPushButton &newRows() const { return *child<QPushButton>(page, "newRowsButton"); }

    EventTableModel model;
    EventFeed feed{model};
    EventsPage page{model, feed};
};

} // namespace tidings::test
