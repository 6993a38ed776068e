// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvevent.h"
#include "eventfile.h"
#include "filefeed.h"
#include "logline.h"
#include "rawsnapshot.h"
#include "recordscanner.h"
#include "support/records.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include <sys/stat.h>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int longTime = 30'000;

QByteArray lineOf(int n, const QString &user = u"alice"_s)
{
    return toJson({.id = uuidOf(n), .created = timeText(n), .username = user});
}

EventQuery textQuery(const QString &text)
{
    EventQuery query;
    query.text = text;
    return query;
}

enum class RecordKind { Json, LaidOut, Csv, Wrapped };

// By "user<n>", with all that damage can hide behind.
QByteArray damageableRecord(int n, RecordKind kind)
{
    const QString user = u"user%1"_s.arg(n);
    const QByteArray context
        = R"({"list":[{"pk":1,"name":"x"},{"pk":2}],"text":"[a] {b}, \"c\\d\"\n","scopes":["e","f"]})";
    const QByteArray json = toJson({.id = uuidOf(n), .created = timeText(n), .username = user, .context = context});
    const auto quoted = [](QByteArray cell) {
        return '"' + cell.replace('"', "\"\"") + '"';
    };
    switch (kind) {
    case RecordKind::Json:
        break;
    case RecordKind::LaidOut:
        return prettyJson(json);
    case RecordKind::Csv:
        return uuidOf(n).toUtf8() + ',' + quoted("{\"username\": \"" + user.toUtf8() + "\"}") + ",login,core,"
            + quoted(context) + ",192.0.2.1," + timeText(n).toUtf8() + ",,{}";
    case RecordKind::Wrapped:
        return "{\"log\":" + quotedJson(QString::fromUtf8(json + '\n')) + ",\"stream\":\"stdout\"}";
    }
    return json;
}

// As the runtimes of Kubernetes keep a line.
QByteArray containerLine(const char *stream, const char *mark, const QByteArray &text)
{
    return QByteArray("2026-11-20T10:00:00.123456789+01:00 ") + stream + ' ' + mark + ' ' + text + '\n';
}

// In pieces of this size, each but the last marked P.
QByteArrayList splitLines(const char *stream, const QByteArray &text, qsizetype size)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < text.size(); at += size)
        lines += containerLine(stream, at + size < text.size() ? "P" : "F", text.mid(at, size));
    return lines;
}

QByteArray page(const QList<QByteArray> &records)
{
    return "{\"pagination\":{\"next\":0,\"count\":3},\"results\":[" + records.join(',')
        + "],\"autocomplete\":{\"fields\":{\"results\":[{\"a\":1}]}}}";
}

} // namespace

class EventFileTest : public QObject
{
    Q_OBJECT

private:
    QString write(const QByteArray &content, const QString &name = u"log"_s)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }
    static Expected<EventFile, QString> load(const QString &path)
    {
        return EventFile::load(path, {}, [](int) {});
    }
    Expected<EventFile, QString> loadBytes(const QByteArray &content) { return load(write(content)); }
    // The users of all rows, newest first.
    static QStringList users(const EventFile &file)
    {
        QStringList names;
        for (const auto slot : file.rows)
            names += file.store->text(slot, EventStore::Column::Actor);
        return names;
    }
    static QList<qint64> problemLines(const EventFile &file)
    {
        QList<qint64> lines;
        for (const FileProblem &problem : file.problems)
            lines += problem.line;
        return lines;
    }

    QTemporaryDir m_dir;

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void formats_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("format");
        const QList<QByteArray> records{lineOf(1, u"a"_s), lineOf(2, u"b"_s), lineOf(3, u"c"_s)};
        const auto lines = static_cast<int>(EventFile::Format::Lines);
        const auto json = static_cast<int>(EventFile::Format::Json);
        QTest::newRow("lines") << records.join('\n') + '\n' << lines;
        QTest::newRow("no last line end") << records.join('\n') << lines;
        QTest::newRow("newest first") << QList<QByteArray>{records[2], records[1], records[0]}.join('\n') << lines;
        QTest::newRow("any order") << QList<QByteArray>{records[1], records[2], records[0]}.join('\n') << lines;
        QTest::newRow("CRLF") << records.join("\r\n") + "\r\n" << lines;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + records.join('\n') << lines;
        QTest::newRow("empty lines") << "\n\n" + records.join("\n \n\n\r\n") + "\n\n" << lines;
        QTest::newRow("array") << "[" + records.join(',') + "]" << json;
        QTest::newRow("array on lines") << " [\n" + records.join(",\n") + "\n]\n" << json;
        QTest::newRow("array with mark") << "\xEF\xBB\xBF[" + records.join(',') + "]" << json;
        QTest::newRow("indented") << "[\n" + prettyJson(records[0]) + ",\n" + prettyJson(records[1]) + ",\n"
                + prettyJson(records[2])
                + "\n]" << json;
        QTest::newRow("page") << page(records) << json;
        QTest::newRow("pages") << page({records[0]}) + page({records[1], records[2]}) << json;
        QTest::newRow("pages on lines") << page({records[0], records[2]}) + "\n" + page({records[1]}) + "\n" << json;
        QTest::newRow("indented page") << prettyJson(page(records)) << json;
        QTest::newRow("objects in a row")
            << prettyJson(records[0]) + "\n" + prettyJson(records[1]) + records[2] << json;
    }
    void formats()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, format);
        const auto file = loadBytes(content);
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(users(*file), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
        QCOMPARE(file->damaged, 0);
        QCOMPARE(static_cast<int>(file->format), format);
        // Raw bytes are those of the file.
        for (const auto slot : file->rows) {
            QVERIFY(content.contains(file->store->raw(slot)));
            QCOMPARE(file->store->event(slot).user.username, file->store->text(slot, EventStore::Column::Actor));
        }
        QCOMPARE(file->store->find(uuidOf(2).toUtf8()), file->rows[1]);
    }

    // Rows from the file are those that the decoder makes, for all that authentik and others send.
    void sameAsDecoded()
    {
        QFile samples(QStringLiteral(TIDINGS_TEST_DATA "/sample-events.json"));
        QVERIFY(samples.open(QIODevice::ReadOnly));
        QList<QByteArray> odd{R"({"pk":"x","action":"login","user":{"username":7},"context":[]})",
            R"({"action":"login","action":"logout","user":{"username":"a"},"user":{"username":"b"}})",
            R"({"acti\u006fn":"login","created":"2026-11-20T10:00:00Z","user":null})",
            R"({"action":"custom_x","created":"nonsense","client_ip":null,"brand":{},"context":{"geo":{"country":null}}})",
            R"({"action":"login","user":{"username":"\u0000\u202e","on_behalf_of":{"username":"o"}},"context":{"geo":7}})",
            "{\"action\":\"login\",\"user\":{\"username\":\"broken \xFF\xC3\"}}",
            R"({"action":"a","context":{"authorized_application":{"name":"App"},"geo":{"city":"X","country":"DE"}}})",
            R"({"action":"a","app":"x\ny","context":{"authorized_application":{"name":""}}, "created":"1970-01-01T00:00:00Z"})"};
        const QByteArray content = compactJson(samples.readAll());
        const auto whole = loadBytes(content);
        QVERIFY(whole);
        QCOMPARE(whole->rows.size(), size_t(12));
        for (const auto slot : whole->rows)
            odd += whole->store->raw(slot);
        const auto file = loadBytes(odd.join('\n') + '\n' + odd.join('\n')); // the second time from what is known
        QVERIFY(file);
        QCOMPARE(file->damaged, 0);
        QCOMPARE(file->rows.size(), static_cast<size_t>(odd.size()));
        QCOMPARE(file->repeated, odd.size());
        codec::EventDecoder decoder;
        for (EventStore::Slot slot = 0; slot < file->store->size(); ++slot) {
            const Event event = decoder.decode(odd.at(static_cast<qsizetype>(slot) % odd.size()));
            EventStore one;
            const auto expected = one.insert(event);
            QCOMPARE(file->store->raw(slot), event.raw);
            QCOMPARE(file->store->times()[slot], event.created.value_or(EventRow::noTime));
            QCOMPARE(file->store->id(slot), EventId::ofKey(event.key()));
            for (size_t i = 0; i < EventRow::columnCount; ++i) {
                const auto column = static_cast<EventStore::Column>(i);
                QCOMPARE(file->store->text(slot, column), one.text(expected, column));
            }
        }
    }

    void damaged()
    {
        QByteArray content
            = lineOf(1) + "\n{\"action\": \"log\n\nnot json\n" + lineOf(2) + "\n[1]\n{\"level\":\"info\"}\n";
        content += QByteArray(3, '\0') + "\n" + lineOf(3).left(60);
        const auto file = loadBytes(content);
        QVERIFY(file);
        QCOMPARE(file->rows.size(), size_t(2));
        QCOMPARE(file->damaged, 6);
        QCOMPARE(problemLines(*file), (QList<qint64>{2, 4, 6, 7, 8, 9}));
        QCOMPARE(file->problems.at(3).reason, u"not an event"_s);
        QCOMPARE(file->problems.at(5).reason, u"the file ends inside this record"_s);
    }

    // What a row shows is what it matches as.
    void repeatedKeys()
    {
        const auto file
            = loadBytes(lineOf(1).replace("\"user\":", "\"user\":{\"username\":\"x\",\"username\":\"y\"},\"user\":"));
        QVERIFY(file);
        QCOMPARE(users(*file), QStringList{u"x"_s});
        const EventStore &store = *file->store;
        QVERIFY(akql::toLiteral(store.dictionary().value(store.codes(EventStore::Field::Username)[file->rows[0]]))
            == akql::Literal(u"x"_s));
        QVERIFY(store.event(file->rows[0]).oddities.contains(u"user stands twice"_s));
    }

    void damagedElements()
    {
        const auto file
            = loadBytes("[\n" + lineOf(1) + ",\n{\"a\":tru},\n7,\n" + lineOf(2) + ",\n" + lineOf(3).left(80));
        QVERIFY(file);
        QCOMPARE(file->rows.size(), size_t(2));
        QCOMPARE(problemLines(*file), (QList<qint64>{3, 4, 6}));
        QCOMPARE(file->problems.last().reason, u"the file ends inside this record"_s);
    }

    void containerLogs_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("isWrapped");
        QTest::newRow("as written") << QByteArray() << QByteArray() << false;
        QTest::newRow("compose") << QByteArray("server-1  | ") << QByteArray() << false;
        QTest::newRow("CRI") << QByteArray("2026-11-20T16:27:41.104233Z stdout F ") << QByteArray() << false;
        QTest::newRow("json-file") << QByteArray("{\"log\":")
                                   << QByteArray(",\"stream\":\"stdout\",\"time\":\"2026-11-20T16:27:41.1Z\"}") << true;
    }
    void containerLogs()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(bool, isWrapped);
        const auto event = [](const QByteArray &user, const QByteArray &time) {
            return R"({"action": "login", "client_ip": "192.0.2.7", "context": {"geo": {"city": "Lisbon"}}, "event":)"
                   R"( "Created Event", "level": "info", "logger": "authentik.events.models", "timestamp": )"
                + time + ", \"user\": {\"pk\": 5, \"username\": \"" + user + "\"}}";
        };
        const QByteArrayList lines{R"({"event": "Loaded config", "level": "info", "timestamp": 1795168790.5})",
            event("a", "\"2026-11-20T10:00:00.5Z\""), event("b", "\"2026-11-20T10:00:01.5\""),
            R"({"action": "x", "event": "Some step", "timestamp": "2026-11-20T10:00:01Z"})", "Traceback: {oops",
            event("c", "1795168802.5"), event("d", "1795168803500"), event("e", "\"soon\""),
            lineOf(5, u"plain"_s).replace("}", " }"), "{\"event\": \"cut"};
        QByteArray content;
        for (const QByteArray &line : lines)
            content += before + (isWrapped ? quotedJson(QString::fromUtf8(line + '\n')) : line) + after + '\n';
        const auto file = loadBytes(content);
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(static_cast<int>(file->format), static_cast<int>(EventFile::Format::Lines));
        QCOMPARE(users(*file), (QStringList{u"plain"_s, u"d"_s, u"c"_s, u"b"_s, u"a"_s, u"e"_s}));
        QCOMPARE(file->otherLines, 3);
        QCOMPARE(file->damaged, 1);
        QCOMPARE(problemLines(*file), QList<qint64>{10});
        constexpr Timestamp start = 1'795'168'800'000'000;
        for (size_t i = 1; i < 5; ++i) {
            const auto slot = file->rows[i];
            const auto expected = start + static_cast<Timestamp>(4 - i) * 1'000'000 + 500'000;
            QCOMPARE(file->store->created(slot), expected);
            // Details, filters and export see the same.
            const Event decoded = file->store->event(slot);
            QCOMPARE(decoded.created, expected);
            QCOMPARE(EventId::ofKey(decoded.key()), file->store->id(slot));
            QCOMPARE(decoded.context.city, u"Lisbon"_s);
            RawReader reader(*file->store);
            reader.prepare(file->rows.data(), file->rows.size());
            const std::string_view raw = reader.raw(slot);
            QCOMPARE(QByteArray(raw.data(), static_cast<qsizetype>(raw.size())), decoded.raw);
        }
        QVERIFY(!file->store->hasTime(file->rows[5]));
        QVERIFY(file->store->event(file->rows[5]).oddities.contains(u"created is not a point in time"_s));
        QCOMPARE(file->store->event(file->rows[0]).raw, lines.at(8));
    }

    // A time that is none is shown as odd, whatever it is, and nothing else is lost.
    void logWithOddTimes()
    {
        QByteArray content;
        for (const char *const time : {"{\"at\": [1]}", "[\"2026-11-20T10:00:00Z\"]", "true", "\"\""})
            content
                += QByteArray("{\"action\":\"login\",\"timestamp\": ") + time + ",\"user\":{\"username\":\"late\"}}\n";
        const auto file = loadBytes(content + lineOf(1) + '\n');
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(file->damaged, 0);
        QCOMPARE(users(*file), (QStringList{u"alice"_s, u"late"_s, u"late"_s, u"late"_s, u"late"_s}));
        QVERIFY(!file->store->hasTime(file->rows.back()));
        QVERIFY(file->store->event(file->rows.back()).oddities.contains(u"created is not a point in time"_s));
    }

    // A cell that only nearly is an object does not break its record.
    void cellsThatAreNoObjects()
    {
        const QList<QByteArray> header{"pk", "user", "action"};
        for (const QByteArray &cell : {QByteArray("{\"a\":}}"), QByteArray("{\"a\":]}"), QByteArray("{\"a\":,}}"),
                 QByteArray("{\"a\":1}}"), QByteArray("{a}")}) {
            const QList<QByteArray> cells{"x", cell, "login"};
            const QByteArray json = codec::jsonFromCsv(header, cells);
            QVERIFY2(!checkJsonObject(QString::fromUtf8(json)), json.constData());
            QCOMPARE(codec::csvCellsOf(header, json), cells);
        }
    }

    void cellsOfRepeatedKeys()
    {
        QCOMPARE(
            codec::csvCellsOf({"a", "b", "c"}, R"({"a":null,"b":1,"a":2,"b":3})"), (QList<QByteArray>{"", "1", ""}));
    }

    void containerLinesAreRead()
    {
        using Stream = codec::ContainerLine::Stream;
        const auto line = codec::containerLine("2026-11-20T16:27:41.104233Z stderr P two words \r\n");
        QVERIFY(line && line->isPartial && line->stream == Stream::Error);
        QVERIFY(line->text == "two words ");
        const auto marks = codec::containerLine("2026-11-20T16:27:41Z stdout F:more  x");
        QVERIFY(marks && !marks->isPartial && marks->stream == Stream::Output);
        QVERIFY(marks->text == " x");
        const auto empty = codec::containerLine("2026-11-20T16:27:41Z stdout P");
        QVERIFY(empty && empty->isPartial && empty->text.empty());
        for (const char *const other : {"", "{\"a\":1}", "2026-11-20T16:27:41Z", "2026-11-20T16:27:41Z stdout",
                 "2026-11-20T16:27:41Z stdout {\"a\":1}", "2026-11-20 stdout P x", "2026-11-20T16:27:41Z stdin P x"})
            QVERIFY2(!codec::containerLine(other), other);

        const QByteArray mixed = containerLine("stdout", "P", "a ") + containerLine("stderr", "F", "no")
            + containerLine("stdout", "P", "b") + "neither\n" + containerLine("stdout", "F", "c")
            + containerLine("stdout", "F", "another");
        QCOMPARE(codec::joinedContainerLines(mixed), containerLine("stdout", "P", "a bc").chopped(1));
        QCOMPARE(codec::joinedContainerLines("{\n}"), QByteArray("{\n}"));
        const QByteArray whole = containerLine("stdout", "F", "x") + "y\n";
        QCOMPARE(codec::joinedContainerLines(whole), whole);
    }

    // Lines that were split are one record each, also where those of both streams are mixed.
    void splitContainerLines()
    {
        const auto longLine = [](int n, const QString &user) {
            return toJson({.id = uuidOf(n),
                .created = timeText(n),
                .username = user,
                .context = "{\"f\":\"" + QByteArray("word ").repeated(100) + "\"}"});
        };
        const QByteArray a = longLine(1, u"zo\u00EB"_s);
        const qsizetype blank = a.indexOf("word ") + 5; // the first piece ends with a blank
        const qsizetype letter = a.indexOf("\xC3\xAB") + 1; // and one in the middle of a letter
        QVERIFY(blank > 5 && letter > 0);
        const qsizetype first = std::min(blank, letter);
        const qsizetype second = std::max(blank, letter);
        const QByteArray c = longLine(3, u"c"_s);
        const QByteArray content = containerLine("stdout", "P", a.left(first))
            + containerLine("stderr", "F", lineOf(2, u"b"_s))
            + containerLine("stdout", "P", a.mid(first, second - first)) + containerLine("stderr", "P", c.left(100))
            + containerLine("stdout", "F", a.mid(second)) + containerLine("stderr", "F", c.mid(100))
            + containerLine("stdout", "F", lineOf(4, u"d"_s)) + containerLine("stdout", "P", "a long story, ")
            + containerLine("stdout", "F", "which ends") + containerLine("stdout", "P", c.left(200));
        const auto file = loadBytes(content);
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(users(*file), (QStringList{u"d"_s, u"c"_s, u"b"_s, u"zo\u00EB"_s}));
        QCOMPARE(file->otherLines, 1);
        QCOMPARE(file->damaged, 1);
        QCOMPARE(file->problems, (QList<FileProblem>{{10, u"the file ends inside this record"_s}}));
        // Details, filters and export see the records as they were before.
        RawReader reader(*file->store);
        reader.prepare(file->rows.data(), file->rows.size());
        const QByteArrayList records{lineOf(4, u"d"_s), c, lineOf(2, u"b"_s), a};
        for (size_t row = 0; row < file->rows.size(); ++row) {
            const auto slot = file->rows[row];
            QCOMPARE(file->store->raw(slot), records.at(static_cast<qsizetype>(row)));
            const std::string_view raw = reader.raw(slot);
            QCOMPARE(
                QByteArray(raw.data(), static_cast<qsizetype>(raw.size())), records.at(static_cast<qsizetype>(row)));
        }
    }

    // Parts of the file are read side by side; records that lie in two are there once.
    void splitLinesInManyParts()
    {
        constexpr qsizetype pieceSize = 16 * 1024;
        constexpr qsizetype partSize = 4 * 1024 * 1024;
        QByteArray content;
        int n = 0;
        const auto record = [&n](qsizetype size) {
            ++n;
            return toJson({.id = uuidOf(n),
                .created = timeText(n),
                .username = u"u%1"_s.arg(n),
                .context = "{\"f\":\"" + QByteArray(size, 'y') + "\"}"});
        };
        while (content.size() < 2 * partSize) {
            const QByteArrayList lines = splitLines("stdout", record(50'000 + n * 7), pieceSize);
            for (const QByteArray &line : lines)
                content += line + (n % 3 == 0 ? containerLine("stderr", "F", record(100)) : QByteArray());
        }
        // The rest of one comes long after its first line, in the next part.
        while (content.size() < 3 * partSize - 100'000)
            content += containerLine("stdout", "F", record(20'000));
        const QByteArrayList pieces = splitLines("stdout", record(20'000), pieceSize);
        QCOMPARE(pieces.size(), 2);
        content += pieces.first();
        while (content.size() < 3 * partSize + 900'000)
            content += containerLine("stderr", "F", record(20'000));
        content += pieces.last() + containerLine("stdout", "F", record(10));
        const auto file = loadBytes(content);
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(file->damaged, 0);
        QCOMPARE(file->otherLines, 0);
        QCOMPARE(file->repeated, 0);
        QCOMPARE(file->rows.size(), static_cast<size_t>(n));
        for (int i = 0; i < n; ++i) {
            const auto slot = file->rows[static_cast<size_t>(i)];
            QCOMPARE(file->store->text(slot, EventStore::Column::Actor), u"u%1"_s.arg(n - i));
            QCOMPARE(file->store->event(slot).id, uuidOf(n - i));
        }
    }

    void splitLinesWithoutEnd()
    {
        QByteArray content = containerLine("stdout", "F", lineOf(1, u"a"_s));
        const QByteArray piece = containerLine("stdout", "P", QByteArray(1024 * 1024, 'x'));
        for (int i = 0; i < 20; ++i)
            content += piece;
        content += containerLine("stdout", "F", "}") + containerLine("stdout", "F", lineOf(2, u"b"_s));
        const auto file = loadBytes(content);
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(users(*file), (QStringList{u"b"_s, u"a"_s}));
        QCOMPARE(file->otherLines, 0);
        QCOMPARE(problemLines(*file), QList<qint64>{2});
        QVERIFY2(file->problems.first().reason.startsWith(u"longer than"_s), qPrintable(file->problems.first().reason));
    }

    void logWithoutEvents()
    {
        const auto file = loadBytes("{\"event\":\"x\",\"timestamp\":1}\nstarting\n");
        QVERIFY(!file);
        QVERIFY2(file.error().contains(u"other log lines"_s), qPrintable(file.error()));
    }

    void restBehindDamage_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("left");
        QTest::addColumn<qint64>("line");
        const QStringList names{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
        QByteArrayList records;
        for (int i = 0; i < names.size(); ++i)
            records += toJson({.id = uuidOf(i),
                .created = timeText(i),
                .username = names.at(i),
                .context = R"({"list":[{"pk":1},{"pk":2}]})"});
        const auto row = [&](const char *name, const QByteArray &content, qint64 line, qsizetype gone = 1) {
            QStringList left = names;
            left.remove(1, gone);
            std::reverse(left.begin(), left.end());
            QTest::newRow(name) << content << left << line;
        };
        const auto damaged = [&](const QByteArray &from, const QByteArray &to) {
            QByteArrayList result = records;
            result[1].replace(from, to);
            if (result.at(1) == records.at(1))
                qFatal("nothing damaged");
            return result;
        };
        const QList<std::pair<const char *, QByteArrayList>> kinds{{"quote", damaged("\"login\"", "\"login")},
            {"quote too many", damaged("\"login\"", "\"log\"in\"")},
            {"brace", damaged("\"username\":\"b\"}", "\"username\":\"b\"")},
            {"brace too many", damaged("\"context\":{", "\"context\":{{")},
            {"end too many", damaged("\"username\":\"b\"}", "\"username\":\"b\"}}")},
            {"bracket", damaged("{\"pk\":2}]", "{\"pk\":2}")}};
        for (const auto &[name, some] : kinds) {
            const QByteArray lines = some.join(",\n");
            row(qPrintable(u"array, %1"_s.arg(QLatin1StringView(name))), "[\n" + lines + "\n]", 3);
            row(qPrintable(u"comma first, %1"_s.arg(QLatin1StringView(name))), "[" + some.join("\n,") + "]", 2);
            row(qPrintable(u"page, %1"_s.arg(QLatin1StringView(name))),
                "{\"pagination\":{\"next\":0},\"results\":[\n" + lines + "\n],\"autocomplete\":{}}", 3);
        }
        // The end of one line is missing where it would show only at the end of the file.
        row("list and object", "[\n" + damaged("{\"pk\":2}]}", "{\"pk\":2}").join(",\n") + "\n]", 3);
        // On one line records are told by the key that they begin with.
        row("one line", "[" + damaged("\"context\":{", "\"context\":{{").join(',') + "]", 1);
        QByteArrayList laidOut;
        for (const QByteArray &record : std::as_const(records))
            laidOut += prettyJson(record).replace('\n', "\n    ");
        const auto linesBefore = 2 + laidOut.at(0).count('\n') + 1;
        laidOut[1].replace("\"username\": \"b\"", "\"username\": \"b");
        row("laid out", "[\n    " + laidOut.join(",\n    ") + "\n]", linesBefore);

        const auto quoted = [](QByteArray cell) {
            return '"' + cell.replace('"', "\"\"") + '"';
        };
        QByteArrayList cells;
        for (int i = 0; i < names.size(); ++i)
            cells += uuidOf(i).toUtf8() + ',' + quoted("{\"username\":\"" + names.at(i).toUtf8() + "\"}")
                + ",login,core," + quoted("{\"x\":\"1\n2\"}") + ",," + timeText(i).toUtf8() + ",,{}\n";
        const auto csv = [&](const QByteArray &from, const QByteArray &to) {
            QByteArrayList result = cells;
            result[1].replace(from, to);
            return "pk,user,action,app,context,client_ip,created,expires,brand\n" + result.join();
        };
        row("CSV, quote opened", csv(",login", ",\"login"), 4);
        row("CSV, quote at the end", csv(",{}\n", ",\"{}\n"), 4);
        row("CSV, quote not closed", csv("}\",login", "},login"), 4);
        row("CSV, stray quote", csv("\"\"b", "\"b"), 4);
    }
    void restBehindDamage()
    {
        QFETCH(QByteArray, content);
        QFETCH(QStringList, left);
        QFETCH(qint64, line);
        const auto file = loadBytes(content);
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(users(*file), left);
        QVERIFY(file->damaged >= 1 && file->damaged <= 6);
        QCOMPARE(file->problems.first().line, line);
    }

    void anyDamage_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("between");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &between,
                             const QByteArray &after, RecordKind kind) {
            QTest::newRow(name) << before << between << after << static_cast<int>(kind);
        };
        const QByteArray page = "{\"pagination\":{\"next\":0},\"results\":[";
        row("lines", {}, "\n", "\n", RecordKind::Json);
        row("array on lines", "[\n", ",\n", "\n]\n", RecordKind::Json);
        row("comma first", "[", "\n,", "\n]\n", RecordKind::Json);
        row("laid out", "[\n", ",\n", "\n]\n", RecordKind::LaidOut);
        row("objects in a row", {}, "\n", "\n", RecordKind::LaidOut);
        row("page on lines", page + '\n', ",\n", "\n],\"autocomplete\":{\"a\":[{\"b\":1}]}}\n", RecordKind::Json);
        row("CSV", "pk,user,action,app,context,client_ip,created,expires,brand\n", "\n", "\n", RecordKind::Csv);
        row("CRI", "2026-11-20T10:00:00Z stdout F ", "\n2026-11-20T10:00:00Z stdout F ", "\n", RecordKind::Json);
        row("json-file", {}, "\n", "\n", RecordKind::Wrapped);
        row("array on one line", "[", ",", "]", RecordKind::Json);
        row("page on one line", page, ",", "],\"autocomplete\":{\"a\":[{\"b\":1}]}}", RecordKind::Json);
    }
    // Whatever happens to some bytes: the records that they are not part of are there, save for few around them.
    void anyDamage()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, between);
        QFETCH(QByteArray, after);
        QFETCH(int, kind);
        constexpr int count = 30;
        constexpr int rounds = 40;
        constexpr qsizetype mostAround = 2;
        QByteArray content = before;
        QList<qsizetype> starts;
        for (int i = 0; i < count; ++i) {
            starts += content.size();
            content += damageableRecord(i, static_cast<RecordKind>(kind)) + (i + 1 < count ? between : after);
        }
        const auto whole = loadBytes(content);
        QVERIFY(whole);
        QCOMPARE(whole->rows.size(), size_t(count));
        QCOMPARE(whole->damaged, 0);
        const bool isOnLines = between.contains('\n');
        const bool areLines = whole->format == EventFile::Format::Lines;
        constexpr std::string_view some("{}[]\",:\\\n x0\0\xFF\xC3", 15);
        std::mt19937 random(static_cast<uint>(content.size()));
        const auto below = [&random](qsizetype end) {
            return static_cast<qsizetype>(random() % static_cast<size_t>(end));
        };
        for (int round = 0; round < rounds; ++round) {
            // The first record tells what the file is.
            const qsizetype at = starts.at(1) + below(starts.last() - starts.at(1));
            const qsizetype gone = std::min<qsizetype>(round % 3 == 0 ? 0
                    : round % 3 == 1                                  ? 1
                                                                      : below(80),
                starts.last() - at);
            QByteArray fresh;
            for (qsizetype left = round % 3 == 2 ? 0 : 1 + below(round % 3 == 0 ? 4 : 1); left > 0; --left)
                fresh += some[static_cast<size_t>(below(static_cast<qsizetype>(some.size())))];
            QByteArray bytes = content;
            bytes.replace(at, gone, fresh);
            const QByteArray what = QByteArray::number(round) + ": " + bytes.mid(at - 40, 80);
            const auto file = loadBytes(bytes);
            if (!file) {
                QVERIFY2(!isOnLines, what.constData());
                continue;
            }
            QCOMPARE(file->problems.size(), std::min(file->damaged, qint64(EventFile::mostProblems)));
            const QStringList found = users(*file);
            QCOMPARE(static_cast<size_t>(found.size()), file->rows.size());
            qsizetype missing = 0;
            for (int i = 0; i < count; ++i) {
                const qsizetype end = i + 1 < count ? starts.at(i + 1) : content.size();
                const bool isHit = at < end && at + std::max<qsizetype>(gone, 1) > starts.at(i);
                missing += !isHit && !found.contains(u"user%1"_s.arg(i)) ? 1 : 0;
            }
            if (isOnLines)
                QVERIFY2(missing <= mostAround, what.constData());
            else if (missing > mostAround) // fewer may have become part of a neighbour that is right by itself
                QVERIFY2(file->damaged + file->repeated > 0, what.constData());
            if (areLines) {
                qsizetype lines = 0;
                for (const QByteArray &line : bytes.split('\n'))
                    lines += line.trimmed().isEmpty() ? 0 : 1;
                QCOMPARE(static_cast<qsizetype>(file->rows.size()) + file->repeated + file->damaged + file->otherLines,
                    lines);
            }
        }
    }

    void longFirstLine()
    {
        const QByteArray first = toJson({.id = uuidOf(1),
            .created = timeText(1),
            .username = u"long"_s,
            .context = "{\"f\":\"" + QByteArray(700 * 1024, 'y') + "\"}"});
        const auto file = loadBytes(first + "\n{\"bad\n" + lineOf(2, u"b"_s) + '\n');
        QVERIFY(file);
        QCOMPARE(static_cast<int>(file->format), static_cast<int>(EventFile::Format::Lines));
        QCOMPARE(users(*file), (QStringList{u"b"_s, u"long"_s}));
        QCOMPARE(problemLines(*file), QList<qint64>{2});
        const auto alone = loadBytes(first);
        QVERIFY(alone);
        QCOMPARE(users(*alone), QStringList{u"long"_s});
    }

    void manyDamagedLinesAreCounted()
    {
        const auto file = loadBytes(lineOf(1) + QByteArray("\nbad").repeated(5000));
        QVERIFY(file);
        QCOMPARE(file->damaged, 5000);
        QCOMPARE(file->problems.size(), EventFile::mostProblems);
        QCOMPARE(file->problems.first().line, 2);
    }

    void unusable_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << u"empty"_s;
        QTest::newRow("blank") << QByteArray(" \r\n\n") << u"empty"_s;
        QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << u"empty"_s;
        QTest::newRow("text") << QByteArray("Dear diary,\ntoday") << u"no file of events"_s;
        QTest::newRow("binary") << QByteArray("\x7F"
                                              "ELF\0\0\0",
            7) << u"no file of events"_s;
        QTest::newRow("empty array") << QByteArray("[]") << u"no event"_s;
        QTest::newRow("empty page") << page({}) << u"no event"_s;
        QTest::newRow("numbers") << QByteArray("[1,2,3]") << u"Line 1"_s;
        QTest::newRow("other records") << QByteArray("{\"level\":\"info\"}\n{\"level\":\"warn\"}\n")
                                       << u"not an event"_s;
        QTest::newRow("other CSV") << QByteArray("name,age\nx,1\n") << u"no file of events"_s;
    }
    void unusable()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, message);
        const auto file = loadBytes(content);
        QVERIFY(!file);
        QVERIFY2(file.error().contains(message), qPrintable(file.error()));
    }

    void noFile()
    {
        QVERIFY(load(m_dir.filePath(u"none"_s)).error().contains(u"no such file"_s));
        QVERIFY(load(m_dir.path()).error().contains(u"folder"_s));
        const QString pipe = m_dir.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(load(pipe).error().contains(u"no ordinary file"_s));
    }

    // More than one part, lines over the borders between parts, one that spans several, one that is too long.
    void manyParts()
    {
        std::mt19937 random(7);
        QByteArray content;
        constexpr int rows = 9000;
        QSet<qint64> bad;
        qint64 line = 0;
        for (int i = 0; i < rows; ++i) {
            ++line;
            if (i == 4000) {
                content += "{\"action\":\"" + QByteArray(17 * 1024 * 1024, 'x') + "\"}\n";
                bad += line++;
            }
            if (random() % 500 == 0) {
                content += "bad\n";
                bad += line++;
            }
            const QByteArray filler(static_cast<qsizetype>(i == 2000 ? 9000000 : random() % 1500), 'y');
            content += toJson({.id = uuidOf(i),
                           .created = timeText(i),
                           .username = u"u%1"_s.arg(i),
                           .context = "{\"f\":\"" + filler + "\"}"})
                + '\n';
        }
        int last = -1;
        QMutex mutex;
        const auto file = EventFile::load(write(content), {}, [&](int progress) {
            const QMutexLocker lock(&mutex);
            last = std::max(last, progress);
        });
        QVERIFY(file);
        QCOMPARE(last, 1000);
        QCOMPARE(file->rows.size(), size_t(rows));
        QCOMPARE(file->damaged, bad.size());
        const QList<qint64> lines = problemLines(*file);
        QCOMPARE(QSet<qint64>(lines.cbegin(), lines.cend()), bad);
        for (int i = 0; i < rows; ++i) {
            const auto slot = file->rows[static_cast<size_t>(rows - 1 - i)];
            QCOMPARE(file->store->text(slot, EventStore::Column::Actor), u"u%1"_s.arg(i));
        }
        QCOMPARE(file->store->event(file->rows[0]).id, uuidOf(rows - 1));
        // The same records as an array
        const QByteArray array = '[' + content.replace("\nbad", "").trimmed().replace('\n', ',') + ']';
        const auto again = loadBytes(array);
        QVERIFY(again);
        QCOMPARE(again->rows.size(), size_t(rows));
        QCOMPARE(again->damaged, 1);
        QCOMPARE(users(*again), users(*file));
    }

    void laterRecordCounts()
    {
        const auto file = loadBytes(lineOf(1, u"old"_s) + '\n' + lineOf(2) + '\n' + lineOf(1, u"new"_s));
        QVERIFY(file);
        QCOMPARE(users(*file), (QStringList{u"alice"_s, u"new"_s}));
        QCOMPARE(file->repeated, 1);
    }

    void cancelled()
    {
        CancelFlag cancel;
        cancel.cancel();
        const auto file = EventFile::load(write(lineOf(1)), cancel, [](int) {});
        QVERIFY(!file);
        QVERIFY(file.error().isEmpty());
    }

    void csv_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("context");
        const QByteArray user = "{'pk': 12345678901234567890123, 'username': 'ana'}";
        const QByteArray context = "{'geo': {'city': 'Lisbon', 'country': 'PT'}, 'x': 1.50}";
        QTest::newRow("Python") << user << context;
        QTest::newRow("JSON") << QByteArray(user).replace('\'', '"') << QByteArray(context).replace('\'', '"');
    }
    void csv()
    {
        QFETCH(QByteArray, user);
        QFETCH(QByteArray, context);
        const auto quoted = [](QByteArray cell) {
            return '"' + cell.replace('"', "\"\"") + '"';
        };
        const QByteArray content = "\xEF\xBB\xBFpk,user,action,app,context,client_ip,created,expires,brand\r\n"
            + uuidOf(1).toUtf8() + ',' + quoted(user) + ",login,authentik.core," + quoted(context)
            + ",192.0.2.7,2026-11-20T10:00:00.000000Z,,{}\r\n" + uuidOf(2).toUtf8()
            + ",{},logout,\"two\nlines, and a comma\",nonsense,,2026-11-20 10:00:01.5+00:00,,{}\r\nshort,row\r\n"
            + uuidOf(3).toUtf8() + ",\"{}";
        const auto file = loadBytes(content);
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(static_cast<int>(file->format), static_cast<int>(EventFile::Format::Csv));
        QCOMPARE(file->rows.size(), size_t(2));
        QCOMPARE(problemLines(*file), (QList<qint64>{5, 6}));
        const Event ana = file->store->event(file->rows[1]);
        QVERIFY(ana.oddities.isEmpty());
        QCOMPARE(ana.user.username, u"ana"_s);
        QCOMPARE(ana.user.pk, u"12345678901234567890123"_s);
        QCOMPARE(ana.context.city, u"Lisbon"_s);
        QVERIFY(ana.raw.contains("1.50"));
        QCOMPARE(file->store->text(file->rows[1], EventStore::Column::Place), u"Lisbon, PT"_s);
        const Event other = file->store->event(file->rows[0]);
        QCOMPARE(other.app, u"two\nlines, and a comma"_s);
        QCOMPARE(other.context.message, u"nonsense"_s);
        QCOMPARE(other.clientIp, QString());
        QCOMPARE(other.created, ana.created.value() + 1500000);
    }

    // The names of its columns are labels, the user is spread over three, and what a user lacks has no cell at all.
    void exportOfAuthentik()
    {
        const auto record = [](int number, const QByteArray &rest) {
            return uuidOf(number).toUtf8()
                + ",login,authentik.events.signals,\"{'auth_method': 'password', 'geo': {'city': "
                  "'Lisbon'}}\",192.0.2.7,"
                  "2026-11-20T10:00:0"
                + QByteArray::number(number) + ".500000Z,2027-11-20T10:00:00Z,{}" + rest + "\r\n";
        };
        const QByteArray content
            = "Event uuid,Action,App,Context,Client ip,Created,Expires,Brand,User pk,Username,Email\r\n"
            + record(1, ",17,ana,ana@example.org") + record(2, "") + record(3, ",17,ana") + record(4, ",ana,")
            + record(5, ",007,\"a, \"\"b\"\"\",") + record(6, ",-12345678901234567890123,,") + record(7, ",1,2,3,4")
            + record(8, ",a,b@example.org") + uuidOf(9).toUtf8() + ",login\r\n";
        const auto file = loadBytes(content);
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QCOMPARE(static_cast<int>(file->format), static_cast<int>(EventFile::Format::Csv));
        QCOMPARE(problemLines(*file), (QList<qint64>{8, 10}));
        QCOMPARE(file->rows.size(), size_t(7));
        QStringList people;
        for (auto slot = file->rows.rbegin(); slot != file->rows.rend(); ++slot) {
            const Event event = file->store->event(*slot);
            QVERIFY2(event.oddities.isEmpty(), qPrintable(event.oddities.join(u'\n')));
            QCOMPARE(event.action, u"login"_s);
            QCOMPARE(event.clientIp, u"192.0.2.7"_s);
            QCOMPARE(event.context.city, u"Lisbon"_s);
            QVERIFY(event.expires);
            people += QStringList{event.user.pk, event.user.username, event.user.email}.join(u'|');
        }
        QCOMPARE(people,
            (QStringList{u"17|ana|ana@example.org"_s, u"||"_s, u"17|ana|"_s, u"|ana|"_s, u"007|a, \"b\"|"_s,
                u"-12345678901234567890123||"_s, u"|a|b@example.org"_s}));
        const QByteArray user = "\"user\": {\"pk\": 17, \"username\": \"ana\", \"email\": \"ana@example.org\"}";
        QVERIFY(file->store->event(file->rows.back()).raw.contains(user));
    }

    void python_data()
    {
        QTest::addColumn<QByteArray>("literal");
        QTest::addColumn<QByteArray>("json"); // empty: refused
        QTest::newRow("empty") << QByteArray("{}") << QByteArray("{}");
        QTest::newRow("values") << QByteArray("{'a': None, 'b': True, 'c': [False, -1, 2.5e-3]}")
                                << QByteArray("{\"a\": null, \"b\": true, \"c\": [false, -1, 2.5e-3]}");
        QTest::newRow("quotes") << QByteArray("{'a': \"it's\", 'b': 'say \"x\"', 'c': 'both \\' and \"'}")
                                << QByteArray(
                                       "{\"a\": \"it's\", \"b\": \"say \\\"x\\\"\", \"c\": \"both ' and \\\"\"}");
        QTest::newRow("escapes") << QByteArray("{'a': '\\x1b\\u202e\\U0001f600\\\\n\\n'}")
                                 << QByteArray("{\"a\": \"\\u001b\xE2\x80\xAE\xF0\x9F\x98\x80\\\\n\\u000a\"}");
        QTest::newRow("tuples") << QByteArray("{'a': (1,), 'b': (), 'c': (1, 2)}")
                                << QByteArray("{\"a\": [1], \"b\": [], \"c\": [1, 2]}");
        QTest::newRow("calls") << QByteArray("{'a': UUID('x')}") << QByteArray();
        QTest::newRow("nan") << QByteArray("{'a': nan}") << QByteArray();
        QTest::newRow("open") << QByteArray("{'a': 'b") << QByteArray();
        QTest::newRow("number key") << QByteArray("{1: 2}") << QByteArray();
        QTest::newRow("rest") << QByteArray("{} {}") << QByteArray();
        QTest::newRow("deep") << QByteArray("[").repeated(100000) << QByteArray();
    }
    void python()
    {
        QFETCH(QByteArray, literal);
        QFETCH(QByteArray, json);
        QCOMPARE(codec::jsonFromPython(literal).value_or(QByteArray()), json);
    }

    // However a text is cut into pieces, the same records come out.
    void scannerPieces()
    {
        const QByteArray content
            = "\n" + page({lineOf(1), lineOf(2)}) + " {\"results\" : 7, \"s\":\"\\\"{[\"}[{\"a\":[{}]}, {}]";
        const auto scan = [&content](qsizetype size) {
            JsonScanner scanner;
            std::vector<RecordRange> ranges;
            for (qsizetype at = 0; at < content.size(); at += size) {
                const auto length = static_cast<size_t>(std::min(size, content.size() - at));
                scanner.scan({content.constData() + at, length}, ranges);
            }
            scanner.finish(ranges);
            QList<QByteArray> records;
            for (const RecordRange &range : ranges)
                records += content.mid(range.offset, range.length);
            return records;
        };
        const QList<QByteArray> expected{
            lineOf(1), lineOf(2), "{\"results\" : 7, \"s\":\"\\\"{[\"}", "{\"a\":[{}]}", "{}"};
        for (const qsizetype size : {content.size(), qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(64)})
            QCOMPARE(scan(size), expected);
    }

    void changes()
    {
        const QString path = write(lineOf(1) + '\n' + lineOf(2) + '\n');
        const auto opened = load(path);
        QVERIFY(opened);
        QCOMPARE(opened->file->change(), RecordFile::Change::None);
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(lineOf(3) + '\n');
        file.close();
        QCOMPARE(opened->file->change(), RecordFile::Change::Grown);
        // Cut off: what is gone reads as nothing, without a crash.
        QVERIFY(file.resize(lineOf(1).size() + 5));
        QCOMPARE(opened->file->change(), RecordFile::Change::Other);
        QCOMPARE(opened->store->event(opened->rows[1]).id, uuidOf(1));
        QVERIFY(opened->store->event(opened->rows[0]).id.isEmpty());
        // Gone: still open here.
        QVERIFY(QFile::remove(path));
        QCOMPARE(opened->file->change(), RecordFile::Change::Other);
        QCOMPARE(opened->store->event(opened->rows[1]).id, uuidOf(1));
    }

    void feed()
    {
        EventTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FileFeed feed(model);
        QSignalSpy changed(&feed, &FileFeed::fileChanged);
        QByteArray content = "bad\n";
        for (int i = 0; i < 300; ++i)
            content += lineOf(i, i % 3 == 0 ? u"bob"_s : u"carol %1"_s.arg(i % 7)) + '\n';
        const QString path = write(content);
        const auto settled = [&feed] {
            return QTest::qWaitFor([&] { return feed.state() != FeedState::Loading; }, longTime);
        };
        feed.openFile(path);
        QCOMPARE(feed.state(), FeedState::Loading);
        QVERIFY(settled());
        QCOMPARE(feed.state(), FeedState::Complete);
        QCOMPARE(model.rowCount(), 300);
        QCOMPARE(feed.total(), 300);
        QCOMPARE(feed.damaged(), 1);
        QCOMPARE(feed.matching(), 300);
        QCOMPARE(model.eventAt(0).id, uuidOf(299));

        // Only the last of several questions is answered.
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        feed.setQuery(textQuery(u"carol 1"_s));
        feed.setQuery(textQuery(u"user.username = \"carol 2\""_s));
        feed.setQuery(textQuery(u"user.username = \"bob\""_s));
        QVERIFY(settled());
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(feed.matching(), 100);
        QVERIFY(reset.size() <= 1);
        QCOMPARE(model.index(99, EventTableModel::UserColumn).data().toString(), u"bob"_s);

        // Sorting keeps what is chosen.
        feed.setQuery({});
        QVERIFY(settled());
        QCOMPARE(model.rowCount(), 300);
        const QPersistentModelIndex chosen = model.index(model.rowOf(uuidOf(5).toUtf8()), 0);
        reset.clear();
        feed.setSortKeys({{SortKey::By::Actor, true}, {SortKey::By::Time, false}});
        QVERIFY(settled());
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.keyOf(chosen.row()), uuidOf(5).toUtf8());
        QCOMPARE(model.rowOf(uuidOf(5).toUtf8()), chosen.row());
        QCOMPARE(model.index(0, EventTableModel::UserColumn).data().toString(), u"carol 6"_s);
        QCOMPARE(model.eventAt(299).id, uuidOf(297));
        QVERIFY(feed.engineText() != feed.shortEngineText());
        feed.setSortKeys({});
        QVERIFY(settled());
        QCOMPARE(model.eventAt(0).id, uuidOf(299));

        // Appended to: said once, read on request.
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(lineOf(1000) + '\n');
        file.close();
        QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }, longTime));
        QVERIFY(changed.first().first().toString().contains(u"grown"_s));
        feed.poll();
        QVERIFY(settled());
        QCOMPARE(model.rowCount(), 301);
        QCOMPARE(model.eventAt(0).id, uuidOf(1000));

        feed.openFile(m_dir.filePath(u"none"_s));
        QVERIFY(settled());
        QCOMPARE(feed.state(), FeedState::Failed);
        QVERIFY(feed.errorText().contains(u"no such file"_s));
        QCOMPARE(model.rowCount(), 0);
    }

    // A feed that goes while others work for it waits for them.
    void destroyedWhileReading()
    {
        QByteArray content;
        for (int i = 0; i < 20000; ++i)
            content += lineOf(i) + '\n';
        const QString path = write(content);
        for (int i = 0; i < 5; ++i) {
            EventTableModel model;
            FileFeed feed(model);
            feed.openFile(path);
            if (i % 2 == 1)
                feed.reload();
        }
    }
};

QTEST_GUILESS_MAIN(EventFileTest)
#include "tst_eventfile.moc"
