// SPDX-License-Identifier: GPL-3.0-or-later
// bench_seen COUNT LATENCY: marks COUNT notifications of a demo server with LATENCY milliseconds seen, one by one and
// as the inbox does it, journal included, and prints both times in milliseconds.
#include "benchmark.h"
#include "heap.h"
#include "notificationfeed.h"
#include "serverthread.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdlib>

using namespace tidings;
using namespace tidings::bench;

int main(int argc, char *argv[])
{
    tuneHeap(); // as the program does
    const QCoreApplication application(argc, argv);
    const int count = argc == 3 ? std::atoi(argv[1]) : 0;
    if (count <= 0) {
        std::fputs("usage: bench_seen COUNT LATENCY\n", stderr);
        return 2;
    }
    const ServerThread server(count, std::atoi(argv[2]));
    ApiClientOptions options;
    options.address = ServerAddress::parse(QStringLiteral("http://127.0.0.1:%1").arg(server.port())).value();
    options.token = "token";
    ApiClient client(options);

    QEventLoop loop;
    qint64 user = 0;
    client.currentUser(&loop, [&](const Result<CurrentUser> &me) {
        user = me ? me->pk : 0;
        loop.quit();
    });
    loop.exec();
    const QTemporaryDir folder;
    NotificationTableModel model;
    NotificationFeed feed(model);
    feed.work().setJournal(folder.filePath(QStringLiteral("seen.journal")));
    NotificationFilter filter;
    filter.seen = false;
    feed.setFilter(filter);
    feed.setClient(&client, user);
    feed.loadAll();
    QObject::connect(&feed, &RecordFeed::stateChanged, &loop, [&](FeedState state) {
        if (state == FeedState::Complete || state == FeedState::Failed)
            loop.quit();
    });
    loop.exec();
    const QList<QByteArray> keys = model.unseenKeys().mid(0, count);
    bool failed = keys.size() < count;

    QObject::connect(&feed.changer(), &SeenChanger::finished, &loop, [&](const SeenResult &result) {
        failed = failed || result.failed + result.deleted > 0;
        loop.quit();
    });
    QElapsedTimer clock;
    clock.start();
    feed.setSeen(keys, true);
    loop.exec();
    const double together = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    feed.undoStack().undo();
    loop.exec();

    qsizetype next = 0;
    std::function<void()> one = [&] {
        if (next == keys.size())
            return loop.quit();
        client.setNotificationSeen(
            QString::fromLatin1(keys.at(next++)), true, &loop, [&](const Result<Notification> &result) {
                failed = failed || !result;
                one();
            });
    };
    clock.restart();
    one();
    loop.exec();
    const double oneByOne = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (failed)
        return 1;
    report("seen_one_by_one", oneByOne);
    report("seen", together);
    return 0;
}
