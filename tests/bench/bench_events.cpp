// SPDX-License-Identifier: GPL-3.0-or-later
// What the program does with a file of many events, without a window: the file named by TIDINGS_BENCH_FILE. A Qt Test
// program; bench.sh runs it with -csv and -median.
#include "benchmark.h"
#include "codec.h"
#include "eventexporter.h"
#include "eventfile.h"
#include "heap.h"
#include "rowfilter.h"
#include "rowsorter.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <optional>

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

EventQuery textQuery(const QString &text)
{
    EventQuery query;
    query.text = text;
    return query;
}

// A page of the file's first records, as a server would send it.
QByteArray pageOf(const QString &path)
{
    constexpr int pageRows = 100;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> records;
    while (records.size() < pageRows && !file.atEnd())
        records += file.readLine().trimmed();
    return "{\"pagination\":{\"next\":0,\"count\":100},\"results\":[" + records.join(',') + "]}";
}

} // namespace

class EventsBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        tuneHeap(); // as the program does
        m_path = qEnvironmentVariable("TIDINGS_BENCH_FILE");
        QVERIFY2(!m_path.isEmpty(), "TIDINGS_BENCH_FILE names no file");
        const double before = anonymousMiB();
        auto file = EventFile::load(m_path, {}, [](int) {});
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(file->damaged, 0);
        m_memory = (anonymousMiB() - before) * 1024 * 1024;
        m_file.emplace(std::move(*file));
    }

    // What the rows take, pages of the file not counted.
    void memory() { QTest::setBenchmarkResult(m_memory, QTest::BytesAllocated); }

    void open()
    {
        QBENCHMARK
        {
            keep(EventFile::load(m_path, {}, [](int) {})->rows.size());
        }
    }

    void filter_data()
    {
        QTest::addColumn<EventQuery>("query");
        EventQuery byAction;
        byAction.actions = QStringList{u"login_failed"_s};
        QTest::newRow("action") << byAction;
        const QString user = m_file->store->text(m_file->rows[m_file->rows.size() / 2], EventStore::Column::Actor);
        QTest::newRow("user") << textQuery(u"user.username = \"%1\""_s.arg(user));
        QTest::newRow("text") << textQuery(
            u"user.username ~ \"an\" or app ~ \"an\" or client_ip ~ \"an\" or brand.name ~ \"an\""_s);
        QTest::newRow("raw") << textQuery(u"no_such_text_here"_s);
        QTest::newRow("path") << textQuery(u"context.http_request.method = \"POST\""_s);
    }
    void filter()
    {
        QFETCH(const EventQuery, query);
        QBENCHMARK
        {
            const RowFilter rowFilter(*m_file->store, query, 0);
            keep(rowFilter.run(m_file->rows, {}).size());
        }
    }

    void sort()
    {
        QBENCHMARK
        {
            keep(sortedRows(
                *m_file->store, m_file->rows, {{SortKey::By::Actor, false}, {SortKey::By::Address, true}}, {})
                     .size());
        }
    }

    void decode()
    {
        const QByteArray body = pageOf(m_path);
        codec::EventPageDecoder decoder;
        QBENCHMARK
        {
            keep(decoder.decode(body)->items.size());
        }
    }

    void decodeByQt()
    {
        const QByteArray body = pageOf(m_path);
        QBENCHMARK
        {
            keep(decodeWithQt(body).size());
        }
    }

    // All rows as a table, to a file beside the one that was read.
    void exporting()
    {
        using Content = ExportPlan::Content;
        ExportPlan plan;
        plan.columns = {{u"Time"_s, Content::Time, {}}, {u"Action"_s, Content::Field, {u"action"_s}},
            {u"User"_s, Content::User, {}}, {u"App"_s, Content::Field, {u"app"_s}}, {u"From"_s, Content::Address, {}},
            {u"Brand"_s, Content::Brand, {}}};
        const RawSnapshot rows(*m_file->store, m_file->rows);
        qint64 size = 0;
        QBENCHMARK
        {
            EventExporter exporter;
            QEventLoop loop;
            connect(&exporter, &EventExporter::finished, &loop, [&](qint64 /*records*/, qint64 bytes) {
                size = bytes;
                loop.quit();
            });
            connect(&exporter, &EventExporter::failed, &loop, &QEventLoop::quit);
            exporter.start(rows, plan, m_path + u".csv"_s);
            loop.exec();
        }
        QVERIFY(size > 0);
    }

private:
    QString m_path;
    std::optional<EventFile> m_file;
    double m_memory = 0; // bytes
};

QTEST_GUILESS_MAIN(EventsBenchmark)

#include "bench_events.moc"
