// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxmodel.h"
#include "support/records.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

using Tab = InboxQuestion::Tab;
constexpr int textColumn = NotificationTableModel::TextColumn;

// The list over a source and a local state of its own.
struct List
{
    explicit List(bool isTested = true)
    {
        if (isTested)
            tester = std::make_unique<QAbstractItemModelTester>(
                &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void add(const QList<NotificationSpec> &specs)
    {
        QList<Notification> notes;
        for (const NotificationSpec &spec : specs)
            notes += makeNotification(spec);
        source.merge(notes);
    }
    // Three logins, two errors and one without a time, newest first
    void fill()
    {
        const auto login = [](int n) {
            return toJson(EventSpec{.id = uuidOf(100 + n), .action = u"login_failed"_s, .username = u"user"_s});
        };
        add({{.id = uuidOf(1),
                 .created = timeText(-1),
                 .severity = u"warning"_s,
                 .body = u"Login 1 failed"_s,
                 .event = login(1)},
            {.id = uuidOf(2), .created = timeText(-2), .severity = u"alert"_s, .body = u"Disk full"_s},
            {.id = uuidOf(3),
                .created = timeText(-3),
                .severity = u"alert"_s,
                .body = u"Login 22 failed"_s,
                .event = login(3),
                .seen = true},
            {.id = uuidOf(4), .created = timeText(-100'000), .severity = u"notice"_s, .body = u"Disk full"_s},
            {.id = uuidOf(5),
                .created = timeText(-100'001),
                .severity = u"warning"_s,
                .body = u"Login 3 failed"_s,
                .event = login(5)},
            {.id = uuidOf(6), .created = u"?"_s, .severity = u"purple"_s, .body = u"Odd"_s}});
    }
    void ask(InboxGrouping grouping, InboxSorting sorting = InboxSorting::Newest)
    {
        InboxQuestion question = model.question();
        question.order = {grouping, sorting};
        model.setQuestion(question);
    }
    void ask(Tab tab)
    {
        InboxQuestion question = model.question();
        question.tab = tab;
        model.setQuestion(question);
    }
    void ask(const QString &text)
    {
        InboxQuestion question = model.question();
        question.text = text;
        model.setQuestion(question);
    }
    [[nodiscard]] QStringList texts() const { return tableText(model, {textColumn}); }
    // Headers as "name: total/unseen"
    [[nodiscard]] QStringList headers() const
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (const auto *const group = model.groupAt(row))
                found += u"%1: %2/%3"_s.arg(model.groupName(*group)).arg(group->total()).arg(group->unseen);
        }
        return found;
    }
    void snooze(int n) { state.apply({{{uuidOf(n).toUtf8()}, Snooze{0, now + 1'000'000, {}}}}); }
    void mute(const NotificationKind &kind)
    {
        Mute mute;
        mute.kind = kind;
        mute.created = now;
        state.addMute(mute);
    }

    Timestamp now = 1'795'168'800'000'000;
    NotificationTableModel source;
    LocalInboxState state{[this] {
        return now;
    }};
    InboxModel model{source, state};
    std::unique_ptr<QAbstractItemModelTester> tester;
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy arranged{&model, &InboxModel::arranged};
};

} // namespace

class NotificationGroupsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void plainListFollowsItsSource()
    {
        List l;
        l.fill();
        QCOMPARE(l.texts(),
            (QStringList{u"Login 1 failed"_s, u"Disk full"_s, u"Login 22 failed"_s, u"Disk full"_s, u"Login 3 failed"_s,
                u"Odd"_s}));
        QCOMPARE(l.inserted.size(), 1);
        l.add({{.id = uuidOf(7), .created = timeText(0), .body = u"New"_s}});
        QCOMPARE(l.texts().first(), u"New"_s);
        QCOMPARE(l.inserted.size(), 2);
        l.source.remove({uuidOf(2).toUtf8(), uuidOf(3).toUtf8()});
        QCOMPARE(l.model.rowCount(), 5);
        QCOMPARE(l.removed.size(), 1);
        QCOMPARE(l.reset.size(), 0);
        l.source.setSeen(uuidOf(1).toUtf8(), true, false);
        QVERIFY(l.model.index(1, 0).data(NotificationTableModel::SeenRole).toBool());
        QCOMPARE(l.model.rowCount(), 5); // nothing vanishes under the cursor
        l.source.clear();
        QCOMPARE(l.model.rowCount(), 0);
    }

    void sorts_data()
    {
        QTest::addColumn<InboxSorting>("sorting");
        QTest::addColumn<QString>("order"); // last digits of the ids
        QTest::newRow("newest") << InboxSorting::Newest << u"123456"_s;
        QTest::newRow("oldest") << InboxSorting::Oldest << u"654321"_s;
        QTest::newRow("severity") << InboxSorting::Severity << u"231546"_s;
        QTest::newRow("action") << InboxSorting::Action << u"246135"_s;
    }
    void sorts()
    {
        QFETCH(const InboxSorting, sorting);
        QFETCH(const QString, order);
        List l;
        l.fill();
        l.ask(InboxGrouping::None, sorting);
        QString found;
        for (int row = 0; row < l.model.rowCount(); ++row)
            found += l.model.notificationAt(row)->id.back();
        QCOMPARE(found, order);
    }

    void groups_data()
    {
        QTest::addColumn<InboxGrouping>("grouping");
        QTest::addColumn<QStringList>("headers");
        QTest::newRow("severity") << InboxGrouping::Severity
                                  << QStringList{
                                         u"Alert: 2/1"_s, u"Warning: 2/2"_s, u"Notice: 1/1"_s, u"purple: 1/1"_s};
        QTest::newRow("action") << InboxGrouping::Action
                                << QStringList{u"Failed login: 3/2"_s, u"Event was deleted: 3/3"_s};
        QTest::newRow("text") << InboxGrouping::Text
                              << QStringList{u"Login * failed: 3/2"_s, u"Disk full: 2/2"_s, u"Odd: 1/1"_s};
    }
    void groups()
    {
        QFETCH(const InboxGrouping, grouping);
        QFETCH(const QStringList, headers);
        List l;
        l.fill();
        l.ask(grouping);
        QCOMPARE(l.headers(), headers);
        QCOMPARE(l.model.rowCount(), headers.size()); // they begin closed
        QCOMPARE(l.model.shownCount(), 6);
        l.model.setAllExpanded(true);
        QCOMPARE(l.model.rowCount(), headers.size() + 6);
        QCOMPARE(l.headers(), headers);
        for (int row = 0; row < l.model.rowCount(); ++row) {
            QCOMPARE(l.model.groupAt(row) == nullptr, l.model.notificationAt(row) != nullptr);
            QVERIFY(l.model.headerOf(row) <= row);
            QVERIFY(l.model.groupAt(l.model.headerOf(row)));
        }
        l.model.setAllExpanded(false);
        QCOMPARE(l.model.rowCount(), headers.size());
    }

    void days()
    {
        List l;
        l.fill();
        l.ask(InboxGrouping::Day);
        const QStringList headers = l.headers();
        QCOMPARE(headers.size(), 3);
        QVERIFY2(
            headers.at(0).startsWith(u"Today, "_s) && headers.at(0).endsWith(u": 3/2"_s), qPrintable(headers.at(0)));
        QVERIFY2(headers.at(1).startsWith(u"Yesterday, "_s) && headers.at(1).endsWith(u": 2/2"_s),
            qPrintable(headers.at(1)));
        QCOMPARE(headers.at(2), u"Unknown time: 1/1"_s);
    }

    void openingAGroupInsertsItsRows()
    {
        List l;
        l.fill();
        l.ask(InboxGrouping::Text);
        l.inserted.clear();
        l.model.setExpanded(0, true);
        QCOMPARE(l.inserted.size(), 1);
        QCOMPARE(l.texts().mid(0, 4),
            (QStringList{u"Login * failed"_s, u"Login 1 failed"_s, u"Login 22 failed"_s, u"Login 3 failed"_s}));
        QCOMPARE(l.model.keysAt(0).size(), 3);
        QCOMPARE(l.model.kindAt(0).value(), (NotificationKind{{}, {}, u"Login * failed"_s}));
        QCOMPARE(l.model.kindAt(1).value(), (NotificationKind{u"login_failed"_s, u"warning"_s, u"Login * failed"_s}));
        l.model.setExpanded(0, false);
        QCOMPARE(l.removed.last().mid(1), (QVariantList{1, 3}));
        // It stays open while rows come and go.
        l.model.setExpanded(0, true);
        l.add({{.id = uuidOf(8), .created = timeText(5), .body = u"Login 4711 failed"_s}});
        QCOMPARE(l.model.rowCount(), 3 + 4);
        QCOMPARE(l.headers().first(), u"Login * failed: 4/3"_s);
        l.changed.clear();
        l.source.setSeen(uuidOf(8).toUtf8(), true, true);
        QCOMPARE(l.headers().first(), u"Login * failed: 4/2"_s);
        QVERIFY(std::any_of(l.changed.cbegin(), l.changed.cend(),
            [](const QVariantList &change) { return change.first().toModelIndex().row() == 0; })); // the header too
    }

    void filters()
    {
        List l;
        l.fill();
        l.ask(u" fULL "_s);
        QCOMPARE(l.texts(), (QStringList{u"Disk full"_s, u"Disk full"_s}));
        l.ask(u"failed login"_s); // the label of the action
        QCOMPARE(l.model.rowCount(), 3);
        l.add({{.id = uuidOf(9), .created = timeText(9), .body = u"Nothing"_s}});
        QCOMPARE(l.model.rowCount(), 3);
        InboxQuestion question;
        question.severities = {u"alert"_s, u"purple"_s};
        l.model.setQuestion(question);
        QCOMPARE(l.model.rowCount(), 3);
        question = {};
        question.actions = {u"login_failed"_s};
        question.until = l.now - 2'000'000;
        l.model.setQuestion(question);
        QCOMPARE(l.model.rowCount(), 2);
        question = {};
        question.from = l.now - 2'000'000;
        l.model.setQuestion(question);
        QCOMPARE(l.model.rowCount(), 3);
    }

    void snoozedLeaveAndComeBack()
    {
        List l;
        l.fill();
        l.snooze(2);
        l.snooze(3); // seen already
        QCOMPARE(l.model.rowCount(), 4);
        QCOMPARE(l.model.hiddenUnseen(), 1);
        QCOMPARE(l.model.loadedSnoozed(), 2);
        QCOMPARE(l.reset.size(), 0);
        l.ask(Tab::Snoozed);
        QCOMPARE(l.texts(), (QStringList{u"Disk full"_s, u"Login 22 failed"_s}));
        QVERIFY(l.model.index(0, textColumn)
                    .data(NotificationTableModel::SecondaryRole)
                    .toString()
                    .contains(u"on this computer only"_s));
        l.ask(Tab::All);
        QCOMPARE(l.model.rowCount(), 6);
        l.ask(Tab::Unseen);
        l.now += 1'000'000;
        l.state.wakeDue();
        QCOMPARE(l.model.rowCount(), 6);
        QCOMPARE(l.model.hiddenUnseen(), 0);
    }

    void mutedAreListedUnderAll()
    {
        List l;
        l.fill();
        l.mute({{}, {}, u"Login * failed"_s});
        QCOMPARE(l.model.rowCount(), 3);
        QCOMPARE(l.model.hiddenUnseen(), 2);
        QCOMPARE(l.model.countLike({{}, u"alert"_s, {}}), 2);
        l.add({{.id = uuidOf(10), .created = timeText(10), .body = u"Login 5 failed"_s}});
        QCOMPARE(l.model.rowCount(), 3);
        QCOMPARE(l.state.mutes().first().hits, 1);
        l.ask(Tab::All);
        QCOMPARE(l.model.rowCount(), 7);
        QVERIFY(
            l.model.index(0, textColumn).data(NotificationTableModel::SecondaryRole).toString().contains(u"muted"_s));
        l.state.removeMute(l.state.mutes().first().id);
        l.ask(Tab::Unseen);
        QCOMPARE(l.model.rowCount(), 7);
    }

    void manyRowsAtOnceWithoutQuadraticWork()
    {
        constexpr int many = 100'000;
        List l(false); // the tester asks for each row itself
        for (int page = 0; page < many / 1000; ++page) {
            QList<NotificationSpec> specs;
            for (int i = 0; i < 1000; ++i) {
                const int n = page * 1000 + i;
                specs.append({.id = uuidOf(n + 1),
                    .created = timeText(-n),
                    .severity = n % 3 == 0 ? u"alert"_s : u"notice"_s,
                    .body = n % 2 == 0 ? u"Login %1 failed"_s.arg(n) : u"Disk %1 full"_s.arg(n)});
            }
            l.add(specs);
        }
        QTRY_VERIFY(!l.model.isArranging());
        QCOMPARE(l.model.rowCount(), many);
        QVERIFY2(l.inserted.size() <= many / 1000 && l.reset.isEmpty(), "more signals than pages");

        const auto settle = [&l] {
            return QTest::qWaitFor([&l] { return !l.model.isArranging() && !l.state.isApplying(); }, 30'000);
        };
        // Each question, however large, is a handful of signals.
        const auto signalsOf = [&] {
            const qsizetype count = l.inserted.size() + l.removed.size() + l.reset.size() + l.changed.size();
            for (QSignalSpy *const spy : {&l.inserted, &l.removed, &l.reset, &l.changed})
                spy->clear();
            return count;
        };
        signalsOf();
        l.ask(u"disk"_s);
        QVERIFY(l.model.isArranging()); // not within the call
        QVERIFY(settle());
        QCOMPARE(l.model.rowCount(), many / 2);
        QVERIFY(signalsOf() <= 2);
        l.ask(QString());
        QVERIFY(settle());
        l.ask(InboxGrouping::Text);
        QVERIFY(settle());
        QCOMPARE(l.headers(), (QStringList{u"Login * failed: 50000/50000"_s, u"Disk * full: 50000/50000"_s}));
        QVERIFY(signalsOf() <= 6);
        l.model.setExpanded(1, true);
        QCOMPARE(l.model.rowCount(), many / 2 + 2);
        QVERIFY(signalsOf() <= 2);

        // A group of half of them is seen: the source tells rows that stand together in one signal, each row once.
        const QList<QByteArray> keys = l.model.keysAt(1);
        QSignalSpy sourceChanged(&l.source, &QAbstractItemModel::dataChanged);
        l.source.setSeen(l.model.keysAt(0) + keys, true, false);
        QCOMPARE(sourceChanged.size(), 1);
        QCOMPARE(l.headers().last(), u"Disk * full: 50000/0"_s);
        QVERIFY(signalsOf() <= many / 2 + 4); // the open ones, every other row of the source

        l.state.apply({{keys.first(10'000), Snooze{0, l.now + 1, {}}}});
        QVERIFY(settle());
        QCOMPARE(l.model.rowCount(), many / 2 + 2 - 10'000);
        QVERIFY(signalsOf() <= 4); // they stood together
        l.ask(InboxGrouping::None);
        QVERIFY(settle());
        QVERIFY(signalsOf() <= 2);
        l.add({{.id = uuidOf(many + 7), .created = timeText(9), .body = u"New"_s}});
        QVERIFY(settle());
        QCOMPARE(l.inserted.size(), 1);
        QCOMPARE(l.texts().first(), u"New"_s);
        l.source.clear();
        QCOMPARE(l.model.rowCount(), 0);
    }

    // Loaded anew in another order, the group that was open is open, and no other.
    void groupsStayOpenAcrossAReload()
    {
        List l;
        l.fill();
        l.ask(InboxGrouping::Text);
        QCOMPARE(l.headers().at(1), u"Disk full: 2/2"_s);
        l.model.setExpanded(1, true);
        l.source.clear();
        QCOMPARE(l.model.rowCount(), 0);
        l.add({{.id = uuidOf(9), .created = timeText(5), .body = u"Quite another"_s}});
        l.fill();
        for (int row = 0; row < l.model.rowCount(); ++row) {
            if (const auto *const group = l.model.groupAt(row))
                QCOMPARE(l.model.isExpanded(row), l.model.groupName(*group) == u"Disk full"_s);
        }
        QCOMPARE(l.model.rowCount(), 4 + 2);
    }

    void unknownSeveritiesHaveGroupsOfTheirOwn()
    {
        List l;
        l.fill();
        l.add({{.id = uuidOf(7), .created = timeText(-9), .severity = u"green"_s, .body = u"Odd"_s},
            {.id = uuidOf(8), .created = timeText(-9), .severity = QString(), .body = u"Odd"_s}});
        l.ask(InboxGrouping::Severity);
        QCOMPARE(l.headers().size(), 6);
        QCOMPARE(l.headers().mid(0, 3), (QStringList{u"Alert: 2/1"_s, u"Warning: 2/2"_s, u"Notice: 1/1"_s}));
        for (int row = 3; row < 6; ++row) {
            const auto *const group = l.model.groupAt(row);
            QCOMPARE(group->total(), 1);
            const auto kind = l.model.kindAt(row);
            if (l.model.groupName(*group) == u"No severity"_s)
                QVERIFY(!kind); // it would stand for any
            else
                QCOMPARE(kind->severity, l.model.groupName(*group));
        }
    }

    // The server deletes the event: the notification stays what it was.
    void kindOutlivesTheEvent()
    {
        List l;
        const auto login = [](bool hasEvent) {
            const QByteArray event
                = toJson(EventSpec{.id = uuidOf(100), .action = u"login_failed"_s, .username = u"bob"_s});
            return NotificationSpec{.id = uuidOf(1),
                .created = timeText(-1),
                .body = u"Login failed for bob"_s,
                .event = hasEvent ? event : QByteArray("null")};
        };
        l.fill();
        l.add({login(true)});
        l.mute({u"login_failed"_s, {}, {}});
        QCOMPARE(l.model.rowOf(uuidOf(1).toUtf8()), -1);
        l.add({login(false)});
        QCOMPARE(l.model.rowOf(uuidOf(1).toUtf8()), -1);
        l.source.clear();
        l.add({login(false)});
        QCOMPARE(l.model.rowCount(), 0);
        l.ask(Tab::All);
        l.ask(InboxGrouping::Action);
        QCOMPARE(l.headers(), QStringList{u"Failed login: 1/1"_s});
        // Found by its action, and by what became of it
        for (const QString &action : {u"login_failed"_s, QString()}) {
            InboxQuestion question = l.model.question();
            question.actions = {action};
            l.model.setQuestion(question);
            QCOMPARE(l.model.shownCount(), 1);
        }
        l.fill(); // three without an event; the first has one again
        QCOMPARE(l.model.shownCount(), 3);
    }

    void revealOpensTheGroup()
    {
        List l;
        l.fill();
        l.ask(InboxGrouping::Text);
        const QByteArray key = uuidOf(4).toUtf8();
        QCOMPARE(l.model.rowOf(key), -1);
        QCOMPARE(l.model.reveal(key), 3);
        QCOMPARE(l.model.keysAt(3), QList<QByteArray>{key});
        l.ask(u"login"_s);
        QCOMPARE(l.model.reveal(key), -1);
    }

    // A great many that come in one go are read in slices too.
    void manyAtOnceAreReadInSlices()
    {
        List l(false);
        constexpr int many = 20'000;
        QList<NotificationTableModel::Kept> kept;
        QList<Notification> notes;
        for (int n = 0; n < many; ++n) {
            const Notification note
                = makeNotification({.id = uuidOf(n + 1), .created = timeText(-n), .body = u"Disk %1 full"_s.arg(n)});
            if (n % 2 == 0)
                notes += note;
            else
                kept += NotificationTableModel::Kept{note, l.now};
        }
        l.source.merge(notes);
        QVERIFY(l.model.isArranging());
        l.source.mergeKept(kept);
        QTRY_VERIFY(!l.model.isArranging());
        QCOMPARE(l.model.rowCount(), many);
        l.reset.clear();
        l.source.removeKept(std::nullopt, true);
        QVERIFY(l.model.isArranging()); // not within the call
        QCOMPARE(l.model.rowCount(), 0);
        QTRY_VERIFY(!l.model.isArranging());
        QCOMPARE(l.model.rowCount(), many / 2);
        QCOMPARE(l.reset.size(), 1);
        QCOMPARE(l.source.rowOf(uuidOf(2).toUtf8()), -1);
        QCOMPARE(l.source.rowOf(uuidOf(3).toUtf8()), 1);
        // A few go row by row: nothing is read anew.
        l.source.mergeKept(kept.mid(10, 3));
        QTRY_VERIFY(!l.model.isArranging());
        l.reset.clear();
        l.source.removeKept(std::nullopt, true);
        QTRY_VERIFY(!l.model.isArranging());
        QCOMPARE(l.model.rowCount(), many / 2);
        QCOMPARE(l.reset.size(), 0);
    }

    void chosenRowsByNumber()
    {
        List l;
        l.fill();
        QItemSelection selection(l.model.index(0, 0), l.model.index(1, 4));
        const InboxModel::Rows rows = l.model.rowsIn(selection);
        QCOMPARE(l.model.keysOf(rows), (QList<QByteArray>{uuidOf(1).toUtf8(), uuidOf(2).toUtf8()}));
        QVERIFY(l.model.anyUnseen(rows));
        l.ask(InboxGrouping::None, InboxSorting::Oldest);
        QCOMPARE(l.model.selectionOf(rows).size(), 1);
        QCOMPARE(l.model.selectionOf(rows).first().top(), 4);
        l.ask(InboxGrouping::Text);
        QCOMPARE(l.model.keysOf(l.model.rowsIn(QItemSelection(l.model.index(0, 0), l.model.index(0, 4)))),
            l.model.keysAt(0)); // of a header all of its group
        QVERIFY(l.model.selectionOf(rows).isEmpty());
        const auto kinds = l.model.kindsOf(l.model.rowsIn(QItemSelection(l.model.index(0, 0), l.model.index(0, 4))));
        QCOMPARE(kinds.size(), size_t(2)); // two severities
    }

    void vanishedMeanwhile()
    {
        List l(false);
        QList<NotificationSpec> specs;
        for (int n = 0; n < 3000; ++n)
            specs.append({.id = uuidOf(n + 1), .created = timeText(-n), .body = u"x"_s});
        l.add(specs);
        QTRY_COMPARE(l.model.rowCount(), 3000);
        l.source.remove(uuidOf(1).toUtf8());
        // Until the list follows the row says nothing, and nothing breaks.
        QVERIFY(!l.model.notificationAt(0));
        QVERIFY(!l.model.index(0, textColumn).data().isValid());
        QVERIFY(l.model.keysAt(0).isEmpty());
        QTRY_COMPARE(l.model.rowCount(), 2999);
        QVERIFY(l.model.notificationAt(0));
    }
};

int main(int argc, char *argv[])
{
    qputenv("TZ", "UTC");
    QCoreApplication application(argc, argv);
    NotificationGroupsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notificationgroups.moc"
