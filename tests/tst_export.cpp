// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvevent.h"
#include "csvtext.h"
#include "eventexporter.h"
#include "eventfile.h"
#include "exportdialog.h"
#include "noteline.h"
#include "support/pages.h"
#include "support/records.h"
#include "visibletext.h"

#include <QProgressBar>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace tidings;
using namespace tidings::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

std::vector<EventStore::Slot> allRows(const EventStore &store)
{
    std::vector<EventStore::Slot> rows(store.size());
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<EventStore::Slot>(i);
    return rows;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }

    // Exports and returns the error, or nothing.
    static QString run(const RawSnapshot &records, const ExportPlan &plan, const QString &path)
    {
        EventExporter exporter;
        QSignalSpy finished(&exporter, &EventExporter::finished);
        QSignalSpy failed(&exporter, &EventExporter::failed);
        exporter.start(records, plan, path);
        if (!QTest::qWaitFor([&] { return finished.size() + failed.size() > 0; }, longTime))
            qFatal("the export hangs");
        return failed.isEmpty() ? QString() : failed.first().first().toString();
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void cell_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("safe");
        const auto row = [](const char *name, const QByteArray &cell, const QByteArray &plain, const QByteArray &safe) {
            QTest::newRow(name) << cell << plain << safe;
        };
        row("word", "login", "login", "login");
        row("empty", "", "", "");
        row("number", "12", "12", "12");
        row("comma", "a,b", "\"a,b\"", "\"a,b\"");
        row("semicolon", "a;b", "\"a;b\"", "\"a;b\"");
        row("quote", "a\"b", "\"a\"\"b\"", "\"a\"\"b\"");
        row("lines", "a\nb", "\"a\nb\"", "\"a\nb\"");
        row("formula", "=1+1", "=1+1", "'=1+1");
        row("quoted formula", "=HYPERLINK(\"x\",\"y\")", "\"=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
            "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        row("plus", "+1", "+1", "'+1");
        row("negative number", "-1", "-1", "'-1");
        row("at", "@SUM(A1)", "@SUM(A1)", "'@SUM(A1)");
        row("tab", "\t=1", "\t=1", "'\t=1");
        row("line break first", "\n=1", "\"\n=1\"", "\"'\n=1\"");
        row("blank first", " =1", "\" =1\"", "\"' =1\"");
        row("no-break space first", "\xC2\xA0=1", "\xC2\xA0=1", "'\xC2\xA0=1");
        row("zero-width space first", "\xE2\x80\x8B=1", "\xE2\x80\x8B=1", "'\xE2\x80\x8B=1");
        row("byte order mark first", "\xEF\xBB\xBF=1", "\xEF\xBB\xBF=1", "'\xEF\xBB\xBF=1");
        row("full-width =",
            "\xEF\xBC\x9D"
            "1",
            "\xEF\xBC\x9D"
            "1",
            "'\xEF\xBC\x9D"
            "1");
        row("full-width @", "\xEF\xBC\xA0x", "\xEF\xBC\xA0x", "'\xEF\xBC\xA0x");
        row("minus inside", "a-b", "a-b", "a-b");
        row("only blanks", "   ", "\"   \"", "\"   \"");
        row("blanks without end", QByteArray(300, ' ') + "=1", '"' + QByteArray(300, ' ') + "=1\"",
            "\"'" + QByteArray(300, ' ') + "=1\"");
    }
    void cell()
    {
        QFETCH(QByteArray, cell);
        QByteArray line;
        appendCsvCell(line, cell);
        QTEST(line, "plain");
        line.clear();
        appendSafeCsvCell(line, cell);
        QTEST(line, "safe");
    }

    void table()
    {
        EventStore store;
        EventSpec spec{uuidOf(1), u"2026-03-29T00:59:59.123456Z"_s};
        spec.username = u"=cmd|'/c calc'!A1"_s;
        spec.context = "{\"geo\":{\"city\":\"Lisbon\",\"country\":\"PT\"},\"n\":1.50,\"a\":[1, 2]}";
        store.insert(makeEvent(spec));
        spec.id = uuidOf(2);
        spec.created = u"2026-03-29T01:00:00.000000Z"_s;
        spec.username = u"\u202Eana"_s;
        spec.context = "{}";
        store.insert(makeEvent(spec));

        using Content = ExportPlan::Content;
        ExportPlan plan;
        plan.zone = QTimeZone("Europe/Berlin"); // the clock changes between the two
        plan.columns = {{u"Time"_s, Content::Time, {}}, {u"User"_s, Content::User, {}},
            {u"Address"_s, Content::Address, {}}, {u"Place"_s, Content::Place, {}},
            {u"=country"_s, Content::Field, {u"context"_s, u"geo"_s, u"country"_s}},
            {u"n"_s, Content::Field, {u"context"_s, u"n"_s}}, {u"a"_s, Content::Field, {u"context"_s, u"a"_s}}};
        QCOMPARE(run(RawSnapshot(store, {0, 1}), plan, path("table.csv")), QString());
        QCOMPARE(contentOf(path("table.csv")),
            "\xEF\xBB\xBFTime,User,Address,Place,'=country,n,a\r\n"
            "2026-03-29T01:59:59.123456+01:00,'=cmd|'/c calc'!A1,192.0.2.1,\"Lisbon, PT\",PT,1.5,\"[1, 2]\"\r\n"
            "2026-03-29T03:00:00.000000+02:00,"
                + visibleLine(spec.username).toUtf8() + ",192.0.2.1,,,,\r\n");
    }

    void timesOfManyZones_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *const zone : {"UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia",
                 "Australia/Lord_Howe", "America/New_York", "Africa/Monrovia"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    // What is written is the same moment, whatever the zone, also before 1970.
    void timesOfManyZones()
    {
        QFETCH(QByteArray, zone);
        ExportPlan plan;
        plan.zone = QTimeZone(zone);
        plan.columns = {{u"t"_s, ExportPlan::Content::Time, {}}};
        ExportWriter writer(plan);
        constexpr Timestamp step = 37LL * 24 * 3600 * 1'000'000 + 1'234'567;
        for (Timestamp time = -step * 20; time < step * 600; time += step) {
            QByteArray line;
            writer.append(line, toJson(EventSpec{uuidOf(1), timestampToIso(time)}).toStdString());
            const auto read = parseTimestamp(line.trimmed().toStdString());
            QVERIFY2(read, line.constData());
            QCOMPARE(*read, time);
        }
    }

    // Raw formats give back exactly the records; the file can be opened again.
    void records_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("lines") << static_cast<int>(ExportFormat::Lines);
        QTest::newRow("array") << static_cast<int>(ExportFormat::Array);
        QTest::newRow("CSV") << static_cast<int>(ExportFormat::Records);
    }
    void records()
    {
        QFETCH(int, format);
        EventStore store;
        constexpr int count = 9'500; // several rounds, a last part that is not full
        for (int i = 0; i < count; ++i) {
            EventSpec spec{uuidOf(i), timeText(i)};
            spec.username = i % 3 == 0 ? u"a,\"b\"\n=1"_s : u"ana"_s;
            spec.context = "{\"n\":12345678901234567890123, \"f\":1.50,\"i\":" + QByteArray::number(i) + '}';
            store.insert(makeEvent(spec));
        }
        ExportPlan plan;
        plan.format = static_cast<ExportFormat>(format);
        const auto rows = allRows(store);
        QCOMPARE(run(RawSnapshot(store, rows), plan, path("records")), QString());
        const auto file = EventFile::load(path("records"), {}, [](int) {});
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(file->damaged, 0);
        QCOMPARE(file->rows.size(), rows.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            const Event before = store.event(rows[i]);
            const Event after = file->store->event(file->store->find(before.key()));
            if (plan.format == ExportFormat::Records) {
                QCOMPARE(after.user.username, before.user.username);
                QCOMPARE(after.created, before.created);
                QCOMPARE(rawMember(after.raw, "context"), rawMember(before.raw, "context"));
                QCOMPARE(rawMember(after.raw, "user"), rawMember(before.raw, "user"));
            } else {
                QCOMPARE(after.raw, before.raw);
            }
        }
        QCOMPARE(QFile::permissions(path("records")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void laidOutRecordsStayOneLine()
    {
        EventStore store;
        codec::EventDecoder decoder;
        store.insert(decoder.decode(prettyJson(toJson(EventSpec{uuidOf(1)}))));
        ExportPlan plan;
        plan.format = ExportFormat::Lines;
        QCOMPARE(run(RawSnapshot(store, {0}), plan, path("lines")), QString());
        QCOMPARE(contentOf(path("lines")), toJson(EventSpec{uuidOf(1)}) + '\n');
    }

    // Rows that change or come while the file is written are not part of it.
    void snapshot()
    {
        EventStore store;
        EventSpec spec{uuidOf(1)};
        store.insert(makeEvent(spec));
        const RawSnapshot before(store, {0});
        spec.username = u"other"_s;
        store.insert(makeEvent(spec));
        store.insert(makeEvent(EventSpec{uuidOf(2)}));
        store.clear();
        ExportPlan plan;
        plan.format = ExportFormat::Lines;
        QCOMPARE(run(before, plan, path("snapshot")), QString());
        QCOMPARE(contentOf(path("snapshot")), toJson(EventSpec{uuidOf(1)}) + '\n');
    }

    void nothingIsReplacedByAFailure()
    {
        QFile log(path("log.jsonl"));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(toJson(EventSpec{uuidOf(1)}) + '\n');
        log.close();
        auto file = EventFile::load(log.fileName(), {}, [](int) {});
        QVERIFY(file);
        QFile target(path("target.jsonl"));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write("before");
        target.close();
        ExportPlan plan;
        plan.format = ExportFormat::Lines;

        QVERIFY(log.open(QIODevice::WriteOnly | QIODevice::Truncate));
        log.close();
        QCOMPARE(run(RawSnapshot(*file->store, file->rows), plan, target.fileName()),
            u"The log file has changed since it was read. Nothing was written."_s);
        QCOMPARE(contentOf(target.fileName()), "before");

        EventStore store;
        store.insert(makeEvent(EventSpec{uuidOf(1)}));
        QVERIFY(run(RawSnapshot(store, {0}), plan, path("no/such/folder"))
                    .startsWith(path("no/such/folder") + u" cannot be written:"_s));
    }

    void cancel()
    {
        EventStore store;
        for (int i = 0; i < 20'000; ++i)
            store.insert(makeEvent(EventSpec{uuidOf(i), timeText(i)}));
        EventExporter exporter;
        QSignalSpy finished(&exporter, &EventExporter::finished);
        QSignalSpy failed(&exporter, &EventExporter::failed);
        exporter.start(RawSnapshot(store, allRows(store)), {}, path("cancelled"));
        exporter.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, longTime);
        QCOMPARE(failed.first().first().toString(), QString());
        QVERIFY(finished.isEmpty());
        QVERIFY(!QFile::exists(path("cancelled")));
        QVERIFY(!exporter.isRunning());
    }

    void dialog()
    {
        Events site;
        site.model.merge({makeEvent(EventSpec{uuidOf(1), timeText(0)}), makeEvent(EventSpec{uuidOf(2), timeText(1)})});
        site.page.exportEvents();
        auto *const dialog = child<ExportDialog>(site.page, "exportDialog");
        QCOMPARE(child<PlainLabel>(*dialog, "exportTitle")->plainText(), u"2 event(s), as shown and in this order"_s);
        dialog->exportTo(path("shown.csv"));
        auto *const note = child<NoteLine>(*dialog, "exportNote");
        QTRY_VERIFY_WITH_TIMEOUT(!note->text().isEmpty(), longTime);
        QVERIFY2(note->text().startsWith(u"2 event(s) written to "_s), qPrintable(note->text()));
        const QList<QByteArray> lines = contentOf(path("shown.csv")).split('\n');
        QCOMPARE(lines.first(), "\xEF\xBB\xBFTime,Action,User,From,Place,What happened\r");
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(1).startsWith("2026-11-20T10:00:01.000000Z,"));

        dialog->findChildren<QRadioButton *>().last()->click();
        dialog->exportTo(path("shown.json"));
        QTRY_VERIFY_WITH_TIMEOUT(note->text().contains(u"shown.json"_s), longTime);
        QVERIFY(contentOf(path("shown.json")).startsWith("[\n{"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isHidden());
    }
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
