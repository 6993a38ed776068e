// SPDX-License-Identifier: GPL-3.0-or-later
#include "headscan.h"
#include "pagedstream.h"

#include <QTest>

#include <deque>
#include <numeric>
#include <random>
#include <set>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

constexpr Timestamp second = 1'000'000;
constexpr Timestamp start = 1'795'168'800 * second;

struct Row
{
    std::optional<Timestamp> created;
    QString id;
    bool operator==(const Row &) const = default;
};

using Stream = PagedStream<Row>;
using Scan = HeadScan<Row>;

RowPosition positionOf(const Row &row)
{
    return {row.created.value_or(0), row.id};
}

QString idOf(int n)
{
    return u"id-%1"_s.arg(n, 8, 10, QLatin1Char('0'));
}

// A list that is paged as authentik pages it. Answers come from a queue, later than the request.
class List
{
public:
    QList<Row> rows;
    int maxPage = 100;
    Timestamp zone = 0; // how far off the server reads a time bound
    bool takesBoundsForWords = false; // and finds nothing
    int requests = 0;
    int bounded = 0;
    int deepestOffset = 0;
    std::function<void()> beforeAnswer;
    std::function<std::optional<Result<Page<Row>>>(PageWindow)> override;
    std::function<bool(const QString &id)> isTooLarge; // for the client

    void add(Timestamp created, const QString &id)
    {
        const Row row{created, id};
        rows.insert(std::partition_point(rows.begin(), rows.end(),
                        [&](const Row &other) { return positionOf(row).isAfter(positionOf(other)); }),
            row);
    }

    Stream::Fetch fetch()
    {
        return [this](PageWindow window, std::optional<Timestamp> bound, std::function<void(Result<Page<Row>>)> done) {
            ++requests;
            bounded += bound ? 1 : 0;
            deepestOffset = std::max(deepestOffset, static_cast<int>(window.offset()));
            m_tasks.push_back([this, window, bound, done] {
                if (beforeAnswer)
                    beforeAnswer();
                std::optional<Result<Page<Row>>> special = override ? override(window) : std::nullopt;
                done(special ? *special : answer(window, bound));
            });
            return PendingCall();
        };
    }

    // False when a client keeps asking for more than `most` answers.
    bool run(int most = 20'000)
    {
        for (; !m_tasks.empty() && most > 0; --most) {
            const auto task = m_tasks.front();
            m_tasks.pop_front();
            task();
        }
        return m_tasks.empty();
    }

private:
    [[nodiscard]] Result<Page<Row>> answer(PageWindow window, std::optional<Timestamp> bound) const
    {
        QList<Row> matching = rows;
        if (bound && takesBoundsForWords) {
            matching.clear();
        } else if (bound) {
            matching.clear();
            std::copy_if(rows.begin(), rows.end(), std::back_inserter(matching),
                [&](const Row &row) { return row.created.value_or(0) < *bound + zone; });
        }
        const int size = std::min(window.size, maxPage);
        Page<Row> page;
        page.count = matching.size();
        page.totalPages = std::max(1, static_cast<int>((matching.size() + size - 1) / size));
        if (window.page > page.totalPages) {
            ApiError error;
            error.kind = ApiError::Kind::NotFound;
            error.detail = u"Invalid page."_s;
            return Failure(error);
        }
        page.current = window.page;
        page.next = window.page < page.totalPages ? window.page + 1 : 0;
        page.items = matching.mid(static_cast<qsizetype>(window.page - 1) * size, size);
        for (const Row &row : std::as_const(page.items)) {
            if (isTooLarge && isTooLarge(row.id)) {
                ApiError error;
                error.kind = ApiError::Kind::TooLarge;
                return Failure(error);
            }
        }
        return page;
    }

    std::deque<std::function<void()>> m_tasks;
};

struct Reading
{
    QList<Row> rows;
    int failures = 0;
    bool complete = false;
};

// Reads to the end; after an error it goes on, as retry() does.
Reading readAll(List &list, Stream &stream, int mostBatches = 5000)
{
    Reading reading;
    for (int batches = 0; batches < mostBatches && !stream.isComplete(); ++batches) {
        bool answered = false;
        stream.next([&](const Result<Stream::Batch> &batch) {
            answered = true;
            if (batch)
                reading.rows += batch->rows;
            else
                ++reading.failures;
        });
        if (!list.run() || !answered)
            break;
    }
    reading.complete = stream.isComplete();
    return reading;
}

QStringList ids(const QList<Row> &rows)
{
    QStringList result;
    for (const Row &row : rows)
        result += row.id;
    return result;
}

List evenList(int count)
{
    List list;
    for (int i = 0; i < count; ++i)
        list.rows.append(Row{start - i * second, idOf(i)});
    return list;
}

ApiError serverError()
{
    ApiError error;
    error.kind = ApiError::Kind::Server;
    return error;
}

} // namespace

class PagedStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void passesOverNewerRows_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("at"); // seconds after the oldest row
        QTest::newRow("empty") << 0 << 5;
        QTest::newRow("one, older") << 1 << 5;
        QTest::newRow("one, newer") << 1 << 0;
        QTest::newRow("all older") << 5000 << 9000;
        QTest::newRow("all newer") << 5000 << 0;
        QTest::newRow("middle") << 5000 << 2500;
        QTest::newRow("near the end") << 5000 << 3;
        QTest::newRow("near the top") << 5000 << 4990;
    }

    void passesOverNewerRows()
    {
        QFETCH(const int, size);
        QFETCH(const int, at);
        List list;
        for (int i = 0; i < size; ++i)
            list.add(start + i * second, idOf(i));
        int answers = 0;
        list.beforeAnswer = [&] {
            // The list moves while it is searched.
            if (++answers % 3 == 0)
                list.add(start + (size + answers) * second, idOf(100'000 + answers));
            else if (answers % 3 == 1 && list.rows.size() > 200)
                list.rows.removeAt(answers);
        };
        Stream stream(list.fetch(), 100, false);
        const Timestamp before = start + at * second;
        stream.startBefore(before);
        bool isFirst = true;
        int probes = 0;
        QList<Row> wanted;
        while (!stream.isComplete()) {
            bool failed = false;
            stream.next([&](const Result<Stream::Batch> &batch) {
                failed = !batch;
                if (batch)
                    std::copy_if(batch->rows.begin(), batch->rows.end(), std::back_inserter(wanted),
                        [&](const Row &row) { return *row.created < before; });
            });
            QVERIFY(list.run() && !failed);
            if (std::exchange(isFirst, false))
                probes = list.requests;
        }
        QVERIFY2(probes < 20, qPrintable(QString::number(probes)));
        QList<Row> expected = list.rows;
        // What was put on top meanwhile is not part of the stream.
        expected.removeIf([&](const Row &row) { return *row.created >= before || row.id >= idOf(100'000); });
        // Rows that vanished after they were read are in there too.
        for (const Row &row : std::as_const(expected))
            QVERIFY2(wanted.contains(row), qPrintable(row.id));
        QVERIFY(wanted.size() <= expected.size() + answers);
    }

    // What goes while the place is searched for moves it up; nothing of what stays is passed over.
    void searchWhileMuchIsDeleted()
    {
        constexpr int size = 20'000;
        List list;
        for (int i = 0; i < size; ++i)
            list.add(start + i * second, idOf(i));
        Stream stream(list.fetch(), 100, false);
        const Timestamp before = start + size / 2 * second;
        stream.startBefore(before);
        QCOMPARE(stream.searching()->most, 0);
        int most = 0;
        list.beforeAnswer = [&] {
            if (const auto steps = stream.searching()) {
                QVERIFY(steps->most == 0 || steps->taken < steps->most);
                most = std::max(most, steps->most);
            }
            // Fewer later: whoever reads a hundred a page does not catch up with more.
            list.rows.remove(100, stream.searching() ? 150 : 30);
        };
        // Rows newer than the place may come first.
        QList<Row> read;
        const auto isOlder = [&](const Row &row) {
            return *row.created < before;
        };
        while (std::none_of(read.cbegin(), read.cend(), isOlder) && list.requests < 30) {
            stream.next([&](const Result<Stream::Batch> &batch) { read += batch->rows; });
            QVERIFY(list.run());
            QVERIFY(!stream.searching());
        }
        QVERIFY(most > 5 && most <= 20);
        const auto newest = std::find_if(list.rows.begin(), list.rows.end(), isOlder);
        QVERIFY(read.contains(*newest));
        QVERIFY(list.requests < 30);
    }

    void windowsOverlapAndProgress_data()
    {
        QTest::addColumn<int>("maxSize");
        for (const int size : {13, 20, 37, 50, 99, 100, 250})
            QTest::addRow("%d", size) << size;
    }

    void windowsOverlapAndProgress()
    {
        QFETCH(int, maxSize);
        QCOMPARE(overlappingWindow(0, maxSize), (PageWindow{1, maxSize}));
        for (qint64 covered = 1; covered < 20'000; ++covered) {
            const PageWindow window = overlappingWindow(covered, maxSize);
            if (window.offset() >= covered || window.offset() + window.size <= covered || window.size > maxSize
                || window.size < maxSize / 2 || window.page < 1)
                QFAIL(qPrintable(u"covered %1: page %2 of %3"_s.arg(covered).arg(window.page).arg(window.size)));
        }
    }

    // Where no page can hold both the last known row and the next one, it is at least the next page.
    void tinyWindowsProgress()
    {
        for (int maxSize = 1; maxSize <= 12; ++maxSize) {
            for (qint64 covered = 1; covered < 6000; ++covered) {
                const PageWindow window = overlappingWindow(covered, maxSize);
                QVERIFY(window.offset() <= covered);
                QVERIFY(window.offset() + window.size > covered);
            }
        }
        for (const int maxPage : {1, 2, 3, 5, 7}) {
            List list = evenList(150);
            list.maxPage = maxPage;
            Stream stream(list.fetch(), 100, false);
            const Reading reading = readAll(list, stream);
            QVERIFY(reading.complete);
            QCOMPARE(ids(reading.rows), ids(list.rows));
        }
    }

    void quietList_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("keyset");
        for (const int count : {0, 1, 99, 100, 101, 200, 1234}) {
            for (const bool keyset : {false, true})
                QTest::addRow("%d %s", count, keyset ? "keyset" : "offsets") << count << keyset;
        }
    }

    void quietList()
    {
        QFETCH(int, count);
        QFETCH(bool, keyset);
        List list = evenList(count);
        Stream stream(list.fetch(), 100, keyset);
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QCOMPARE(ids(reading.rows), ids(list.rows));
        QCOMPARE(stream.count(), count);
        QVERIFY2(list.requests <= count / 50 + 3, qPrintable(QString::number(list.requests)));
        if (keyset)
            QVERIFY(list.deepestOffset <= 100);
    }

    // Rows that were there all the time come exactly once and in order, whatever happens to the others meanwhile.
    void busyList_data()
    {
        QTest::addColumn<bool>("keyset");
        QTest::addColumn<bool>("withErrors");
        QTest::newRow("offsets") << false << false;
        QTest::newRow("offsets, errors") << false << true;
        QTest::newRow("keyset") << true << false;
        QTest::newRow("keyset, errors") << true << true;
    }

    void busyList()
    {
        QFETCH(bool, keyset);
        QFETCH(bool, withErrors);
        for (unsigned seed = 0; seed < 100; ++seed) {
            std::mt19937 random(seed);
            const auto upTo = [&](int most) {
                return static_cast<int>(random() % static_cast<unsigned>(most + 1));
            };
            List list;
            list.maxPage = std::array{13, 20, 37, 100}[seed % 4];
            int nextId = 0;
            const int spread = 1 + upTo(3);
            const int count = upTo(500);
            for (int i = 0; i < count; ++i) {
                // Many equal times
                list.add(start - upTo(count / spread) * (seed % 3 == 0 ? second / 5 : second),
                    idOf(upTo(1'000'000) * 1000 + nextId++));
            }
            std::set<QString> survivors;
            for (const Row &row : std::as_const(list.rows))
                survivors.insert(row.id);
            Timestamp now = start;
            list.beforeAnswer = [&] {
                for (int i = upTo(12); i > 0; --i) {
                    now += upTo(2) * second / 2;
                    list.add(now, u"new-%1"_s.arg(nextId++, 6, 10, QLatin1Char('0')));
                }
                for (int i = seed % 5 == 0 ? upTo(60) : upTo(8); i > 0 && !list.rows.isEmpty(); --i) {
                    const int at = upTo(static_cast<int>(list.rows.size()) - 1);
                    survivors.erase(list.rows.at(at).id);
                    list.rows.removeAt(at);
                }
            };
            if (withErrors) {
                list.override = [&](PageWindow) -> std::optional<Result<Page<Row>>> {
                    if (upTo(4) == 0)
                        return Result<Page<Row>>(Failure(serverError()));
                    return std::nullopt;
                };
            }
            Stream stream(list.fetch(), 100, keyset);
            const Reading reading = readAll(list, stream);
            const QByteArray run = "seed " + QByteArray::number(seed);
            QVERIFY2(reading.complete, run.constData());
            if (!withErrors)
                QCOMPARE(reading.failures, 0);
            std::set<QString> delivered;
            for (qsizetype i = 0; i < reading.rows.size(); ++i) {
                QVERIFY2(i == 0 || positionOf(reading.rows.at(i)).isAfter(positionOf(reading.rows.at(i - 1))),
                    run.constData());
                delivered.insert(reading.rows.at(i).id);
            }
            for (const QString &id : survivors)
                QVERIFY2(delivered.count(id) == 1, (run + ": lost " + id.toUtf8()).constData());
        }
    }

    void clampedPages_data()
    {
        QTest::addColumn<int>("maxPage");
        for (const int size : {20, 37, 100})
            QTest::addRow("%d", size) << size;
    }

    void clampedPages()
    {
        QFETCH(int, maxPage);
        List list = evenList(333);
        list.maxPage = maxPage;
        Stream stream(list.fetch(), 100, false);
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QCOMPARE(ids(reading.rows), ids(list.rows));
        QVERIFY(list.requests <= 2 * 333 / maxPage + 4);
    }

    // The limit is lowered while the list is being read.
    void clampedInTheMiddle()
    {
        List list = evenList(700);
        Stream stream(list.fetch(), 100, false);
        list.beforeAnswer = [&] {
            list.maxPage = list.requests > 3 ? 20 : 100;
        };
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QCOMPARE(ids(reading.rows), ids(list.rows));
    }

    void listBecomesShorter()
    {
        for (const bool keyset : {false, true}) {
            List list = evenList(1000);
            Stream stream(list.fetch(), 100, keyset);
            QStringList seen;
            for (int i = 0; i < 5; ++i) {
                stream.next([&](const Result<Stream::Batch> &batch) {
                    QVERIFY(batch);
                    seen += ids(batch->rows);
                });
                QVERIFY(list.run());
            }
            // All that was read is deleted, and much of the rest.
            list.rows = list.rows.mid(960);
            const Reading reading = readAll(list, stream);
            QVERIFY(reading.complete);
            QCOMPARE(reading.failures, 0);
            QCOMPARE(ids(reading.rows), ids(list.rows));
        }
    }

    void listBecomesEmpty()
    {
        List list = evenList(500);
        Stream stream(list.fetch(), 100, false);
        stream.next([](const Result<Stream::Batch> &batch) { QVERIFY(batch); });
        QVERIFY(list.run());
        list.rows.clear();
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QVERIFY(reading.rows.isEmpty());
    }

    void equalTimes_data()
    {
        QTest::addColumn<bool>("keyset");
        QTest::newRow("offsets") << false;
        QTest::newRow("keyset") << true;
    }

    // A burst of several pages in one second, half of it in one microsecond.
    void equalTimes()
    {
        QFETCH(bool, keyset);
        List list;
        for (int i = 0; i < 60; ++i)
            list.add(start + 10 * second + i * second, idOf(i));
        for (int i = 0; i < 450; ++i)
            list.add(start + (i < 220 ? 500 : i), idOf(1000 + i));
        for (int i = 0; i < 300; ++i)
            list.add(start - i * second, idOf(5000 + i));
        Stream stream(list.fetch(), 100, keyset);
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QCOMPARE(ids(reading.rows), ids(list.rows));
        if (keyset) {
            QCOMPARE(list.bounded, list.requests - 1); // and never fell back to offsets
            QVERIFY(list.deepestOffset < 510);
        }
    }

    void rowsWithoutTime()
    {
        for (const bool keyset : {false, true}) {
            List list = evenList(250);
            for (const int at : {0, 40, 99, 100, 150, 249})
                list.rows[at].created.reset();
            List plain;
            plain.rows = list.rows;
            Stream stream((keyset ? list : plain).fetch(), 100, false);
            const Reading reading = readAll(keyset ? list : plain, stream);
            QVERIFY(reading.complete);
            const QStringList got = ids(reading.rows);
            for (const Row &row : std::as_const(list.rows))
                QVERIFY2(row.created ? got.count(row.id) == 1 : got.count(row.id) >= 1, qPrintable(row.id));
        }
        List list = evenList(250);
        for (Row &row : list.rows)
            row.created.reset();
        Stream stream(list.fetch(), 100, true);
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        const QStringList got = ids(reading.rows);
        QCOMPARE(std::set<QString>(got.begin(), got.end()).size(), size_t(250));
    }

    void serverInAnotherZone_data()
    {
        QTest::addColumn<qint64>("zone");
        QTest::newRow("two hours ahead") << qint64(7200) * second;
        QTest::newRow("two hours behind") << qint64(-7200) * second;
        QTest::newRow("half a minute behind") << qint64(-30) * second;
    }

    void serverInAnotherZone()
    {
        QFETCH(qint64, zone);
        List list = evenList(900);
        list.zone = zone;
        Stream stream(list.fetch(), 100, true);
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QCOMPARE(ids(reading.rows), ids(list.rows));
        QCOMPARE(list.bounded, 1); // tried once
        QVERIFY(list.requests <= 22);
    }

    // Answered AKQL once, but takes the bounded query for words (a licence ran out): nothing must be lost.
    void boundTakenForWords()
    {
        List list = evenList(450);
        list.takesBoundsForWords = true;
        Stream stream(list.fetch(), 100, true);
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QCOMPARE(ids(reading.rows), ids(list.rows));
    }

    void shiftSavesRequests()
    {
        List list = evenList(500);
        Stream stream(list.fetch(), 100, false);
        QStringList got;
        const auto take = [&](const Result<Stream::Batch> &batch) {
            QVERIFY(batch);
            got += ids(batch->rows);
        };
        stream.next(take);
        QVERIFY(list.run());
        const QStringList old = ids(list.rows);
        for (int i = 0; i < 3000; ++i)
            list.add(start + (i + 1) * second, u"new-%1"_s.arg(i, 6, 10, QLatin1Char('0')));
        stream.shift(3000);
        const int before = list.requests;
        stream.next(take);
        QVERIFY(list.run());
        QCOMPARE(list.requests, before + 1);
        stream.shift(100'000); // far too much: found by stepping back
        const Reading rest = readAll(list, stream);
        QVERIFY(rest.complete);
        QCOMPARE(rest.failures, 0);
        QCOMPARE(got + ids(rest.rows), old);
        QVERIFY(list.requests < before + 60);
    }

    void errorIsDeliveredAndRetried()
    {
        List list = evenList(300);
        bool failing = false;
        list.override = [&](PageWindow) -> std::optional<Result<Page<Row>>> {
            return failing ? std::optional<Result<Page<Row>>>(Failure(serverError())) : std::nullopt;
        };
        Stream stream(list.fetch(), 100, false);
        QStringList got;
        const auto take = [&](const Result<Stream::Batch> &batch) {
            QCOMPARE(batch.has_value(), !failing);
            if (batch)
                got += ids(batch->rows);
            else
                QCOMPARE(batch.error().kind, ApiError::Kind::Server);
        };
        stream.next(take);
        QVERIFY(list.run());
        failing = true;
        stream.next(take);
        QVERIFY(list.run());
        QVERIFY(!stream.isComplete());
        failing = false;
        const Reading rest = readAll(list, stream);
        QVERIFY(rest.complete);
        QCOMPARE(got + ids(rest.rows), ids(list.rows));
    }

    void cancelledDeliversNothing()
    {
        List list = evenList(300);
        Stream stream(list.fetch(), 100, false);
        stream.next([](const Result<Stream::Batch> &) { QFAIL("delivered"); });
        stream.cancel();
        QVERIFY(list.run());
    }

    void streamMayDieInItsCallback()
    {
        List list = evenList(300);
        auto stream = std::make_unique<Stream>(list.fetch(), 100, false);
        int calls = 0;
        stream->next([&](const Result<Stream::Batch> &) {
            stream.reset();
            ++calls;
        });
        QVERIFY(list.run());
        QCOMPARE(calls, 1);

        auto scan = std::make_unique<Scan>(list.fetch(), false, std::nullopt);
        scan->start([&](const Result<Scan::Found> &found) {
            scan.reset();
            QCOMPARE(found->rows.size(), 300);
            ++calls;
        });
        QVERIFY(list.run());
        QCOMPARE(calls, 2);
    }

    // Servers that never come to an end cost a bounded number of requests.
    void samePageForEver()
    {
        for (const bool keyset : {false, true}) {
            List list = evenList(100);
            list.override = [&](PageWindow window) -> std::optional<Result<Page<Row>>> {
                Page<Row> page;
                page.items = list.rows;
                page.count = 1'000'000;
                page.next = window.page + 1;
                return Result<Page<Row>>(page);
            };
            Stream stream(list.fetch(), 100, keyset);
            bool failed = false;
            for (int i = 0; i < 500 && !failed; ++i) {
                stream.next([&](const Result<Stream::Batch> &batch) {
                    failed = !batch;
                    if (failed)
                        QCOMPARE(batch.error().kind, ApiError::Kind::NotAuthentik);
                });
                QVERIFY(list.run(50));
            }
            QVERIFY(failed);
            QVERIFY2(list.requests <= 200, qPrintable(QString::number(list.requests)));

            list.requests = 0;
            int answers = 0;
            Scan scan(list.fetch(), keyset, RowPosition{start - 500 * second, {}});
            scan.start([&](const Result<Scan::Found> &found) {
                ++answers;
                QVERIFY(!found);
            });
            QVERIFY(list.run(1000));
            QCOMPARE(answers, 1);
        }
    }

    void emptyPagesForEver()
    {
        List list = evenList(100);
        list.override = [&](PageWindow window) -> std::optional<Result<Page<Row>>> {
            Page<Row> page;
            page.count = 5000;
            page.next = window.page + 1;
            return Result<Page<Row>>(page);
        };
        Stream stream(list.fetch(), 100, true);
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QCOMPARE(list.requests, 1);
    }

    void newRowsForEver()
    {
        List list;
        Timestamp oldest = start;
        int n = 0;
        list.override = [&](PageWindow window) -> std::optional<Result<Page<Row>>> {
            Page<Row> page;
            for (int i = 0; i < window.size; ++i)
                page.items += Row{oldest -= second, idOf(n++)};
            page.count = 3; // a lie
            page.next = 7;
            return Result<Page<Row>>(page);
        };
        Scan scan(list.fetch(), false, RowPosition{0, {}});
        int answers = 0;
        scan.start([&](const Result<Scan::Found> &found) {
            ++answers;
            // Either it is noticed that the pages do not fit together, or enough is enough.
            QVERIFY(!found || !found->reachedKnown);
            if (found)
                QVERIFY(found->rows.size() <= Scan::mostRows + 100);
        });
        QVERIFY(list.run(2000));
        QCOMPARE(answers, 1);
    }

    void headScanReadsDownToTheKnownRow()
    {
        for (const bool keyset : {false, true}) {
            List list = evenList(3000);
            const auto scanFrom = [&](int known) {
                list.requests = 0;
                std::optional<Scan::Found> result;
                Scan scan(list.fetch(), keyset, positionOf(list.rows.at(known)));
                scan.start([&](const Result<Scan::Found> &found) {
                    if (found)
                        result = *found;
                });
                list.run();
                return result;
            };
            for (const int known : {0, 5, 19, 20, 250}) {
                const auto found = scanFrom(known);
                QVERIFY(found);
                QVERIFY(found->reachedKnown);
                QVERIFY(!found->reachedEnd);
                QVERIFY(found->rows.size() > known);
                QCOMPARE(ids(found->rows), ids(list.rows.mid(0, found->rows.size())));
                QCOMPARE(found->count, 3000);
                QVERIFY2(list.requests <= 1 + (known >= Scan::pageSize ? 2 + known / 50 : 0),
                    qPrintable(QString::number(list.requests)));
            }
        }
    }

    // By ids and counts: rows dated ahead and late ones hide nothing.
    void headScanGoesByWhatIsKnown()
    {
        List list = evenList(600);
        list.add(start + 100'000 * second, u"ahead"_s);
        std::set<QString> known;
        for (const Row &row : std::as_const(list.rows))
            known.insert(row.id);
        qint64 count = 601;
        const auto news = [&] {
            list.requests = 0;
            std::set<QString> fresh;
            Scan scan(list.fetch(), false, std::nullopt);
            scan.setKnown([&](const Row &row) { return known.count(row.id) > 0; }, count);
            scan.start([&](const Result<Scan::Found> &found) {
                for (const Row &row : found->rows) {
                    if (known.insert(row.id).second)
                        fresh.insert(row.id);
                }
                count = found->count;
            });
            list.run();
            return fresh.size();
        };
        QCOMPARE(news(), size_t(0));
        QCOMPARE(list.requests, 1);
        for (int i = 1; i <= 40; ++i)
            list.add(start + i * second, u"new-%1"_s.arg(i));
        QCOMPARE(news(), size_t(40));
        list.add(start - 25 * second, u"late"_s); // 66th from the top
        QCOMPARE(news(), size_t(1));
        // Rows went at the end: a little deeper once, no more.
        list.rows.removeLast();
        QCOMPARE(news(), size_t(0));
        QVERIFY(list.requests <= 2);
        QCOMPARE(news(), size_t(0));
        QCOMPARE(list.requests, 1);
        // Rows that are known stand between new ones.
        list.add(start + 39 * second + 1, u"between"_s);
        list.add(start + 50 * second, u"top"_s);
        QCOMPARE(news(), size_t(2));
    }

    void oversizedRows_data() { equalTimes_data(); }

    // Rows that alone are too large are left out and counted; a list of nothing else is an error in between.
    void oversizedRows()
    {
        QFETCH(bool, keyset);
        List list = evenList(500);
        const std::set<int> large{0, 130, 131, 499};
        QStringList expected;
        for (int i = 0; i < 500; ++i) {
            if (large.count(i) == 0)
                expected += idOf(i);
        }
        list.isTooLarge = [&](const QString &id) {
            return large.count(id.mid(3).toInt()) > 0;
        };
        Stream stream(list.fetch(), 100, keyset);
        const Reading reading = readAll(list, stream);
        QVERIFY(reading.complete);
        QCOMPARE(reading.failures, 0);
        QCOMPARE(ids(reading.rows), expected);
        QCOMPARE(stream.tooLarge(), 4);
        QVERIFY2(list.requests < 250, qPrintable(QString::number(list.requests)));

        list.isTooLarge = [](const QString &) {
            return true;
        };
        Stream hopeless(list.fetch(), 100, keyset);
        const Reading nothing = readAll(list, hopeless);
        QVERIFY(nothing.complete);
        QVERIFY(nothing.rows.isEmpty());
        QCOMPARE(nothing.failures, 25);
        QCOMPARE(hopeless.tooLarge(), 500);
    }

    void headScanWithoutKnownRowReadsAll()
    {
        List list = evenList(150);
        int answers = 0;
        Scan scan(list.fetch(), false, std::nullopt);
        scan.start([&](const Result<Scan::Found> &found) {
            ++answers;
            QVERIFY(found->reachedEnd);
            QCOMPARE(ids(found->rows), ids(list.rows));
        });
        QVERIFY(list.run());
        QCOMPARE(answers, 1);
    }

    void headScanGivesUpOnALargeGap()
    {
        List list = evenList(6000);
        int answers = 0;
        Scan scan(list.fetch(), false, positionOf(list.rows.at(5900)));
        scan.start([&](const Result<Scan::Found> &found) {
            ++answers;
            QVERIFY(!found->reachedKnown);
        });
        QVERIFY(list.run());
        QCOMPARE(answers, 1);
        QVERIFY(list.requests < 80);
    }
};

QTEST_GUILESS_MAIN(PagedStreamTest)
#include "tst_pagedstream.moc"
