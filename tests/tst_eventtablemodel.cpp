// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncatalog.h"
#include "eventtablemodel.h"
#include "support/records.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <random>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

// A model under watch: every signal is counted, and the tester checks the rules of models.
struct Watched
{
    EventTableModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
    QSignalSpy more{&model, &EventTableModel::moreRequested};

    // Signals since the last call: inserted, removed, changed, reset.
    QList<qsizetype> counts()
    {
        const QList<qsizetype> result{inserted.size(), removed.size(), changed.size(), reset.size()};
        for (QSignalSpy *const spy : {&inserted, &removed, &changed, &reset})
            spy->clear();
        return result;
    }
    [[nodiscard]] QStringList users() const { return tableText(model, {EventTableModel::UserColumn}); }
};

Event eventAt(int n, double seconds, const QString &user)
{
    return makeEvent({.id = uuidOf(n), .created = timeText(seconds), .username = user});
}

using Counts = QList<qsizetype>;

} // namespace

class EventTableModelTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void contiguousBatchIsOneInsert()
    {
        Watched w;
        w.model.merge({eventAt(1, 1, u"a"_s), eventAt(3, 3, u"c"_s), eventAt(2, 2, u"b"_s)});
        QCOMPARE(w.inserted.first().mid(1), (QVariantList{0, 2}));
        QCOMPARE(w.counts(), (Counts{1, 0, 0, 0}));
        QCOMPARE(w.users(), (QStringList{u"c"_s, u"b"_s, u"a"_s}));

        // Older ones at the end, newer ones on top, one in the middle
        w.model.merge({eventAt(4, 0, u"z"_s), eventAt(5, -1, u"y"_s)});
        QCOMPARE(w.inserted.first().mid(1), (QVariantList{3, 4}));
        QCOMPARE(w.counts(), (Counts{1, 0, 0, 0}));
        w.model.merge({eventAt(7, 9, u"n"_s), eventAt(6, 8, u"m"_s)});
        QCOMPARE(w.inserted.first().mid(1), (QVariantList{0, 1}));
        QCOMPARE(w.counts(), (Counts{1, 0, 0, 0}));
        w.model.merge({eventAt(8, 2.5, u"x"_s)});
        QCOMPARE(w.inserted.first().mid(1), (QVariantList{3, 3}));
        QCOMPARE(w.counts(), (Counts{1, 0, 0, 0}));
        QCOMPARE(w.users().join(QString()), u"nmcxbazy"_s);
        // In two places: two signals
        w.model.merge({eventAt(9, 20, u"0"_s), eventAt(10, -20, u"9"_s)});
        QCOMPARE(w.counts(), (Counts{2, 0, 0, 0}));
        QCOMPARE(w.users().join(QString()), u"0nmcxbazy9"_s);
        w.model.merge({});
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 0}));
    }

    void knownRecordsAreUpdatedInPlace()
    {
        Watched w;
        const QList<Event> events{eventAt(1, 1, u"a"_s), eventAt(2, 2, u"b"_s), eventAt(3, 3, u"c"_s)};
        w.model.merge(events);
        w.counts();
        w.model.merge(events);
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 0}));

        w.model.merge({events.at(0), eventAt(2, 2, u"changed"_s), events.at(2)});
        QCOMPARE(w.changed.first().at(0).toModelIndex(), w.model.index(1, 0));
        QCOMPARE(w.changed.first().at(1).toModelIndex(), w.model.index(1, EventTableModel::ColumnCount - 1));
        QCOMPARE(w.counts(), (Counts{0, 0, 1, 0}));
        QCOMPARE(w.users(), (QStringList{u"c"_s, u"changed"_s, u"a"_s}));
        QCOMPARE(w.model.eventAt(1).raw, eventAt(2, 2, u"changed"_s).raw);
    }

    // authentik never does it; the order must hold all the same.
    void recordThatMovesInTime()
    {
        Watched w;
        w.model.merge({eventAt(1, 1, u"a"_s), eventAt(2, 2, u"b"_s), eventAt(3, 3, u"c"_s)});
        w.counts();
        w.model.merge({eventAt(1, 9, u"a"_s)});
        QCOMPARE(w.counts(), (Counts{1, 1, 0, 0}));
        QCOMPARE(w.users().join(QString()), u"acb"_s);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(w.model.rowOf(w.model.keyOf(row)), row);
    }

    void duplicatesInOneBatch()
    {
        Watched w;
        const Event a = eventAt(1, 1, u"a"_s);
        const Event b = eventAt(2, 2, u"b"_s);
        w.model.merge({a, b, a, a, b});
        QCOMPARE(w.counts(), (Counts{1, 0, 0, 0}));
        QCOMPARE(w.users().join(QString()), u"ba"_s);
    }

    void recordsWithoutId()
    {
        Watched w;
        const Event nameless = makeEvent({.username = u"x"_s});
        const Event other = makeEvent({.username = u"y"_s});
        const Event timeless = makeEvent({.id = uuidOf(1), .created = u"not a time"_s, .username = u"t"_s});
        const Event nothing = makeEvent({.created = QString(), .username = u"n"_s});
        w.model.merge({nameless, other, timeless, nothing, nameless});
        QCOMPARE(w.model.rowCount(), 4);
        w.model.merge({nothing, timeless, other, nameless});
        QCOMPARE(w.model.rowCount(), 4);
        QStringList bottom = w.users().mid(2);
        bottom.sort();
        QCOMPARE(bottom, (QStringList{u"n"_s, u"t"_s}));
        QCOMPARE(w.model.index(3, EventTableModel::TimeColumn).data().toString(), u"unknown"_s);
        for (int row = 0; row < 4; ++row) {
            QCOMPARE(w.model.rowOf(w.model.keyOf(row)), row);
            QCOMPARE(w.model.eventAt(row).key(), w.model.keyOf(row));
        }
        codec::EventDecoder decoder;
        w.model.merge({decoder.decode("[1,2]"), decoder.decode("null"), decoder.decode("{}")});
        QCOMPARE(w.model.rowCount(), 7);
        QVERIFY(w.model.remove(decoder.decode("null").key()));
        QCOMPARE(w.model.rowCount(), 6);
    }

    void equalTimesAreOrderedById()
    {
        Watched w;
        w.model.merge({eventAt(5, 1, u"5"_s), eventAt(1, 1, u"1"_s), eventAt(3, 1, u"3"_s)});
        w.model.merge({eventAt(4, 1, u"4"_s), eventAt(2, 1, u"2"_s), eventAt(9, 2, u"9"_s), eventAt(0, 0, u"0"_s)});
        QCOMPARE(w.users().join(QString()), u"9123450"_s);
        for (int row = 0; row < w.model.rowCount(); ++row)
            QCOMPARE(w.model.rowOf(w.model.keyOf(row)), row);
    }

    void anyOrderOfArrivalGivesTheSameTable()
    {
        QList<Event> events;
        for (int i = 0; i < 120; ++i)
            events += eventAt(i, i / 4, QString::number(i));
        EventTableModel straight;
        straight.merge(events);
        const QStringList expected = tableText(straight, {EventTableModel::UserColumn});
        QCOMPARE(expected.size(), 120);
        std::mt19937 random(7);
        for (int run = 0; run < 10; ++run) {
            std::shuffle(events.begin(), events.end(), random);
            Watched w;
            for (qsizetype at = 0; at < events.size(); at += 17)
                w.model.merge(events.mid(at, 17));
            QCOMPARE(w.users(), expected);
        }
    }

    void removesRunsAtOnce_data()
    {
        QTest::addColumn<bool>("sorted");
        QTest::newRow("newest first") << false;
        QTest::newRow("sorted") << true;
    }

    // One signal for neighbours, and one for all where they are scattered among sorted rows.
    void removesRunsAtOnce()
    {
        QFETCH(bool, sorted);
        EventTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        if (sorted)
            model.sortBy({SortKey{SortKey::By::Actor, false}}, {});
        QList<Event> events;
        for (int i = 0; i < 100; ++i) {
            events += makeEvent(
                {.id = uuidOf(i), .created = timeText(-i), .username = QString::number(i * 37 % 100 + 100)});
        }
        model.merge(events);
        const QPersistentModelIndex kept = model.index(model.rowOf(uuidOf(60).toUtf8()), 0);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QList<QByteArray> gone{"nobody's"};
        for (int i = 10; i < 30; ++i)
            gone += uuidOf(i).toUtf8();
        gone += uuidOf(50).toUtf8();
        model.removeAll(gone);
        QCOMPARE(removed.size(), sorted ? 1 : 2);
        QCOMPARE(model.rowCount(), 79);
        QCOMPARE(kept.data(EventTableModel::KeyRole).toByteArray(), uuidOf(60).toUtf8());
        for (int i = 0; i < 100; ++i)
            QCOMPARE(model.rowOf(uuidOf(i).toUtf8()) < 0, (i >= 10 && i < 30) || i == 50);
        // The rest of a stretch, but for what may not go.
        const EventId last = EventId::ofKey(uuidOf(99).toUtf8());
        model.removeMissing(
            {}, events.mid(0, 40), [&](EventStore::Slot slot) { return model.store().id(slot) != last; });
        QCOMPARE(model.rowCount(), 21);
        QVERIFY(model.rowOf(uuidOf(99).toUtf8()) >= 0);
        QCOMPARE(model.rowsByTime().size(), size_t(21));
    }

    void removeAndClear()
    {
        Watched w;
        w.model.merge({eventAt(1, 1, u"a"_s), eventAt(2, 2, u"b"_s), eventAt(3, 3, u"c"_s)});
        w.counts();
        QVERIFY(w.model.contains(eventAt(2, 2, u"b"_s)));
        QVERIFY(w.model.remove(uuidOf(2).toUtf8()));
        QCOMPARE(w.removed.first().mid(1), (QVariantList{1, 1}));
        QVERIFY(!w.model.remove(uuidOf(2).toUtf8()));
        QCOMPARE(w.counts(), (Counts{0, 1, 0, 0}));
        QVERIFY(!w.model.contains(eventAt(2, 2, u"b"_s)));
        QCOMPARE(w.model.rowOf(uuidOf(2).toUtf8()), -1);
        w.model.merge({eventAt(2, 2, u"again"_s)});
        QCOMPARE(w.users().join(u' '), u"c again a"_s);
        w.counts();

        w.model.setCanFetchMore(true);
        w.model.clear();
        w.model.clear();
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 1}));
        QCOMPARE(w.model.rowCount(), 0);
        QVERIFY(!w.model.canFetchMore({}));
        w.model.merge({eventAt(2, 2, u"b"_s)});
        QCOMPARE(w.users(), QStringList{u"b"_s});
    }

    void fetchMoreOnlyAsks()
    {
        Watched w;
        w.model.merge({eventAt(1, 1, u"a"_s)});
        w.more.clear();
        QVERIFY(!w.model.canFetchMore({}));
        w.model.fetchMore({});
        QCOMPARE(w.more.size(), 0);
        w.model.setCanFetchMore(true);
        QVERIFY(w.model.canFetchMore({}));
        QVERIFY(!w.model.canFetchMore(w.model.index(0, 0)));
        w.model.fetchMore({});
        QCOMPARE(w.more.size(), 1);
        w.model.fetchMore(w.model.index(0, 0));
        QCOMPARE(w.more.size(), 1);
    }

    void rolesAndColumns()
    {
        Watched w;
        w.model.merge({makeEvent({.id = uuidOf(1),
            .action = u"login_failed"_s,
            .username = u"AnonymousUser"_s,
            .context = R"({"geo":{"city":"Lisbon","country":"PT"},"username":"root",
                "authorized_application":{"pk":"1","app":"authentik_core","name":"Grafana","model_name":"application"}})"})});
        const auto at = [&](int column, int role = Qt::DisplayRole) {
            return w.model.index(0, column).data(role);
        };
        QCOMPARE(w.model.columnCount(), int(EventTableModel::ColumnCount));
        QCOMPARE(at(EventTableModel::ActionColumn).toString(), actionEntry(u"login_failed"_s).label);
        QCOMPARE(at(EventTableModel::UserColumn).toString(), u"AnonymousUser"_s);
        QCOMPARE(at(EventTableModel::ApplicationColumn).toString(), u"Grafana"_s);
        QCOMPARE(at(EventTableModel::FromColumn).toString(), u"192.0.2.1"_s);
        QCOMPARE(at(EventTableModel::BrandColumn).toString(), u"Default"_s);
        QCOMPARE(at(EventTableModel::SummaryColumn).toString(), u"Tried to sign in as root"_s);
        QVERIFY(!at(EventTableModel::TimeColumn).toString().isEmpty());

        QCOMPARE(at(EventTableModel::TimeColumn, EventTableModel::SortRole).toLongLong(), 1'795'168'800'000'000LL);
        QCOMPARE(at(EventTableModel::UserColumn, EventTableModel::SortRole).toString(), u"AnonymousUser"_s);
        QCOMPARE(at(EventTableModel::UserColumn, EventTableModel::KeyRole).toByteArray(), uuidOf(1).toUtf8());
        QCOMPARE(at(EventTableModel::ActionColumn, EventTableModel::IconNameRole).toString(),
            actionEntry(u"login_failed"_s).icon);
        QVERIFY(!at(EventTableModel::UserColumn, EventTableModel::IconNameRole).isValid());
        QCOMPARE(at(EventTableModel::UserColumn, EventTableModel::LevelRole).toInt(), int(Level::Alert));
        QCOMPARE(at(EventTableModel::FromColumn, EventTableModel::SecondaryRole).toString(), u"Lisbon, PT"_s);
        QVERIFY(!at(EventTableModel::UserColumn, EventTableModel::SecondaryRole).isValid());
        QCOMPARE(at(EventTableModel::FromColumn, Qt::AccessibleTextRole).toString(), u"192.0.2.1 Lisbon, PT"_s);
        QVERIFY(at(EventTableModel::TimeColumn, Qt::ToolTipRole).toString().contains(u"UTC"_s));
        QVERIFY(!at(EventTableModel::UserColumn, Qt::DecorationRole).isValid());

        QStringList headers;
        for (int column = 0; column < w.model.columnCount(); ++column)
            headers += w.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(headers,
            (QStringList{
                u"Time"_s, u"Action"_s, u"User"_s, u"Application"_s, u"From"_s, u"Brand"_s, u"What happened"_s}));
        QVERIFY(!w.model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
    }

    void hostileTextsAreVisiblePlainText()
    {
        Watched w;
        const QString evil = u"<b>bold</b>\u202Egnp\u0007\n\u200B<img src=x>"_s;
        const QString shown = u"<b>bold</b>‹U+202E›gnp␇ ⏎ ‹U+200B›<img src=x>"_s;
        const QByteArray text = quotedJson(evil);
        w.model.merge({makeEvent({.id = uuidOf(1),
            .action = evil,
            .username = evil,
            .context = "{\"message\":" + text + ",\"geo\":{\"city\":" + text
                + "},\"authorized_application\":{\"name\":" + text + "}}",
            .clientIp = evil})});
        for (const int column : {EventTableModel::ActionColumn, EventTableModel::UserColumn,
                 EventTableModel::ApplicationColumn, EventTableModel::FromColumn, EventTableModel::SummaryColumn})
            QCOMPARE(w.model.index(0, column).data().toString(), shown);
        QCOMPARE(w.model.index(0, EventTableModel::FromColumn).data(EventTableModel::SecondaryRole).toString(), shown);
        QCOMPARE(w.model.eventAt(0).user.username, evil);
    }

    void refreshTextsRepaintsTimes()
    {
        Watched w;
        w.model.refreshTexts();
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 0}));
        w.model.merge({eventAt(1, 1, u"a"_s), eventAt(2, 2, u"b"_s)});
        w.counts();
        w.model.refreshTexts();
        QCOMPARE(w.changed.first().at(1).toModelIndex(), w.model.index(1, EventTableModel::TimeColumn));
        QCOMPARE(w.counts(), (Counts{0, 0, 1, 0}));
    }

    // Rows of a store that was filled elsewhere: shown, left out and sorted with no more signals than needed.
    void rowsOfAStore()
    {
        auto store = std::make_shared<EventStore>();
        std::vector<EventStore::Slot> all;
        for (int i = 0; i < 10; ++i)
            all.push_back(store->insert(eventAt(i, -i, QString::number(i))));
        const auto rows = [&all](const QList<int> &numbers) {
            std::vector<EventStore::Slot> chosen;
            for (const int n : numbers)
                chosen.push_back(all[static_cast<size_t>(n)]);
            return chosen;
        };
        Watched w;
        w.model.setStore(store, all, true);
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 1}));
        QCOMPARE(w.users().join(QString()), u"0123456789"_s);
        QCOMPARE(w.model.rowOf(uuidOf(7).toUtf8()), 7);

        const QPersistentModelIndex held = w.model.index(8, EventTableModel::UserColumn);
        w.model.setVisibleRows(rows({0, 1, 5, 6, 7, 8, 9}), true);
        QCOMPARE(w.removed.first().mid(1), (QVariantList{2, 4}));
        QCOMPARE(w.counts(), (Counts{0, 1, 0, 0}));
        QCOMPARE(held.row(), 5);
        QCOMPARE(w.model.rowOf(uuidOf(3).toUtf8()), -1);
        w.model.setVisibleRows(rows({0, 1, 5, 6, 7, 8, 9}), true);
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 0}));
        w.model.setVisibleRows(all, true);
        QCOMPARE(w.inserted.first().mid(1), (QVariantList{2, 4}));
        QCOMPARE(w.counts(), (Counts{1, 0, 0, 0}));
        QCOMPARE(held.row(), 8);
        // Much else: a reset
        w.model.setVisibleRows(rows({1, 3, 5}), true);
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 1}));
        QVERIFY(!held.isValid());
        w.model.setVisibleRows({}, true);
        QCOMPARE(w.removed.first().mid(1), (QVariantList{0, 2}));
        w.model.setVisibleRows(all, true);
        QCOMPARE(w.counts(), (Counts{1, 1, 0, 0}));

        // Another order: who holds a row keeps it.
        const QPersistentModelIndex kept = w.model.index(2, EventTableModel::ActionColumn);
        QList<QPersistentModelIndex> many;
        for (int row = 0; row < 10; ++row)
            many += w.model.index(row, EventTableModel::TimeColumn);
        QSignalSpy layout(&w.model, &QAbstractItemModel::layoutChanged);
        w.model.reorder(rows({9, 7, 5, 3, 1, 8, 6, 4, 2, 0}), false);
        QCOMPARE(layout.size(), 1);
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 0}));
        QCOMPARE(w.users().join(QString()), u"9753186420"_s);
        QCOMPARE(kept.row(), 8);
        QCOMPARE(kept.column(), int(EventTableModel::ActionColumn));
        for (int row = 0; row < 10; ++row)
            QCOMPARE(w.model.keyOf(many.at(row).row()), uuidOf(row).toUtf8());
        QCOMPARE(w.model.rowOf(uuidOf(1).toUtf8()), 4);

        // Another store: the old one may still be read elsewhere.
        const std::weak_ptr<EventStore> before = store;
        w.model.clear();
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 1}));
        QCOMPARE(store->size(), size_t(10));
        store.reset();
        QVERIFY(before.expired());
        w.model.merge({eventAt(1, 1, u"a"_s)});
        QCOMPARE(w.users(), QStringList{u"a"_s});
    }
};

QTEST_GUILESS_MAIN(EventTableModelTest)
#include "tst_eventtablemodel.moc"
