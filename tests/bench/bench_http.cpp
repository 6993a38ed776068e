// SPDX-License-Identifier: GPL-3.0-or-later
// bench_http URL RUNS: reads all events of a server into a store, as the command to load all does, and prints the
// median time in milliseconds. The token is the first line of standard input.
#include "benchmark.h"
#include "eventfeed.h"
#include "heap.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <iostream>
#include <string>

using namespace tidings;
using namespace tidings::bench;

int main(int argc, char *argv[])
{
    tuneHeap(); // as the program does
    const QCoreApplication application(argc, argv);
    std::string token;
    const auto address = argc == 3 ? ServerAddress::parse(QString::fromLocal8Bit(argv[1])) : ServerAddress::parse({});
    if (!address || !std::getline(std::cin, token)) {
        std::fputs("usage: bench_http URL RUNS < TOKEN\n", stderr);
        return 2;
    }
    ApiClientOptions options;
    options.address = *address;
    options.token = QByteArray::fromStdString(token);
    int rows = 0;
    bool failed = false;
    const double time = median(std::max(1, std::atoi(argv[2])), [&] {
        ApiClient client(options);
        EventTableModel model;
        EventFeed feed(model);
        QEventLoop loop;
        QObject::connect(
            &feed, &RecordFeed::stateChanged, &loop,
            [&](FeedState state) {
                if (state == FeedState::Idle)
                    return feed.loadAll();
                if (state != FeedState::Loading)
                    loop.quit();
                failed = failed || state == FeedState::Failed;
            },
            Qt::QueuedConnection);
        feed.setClient(&client);
        loop.exec();
        rows = model.rowCount();
        feed.setClient(nullptr);
    });
    if (failed)
        return 1;
    report("http_rows", rows);
    report("http", time);
    return 0;
}
