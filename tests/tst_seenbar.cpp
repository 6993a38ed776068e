// SPDX-License-Identifier: GPL-3.0-or-later
// The line over the inbox about changes on their way, in the page and against a server that can go.
#include "inboxpage.h"
#include "support/pages.h"

#include <QTemporaryDir>

using namespace tidings;
using namespace tidings::test;

namespace {

struct Inbox
{
    explicit Inbox(int latency = 0)
        : site(options(latency))
        , userPk(site.probe().user.pk)
    {
        site.server->insertNotifications(200);
        feed.poller().setInterval(1h);
        page.resize(1000, 600);
        page.show();
        if (!QTest::qWaitForWindowExposed(&page))
            qFatal("not shown");
    }
    static DemoOptions options(int latency)
    {
        DemoOptions options = demoOptions(1000);
        options.latencyMs = latency;
        return options;
    }
    bool load()
    {
        feed.setClient(site.client.get(), userPk);
        return QTest::qWaitFor([this] { return feed.state() != FeedState::Loading && model.rowCount() > 0; }, longTime);
    }
    [[nodiscard]] QWidget &bar() const { return *child<QWidget>(page, "seenProgress"); }
    [[nodiscard]] QString text() const { return child<PlainLabel>(page, "seenProgressText")->plainText(); }
    [[nodiscard]] QPushButton &first() const { return *child<QPushButton>(page, "seenPause"); }
    [[nodiscard]] QPushButton &second() const { return *child<QPushButton>(page, "seenStop"); }
    [[nodiscard]] SeenChanger &changer() { return feed.changer(); }

    Site site;
    qint64 userPk;
    NotificationTableModel model;
    NotificationFeed feed{model};
    LocalInboxState state;
    InboxPage page{model, feed, state};
};

} // namespace

class SeenBarTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }

    void pauseContinueAndStop()
    {
        Inbox inbox(5);
        QVERIFY(inbox.load());
        QVERIFY(inbox.bar().isHidden());
        const int before = inbox.model.unseenCount();
        inbox.feed.setSeen(inbox.model.unseenKeys(), true);
        QVERIFY(inbox.bar().isVisible());
        QVERIFY(inbox.text().contains(QString::number(before)));
        QTest::mouseClick(&inbox.first(), Qt::LeftButton);
        QCOMPARE(inbox.changer().state(), SeenChanger::State::Paused);
        QCOMPARE(inbox.first().text(), u"Continue"_s);
        QTest::mouseClick(&inbox.first(), Qt::LeftButton);
        QCOMPARE(inbox.changer().state(), SeenChanger::State::Running);
        QTRY_VERIFY(inbox.changer().done() > 10);
        QTest::mouseClick(&inbox.second(), Qt::LeftButton);
        QTRY_COMPARE(inbox.changer().pending(), 0);
        QVERIFY(inbox.bar().isHidden());
        QVERIFY(inbox.model.unseenCount() > 0);
        QVERIFY(inbox.model.unseenCount() < before);
    }

    // What was loaded stays; changes are shown as pending and sent when the server is back.
    void serverGoesAndComesBack()
    {
        Inbox inbox;
        QVERIFY(inbox.load());
        const QByteArray key = inbox.model.notification(0).key();
        inbox.site.stop();
        inbox.feed.setSeen({key}, true);
        QTRY_COMPARE(inbox.changer().state(), SeenChanger::State::Waiting);
        QVERIFY(inbox.bar().isVisible());
        QVERIFY(inbox.text().startsWith(u"1 "));
        QVERIFY(inbox.model.rowCount() > 50);
        QVERIFY(inbox.model.isPending(inbox.model.rowOf(key)));
        QVERIFY(inbox.model.notification(inbox.model.rowOf(key)).seen);
        // Without the server there is the way back, too.
        QTest::mouseClick(&inbox.second(), Qt::LeftButton);
        QTRY_COMPARE(inbox.changer().pending(), 0);
        QVERIFY(!inbox.model.notification(inbox.model.rowOf(key)).seen);
        inbox.feed.setSeen({key}, true);
        QTRY_COMPARE(inbox.changer().state(), SeenChanger::State::Waiting);
        inbox.site.start();
        inbox.site.server->insertNotifications(200);
        QTest::mouseClick(&inbox.first(), Qt::LeftButton);
        QTRY_COMPARE(inbox.changer().pending(), 0);
        QTRY_VERIFY(inbox.bar().isHidden());
        QVERIFY(!inbox.model.isPending(inbox.model.rowOf(key)));
    }

    // What is unseen cannot be read: nothing is marked, and it goes on where it was, or is given up.
    void markAllWithoutTheServer()
    {
        Inbox inbox;
        QVERIFY(inbox.load());
        inbox.site.stop();
        inbox.feed.markAllSeen();
        QTRY_VERIFY(inbox.bar().isVisible());
        QVERIFY2(inbox.text().startsWith(u"Nothing was marked seen"_s), qPrintable(inbox.text()));
        QVERIFY(inbox.text().contains(u"cannot be reached"_s));
        QCOMPARE(inbox.first().text(), u"Try again"_s);
        QTest::mouseClick(&inbox.second(), Qt::LeftButton);
        QVERIFY(inbox.bar().isHidden());
        QCOMPARE(inbox.feed.work().collector().state(), UnseenCollector::State::Idle);
        inbox.feed.markAllSeen();
        QTRY_VERIFY(inbox.bar().isVisible());
        inbox.site.start();
        QTest::mouseClick(&inbox.first(), Qt::LeftButton);
        QTRY_VERIFY(inbox.feed.undoStack().canUndo());
        QTRY_COMPARE(inbox.changer().pending(), 0);
        QTRY_COMPARE(inbox.feed.unseenTotal(), 0);
        QTRY_VERIFY(inbox.bar().isHidden());
    }

    void earlierSession_data()
    {
        QTest::addColumn<bool>("resume");
        QTest::newRow("resume") << true;
        QTest::newRow("take back") << false;
    }
    void earlierSession()
    {
        QFETCH(bool, resume);
        Inbox inbox;
        inbox.page.showTab(InboxPage::Tab::All);
        QVERIFY(inbox.load());
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tidings/profile.seen"_s);
        QStringList ids;
        for (int row = 0; row < 3; ++row) {
            ids += inbox.model.notification(row).id;
            QVERIFY(!inbox.model.notification(row).seen);
        }
        {
            const auto journal = SeenJournal::open(path);
            journal->setHeld(true);
            const quint64 batch = journal->begin(journal->newCommand(), true, false, ids);
            journal->noteSent(batch, 0);
            journal->noteDone(batch, 0);
        }
        inbox.site.server->setNotificationSeen(ids.first(), true);
        inbox.feed.work().setJournal(path);
        QTRY_VERIFY(inbox.bar().isVisible());
        QVERIFY(inbox.text().startsWith(u"2 "));
        inbox.feed.reload();
        QTRY_VERIFY(inbox.feed.state() != FeedState::Loading);
        QTest::mouseClick(resume ? &inbox.first() : &inbox.second(), Qt::LeftButton);
        QTRY_COMPARE(inbox.changer().pending(), 0);
        QTRY_VERIFY(inbox.bar().isHidden());
        for (const QString &id : std::as_const(ids))
            QCOMPARE(inbox.model.notification(inbox.model.rowOf(id.toUtf8())).seen, resume);
        QCOMPARE(inbox.feed.undoStack().canUndo(), resume);
    }
};

QTEST_MAIN(SeenBarTest)
#include "tst_seenbar.moc"
