// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklistbutton.h"
#include "demoserver.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventfeed.h"
#include "eventspage.h"
#include "eventsummary.h"
#include "inboxpage.h"
#include "jsontext.h"
#include "messagebar.h"
#include "plainlabel.h"
#include "recordtable.h"
#include "support/pages.h"
#include "support/records.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString emptyText(const RecordTable &table)
{
    return table.emptyState().isVisible() ? table.emptyState().text() : QString();
}

void clickEmpty(const RecordTable &table)
{
    QTest::mouseClick(child<QPushButton>(table, "emptyStateAction"), Qt::LeftButton);
}

QString barText(const QWidget &page)
{
    return page.findChild<MessageBar *>()->text();
}

void clickBar(const QWidget &page)
{
    QTest::mouseClick(child<QPushButton>(page, "messageBarAction"), Qt::LeftButton);
}

// Chooses one entry of a filter button the way a person does.
void choose(const QWidget &page, const char *button, const QString &text)
{
    auto *const filter = child<ChecklistButton>(page, button);
    QTest::mouseClick(filter, Qt::LeftButton);
    auto *const search = child<QLineEdit>(*filter, "checklistSearch");
    auto *const list = child<QListWidget>(*filter, "checklist");
    if (!search->isHidden()) {
        search->clear();
        search->insert(text); // QTest types ASCII only
        QTest::keyClick(search, Qt::Key_Return);
    } else {
        const auto found = list->findItems(text, Qt::MatchExactly);
        if (found.size() != 1)
            qFatal("no entry");
        list->setCurrentItem(found.first());
    }
    QTest::keyClick(list, Qt::Key_Space);
    list->window()->hide();
}

struct Inbox
{
    Inbox()
    {
        feed.poller().setInterval(1h);
        show(page);
    }
    explicit Inbox(Site &site) // with its newest notifications
        : Inbox()
    {
        connectTo(site);
        if (!settle())
            qFatal("the notifications did not arrive");
    }
    void connectTo(Site &site) { feed.setClient(site.client.get(), site.probe().user.pk); }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return feed.state() != FeedState::Loading && feed.changer().pending() == 0 && feed.unseenTotal() >= 0;
            },
            longTime);
    }
    void selectRows(int first, int last)
    {
        const InboxModel &list = page.list();
        page.table().setCurrentIndex(list.index(first, 0));
        page.table().selectionModel()->select(
            QItemSelection(list.index(first, 0), list.index(last, NotificationTableModel::ColumnCount - 1)),
            QItemSelectionModel::ClearAndSelect);
    }
    [[nodiscard]] QString tabText() const { return child<QPushButton>(page, "inboxUnseenTab")->text(); }
    [[nodiscard]] QString title() const { return child<PlainLabel>(page, "detailTitle")->plainText(); }
    [[nodiscard]] QFrame &undoBar() const { return *child<QFrame>(page, "undoBar"); }

    NotificationTableModel model;
    NotificationFeed feed{model};
    LocalInboxState state;
    InboxPage page{model, feed, state};
};

QString tabLabel(qint64 count)
{
    return u"Unseen %1"_s.arg(QLocale().toString(count));
}

const QString hostile = u"<b>x</b><img src='http://192.0.2.9/'>&amp;\u202Egnp.exe\u0007\u001B[31m"_s;

// No text of the page is rich text, whatever the server sent.
void verifyPlain(const QWidget &page)
{
    const auto labels = page.findChildren<QLabel *>();
    QVERIFY(labels.size() > 5);
    for (const QLabel *const label : labels) {
        if (label->inherits("QTipLabel"))
            continue; // always rich text, and escaped: see plainToolTip()
        QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text().left(80)));
        QVERIFY(!label->openExternalLinks());
    }
    const auto widgets = page.findChildren<QWidget *>();
    for (const QWidget *const widget : widgets) {
        QVERIFY2(!widget->toolTip().contains(u"<b>"_s) && !widget->toolTip().contains(u"<img"_s),
            qPrintable(widget->toolTip()));
        QVERIFY2(!widget->windowTitle().contains(u"<b>"_s), qPrintable(widget->windowTitle()));
        for (const QString &text : {widget->toolTip(), widget->accessibleName()}) {
            for (const QChar c : {QChar(0x202E), QChar(7), QChar(0x1B)})
                QVERIFY2(!text.contains(c), qPrintable(widget->objectName() + text.left(200)));
        }
    }
}

void verifyToolTips(RecordTable &table)
{
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        const QModelIndex index = table.model()->index(0, column);
        if (table.isColumnHidden(column))
            continue;
        const QPoint at = table.visualRect(index).center();
        QHelpEvent help(QEvent::ToolTip, at, table.viewport()->mapToGlobal(at));
        QApplication::sendEvent(table.viewport(), &help);
        const QString tip = index.data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QChar(0x202E)));
        QCOMPARE(QToolTip::isVisible() && !QToolTip::text().isEmpty(), !tip.isEmpty());
        if (!tip.isEmpty())
            QCOMPARE(QToolTip::text(), plainToolTip(tip));
        QToolTip::hideText();
    }
}

} // namespace

class PagesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }

    // Events

    void firstRows()
    {
        Site site(demoOptions(1500));
        Events e;
        QSignalSpy counts(&e.page, &EventsPage::countsChanged);
        e.connectTo(site);
        QVERIFY(!emptyText(e.table()).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(e.model.rowCount() > 0, longTime);
        QTRY_COMPARE(e.feed.state(), FeedState::Idle);
        QCOMPARE(emptyText(e.table()), QString());
        QVERIFY2(e.page.countsText().contains(u"100 shown"_s), qPrintable(e.page.countsText()));
        QVERIFY2(
            e.page.countsText().contains(QLocale().toString(1500) + u" matching"_s), qPrintable(e.page.countsText()));
        QVERIFY(e.page.engineText().contains(u"server list"_s));
        QVERIFY(!counts.isEmpty());
        QCOMPARE(e.model.eventAt(0).id, site.server->eventId(1499));
        QVERIFY(!e.page.currentEvent());
    }

    void wordsAreSearched()
    {
        Site site(demoOptions(1500));
        Events e(site);
        const qint64 all = e.feed.matching();
        e.type(u"svc-backup"_s);
        QTRY_VERIFY(e.feed.state() != FeedState::Loading && e.feed.query().text == u"svc-backup"_s);
        QVERIFY(e.model.rowCount() > 0);
        QVERIFY(e.feed.matching() < all);
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(e.model.eventAt(row).raw.contains("svc-backup"));
        QVERIFY2(e.page.engineText().contains(u"word search"_s), qPrintable(e.page.engineText()));

        // Without Enter, too, a moment after the last key
        auto *const query = child<QLineEdit>(e.page, "eventsQuery");
        query->clear();
        QTRY_COMPARE(e.feed.matching(), all);
        QCOMPARE(e.feed.query(), EventQuery());
    }

    void akqlIsAnswered_data()
    {
        QTest::addColumn<int>("release");
        QTest::addColumn<QString>("engine");
        QTest::newRow("2026.8") << static_cast<int>(DemoRelease::V2026_8) << u"AKQL"_s;
        QTest::newRow("2024.8") << static_cast<int>(DemoRelease::V2024_8) << u"checked on this computer"_s;
    }

    void akqlIsAnswered()
    {
        QFETCH(const int, release);
        QFETCH(const QString, engine);
        Site site(demoOptions(1500, static_cast<DemoRelease>(release)));
        Events e(site);
        e.type(u"action = \"login_failed\""_s);
        QTRY_VERIFY(!e.feed.query().isEmpty() && e.feed.state() != FeedState::Loading);
        QVERIFY2(e.page.engineText().contains(engine), qPrintable(e.page.engineText()));
        // The old server matches parts of action names.
        QCOMPARE(e.feed.warning().isEmpty(), release == static_cast<int>(DemoRelease::V2026_8));
        QVERIFY(e.model.rowCount() > 0);
        QCOMPARE(e.actions(), QSet<QString>{u"login_failed"_s});
    }

    void actionFilter_data()
    {
        QTest::addColumn<int>("release");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("action");
        for (const auto &[name, release] :
            {std::pair("2026.8", DemoRelease::V2026_8), std::pair("2024.8", DemoRelease::V2024_8)}) {
            const int number = static_cast<int>(release);
            QTest::addRow("login, %s", name) << number << u"login"_s << u"login"_s;
            QTest::addRow("custom, %s", name) << number << u"custom_vpn_connected"_s << u"custom_vpn_connected"_s;
            QTest::addRow("odd custom, %s", name) << number << u"custom_Überwachung 🔔"_s << u"custom_Überwachung 🔔"_s;
        }
    }

    // `login` must not show login_failed, whose name contains it, and custom actions are in no list.
    void actionFilter()
    {
        QFETCH(const int, release);
        QFETCH(const QString, typed);
        QFETCH(const QString, action);
        Site site(demoOptions(6000, static_cast<DemoRelease>(release)));
        Events e(site);
        choose(e.page, "eventsActions", typed);
        QCOMPARE(child<ChecklistButton>(e.page, "eventsActions")->checked(), QStringList{action});
        QTRY_VERIFY_WITH_TIMEOUT(e.feed.state() != FeedState::Loading && e.model.rowCount() > 0, longTime);
        QCOMPARE(e.actions(), QSet<QString>{action});
        // Taken off again
        QTest::mouseClick(child<QPushButton>(e.page, "checklistClear"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(e.feed.state() != FeedState::Loading && e.actions().size() > 1, longTime);
    }

    void scrollingLoadsMore()
    {
        Site site(demoOptions(3000));
        Events e(site);
        for (int i = 0; i < 30 && e.model.rowCount() <= 1000; ++i) {
            const int before = e.model.rowCount();
            e.table().scrollToBottom();
            QTRY_VERIFY_WITH_TIMEOUT(e.model.rowCount() > before, longTime);
            QVERIFY(e.settle());
            // The rows appear below the place of the reader.
            QCOMPARE(e.table().indexAt(QPoint(5, e.table().viewport()->height() - 2)).row(), before - 1);
        }
        QVERIFY(e.model.rowCount() > 1000);
        for (int row = 0; row <= 1000; ++row)
            QCOMPARE(e.model.eventAt(row).id, site.server->eventId(static_cast<quint32>(2999 - row)));
        QVERIFY(e.newRows().isHidden());
    }

    void newRowsDoNotMoveAReaderFurtherDown()
    {
        Site site(demoOptions(1500));
        Events e(site);
        QTRY_VERIFY(e.table().verticalScrollBar()->maximum() > 1000); // laid out
        e.table().verticalScrollBar()->setValue(333);
        const QByteArray key = e.keyAtTop();
        const int offset = e.table().rowViewportPosition(e.table().indexAt(QPoint(5, 1)).row());
        site.server->insertEvents(3);
        QVERIFY(e.poll());
        QTRY_COMPARE(e.model.rowCount(), 103);
        QCOMPARE(e.keyAtTop(), key);
        QCOMPARE(e.table().rowViewportPosition(e.table().indexAt(QPoint(5, 1)).row()), offset);
        QTRY_VERIFY(e.newRows().isVisible());
        QVERIFY2(e.newRows().text().contains(u'3'), qPrintable(e.newRows().text()));
        QVERIFY(!e.page.currentEvent());
        QTest::mouseClick(&e.newRows(), Qt::LeftButton);
        QCOMPARE(e.keyAtTop(), e.model.keyOf(0));
        QVERIFY(e.newRows().isHidden());
    }

    void newRowsDoNotMoveTheCurrentRow()
    {
        Site site(demoOptions(1500));
        Events e(site);
        e.table().setCurrentIndex(e.model.index(0, EventTableModel::ActionColumn));
        const Event chosen = e.model.eventAt(0);
        QSignalSpy changed(&e.page, &EventsPage::currentChanged);
        site.server->insertEvents(2);
        QVERIFY(e.poll());
        QTRY_COMPARE(e.model.rowCount(), 102);
        QCOMPARE(e.table().currentIndex().row(), 2);
        QCOMPARE(e.table().selectionModel()->selectedRows().value(0).row(), 2);
        QCOMPARE(e.keyAtTop(), chosen.key());
        QVERIFY(e.page.currentEvent());
        QCOMPARE(e.page.currentEvent()->id, chosen.id);
        QCOMPARE(changed.size(), 0);
        QTRY_VERIFY(e.newRows().isVisible());
    }

    void atTheTopTheListFollows()
    {
        Site site(demoOptions(1500));
        Events e(site);
        // The window comes back to the front: that alone must not choose a row.
        e.page.focusQuery();
        e.page.focusList();
        QVERIFY(!e.table().currentIndex().isValid());
        site.server->insertEvents(2);
        QVERIFY(e.poll());
        QTRY_COMPARE(e.model.rowCount(), 102);
        QCOMPARE(e.keyAtTop(), e.model.keyOf(0));
        QCOMPARE(e.model.eventAt(0).id, site.server->eventId(1501));
        QVERIFY(e.newRows().isHidden());
    }

    void detailFollowsTheSelection()
    {
        Site site(demoOptions(300));
        Events e(site);
        e.page.focusList();
        QTest::keyClick(&e.table(), Qt::Key_J);
        QCOMPARE(e.title(), summarySentence(e.model.eventAt(0)));
        QTest::keyClick(&e.table(), Qt::Key_J);
        QCOMPARE(e.title(), summarySentence(e.model.eventAt(1)));
        QTest::keyClick(&e.table(), Qt::Key_K);
        QCOMPARE(e.title(), summarySentence(e.model.eventAt(0)));
        QTest::mouseClick(e.table().viewport(), Qt::LeftButton, {},
            e.table().visualRect(e.model.index(4, EventTableModel::ActionColumn)).center());
        QCOMPARE(e.title(), summarySentence(e.model.eventAt(4)));

        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(child<QAbstractButton>(e.page, "detailCopyButton"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(prettyJson(e.model.eventAt(4).raw)));

        QTest::mouseClick(child<QPushButton>(e.page, "detailJsonButton"), Qt::LeftButton);
        auto *const tree = child<QAbstractItemView>(e.page, "detailJson");
        QVERIFY(tree->isVisible());
        const auto shownId = [&] {
            const auto found
                = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, u"pk"_s, 1, Qt::MatchExactly);
            return found.value(0).siblingAtColumn(1).data().toString();
        };
        QCOMPARE(shownId(), e.model.eventAt(4).id);
        e.page.focusList();
        QTest::keyClick(&e.table(), Qt::Key_J);
        QCOMPARE(shownId(), e.model.eventAt(5).id);

        // Hidden, and shown again when a row is opened
        QSignalSpy visible(&e.page, &EventsPage::detailVisibleChanged);
        e.page.setDetailVisible(false);
        QTest::keyClick(&e.table(), Qt::Key_Return);
        QVERIFY(e.page.isDetailVisible());
        QCOMPARE(visible.size(), 2);
        QCOMPARE(visible.last().first().toBool(), true);

        e.page.setFilter({.actions = {}, .text = u"nothing-has-this-word"_s, .conditions = {}, .range = {}});
        QTRY_VERIFY(!e.page.currentEvent());
        QVERIFY(e.settle());
    }

    void nothingMatches()
    {
        Site site(demoOptions(300));
        Events e(site);
        e.type(u"no-event-has-this-word"_s);
        QTRY_VERIFY2(emptyText(e.table()).contains(u"No event matches"_s), qPrintable(emptyText(e.table())));
        clickEmpty(e.table());
        QTRY_COMPARE(e.model.rowCount(), 100);
        QVERIFY(child<QLineEdit>(e.page, "eventsQuery")->text().isEmpty());
        QCOMPARE(e.feed.query(), EventQuery());
        QCOMPARE(emptyText(e.table()), QString());
    }

    void noRight()
    {
        Site site(demoOptions(300, DemoRelease::V2026_8, DemoRights::None));
        Events e;
        e.connectTo(site);
        QTRY_VERIFY2(emptyText(e.table()).contains(u"Can view Event"_s), qPrintable(emptyText(e.table())));
        QVERIFY(child<QPushButton>(e.table(), "emptyStateAction")->isVisible());
        QCOMPARE(e.model.rowCount(), 0);
    }

    void serverDown()
    {
        Site site(demoOptions(300));
        site.stop();
        Events e(site.client.get());
        QTRY_VERIFY2_WITH_TIMEOUT(
            emptyText(e.table()).contains(u"cannot be reached"_s), qPrintable(emptyText(e.table())), longTime);
        clickEmpty(e.table());
        QTRY_COMPARE_WITH_TIMEOUT(e.feed.state(), FeedState::Failed, longTime);
        site.start();
        clickEmpty(e.table());
        QTRY_COMPARE_WITH_TIMEOUT(e.model.rowCount(), 100, longTime);
        QCOMPARE(emptyText(e.table()), QString());
        QCOMPARE(barText(e.page), QString());
    }

    void tokenRefused()
    {
        Site site(demoOptions(300));
        const auto client = clientFor(u"http://127.0.0.1:%1"_s.arg(site.port), u"wrong"_s);
        Events e(client.get());
        QSignalSpy signIn(&e.page, &EventsPage::signInRequested);
        QTRY_VERIFY2(emptyText(e.table()).contains(u"token is not accepted"_s), qPrintable(emptyText(e.table())));
        QVERIFY(child<QPushButton>(e.table(), "emptyStateAction")->text().startsWith(u"Sign in"_s));
        clickEmpty(e.table());
        QCOMPARE(signIn.size(), 1);
    }

    void offline()
    {
        Events e;
        QSignalSpy action(&e.page, &EventsPage::offlineActionTriggered);
        e.page.setOffline(u"No server <b>yet</b>"_s, u"Connect…"_s);
        QCOMPARE(emptyText(e.table()), u"No server <b>yet</b>"_s);
        clickEmpty(e.table());
        QCOMPARE(action.size(), 1);
        e.type(u"words"_s); // goes nowhere, and comes back with a server
        Site site(demoOptions(300));
        e.page.setOffline({}, {});
        e.connectTo(site);
        QVERIFY(e.settle());
        QCOMPARE(e.feed.query().text, u"words"_s);
    }

    void furtherLoadFails()
    {
        Site site(demoOptions(300));
        Events e(site);
        site.stop();
        e.table().scrollToBottom();
        QTRY_VERIFY2_WITH_TIMEOUT(
            barText(e.page).contains(u"cannot be reached"_s), qPrintable(barText(e.page)), longTime);
        QCOMPARE(e.model.rowCount(), 100);
        QCOMPARE(emptyText(e.table()), QString());
        site.start();
        QCOMPARE(child<QPushButton>(e.page, "messageBarAction")->text(), u"Retry"_s);
        clickBar(e.page);
        QTRY_VERIFY_WITH_TIMEOUT(e.model.rowCount() > 150, longTime);
        QVERIFY(e.settle());
        QCOMPARE(barText(e.page), QString());
    }

    void pollFailsAndRecovers()
    {
        Site site(demoOptions(300));
        Events e(site);
        site.stop();
        QVERIFY(e.poll());
        QTRY_VERIFY(!barText(e.page).isEmpty());
        QCOMPARE(e.model.rowCount(), 100);
        site.start();
        QVERIFY(e.poll()); // by the timer in real life: nobody clicked anything
        QTRY_COMPARE(barText(e.page), QString());

        // The token runs out meanwhile.
        site.stop();
        site.options.token = u"another"_s;
        site.start();
        QVERIFY(e.poll());
        QTRY_VERIFY2(barText(e.page).contains(u"token is not accepted"_s), qPrintable(barText(e.page)));
        QSignalSpy signIn(&e.page, &EventsPage::signInRequested);
        QVERIFY(child<QPushButton>(e.page, "messageBarAction")->text().startsWith(u"Sign in"_s));
        clickBar(e.page);
        QCOMPARE(signIn.size(), 1);
        QCOMPARE(e.model.rowCount(), 100);
    }

    void pausedStaysPaused()
    {
        Site site(demoOptions(300));
        Events e(site);
        QVERIFY(e.feed.poller().isEnabled());
        auto *const live = child<QPushButton>(e.page, "eventsLive");
        QTest::mouseClick(live, Qt::LeftButton);
        QVERIFY(!e.feed.poller().isEnabled());
        e.feed.setClient(nullptr); // another server is connected
        e.feed.setClient(site.client.get());
        QVERIFY(e.settle());
        QVERIFY(!e.feed.poller().isEnabled());
        QTest::mouseClick(live, Qt::LeftButton);
        QVERIFY(e.feed.poller().isEnabled());
        QTRY_VERIFY(e.feed.poller().remaining() > 0ms);
    }

    void hostileEvents()
    {
        FaultServer server;
        QVERIFY(server.start());
        const QByteArray quoted = quotedJson(hostile);
        QList<QByteArray> records;
        records += toJson(EventSpec{.id = uuidOf(1),
            .created = timeText(-1),
            .action = u"login_failed"_s,
            .username = hostile,
            .context = "{\"username\":" + quoted + ",\"message\":" + quoted + ",\"http_request\":{\"path\":" + quoted
                + ",\"user_agent\":" + quoted + "},\"geo\":{\"city\":" + quoted + ",\"country\":" + quoted + "},"
                + quoted + ":" + quoted + "}",
            .clientIp = hostile});
        records += toJson(EventSpec{.id = uuidOf(2), .created = timeText(-2), .action = hostile, .username = hostile});
        records += toJson(EventSpec{.id = uuidOf(3),
            .created = timeText(-3),
            .username = QString(10'000, u'W'),
            .context = "{\"username\":" + quotedJson(QString(10'000, u'<')) + "}"});
        server.replyWith(
            "GET", "/api/v3/events/events/", [&](const Request &request) { return pageAnswer(records, request); });
        const auto client = clientFor(server.url(), u"t"_s);
        Events e(client.get());
        e.page.setKnownActions({u"login"_s, hostile});
        e.page.setFilter(
            {.actions = {hostile, u"login_failed"_s, u"login"_s}, .text = {}, .conditions = {}, .range = {}});
        QTRY_COMPARE(e.model.rowCount(), 3);
        const int width = e.page.width();
        for (int row = 0; row < 3; ++row) {
            e.table().setCurrentIndex(e.model.index(row, EventTableModel::ActionColumn));
            QVERIFY(!e.title().isEmpty());
            verifyPlain(e.page);
            for (int column = 0; column < e.model.columnCount(); ++column)
                QVERIFY(!e.model.index(row, column).data().toString().contains(QChar(0x202E)));
            QVERIFY(e.title().size() < 3000);
            child<EventDetail>(e.page, "eventDetail")->showRaw(true);
            verifyPlain(e.page);
            child<EventDetail>(e.page, "eventDetail")->showRaw(false);
            QVERIFY2(
                e.page.minimumSizeHint().width() <= 800, qPrintable(QString::number(e.page.minimumSizeHint().width())));
        }
        QCOMPARE(e.page.width(), width);
        verifyToolTips(e.table());
        QVERIFY(e.page.grab().width() > 0);

        // What the server gives as its reason is no better.
        server.clearReplies();
        server.replyAlways("GET", "/api/v3/events/events/", Answer::json("{\"detail\":" + quoted + "}", 400));
        e.feed.reload();
        QTRY_VERIFY2(barText(e.page).contains(u"<b>x</b>"_s), qPrintable(barText(e.page)));
        QVERIFY(!barText(e.page).contains(QChar(0x202E)));
        e.feed.setClient(client.get()); // without rows
        QTRY_VERIFY2(emptyText(e.table()).contains(u"<b>x</b>"_s), qPrintable(emptyText(e.table())));
        QVERIFY(!emptyText(e.table()).contains(QChar(0x202E)));
        verifyPlain(e.page);
    }

    // Inbox

    void unseenIsCounted()
    {
        Site site(demoOptions(300));
        Inbox i(site);
        const qint64 unseen = i.feed.unseenTotal();
        QVERIFY(unseen > 5);
        QCOMPARE(i.tabText(), tabLabel(unseen));
        QVERIFY(i.model.rowCount() > 0);
        QCOMPARE(i.model.unseenCount(), i.model.rowCount());
        QVERIFY2(i.page.countsText().contains(QString::number(i.model.rowCount())), qPrintable(i.page.countsText()));
        QTest::mouseClick(child<QPushButton>(i.page, "inboxAllTab"), Qt::LeftButton);
        QTRY_VERIFY(i.feed.state() == FeedState::Complete && i.model.rowCount() > unseen);
        QVERIFY(child<QPushButton>(i.page, "inboxAllTab")->text().contains(QString::number(i.model.rowCount())));
        QCOMPARE(i.tabText(), tabLabel(unseen));
    }

    void marksAndUndoes()
    {
        Site site(demoOptions(300));
        Inbox i(site);
        const qint64 unseen = i.feed.unseenTotal();
        const int rows = i.model.rowCount();
        QVERIFY(i.undoBar().isHidden());
        i.selectRows(0, 2);
        i.page.toggleSelected();
        QCOMPARE(i.tabText(), tabLabel(unseen - 3)); // before the server's answer
        QVERIFY(i.undoBar().isVisible());
        QVERIFY(i.settle());
        QCOMPARE(i.tabText(), tabLabel(unseen - 3));
        QCOMPARE(i.model.rowCount(), rows); // nothing vanishes under the cursor
        QVERIFY(i.model.notification(2).seen);
        QCOMPARE(child<QPushButton>(i.page, "detailSeenButton")->text(), u"Mark unseen"_s);
        QTest::mouseClick(child<QPushButton>(i.page, "undoBarButton"), Qt::LeftButton);
        QVERIFY(i.undoBar().isHidden());
        QVERIFY(i.settle());
        QCOMPARE(i.tabText(), tabLabel(unseen));
        QCOMPARE(i.model.unseenCount(), rows);

        // The button of the detail pane; then the tab is clicked once more, and the row goes.
        i.selectRows(1, 1);
        const QByteArray key = i.model.notification(1).key();
        QTest::mouseClick(child<QPushButton>(i.page, "detailSeenButton"), Qt::LeftButton);
        QVERIFY(i.settle());
        QVERIFY(i.model.rowOf(key) >= 0);
        QTest::mouseClick(child<QPushButton>(i.page, "inboxUnseenTab"), Qt::LeftButton);
        QTRY_VERIFY(i.feed.state() == FeedState::Complete && i.model.rowOf(key) < 0);
        QCOMPARE(i.model.rowCount(), rows - 1);
    }

    void marksAllAndUndoes()
    {
        Site site(demoOptions(300));
        Inbox i(site);
        const qint64 unseen = i.feed.unseenTotal();
        auto *const button = child<QPushButton>(i.page, "inboxMarkAll");
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(i.tabText(), tabLabel(0), longTime);
        QVERIFY(i.settle());
        QVERIFY(!button->isEnabled());
        QVERIFY(i.undoBar().isVisible());
        i.feed.undoStack().undo();
        QVERIFY(i.settle());
        QTRY_COMPARE_WITH_TIMEOUT(i.tabText(), tabLabel(unseen), longTime);
        QCOMPARE(site.server->requestCount("POST", u"/api/v3/events/notifications/mark_all_seen/"_s), 1);
        // All seen and loaded anew: nothing is left, and the button leads to All.
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(i.tabText(), tabLabel(0), longTime);
        QVERIFY(i.settle());
        i.feed.reload();
        QTRY_VERIFY2(emptyText(i.page.table()).contains(u"Nothing unseen"_s), qPrintable(emptyText(i.page.table())));
        clickEmpty(i.page.table());
        QTRY_VERIFY(i.model.rowCount() >= unseen);
    }

    void failureTakesBack()
    {
        FaultServer server;
        QVERIFY(server.start());
        QList<QByteArray> records;
        for (int n = 0; n < 3; ++n)
            records += toJson(NotificationSpec{.id = uuidOf(n), .created = timeText(-n), .body = u"Note %1"_s.arg(n)});
        server.replyWith("GET", "/api/v3/events/notifications/",
            [&](const Request &request) { return pageAnswer(records, request); });
        server.replyAlways("PATCH", "/api/v3/events/notifications/",
            Answer::json("{\"detail\":\"You do not have permission to perform this action.\"}", 403));
        const auto client = clientFor(server.url(), u"t"_s);
        Inbox i;
        i.feed.setClient(client.get(), 7);
        QVERIFY(i.settle());
        QCOMPARE(i.tabText(), tabLabel(3));
        i.selectRows(0, 1);
        i.page.markSelected(true);
        QCOMPARE(i.tabText(), tabLabel(1));
        QTRY_VERIFY2(barText(i.page).contains(u"no right"_s), qPrintable(barText(i.page)));
        QVERIFY(barText(i.page).contains(u"2 "_s));
        QVERIFY(i.settle());
        QCOMPARE(i.tabText(), tabLabel(3));
        QCOMPARE(i.model.unseenCount(), 3);
        QVERIFY(i.undoBar().isHidden());
        // The reason stands at the rows, and in the bar until it is tried once more, whatever the list does.
        for (const int row : {0, 1}) {
            const QModelIndex index = i.page.table().model()->index(row, NotificationTableModel::TextColumn);
            QVERIFY(index.data(Qt::ToolTipRole).toString().contains(u"no right"_s));
            QVERIFY(index.data(NotificationTableModel::SecondaryRole).toString().contains(u"Could not be marked"_s));
        }
        QVERIFY(!i.model.index(2, 0).data(NotificationTableModel::ProblemRole).isValid());
        i.feed.reload();
        QVERIFY(i.settle());
        QVERIFY(barText(i.page).contains(u"no right"_s));
        QVERIFY(i.model.index(0, 0).data(NotificationTableModel::ProblemRole).isValid());
        server.clearReplies();
        server.replyWith("GET", "/api/v3/events/notifications/",
            [&](const Request &request) { return pageAnswer(records, request); });
        server.replyWith("PATCH", "/api/v3/events/notifications/", [&](const Request &request) {
            const QString id = QString::fromLatin1(request.path().mid(29, 36));
            return Answer::json(toJson(NotificationSpec{.id = id, .seen = true}));
        });
        const int before = server.count("PATCH");
        QCOMPARE(child<QPushButton>(i.page, "messageBarAction")->text(), u"Retry"_s);
        clickBar(i.page);
        QCOMPARE(barText(i.page), QString());
        QTRY_COMPARE(server.count("PATCH"), before + 2);
        QVERIFY(i.settle());
        QVERIFY(!i.model.index(0, 0).data(NotificationTableModel::ProblemRole).isValid());
    }

    void inboxPollFailsAndRecovers()
    {
        Site site(demoOptions(300));
        Inbox i(site);
        const int rows = i.model.rowCount();
        QSignalSpy failed(&i.feed, &NotificationFeed::pollFailed);
        site.stop();
        i.feed.poll();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, longTime);
        QVERIFY(barText(i.page).contains(u"cannot be reached"_s));
        QCOMPARE(i.model.rowCount(), rows);
        site.start();
        clickBar(i.page);
        QTRY_COMPARE(barText(i.page), QString());
        QTRY_VERIFY_WITH_TIMEOUT(i.feed.lastSuccess().isValid() && i.feed.state() != FeedState::Failed, longTime);
        QVERIFY(i.settle());

        site.stop();
        site.options.token = u"another"_s;
        site.start();
        i.feed.poll();
        QTRY_VERIFY2(barText(i.page).contains(u"token is not accepted"_s), qPrintable(barText(i.page)));
        QSignalSpy signIn(&i.page, &InboxPage::signInRequested);
        clickBar(i.page);
        QCOMPARE(signIn.size(), 1);
    }

    void inboxFilters()
    {
        Site site(demoOptions(2000));
        Inbox i;
        const InboxModel &list = i.page.list();
        i.connectTo(site);
        i.page.showTab(InboxPage::Tab::All);
        QVERIFY(i.settle());
        QTRY_COMPARE_WITH_TIMEOUT(i.feed.state(), FeedState::Complete, longTime);
        const int all = i.model.rowCount();
        QString action;
        for (int row = 0; row < all && action.isEmpty(); ++row) {
            if (i.model.notification(row).event)
                action = i.model.notification(row).event->action;
        }
        choose(i.page, "inboxSeverities", u"Warning"_s);
        QTRY_VERIFY_WITH_TIMEOUT(i.feed.state() == FeedState::Complete && list.rowCount() < all, longTime);
        QVERIFY(list.rowCount() > 0);
        for (int row = 0; row < list.rowCount(); ++row)
            QCOMPARE(list.notificationAt(row)->severity, u"warning"_s);
        child<ChecklistButton>(i.page, "inboxSeverities")->findChild<QPushButton *>(u"checklistClear"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(i.feed.state() == FeedState::Complete && list.rowCount() == all, longTime);
        choose(i.page, "inboxActions", action);
        QTRY_VERIFY_WITH_TIMEOUT(i.feed.state() == FeedState::Complete && list.rowCount() < all, longTime);
        QVERIFY(list.rowCount() > 0);
        for (int row = 0; row < list.rowCount(); ++row)
            QCOMPARE(list.notificationAt(row)->event->action, action);
        child<QLineEdit>(i.page, "inboxQuery")->setText(u"no-notification-says-this"_s);
        QTRY_VERIFY2(
            emptyText(i.page.table()).contains(u"No notification matches"_s), qPrintable(emptyText(i.page.table())));
        clickEmpty(i.page.table());
        QTRY_VERIFY_WITH_TIMEOUT(i.feed.state() == FeedState::Complete && list.rowCount() == all, longTime);
        QVERIFY(child<QLineEdit>(i.page, "inboxQuery")->text().isEmpty());
        QVERIFY(child<ChecklistButton>(i.page, "inboxActions")->checked().isEmpty());
    }

    void newNotificationsArrive()
    {
        Site site(demoOptions(300));
        Inbox i(site);
        const qint64 unseen = i.feed.unseenTotal();
        i.selectRows(0, 0);
        const QByteArray key = i.model.notification(0).key();
        site.server->insertNotifications(2);
        i.feed.poll();
        QTRY_COMPARE_WITH_TIMEOUT(i.tabText(), tabLabel(unseen + 2), longTime);
        QCOMPARE(i.page.table().currentIndex().row(), 2);
        QCOMPARE(i.page.currentNotification()->key(), key);
        if (i.page.table().verticalScrollBar()->maximum() >= 2 * 44)
            QTRY_VERIFY(child<QPushButton>(i.page, "newRowsButton")->isVisible());
    }

    void deletedEventAndHostileNotification()
    {
        FaultServer server;
        QVERIFY(server.start());
        const QByteArray event = toJson(
            EventSpec{.id = uuidOf(50), .username = hostile, .context = "{\"message\":" + quotedJson(hostile) + "}"});
        QList<QByteArray> records;
        records += toJson(NotificationSpec{.id = uuidOf(1),
            .created = timeText(-1),
            .severity = hostile,
            .body = hostile + u'\n' + hostile,
            .event = event});
        records += toJson(NotificationSpec{.id = uuidOf(2), .created = timeText(-2), .body = u"The event is gone"_s});
        QByteArray linked
            = toJson(NotificationSpec{.id = uuidOf(3), .created = timeText(-3), .body = QString(10'000, u'W')});
        linked.chop(1);
        records += linked
            + ",\"hyperlink\":\"https://evil.example/?a=1&b=2\",\"hyperlink_label\":" + quotedJson(hostile) + "}";
        linked.replace(uuidOf(3).toUtf8(), uuidOf(4).toUtf8());
        records += linked + ",\"hyperlink\":\"javascript:alert(1)\",\"hyperlink_label\":\"safe\"}";
        server.replyWith("GET", "/api/v3/events/notifications/",
            [&](const Request &request) { return pageAnswer(records, request); });
        const auto client = clientFor(server.url(), u"t"_s);
        Inbox i;
        i.feed.setClient(client.get(), 7);
        QTRY_COMPARE(i.model.rowCount(), 4);
        auto *const showEvent = child<QPushButton>(i.page, "detailEventButton");
        auto *const link = child<QPushButton>(i.page, "detailLinkButton");
        QSignalSpy requested(&i.page, &InboxPage::eventRequested);

        i.selectRows(0, 0);
        verifyPlain(i.page);
        QVERIFY(showEvent->isEnabled());
        QTest::mouseClick(showEvent, Qt::LeftButton);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.last().first().value<Event>().id, uuidOf(50));
        verifyToolTips(i.page.table());

        i.selectRows(1, 1);
        QVERIFY(i.title().contains(u"The event is gone"_s));
        QVERIFY(!showEvent->isEnabled());
        QVERIFY(showEvent->toolTip().contains(u"deleted"_s));
        QVERIFY(link->isHidden());
        QTest::keyClick(&i.page.table(), Qt::Key_Return); // nothing to open
        QCOMPARE(requested.size(), 1);

        i.selectRows(2, 2);
        verifyPlain(i.page);
        QVERIFY(i.page.minimumSizeHint().width() <= 800);
        QVERIFY(link->isVisible());
        QVERIFY2(link->text().contains(u"evil.example"_s), qPrintable(link->text()));
        QVERIFY(link->toolTip().contains(u"a=1&amp;b="_s));
        QVERIFY(Qt::mightBeRichText(link->toolTip()));
        QSignalSpy opened(&i.page, &InboxPage::linkRequested);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(opened.size(), 1);

        i.selectRows(3, 3);
        QVERIFY(link->isHidden()); // no scheme of the web
        QVERIFY(i.page.grab().width() > 0);
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    PagesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pages.moc"
