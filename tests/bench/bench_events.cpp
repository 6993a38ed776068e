// SPDX-License-Identifier: GPL-3.0-or-later
// bench_events FILE RUNS: what the program does with a file of many events, without a window. Prints one line a figure:
// a name and the median of RUNS runs, in milliseconds unless the name says otherwise.
#include "benchmark.h"
#include "codec.h"
#include "eventfile.h"
#include "rowfilter.h"
#include "rowsorter.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace tidings;
using namespace tidings::bench;
using namespace Qt::StringLiterals;

namespace {

ModelRef modelOf(const QJsonValue &value)
{
    return {value["app"_L1].toString(), value["model_name"_L1].toString(), value["name"_L1].toString(),
        value["pk"_L1].toString()};
}

// The same records as codec::decodeEventPage() makes, in the way that Qt offers.
QList<Event> decodeWithQt(const QByteArray &body)
{
    QList<Event> events;
    const QJsonArray results = QJsonDocument::fromJson(body).object().value("results"_L1).toArray();
    for (const QJsonValue value : results) {
        Event event;
        event.id = value["pk"_L1].toString();
        event.action = value["action"_L1].toString();
        event.app = value["app"_L1].toString();
        event.clientIp = value["client_ip"_L1].toString();
        event.created = parseTimestamp(value["created"_L1].toString().toStdString());
        event.expires = parseTimestamp(value["expires"_L1].toString().toStdString());
        event.user.pk = QString::number(value["user"_L1]["pk"_L1].toInteger());
        event.user.username = value["user"_L1]["username"_L1].toString();
        event.user.email = value["user"_L1]["email"_L1].toString();
        event.brand = modelOf(value["brand"_L1]);
        const QJsonObject context = value["context"_L1].toObject();
        for (auto member = context.begin(); member != context.end(); ++member) {
            const QString key = member.key();
            const QJsonValue inner = member.value();
            if (key == "message"_L1) {
                event.context.message = inner.toString();
            } else if (key == "username"_L1) {
                event.context.username = inner.toString();
            } else if (key == "auth_method"_L1) {
                event.context.authMethod = inner.toString();
            } else if (key == "model"_L1) {
                event.context.model = modelOf(inner);
            } else if (key == "authorized_application"_L1) {
                event.context.application = modelOf(inner);
            } else if (key == "http_request"_L1) {
                event.context.httpPath = inner["path"_L1].toString();
                event.context.httpMethod = inner["method"_L1].toString();
                event.context.userAgent = inner["user_agent"_L1].toString();
                event.context.requestId = inner["request_id"_L1].toString();
            } else if (key == "geo"_L1) {
                event.context.city = inner["city"_L1].toString();
                event.context.country = inner["country"_L1].toString();
                event.context.continent = inner["continent"_L1].toString();
            } else if (key == "asn"_L1) {
                event.context.asOrganisation = inner["as_org"_L1].toString();
            }
        }
        events += event;
    }
    return events;
}

void benchDecoding(const QString &path, int runs)
{
    constexpr int pageRows = 100;
    constexpr int pages = 50;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QList<QByteArray> records;
    while (records.size() < pageRows && !file.atEnd())
        records += file.readLine().trimmed();
    const QByteArray body = "{\"pagination\":{\"next\":0,\"count\":100},\"results\":[" + records.join(',') + "]}";
    report("decode_page", median(runs, [&] {
        for (int i = 0; i < pages; ++i)
            keep(codec::decodeEventPage(body)->items.size());
    }) / pages);
    report("decode_page_qt", median(runs, [&] {
        for (int i = 0; i < pages; ++i)
            keep(decodeWithQt(body).size());
    }) / pages);
}

EventQuery textQuery(const QString &text)
{
    EventQuery query;
    query.text = text;
    return query;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fputs("usage: bench_events FILE RUNS\n", stderr);
        return 2;
    }
    const QString path = QString::fromLocal8Bit(argv[1]);
    const int runs = std::max(1, std::atoi(argv[2]));

    const auto load = [&path] {
        return EventFile::load(path, {}, [](int) {});
    };
    const double before = anonymousMiB();
    auto file = load();
    if (!file) {
        std::fprintf(stderr, "bench_events: %s\n", qPrintable(file.error()));
        return 1;
    }
    report("memory_mib", anonymousMiB());
    report("memory_rows_mib", anonymousMiB() - before);
    report("rows", static_cast<double>(file->rows.size()));
    report("damaged", static_cast<double>(file->damaged));
    report("open", median(runs, [&] { keep(load()->rows.size()); }));

    const auto filter = [&](const char *name, const EventQuery &query) {
        size_t found = 0;
        report(name, median(runs * 3, [&] {
            const RowFilter rowFilter(*file->store, query, 0);
            found = rowFilter.run(file->rows, {}).size();
        }));
        report((QByteArray(name) + "_rows").constData(), static_cast<double>(found));
    };
    EventQuery byAction;
    byAction.actions = QStringList{u"login_failed"_s};
    filter("filter_action", byAction);
    const QString user = file->store->text(file->rows[file->rows.size() / 2], EventStore::Column::Actor);
    filter("filter_user", textQuery(u"user.username = \"%1\""_s.arg(user)));
    filter("filter_text",
        textQuery(u"user.username ~ \"an\" or app ~ \"an\" or client_ip ~ \"an\" or brand.name ~ \"an\""_s));
    filter("filter_raw", textQuery(u"no_such_text_here"_s));
    filter("filter_raw_some", textQuery(u"login_failed"_s));
    const qsizetype slowRuns = std::max(1, runs / 2);
    size_t found = 0;
    report("filter_path", median(static_cast<int>(slowRuns), [&] {
        const RowFilter rowFilter(*file->store, textQuery(u"context.http_request.method = \"POST\""_s), 0);
        found = rowFilter.run(file->rows, {}).size();
    }));
    report("sort_two", median(runs, [&] {
        keep(sortedRows(*file->store, file->rows, {{SortKey::By::Actor, false}, {SortKey::By::Address, true}}, {})
                 .size());
    }));
    benchDecoding(path, runs);
    return 0;
}
