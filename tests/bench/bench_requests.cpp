// SPDX-License-Identifier: GPL-3.0-or-later
// bench_requests EVENTS: asks a demo server with so many events what a person asks one after the other (open the list,
// one user, one week long ago, go to a time, ten pages further down, a poll) and prints how many requests the dearest
// of these took, and how many rows the deepest page stood behind, in the release that answers AKQL.
#include "akqlparser.h"
#include "benchmark.h"
#include "demoserver.h"
#include "eventfeed.h"
#include "heap.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QUrl>
#include <QUrlQuery>

#include <cstdlib>

using namespace tidings;
using namespace tidings::bench;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    tuneHeap(); // as the program does
    const QCoreApplication application(argc, argv);
    const int events = argc == 2 ? std::atoi(argv[1]) : 0;
    if (events <= 0) {
        std::fputs("usage: bench_requests EVENTS\n", stderr);
        return 2;
    }
    DemoOptions options;
    options.events = static_cast<quint32>(events);
    options.token = u"token"_s;
    DemoServer server(options);
    if (!server.listen())
        return 1;
    ApiClientOptions access;
    access.address = ServerAddress::parse(u"http://127.0.0.1:%1"_s.arg(server.port())).value();
    access.token = "token";
    ApiClient client(access);
    EventTableModel model;
    EventFeed feed(model);
    ServerCapabilities capabilities;
    capabilities.answersAkql = capabilities.comparesJsonByType = true;
    capabilities.hasActionsParameter = true;

    qsizetype mostRequests = 0;
    qint64 deepest = 0;
    bool failed = false;
    const auto step = [&](const char *name, const auto &act) {
        server.clearRequests();
        QEventLoop loop;
        QObject::connect(&feed, &RecordFeed::countsChanged, &loop, &QEventLoop::quit);
        QObject::connect(&feed, &RecordFeed::stateChanged, &loop, &QEventLoop::quit);
        act();
        do
            loop.exec();
        while (feed.state() == FeedState::Loading);
        failed = failed || feed.state() == FeedState::Failed;
        const QList<DemoRequest> requests = server.requests();
        for (const DemoRequest &request : requests) {
            const QUrlQuery query(QUrl(request.path).query());
            const qint64 page = std::max<qint64>(1, query.queryItemValue(u"page"_s).toLongLong());
            deepest = std::max(deepest, (page - 1) * query.queryItemValue(u"page_size"_s).toLongLong());
        }
        mostRequests = std::max(mostRequests, requests.size());
        report(name, static_cast<double>(requests.size()));
    };
    step("requests_open", [&] { feed.setClient(&client); });
    feed.setCapabilities(capabilities); // a new client forgets what the last server could do
    const Event someone = model.rowCount() > 0 ? model.eventAt(model.rowCount() / 2) : Event();
    step("requests_user", [&] {
        EventQuery query;
        query.conditions = {Condition{*akql::parse(u"user.username = \"%1\""_s.arg(someone.actor())).query}};
        feed.setQuery(query);
    });
    const Timestamp oldest = currentTimestamp() - std::chrono::microseconds(std::chrono::hours(24 * 200)).count();
    step("requests_range", [&] {
        EventQuery query;
        query.range.from = oldest;
        query.range.until = oldest + std::chrono::microseconds(std::chrono::hours(24 * 7)).count();
        feed.setQuery(query);
    });
    step("requests_go_to", [&] { feed.setQuery({}, oldest); });
    for (int page = 0; page < 10; ++page)
        step("requests_page", [&] { feed.loadMore(); });
    step("requests_newest", [&] { feed.setQuery({}, std::nullopt); });
    step("requests_poll", [&] { feed.poll(); });
    if (failed)
        return 1;
    report("requests", static_cast<double>(mostRequests));
    report("deepest_offset", static_cast<double>(deepest));
    return 0;
}
