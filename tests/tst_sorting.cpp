// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadedsorter.h"
#include "sortcommands.h"
#include "sortheader.h"
#include "support/pages.h"
#include "support/records.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCollator>
#include <QHeaderView>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <random>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(tidings::SortKey)

namespace {

using By = SortKey::By;

const QList<SortKey> twoKeys{{By::Actor, false}, {By::Address, true}};

struct Record
{
    int time = 0;
    int user = 0;
    int address = 0;
};

// Records as a server has them, and what a plain sort makes of them.
struct Records
{
    std::map<int, Record> all; // by number
    std::mt19937 random{11};

    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); }
    Event put(int number)
    {
        Record &record = all[number];
        record = {record.time == 0 ? 1 + below(40) : record.time, below(5), below(4)};
        return event(number);
    }
    [[nodiscard]] Event event(int number) const
    {
        const Record &record = all.at(number);
        return makeEvent({.id = uuidOf(number),
            .created = timeText(record.time),
            // Large and small letters are the same.
            .username = (number % 2 == 0 ? u"User%1"_s : u"user%1"_s).arg(record.user),
            .clientIp = u"10.0.0.%1"_s.arg(record.address * 5)});
    }
    [[nodiscard]] QStringList ids(bool isSorted) const
    {
        std::vector<int> numbers;
        for (const auto &[number, record] : all)
            numbers.push_back(number);
        std::stable_sort(
            numbers.begin(), numbers.end(), [this](int a, int b) { return all.at(a).time > all.at(b).time; });
        if (isSorted) {
            std::stable_sort(numbers.begin(), numbers.end(), [this](int a, int b) {
                const Record &left = all.at(a);
                const Record &right = all.at(b);
                return left.user != right.user ? left.user < right.user : left.address > right.address;
            });
        }
        QStringList ids;
        for (const int number : numbers)
            ids += uuidOf(number);
        return ids;
    }
};

QStringList idsOf(const EventTableModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.eventAt(row).id;
    return ids;
}

// Users as they stand in the table, sorted as people would do it.
bool isSortedByUser(const EventTableModel &model, bool isDescending)
{
    const RowOrder order(model.store(), {{By::Actor, isDescending}});
    const auto &rows = model.visibleRows();
    return std::is_sorted(rows.begin(), rows.end(), [&](auto a, auto b) { return order.isBefore(a, b); });
}

void clickHeader(const EventsPage &page, int column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QHeaderView &header = *page.table().horizontalHeader();
    const QPoint at(header.sectionViewportPosition(column) + 20, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, modifiers, at);
}

} // namespace

class SortingTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }

    // Whatever comes, goes and changes, the rows are as a plain sort of them would be, and what is held stays held.
    void rowsComeAndGoWhileSorted()
    {
        Records records;
        EventTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy settled(&model, &RecordTableModel::rowsSettled);
        model.sortBy(twoKeys, {});
        int next = 0;
        for (int round = 0; round < 60; ++round) {
            QList<QPersistentModelIndex> held;
            QList<QByteArray> keys;
            for (int row = 0; row < model.rowCount(); row += 7) {
                held += model.index(row, row % 3);
                keys += model.keyOf(row);
            }
            QList<Event> batch;
            for (int count = round % 2 == 0 ? 2 : 30; count > 0; --count)
                batch += records.put(next++);
            if (next > 40)
                batch += records.put(next - 35); // known, with other content
            model.merge(batch);
            QCOMPARE(idsOf(model), records.ids(true));
            for (qsizetype i = 0; i < held.size(); ++i)
                QCOMPARE(model.keyOf(held.at(i).row()), keys.at(i));
            for (int count = 0; count < 5; ++count) {
                auto gone = records.all.begin();
                std::advance(gone, records.below(static_cast<int>(records.all.size())));
                QVERIFY(model.remove(uuidOf(gone->first).toUtf8()));
                records.all.erase(gone);
                if (records.all.empty())
                    break;
            }
            QCOMPARE(idsOf(model), records.ids(true));
        }
        QVERIFY(settled.size() > 10);
        QCOMPARE(reset.size(), 0);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.rowOf(model.keyOf(row)), row);
        // Back, and a list begun anew keeps what it is sorted by.
        model.sortBy({}, {});
        QCOMPARE(idsOf(model), records.ids(false));
        model.sortBy(twoKeys, model.rowsByTime());
        model.clear();
        records.all.clear();
        QList<Event> batch;
        for (int number = 0; number < 50; ++number)
            batch += records.put(number);
        model.merge(batch);
        QCOMPARE(idsOf(model), records.ids(true));
    }

    // A list read on is compared with the rows by time, however they are shown.
    void missingRowsAreFoundWhileSorted()
    {
        Records records;
        EventTableModel model;
        model.sortBy(twoKeys, {});
        QList<Event> batch;
        for (int number = 0; number < 50; ++number)
            batch += records.put(number);
        model.merge(batch);
        const Event gone = batch.takeAt(20);
        QCOMPARE(model.missingFrom({}, batch), QList<QByteArray>{gone.key()});
    }

    // While another thread sorts, rows come, go and change.
    void rowsComeAndGoDuringTheSort()
    {
        Records records;
        EventTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LoadedSorter sorter(model);
        QList<Event> batch;
        for (int number = 0; number < 3000; ++number)
            batch += records.put(number);
        model.merge(batch);
        const QPersistentModelIndex held = model.index(1234, 0);
        const QByteArray key = model.keyOf(1234);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);

        sorter.sort({{By::Time, false}});
        sorter.sort(twoKeys); // overtakes the first
        QCOMPARE(idsOf(model), records.ids(false));
        model.merge({records.put(3000), records.put(3001), records.put(3002)});
        QVERIFY(model.remove(uuidOf(17).toUtf8()));
        records.all.erase(17);
        QVERIFY(model.sortKeys().isEmpty());
        QTRY_COMPARE(model.sortKeys(), twoKeys);
        QCOMPARE(idsOf(model), records.ids(true));
        QCOMPARE(model.keyOf(held.row()), key);
        QCOMPARE(layout.size(), 1);

        sorter.sort({});
        QCOMPARE(idsOf(model), records.ids(false));
        sorter.sort(twoKeys);
        model.merge({records.put(40)}); // what was copied of it is out of date
        QTRY_COMPARE(model.sortKeys(), twoKeys);
        QCOMPARE(idsOf(model), records.ids(true));
        QCOMPARE(model.keyOf(held.row()), key);

        // An emptied list is not given the rows of the one before.
        sorter.sort({});
        sorter.sort(twoKeys);
        model.clear();
        sorter.sort(twoKeys);
        QCOMPARE(model.sortKeys(), twoKeys);
        records.all.clear();
        model.merge({records.put(1), records.put(2)});
        QCOMPARE(idsOf(model), records.ids(true));
    }

    // What stands in the records: numbers by their size, then texts, and what is missing last, both ways round.
    void recordsAreSortedByAField()
    {
        const QList<QByteArray> values{
            "10", "9", "-2.5", "\"b\"", "\"Aa\"", "\"ab\"", "null", "", "true", "1e3", "\"\"", "[1]"};
        EventTableModel model;
        LoadedSorter sorter(model);
        QList<Event> batch;
        for (qsizetype i = 0; i < values.size(); ++i) {
            const QByteArray &value = values.at(i);
            batch += makeEvent({.id = uuidOf(static_cast<int>(i)),
                .created = timeText(static_cast<double>(i)),
                .context = value.isEmpty() ? QByteArray("{}") : "{\"x\":" + value + "}"});
        }
        model.merge(batch);
        const auto shown = [&] {
            QList<QByteArray> found;
            for (int row = 0; row < model.rowCount(); ++row)
                found += values.at(
                    static_cast<qsizetype>(model.createdAt(row) - batch.first().created.value()) / 1'000'000);
            return found;
        };
        const QList<QByteArray> texts{"[1]", "\"Aa\"", "\"ab\"", "\"b\"", "true"};
        const QList<QByteArray> missing{"\"\"", "", "null"}; // newest first
        QList<SortKey> keys{{By::Field, false, u"context.x"_s}};
        sorter.sort(keys);
        QTRY_COMPARE(model.sortKeys(), keys);
        QCOMPARE(shown(), (QList<QByteArray>{"-2.5", "9", "10", "1e3"} + texts + missing));
        keys.first().isDescending = true;
        sorter.sort(keys);
        QTRY_COMPARE(model.sortKeys(), keys);
        QList<QByteArray> descending(texts.rbegin(), texts.rend());
        QCOMPARE(shown(), (descending + QList<QByteArray>{"1e3", "10", "9", "-2.5"} + missing));
    }

    // Whatever comes, goes and changes, and however much while another thread reads.
    void rowsComeAndGoWhileSortedByRecords_data()
    {
        QTest::addColumn<SortKey>("key");
        QTest::newRow("field") << SortKey{By::Field, true, u"context.n"_s};
        QTest::newRow("what happened") << SortKey{By::WhatHappened, false};
    }
    void rowsComeAndGoWhileSortedByRecords()
    {
        QFETCH(const SortKey, key);
        const QList<SortKey> keys{key, {By::Actor, false}};
        std::mt19937 random{5};
        const auto below = [&](int end) {
            return std::uniform_int_distribution<int>(0, end - 1)(random);
        };
        const auto event = [&](int number) {
            const int n = below(30);
            return makeEvent({.id = uuidOf(number),
                .created = timeText(number),
                .action = n % 2 == 0 ? u"login"_s : u"custom_%1"_s.arg(n),
                .username = u"user%1"_s.arg(below(5)),
                .context = n % 7 == 0
                    ? QByteArray("{}")
                    : "{\"n\":" + QByteArray::number(n) + ",\"message\":\"m" + QByteArray::number(n) + "\"}"});
        };
        EventTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LoadedSorter sorter(model);
        const auto isRight = [&] {
            return model.visibleRows() == sortedRows(model.store(), model.rowsByTime(), keys, {});
        };
        int next = 0;
        const auto add = [&](int count) {
            QList<Event> batch;
            for (; count > 0; --count)
                batch += event(next++);
            model.merge(batch);
        };
        add(2000);
        sorter.sort(keys);
        add(1500); // too many to be read here
        QVERIFY(model.remove(uuidOf(17).toUtf8()));
        QTRY_COMPARE_WITH_TIMEOUT(model.sortKeys(), keys, longTime);
        QVERIFY(isRight());
        for (int round = 0; round < 20; ++round) {
            add(round % 2 == 0 ? 3 : 40);
            model.merge({event(next - 20), event(round)}); // known, with other content
            QVERIFY(model.remove(uuidOf(next - 10).toUtf8()));
            QVERIFY(isRight());
        }
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.rowOf(model.keyOf(row)), row);
        // The other way round: what was read before is used again.
        QList<SortKey> turned = keys;
        turned.first().isDescending = !turned.first().isDescending;
        sorter.sort(turned);
        QTRY_COMPARE_WITH_TIMEOUT(model.sortKeys(), turned, longTime);
        QCOMPARE(model.visibleRows(), sortedRows(model.store(), model.rowsByTime(), turned, {}));
        // A list begun anew.
        sorter.sort(keys);
        model.clear();
        sorter.sort(keys);
        add(300);
        QVERIFY(isRight());
    }

    // The page of a server

    void anyColumnSorts()
    {
        Site site(demoOptions(800));
        Events e(site);
        e.model.setFieldColumns({u"context.geo.country"_s});
        const QList<SortKey> byCountry{{By::Field, false, u"context.geo.country"_s}};
        e.page.sortBy(EventTableModel::ColumnCount, false);
        QTRY_COMPARE(e.model.sortKeys(), byCountry);
        QStringList countries;
        for (int row = 0; row < e.model.rowCount(); ++row)
            countries += e.model.index(row, EventTableModel::ColumnCount).data().toString();
        const qsizetype first = countries.indexOf(QString());
        QVERIFY(countries.count(QString()) == (first < 0 ? 0 : countries.size() - first));
        countries.removeAll(QString());
        QVERIFY(QSet<QString>(countries.begin(), countries.end()).size() > 1);
        QVERIFY(std::is_sorted(countries.begin(), countries.end()));
        QVERIFY2(e.page.engineText().contains(u"by context.geo.country"_s), qPrintable(e.page.engineText()));
        const QString tip
            = e.model.headerData(EventTableModel::ColumnCount, Qt::Horizontal, Qt::ToolTipRole).toString();
        QVERIFY(tip.startsWith(u"context.geo.country"_s) && !tip.contains(u"nothing"_s));
        const auto &header = *static_cast<SortHeader *>(e.table().horizontalHeader());
        QCOMPARE(header.markText(EventTableModel::ColumnCount), u" ↑"_s);
        // The mark stays with its column; a column that goes leaves the order.
        e.model.setFieldColumns({});
        QVERIFY(header.marks().isEmpty());
        QCOMPARE(e.feed.sortKeys(), byCountry);

        e.page.sortBy(EventTableModel::SummaryColumn, false);
        QTRY_COMPARE(e.model.sortKeys(), (QList<SortKey>{{By::WhatHappened, false}}));
        QStringList sentences;
        for (int row = 0; row < e.model.rowCount(); ++row)
            sentences += e.model.index(row, EventTableModel::SummaryColumn).data().toString().left(20).toCaseFolded();
        const qsizetype nothing = sentences.indexOf(QString()); // stands last
        QVERIFY(sentences.count(QString()) == (nothing < 0 ? 0 : sentences.size() - nothing));
        sentences.removeAll(QString());
        QCollator collator;
        collator.setNumericMode(true);
        QVERIFY(std::is_sorted(sentences.begin(), sentences.end(),
            [&](const QString &a, const QString &b) { return collator.compare(a, b) < 0; }));
        e.feed.loadMore();
        QVERIFY(e.settle());
        QVERIFY(e.model.rowCount() > 150);
        QCOMPARE(
            e.model.visibleRows(), sortedRows(e.model.store(), e.model.rowsByTime(), {{By::WhatHappened, false}}, {}));
    }

    void headersSortTheLoadedRows()
    {
        Site site(demoOptions(1500));
        Events e(site);
        const QStringList newestFirst = idsOf(e.model);
        QVERIFY(!e.page.engineText().contains(u"sorted"_s));
        e.table().setCurrentIndex(e.model.index(5, EventTableModel::ActionColumn));
        const QByteArray chosen = e.model.keyOf(5);
        const auto &header = *static_cast<SortHeader *>(e.table().horizontalHeader());
        QCOMPARE(header.markText(EventTableModel::TimeColumn), u" ↓"_s);

        clickHeader(e.page, EventTableModel::UserColumn);
        QTRY_COMPARE(e.model.sortKeys(), (QList<SortKey>{{By::Actor, false}}));
        QVERIFY(isSortedByUser(e.model, false));
        QVERIFY(idsOf(e.model) != newestFirst);
        QVERIFY2(e.page.engineText().contains(u"loaded rows sorted here by User, A to Z"_s),
            qPrintable(e.page.engineText()));
        QCOMPARE(header.markText(EventTableModel::UserColumn), u" ↑"_s);
        QVERIFY(header.markText(EventTableModel::TimeColumn).isEmpty());
        QCOMPARE(e.table().currentIndex().data(EventTableModel::KeyRole).toByteArray(), chosen);
        clickHeader(e.page, EventTableModel::UserColumn);
        QTRY_COMPARE(e.model.sortKeys(), (QList<SortKey>{{By::Actor, true}}));
        QVERIFY(isSortedByUser(e.model, true));
        QCOMPARE(header.markText(EventTableModel::UserColumn), u" ↓"_s);
        clickHeader(e.page, EventTableModel::FromColumn, Qt::ShiftModifier);
        QCOMPARE(e.feed.sortKeys(), (QList<SortKey>{{By::Actor, true}, {By::Address, false}}));
        QTRY_COMPARE(e.model.sortKeys(), e.feed.sortKeys());
        // Every key with its rank.
        QCOMPARE(header.markText(EventTableModel::UserColumn), u" ↓1"_s);
        QCOMPARE(header.markText(EventTableModel::FromColumn), u" ↑2"_s);
        QVERIFY(header.markSentence(EventTableModel::FromColumn).contains(u"ascending; sort key 2"_s));
        QVERIFY2(e.page.engineText().endsWith(u"by User, Z to A; From, ascending"_s), qPrintable(e.page.engineText()));

        child<QAction>(e.page, "sortNewest")->trigger();
        QCOMPARE(idsOf(e.model), newestFirst);
        QVERIFY(!e.page.engineText().contains(u"sorted"_s));
        QCOMPARE(header.marks().size(), 1);
        QVERIFY(!child<QAction>(e.page, "sortNewest")->isEnabled());
        // By the keyboard
        child<QAction>(e.page, "actionSortColumn")->trigger();
        QTRY_COMPARE(e.model.sortKeys(), (QList<SortKey>{{By::Action, false}}));
    }

    // In words, which a screen reader can say.
    void orderInWords()
    {
        QCOMPARE(sortOrderText({}), QString());
        QCOMPARE(sortOrderText({{By::Time, true}}), u"Time, newest first"_s);
        QCOMPARE(sortOrderText({{By::Time, false}}), u"Time, oldest first"_s);
        QCOMPARE(sortOrderText({{By::Address, true}, {By::Field, false, u"context.n\u202E"_s}}),
            u"From, descending; context.n‹U+202E›, ascending"_s);
        QCOMPARE(sortOrderText({{By::Action, false}, {By::Actor, true}, {By::WhatHappened, false}}),
            u"Action, A to Z; User, Z to A; What happened, A to Z"_s);
    }

    void rowsThatArriveLandInOrder()
    {
        Site site(demoOptions(1500));
        Events e(site);
        e.page.sortBy(EventTableModel::UserColumn, false);
        QTRY_VERIFY(!e.model.sortKeys().isEmpty());
        QTRY_VERIFY(e.table().verticalScrollBar()->maximum() > 1000);
        e.table().verticalScrollBar()->setValue(1333);
        const QByteArray key = e.keyAtTop();
        site.server->insertEvents(20);
        QVERIFY(e.poll());
        QTRY_COMPARE(e.model.rowCount(), 120);
        QVERIFY(isSortedByUser(e.model, false));
        QCOMPARE(e.keyAtTop(), key); // the reader's place
        QTRY_VERIFY(e.newRows().isVisible());

        // Read further: in order, and at the same place.
        e.feed.loadMore();
        QVERIFY(e.settle());
        QVERIFY(e.model.rowCount() > 150);
        QVERIFY(isSortedByUser(e.model, false));
        QCOMPARE(e.keyAtTop(), key);
        e.feed.loadAll();
        QTRY_COMPARE_WITH_TIMEOUT(e.feed.state(), FeedState::Complete, longTime);
        QCOMPARE(e.model.rowCount(), 1520);
        QVERIFY(isSortedByUser(e.model, false));

        // Another question keeps the order.
        EventQuery logins;
        logins.actions = {u"login"_s};
        e.page.setFilter(logins);
        QVERIFY(e.settle());
        QVERIFY(e.model.rowCount() > 10);
        QVERIFY(isSortedByUser(e.model, false));
        QVERIFY(e.page.engineText().contains(u"loaded rows sorted here"_s));
        e.page.setFilter({});
        child<QAction>(e.page, "sortNewest")->trigger();
        QVERIFY(e.settle());
        for (int row = 1; row < e.model.rowCount(); ++row)
            QVERIFY(e.model.positionOf(row).isAfter(e.model.positionOf(row - 1)));
    }
};

QTEST_MAIN(SortingTest)
#include "tst_sorting.moc"
