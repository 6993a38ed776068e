// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncatalog.h"
#include "notificationtablemodel.h"
#include "support/records.h"
#include "textpattern.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

using Model = NotificationTableModel;
using Counts = QList<qsizetype>;

struct Watched
{
    Model model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
    QSignalSpy more{&model, &Model::moreRequested};

    Counts counts()
    {
        const Counts result{inserted.size(), removed.size(), changed.size(), reset.size()};
        for (QSignalSpy *const spy : {&inserted, &removed, &changed, &reset})
            spy->clear();
        return result;
    }
    [[nodiscard]] QStringList texts() const { return tableText(model, {Model::TextColumn}); }
};

Notification noteAt(int n, double seconds, const QString &body, bool seen = false)
{
    return makeNotification({.id = uuidOf(n), .created = timeText(seconds), .body = body, .seen = seen});
}

} // namespace

class NotificationTableModelTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void contiguousBatchIsOneInsert()
    {
        Watched w;
        w.model.merge({noteAt(1, 1, u"a"_s), noteAt(3, 3, u"c"_s), noteAt(2, 2, u"b"_s)});
        QCOMPARE(w.inserted.first().mid(1), (QVariantList{0, 2}));
        QCOMPARE(w.counts(), (Counts{1, 0, 0, 0}));
        w.model.merge({noteAt(5, 5, u"e"_s), noteAt(4, 4, u"d"_s)});
        QCOMPARE(w.inserted.first().mid(1), (QVariantList{0, 1}));
        QCOMPARE(w.counts(), (Counts{1, 0, 0, 0}));
        w.model.merge({noteAt(6, 2.5, u"x"_s), noteAt(7, -1, u"z"_s)});
        QCOMPARE(w.counts(), (Counts{2, 0, 0, 0}));
        QCOMPARE(w.texts().join(QString()), u"edcxbaz"_s);
    }

    void knownRecordsAreUpdatedInPlace()
    {
        Watched w;
        const QList<Notification> notes{noteAt(1, 1, u"a"_s), noteAt(2, 2, u"b"_s), noteAt(2, 2, u"b"_s)};
        w.model.merge(notes);
        QCOMPARE(w.model.rowCount(), 2); // once, also inside a batch
        w.counts();
        w.model.merge(notes);
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 0}));
        w.model.merge({noteAt(2, 2, u"b"_s, true), noteAt(1, 1, u"a"_s)});
        QCOMPARE(w.changed.first().at(0).toModelIndex(), w.model.index(0, 0));
        QCOMPARE(w.counts(), (Counts{0, 0, 1, 0}));
        QVERIFY(w.model.notification(0).seen);
        // The place stays, whatever time it claims now.
        w.model.merge({noteAt(1, 99, u"later"_s)});
        QCOMPARE(w.counts(), (Counts{0, 0, 1, 0}));
        QCOMPARE(w.texts(), (QStringList{u"b"_s, u"later"_s}));
        QCOMPARE(w.model.rowOf(uuidOf(1).toUtf8()), 1);
    }

    void recordsWithoutIdOrTime()
    {
        Watched w;
        const QList<Notification> notes{makeNotification({.body = u"one"_s}), makeNotification({.body = u"two"_s}),
            makeNotification({.created = u"?"_s, .body = u"three"_s}),
            makeNotification({.created = u"?"_s, .body = u"four"_s}), makeNotification({.body = u"one"_s})};
        w.model.merge(notes);
        w.model.merge(notes);
        QCOMPARE(w.model.rowCount(), 4);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(w.model.rowOf(w.model.index(row, 0).data(Model::KeyRole).toByteArray()), row);
        QVERIFY(w.model.remove(notes.at(3).key()));
        QCOMPARE(w.model.rowCount(), 3);
    }

    void equalTimesAreOrderedById()
    {
        Watched w;
        w.model.merge({noteAt(5, 1, u"5"_s), noteAt(1, 1, u"1"_s)});
        w.model.merge({noteAt(4, 1, u"4"_s), noteAt(2, 1, u"2"_s), noteAt(9, 2, u"9"_s), noteAt(0, 0, u"0"_s)});
        QCOMPARE(w.texts().join(QString()), u"912450"_s);
    }

    void seenAheadOfTheServer()
    {
        Watched w;
        w.model.merge({noteAt(1, 1, u"a"_s), noteAt(2, 2, u"b"_s)});
        w.counts();
        const QByteArray key = uuidOf(2).toUtf8();
        w.model.setSeen(key, true, true);
        QCOMPARE(w.changed.first().at(2).value<QList<int>>(),
            (QList<int>{Qt::DisplayRole, Model::SortRole, Model::SeenRole, Model::PendingRole}));
        QCOMPARE(w.counts(), (Counts{0, 0, 1, 0}));
        QVERIFY(w.model.isPending(0));
        QVERIFY(w.model.index(0, 0).data(Model::PendingRole).toBool());
        QVERIFY(w.model.index(0, 0).data(Model::SeenRole).toBool());
        QCOMPARE(w.model.unseenCount(), 1);
        QCOMPARE(w.model.unseenKeys(), QList<QByteArray>{uuidOf(1).toUtf8()});
        // A poll that was answered before the change
        w.model.merge({noteAt(2, 2, u"b"_s, false)});
        QVERIFY(w.model.notification(0).seen);
        QVERIFY(w.model.isPending(0));
        w.model.setSeen(key, true, false);
        QVERIFY(!w.model.isPending(0));
        w.counts();
        w.model.setSeen(key, true, false);
        w.model.setSeen("unknown", true, false);
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 0}));
        w.model.merge({noteAt(2, 2, u"b"_s, false)});
        QVERIFY(!w.model.notification(0).seen);
    }

    void removeAndClear()
    {
        Watched w;
        w.model.merge({noteAt(1, 1, u"a"_s), noteAt(2, 2, u"b"_s), noteAt(3, 3, u"c"_s)});
        w.counts();
        QVERIFY(w.model.remove(uuidOf(2).toUtf8()));
        QVERIFY(!w.model.remove(uuidOf(2).toUtf8()));
        QCOMPARE(w.removed.first().mid(1), (QVariantList{1, 1}));
        QCOMPARE(w.counts(), (Counts{0, 1, 0, 0}));
        QCOMPARE(w.model.rowOf(uuidOf(1).toUtf8()), 1);
        w.model.setCanFetchMore(true);
        w.model.clear();
        w.model.clear();
        QCOMPARE(w.counts(), (Counts{0, 0, 0, 1}));
        QVERIFY(!w.model.canFetchMore({}));
        QCOMPARE(w.model.rowOf(uuidOf(1).toUtf8()), -1);
    }

    void runsOfRows()
    {
        QVERIFY(runsOf({}).empty());
        QVERIFY(runsOf({3}) == (std::vector<RowRun>{{3, 3}}));
        QVERIFY(runsOf({7, 0, 4, 1, 5, 4, 6}) == (std::vector<RowRun>{{0, 1}, {4, 7}}));
    }

    // In any order and more than once; a signal for rows that stand together.
    void removesRuns()
    {
        Watched w;
        QList<Notification> rows;
        for (int n = 0; n < 6; ++n)
            rows += noteAt(n, -n, u"text"_s);
        w.model.merge(rows);
        w.counts();
        w.model.remove(
            QList<QByteArray>{rows.at(4).key(), rows.at(1).key(), "unknown", rows.at(5).key(), rows.at(1).key()});
        QCOMPARE(w.removed.at(0).mid(1), (QVariantList{4, 5}));
        QCOMPARE(w.removed.at(1).mid(1), (QVariantList{1, 1}));
        QCOMPARE(w.counts(), (Counts{0, 2, 0, 0}));
        w.model.retain([&rows](const Notification &row) { return row == rows.at(2); });
        QCOMPARE(w.removed.at(0).mid(1), (QVariantList{2, 2}));
        QCOMPARE(w.removed.at(1).mid(1), (QVariantList{0, 0}));
        QCOMPARE(w.model.rowCount(), 1);
        QCOMPARE(w.model.keyOf(0), rows.at(2).key());
    }

    void fetchMoreOnlyAsks()
    {
        Watched w;
        w.model.fetchMore({});
        QCOMPARE(w.more.size(), 0);
        w.model.setCanFetchMore(true);
        w.model.fetchMore({});
        QCOMPARE(w.more.size(), 1);
    }

    void rolesAndColumns()
    {
        Watched w;
        const QByteArray event
            = toJson(EventSpec{.id = uuidOf(50), .action = u"login_failed"_s, .context = R"({"username":"root"})"});
        w.model.merge(
            {makeNotification(
                 {.id = uuidOf(1), .severity = u"alert"_s, .body = u"login_failed: {'a': 1}"_s, .event = event}),
                makeNotification(
                    {.id = uuidOf(2), .severity = u"purple"_s, .body = u"  First line\nSecond"_s, .seen = true})});
        QCOMPARE(w.model.columnCount(), int(Model::ColumnCount));
        QCOMPARE(tableText(w.model, {Model::SeenColumn, Model::SeverityColumn, Model::ActionColumn, Model::TextColumn}),
            (QStringList{u"Unseen | Alert | Failed login | root failed to sign in from 192.0.2.1"_s,
                u"Seen | purple | Event was deleted | First line"_s}));
        const auto at = [&](int row, int column, int role) {
            return w.model.index(row, column).data(role);
        };
        QCOMPARE(at(0, Model::SeverityColumn, Model::SortRole).toInt(), int(Level::Alert));
        QCOMPARE(at(0, Model::SeenColumn, Model::SortRole).toBool(), false);
        QCOMPARE(at(0, Model::TimeColumn, Model::SortRole).toLongLong(), 1'795'168'800'000'000LL);
        QCOMPARE(at(1, Model::TextColumn, Model::SortRole).toString(), u"First line"_s);
        QCOMPARE(at(0, 0, Model::KeyRole).toByteArray(), uuidOf(1).toUtf8());
        QCOMPARE(at(0, 0, Model::IconNameRole).toString(), actionEntry(u"login_failed"_s).icon);
        QCOMPARE(at(1, 0, Model::IconNameRole).toString(), severityEntry(u"purple"_s).icon);
        QCOMPARE(at(0, 0, Model::LevelRole).toInt(), int(Level::Alert));
        QCOMPARE(at(0, 0, Model::SecondaryRole).toString(), u"Failed login"_s);
        QVERIFY(!at(0, 0, Model::PendingRole).toBool());
        QVERIFY(at(0, Model::TimeColumn, Qt::ToolTipRole).toString().contains(u"UTC"_s));
        QStringList headers;
        for (int column = 0; column < w.model.columnCount(); ++column)
            headers += w.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(headers, (QStringList{u"Seen"_s, u"Severity"_s, u"Time"_s, u"Action"_s, u"Text"_s}));
    }

    void hostileTextsAreVisiblePlainText()
    {
        Watched w;
        const QString evil = u"<b>bold</b>\u202Egnp\u0007"_s;
        w.model.merge({makeNotification({.id = uuidOf(1), .severity = evil, .body = evil})});
        const QString shown = u"<b>bold</b>‹U+202E›gnp␇"_s;
        QCOMPARE(tableText(w.model, {Model::SeverityColumn, Model::TextColumn}), QStringList{shown + u" | "_s + shown});
    }

    void refreshTextsRepaintsTimes()
    {
        Watched w;
        w.model.refreshTexts();
        w.model.merge({noteAt(1, 1, u"a"_s)});
        w.counts();
        w.model.refreshTexts();
        QCOMPARE(w.counts(), (Counts{0, 0, 1, 0}));
    }

    // Megabytes of text: the title is of their beginning.
    void hugeBodies()
    {
        const QString huge(8'000'000, u'x');
        QCOMPARE(notificationTitle(makeNotification({.id = uuidOf(1), .body = huge})).size(), 2001);
        QCOMPARE(notificationTitle(makeNotification({.id = uuidOf(1), .body = u"  First\n"_s + huge})), u"First"_s);
        const QByteArray event = toJson(EventSpec{.id = uuidOf(9), .action = u"login_failed"_s});
        QCOMPARE(notificationTitle(makeNotification({.id = uuidOf(1), .body = huge + u": {"_s, .event = event})).size(),
            2001); // what stands so far down says nothing of the beginning
    }

    // The first line of a traceback says nothing; the last one is the exception.
    void tracebacks()
    {
        const QString body
            = u"Traceback (most recent call last):\n  File \"/x.py\", line 3, in run\n    return d[k]: {}"
              "\nKeyError: 'email'\n"_s;
        const QByteArray event = toJson(EventSpec{.id = uuidOf(9), .action = u"system_exception"_s});
        QCOMPARE(notificationTitle(makeNotification({.id = uuidOf(1), .body = body})), u"KeyError: 'email'"_s);
        QCOMPARE(notificationTitle(makeNotification({.id = uuidOf(1), .body = body, .event = event})),
            u"KeyError: 'email'"_s);
        const QString huge = u"Traceback (most recent call last):\n"_s + u"  x\n"_s.repeated(2'000'000);
        QCOMPARE(notificationTitle(makeNotification({.id = uuidOf(1), .body = huge + u"OSError: full"_s})),
            u"OSError: full"_s);
        QCOMPARE(kindOf(makeNotification({.id = uuidOf(1), .body = huge + u"OSError: [Errno 28] full"_s})).pattern,
            u"OSError: *"_s);
    }

    void pendingIsSaid()
    {
        NotificationTableModel model;
        model.merge({makeNotification({.id = uuidOf(1), .body = u"x"_s})});
        const auto said = [&](int column, int role) {
            return model.index(0, column).data(role).toString();
        };
        QVERIFY(said(NotificationTableModel::SeenColumn, Qt::ToolTipRole).isEmpty());
        model.setSeen(uuidOf(1).toUtf8(), true, true);
        QVERIFY(said(NotificationTableModel::SeenColumn, Qt::ToolTipRole).contains(u"waits for the server"_s));
        QCOMPARE(said(NotificationTableModel::SeenColumn, Qt::AccessibleTextRole), u"Seen, waits for the server"_s);
        QCOMPARE(said(NotificationTableModel::TextColumn, Qt::AccessibleTextRole), u"x, waits for the server"_s);
        model.setSeen(uuidOf(1).toUtf8(), true, false);
        QVERIFY(said(NotificationTableModel::SeenColumn, Qt::ToolTipRole).isEmpty());
        QVERIFY(said(NotificationTableModel::SeenColumn, Qt::AccessibleTextRole).isEmpty());
    }
};

QTEST_GUILESS_MAIN(NotificationTableModelTest)
#include "tst_notificationtablemodel.moc"
