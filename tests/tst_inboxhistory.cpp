// SPDX-License-Identifier: GPL-3.0-or-later
// The history in the inbox: the window, the demo server, and a file, over several runs of the program.
#include "detailpane.h"
#include "emptystate.h"
#include "historyfeed.h"
#include "inboxcommands.h"
#include "inboxpage.h"
#include "localchanges.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "savedviews.h"
#include "support/pages.h"
#include "support/records.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QToolButton>

using namespace tidings;
using namespace tidings::test;

namespace {

using Tab = InboxPage::Tab;
using Model = NotificationTableModel;

DemoOptions withNotifications(quint32 notifications)
{
    DemoOptions options = demoOptions(3000);
    options.notifications = notifications;
    return options;
}

// One run of the program.
struct Window
{
    explicit Window(const QString &path)
    {
        eventFeed.poller().setInterval(1h);
        feed.poller().setInterval(1h);
        window.inboxPage().setHistory(&history);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("not shown");
        window.showPage(MainWindow::InboxPageIndex);
        archive.open(path);
        if (!QTest::qWaitFor([this] { return archive.isOpen(); }))
            qFatal("no archive");
    }
    ~Window() { disconnect(); }
    void disconnect()
    {
        eventFeed.setClient(nullptr);
        feed.setClient(nullptr, 0);
    }
    bool connect(Site &site)
    {
        const ServerInfo info = site.probe();
        window.setServer(site.client->address(), info);
        eventFeed.setClient(site.client.get());
        eventFeed.setCapabilities(info.capabilities);
        feed.setClient(site.client.get(), info.user.pk);
        page.table().setFocus();
        return settle();
    }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return eventFeed.state() != FeedState::Loading && feed.state() != FeedState::Loading
                    && !page.list().isArranging() && feed.changer().pending() == 0 && feed.unseenTotal() >= 0
                    && feed.total() >= 0 && !history.isReading();
            },
            longTime);
    }
    bool showTab(Tab tab)
    {
        page.showTab(tab);
        return settle();
    }
    bool poll()
    {
        const QDateTime before = feed.lastSuccess();
        QTest::qWait(2); // the clock has milliseconds
        feed.poll();
        return QTest::qWaitFor([&] { return feed.lastSuccess() != before; }, longTime) && settle();
    }
    [[nodiscard]] QAction &action(const char *name) const { return *child<QAction>(window, name); }
    [[nodiscard]] QString idAt(int row) const { return page.list().notificationAt(row)->id; }
    [[nodiscard]] int rowOf(const QString &id) const { return list.rowOf(id.toUtf8()); }
    [[nodiscard]] bool isGone(const QString &id) const { return list.goneSince(rowOf(id)).has_value(); }
    void choose(int row) { page.table().setCurrentIndex(list.index(row, Model::TextColumn)); }
    [[nodiscard]] QVariant at(int row, int column, int role) const { return list.index(row, column).data(role); }
    [[nodiscard]] MessageBar &bar() const { return *page.findChild<MessageBar *>(); }

    EventTableModel events;
    EventFeed eventFeed{events};
    NotificationTableModel model;
    NotificationArchive archive;
    NotificationFeed feed{model};
    HistoryFeed history{archive, feed, model};
    EventEditor editor;
    SavedViews views;
    LocalInboxState state;
    MainWindow window{MainWindow::Parts{events, eventFeed, model, feed, editor, views, state}};
    InboxPage &page = window.inboxPage();
    InboxModel &list = page.list();
};

} // namespace

class InboxHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    // Marked seen here, deleted there some hours later: it can still be read, and is marked as gone.
    void seenAndDeletedStaysReadable()
    {
        Site site(withNotifications(30));
        Window w(path());
        QVERIFY(w.connect(site));
        const QString id = w.idAt(2);
        const QByteArray raw = w.list.notificationAt(2)->raw;
        w.choose(2);
        w.page.markSelected(true);
        QVERIFY(w.settle());
        QVERIFY(w.showTab(Tab::All));
        const qint64 total = w.feed.total();
        QVERIFY(site.server->removeNotification(id));
        QVERIFY(w.poll());
        const int row = w.rowOf(id);
        QVERIFY(row >= 0);
        QVERIFY(w.isGone(id));
        QCOMPARE(w.feed.matching(), total - 1); // the server's total stays the server's

        // In words, for the eye and the ear
        QVERIFY(w.at(row, Model::TextColumn, Model::SecondaryRole).toString().startsWith(u"Gone from the server · "_s));
        QVERIFY(w.at(row, Model::TextColumn, Qt::AccessibleTextRole).toString().endsWith(u", gone from the server"_s));
        QVERIFY(w.at(row, Model::SeenColumn, Qt::AccessibleTextRole).toString().endsWith(u", gone from the server"_s));
        QVERIFY(w.at(row, Model::TextColumn, Qt::ToolTipRole).toString().contains(u"Gone from the server since "_s));
        QVERIFY(w.at(row, Model::SeenColumn, Qt::ToolTipRole).toString().contains(u"Gone from the server since "_s));
        QVERIFY(w.page.countsText().endsWith(u" · 1 from the history"_s));
        QVERIFY(w.page.countsText().contains(u"%1 on the server"_s.arg(total - 1)));

        // Opened, copied, not marked
        w.choose(row);
        const NotificationDetail &detail = w.page.detail();
        QCOMPARE(w.page.currentNotification()->id, id);
        QVERIFY(!child<QPushButton>(detail, "detailSeenButton")->isEnabled());
        QCOMPARE(QJsonDocument::fromJson(detail.rawJson()).object().value(u"pk"_s).toString(), id);
        QCOMPARE(QJsonDocument::fromJson(detail.rawJson()).object().value(u"body"_s),
            QJsonDocument::fromJson(raw).object().value(u"body"_s));
        w.action("actionCopy").trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(id));
        for (const char *const name : {"actionMarkSeen", "actionMarkUnseen", "actionToggleSeen"}) {
            QVERIFY(!w.action(name).isEnabled());
            QVERIFY(w.action(name).statusTip().contains(u"Gone from the server"_s));
        }
        site.server->clearRequests();
        w.page.markSelected(false);
        w.page.toggleSelected();
        QCOMPARE(w.feed.changer().pending(), 0);
        QVERIFY(w.settle());
        QCOMPARE(site.server->requestCount("PATCH", u"/"_s), 0);
        w.choose(row == 0 ? 1 : 0);
        QVERIFY(w.action("actionToggleSeen").isEnabled());
        QVERIFY(!w.action("actionToggleSeen").statusTip().contains(u"Gone"_s));
        QVERIFY(child<QPushButton>(detail, "detailSeenButton")->isEnabled());

        // Not where only unseen ones are asked for
        QVERIFY(w.showTab(Tab::Unseen));
        QCOMPARE(w.rowOf(id), -1);
        QVERIFY(!w.page.countsText().contains(u"history"_s));
    }

    void foundFilteredAndGrouped()
    {
        Site site(withNotifications(40));
        Window w(path());
        QVERIFY(w.connect(site));
        QVERIFY(w.showTab(Tab::All));
        const auto total = static_cast<int>(w.feed.total());
        const Notification first = *w.list.notificationAt(0);
        const Notification second = *w.list.notificationAt(1);
        QVERIFY(site.server->removeNotification(first.id));
        QVERIFY(site.server->removeNotification(second.id));
        w.feed.reload();
        QVERIFY(w.settle());
        QCOMPARE(w.rowOf(first.id), 0); // their place by time
        QCOMPARE(w.rowOf(second.id), 1);
        QLineEdit &query = *child<QLineEdit>(w.window, "inboxQuery");
        query.setText(notificationTitle(first).left(12));
        QTest::keyClick(&query, Qt::Key_Return);
        QVERIFY(w.settle());
        QVERIFY(w.isGone(first.id));
        query.clear();
        QTest::keyClick(&query, Qt::Key_Return);
        w.page.setOrder({InboxGrouping::Severity, InboxSorting::Newest});
        QVERIFY(w.settle());
        QCOMPARE(w.list.shownCount(), total);
        QCOMPARE(w.list.shownKept(), 2);
        int unseen = 0;
        for (int row = 0; row < w.list.rowCount(); ++row)
            unseen += w.list.groupAt(row) ? w.list.groupAt(row)->unseen : 0;
        QCOMPARE(unseen, static_cast<int>(w.feed.unseenTotal())); // nothing waits where it is gone
        w.page.setOrder({});
        // Put aside, although the server has it no more: that is local.
        QVERIFY(w.settle());
        w.choose(w.rowOf(first.id));
        w.page.local().snoozeChosen(w.state.now() + 3'600'000'000);
        QVERIFY(w.showTab(Tab::Snoozed));
        QCOMPARE(w.list.shownCount(), 1);
        QCOMPARE(w.idAt(0), first.id);
        QVERIFY(w.showTab(Tab::All));
        QCOMPARE(w.state.snoozeCount(), 1);
        QVERIFY(w.page.waiting() == w.feed.unseenTotal());
    }

    // A start with the server down: what was known, with its age. Then it comes back.
    void startWithTheServerDown()
    {
        Site site(withNotifications(30));
        QStringList unseen;
        int total = 0;
        {
            Window w(path());
            QVERIFY(w.connect(site));
            for (int row = 0; row < w.list.rowCount(); ++row)
                unseen += w.idAt(row);
            QVERIFY(w.showTab(Tab::All));
            total = static_cast<int>(w.feed.total());
            QCOMPARE(w.list.shownCount(), total);
            QVERIFY(total > unseen.size());
        }
        QVERIFY(!unseen.isEmpty());
        site.stop();
        Window w(path());
        QSignalSpy retried(&w.window, &MainWindow::offlineActionTriggered);
        w.window.setOffline(u"The server cannot be reached."_s, u"Retry"_s);
        QTRY_COMPARE(w.list.shownCount(), unseen.size());
        for (int row = 0; row < unseen.size(); ++row)
            QCOMPARE(w.idAt(row), unseen.at(row));
        QVERIFY(w.bar().isVisible());
        QVERIFY(w.bar().text().startsWith(u"As of "_s));
        QVERIFY(w.bar().text().contains(u"from the history on this computer. The server cannot be reached."_s));
        QVERIFY(w.page.countsText().contains(u"as of "_s));
        w.choose(0);
        QCOMPARE(w.page.currentNotification()->id, unseen.first());
        QTest::mouseClick(w.bar().findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(retried.size(), 1);
        w.page.showTab(Tab::All);
        QTRY_COMPARE(w.list.shownCount(), total);
        QVERIFY(w.bar().isVisible());

        // It comes back, and has lost one and got one.
        site.start();
        QVERIFY(site.server->removeNotification(unseen.first()));
        site.server->insertNotifications(1);
        QVERIFY(w.connect(site));
        QVERIFY(!w.bar().isVisible());
        QCOMPARE(w.list.shownCount(), total + 1);
        QTRY_COMPARE(w.list.shownKept(), 1);
        QVERIFY(w.isGone(unseen.first()));
        QVERIFY(!w.page.countsText().contains(u"as of"_s));
        QCOMPARE(w.feed.matching(), total);
    }

    // In the middle of a session: what was loaded stays, and the history has the rest.
    void serverGoesInASession()
    {
        Site site(withNotifications(40));
        Window w(path());
        QVERIFY(w.connect(site));
        const int unseen = w.list.shownCount();
        QVERIFY(w.showTab(Tab::All));
        const auto total = static_cast<int>(w.feed.total());
        QVERIFY(total > unseen);
        QVERIFY(w.showTab(Tab::Unseen));
        w.choose(2);
        const QString chosen = w.idAt(2);
        site.stop();
        w.feed.reload();
        QCOMPARE(w.list.shownCount(), unseen); // at once
        QTRY_COMPARE_WITH_TIMEOUT(w.feed.state(), FeedState::Failed, longTime);
        QTRY_VERIFY(!w.history.isReading());
        QCOMPARE(w.list.shownCount(), unseen);
        QCOMPARE(w.page.currentNotification()->id, chosen);
        QTRY_VERIFY2(w.bar().text().startsWith(u"As of "_s), qPrintable(w.bar().text()));
        QVERIFY(w.bar().text().contains(u"cannot be reached"_s));
        QVERIFY(w.page.countsText().contains(u"as of "_s));
        w.page.showTab(Tab::All);
        QTRY_COMPARE_WITH_TIMEOUT(w.feed.state(), FeedState::Failed, longTime);
        QTRY_COMPARE(w.list.shownCount(), total);
        w.page.showTab(Tab::Unseen);
        QTRY_COMPARE(w.list.shownCount(), unseen);
        // And back
        site.start();
        site.server->insertNotifications(1);
        w.feed.reload();
        QVERIFY(w.settle());
        QVERIFY(!w.bar().isVisible());
        QVERIFY(!w.page.countsText().contains(u"as of"_s));
        QCOMPARE(w.list.shownKept(), 0);
    }

    // A file that is none: said, and still said when the list has come.
    void brokenFileIsSaid()
    {
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("This is no history.");
        }
        Site site(withNotifications(12));
        Window w(path());
        QVERIFY(w.bar().text().contains(u".broken"_s));
        QVERIFY(w.connect(site));
        QTRY_VERIFY(w.bar().isVisible());
        QVERIFY(w.bar().text().contains(u"a.history.broken"_s));
        QVERIFY(w.archive.isOpen());
        w.feed.reload();
        QVERIFY(w.settle());
        QVERIFY(w.bar().isVisible()); // until it is dismissed
        QTest::mouseClick(w.bar().findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(!w.bar().isVisible());
    }

    void withoutAHistoryNothingChanges()
    {
        Site site(withNotifications(30));
        Window w(path());
        w.archive.setKept(false);
        QVERIFY(w.connect(site));
        QVERIFY(w.showTab(Tab::All));
        const int total = w.list.shownCount();
        const QString id = w.idAt(3);
        QVERIFY(site.server->removeNotification(id));
        QVERIFY(w.poll());
        QCOMPARE(w.rowOf(id), -1);
        QCOMPARE(w.list.shownCount(), total - 1);
        w.disconnect();
        w.window.setOffline(u"The server cannot be reached."_s, u"Retry"_s);
        QCOMPARE(w.list.shownCount(), 0);
        QVERIFY(!w.bar().isVisible());
        QVERIFY(w.page.table().emptyState().text().contains(u"cannot be reached"_s));
    }

    void bothDirectionsAndSizesArePainted()
    {
        Site site(withNotifications(12));
        Window w(path());
        QVERIFY(w.connect(site));
        QVERIFY(w.showTab(Tab::All));
        const QString id = w.idAt(1);
        QVERIFY(site.server->removeNotification(id));
        w.page.table().viewport()->repaint();
        const QRect cell = w.page.table().visualRect(w.list.index(1, Model::SeenColumn));
        w.choose(5);
        const QImage before = w.page.table().viewport()->grab(cell).toImage();
        QVERIFY(w.poll());
        QVERIFY(w.isGone(id));
        QVERIFY(w.page.table().viewport()->grab(cell).toImage() != before); // the mark in the row
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a.history"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(InboxHistoryTest)
#include "tst_inboxhistory.moc"
