// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlparser.h"
#include "checklistbutton.h"
#include "columncommands.h"
#include "demoserver.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventspage.h"
#include "eventsummary.h"
#include "filefeed.h"
#include "filepage.h"
#include "histogrampanel.h"
#include "inboxpage.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "momenttext.h"
#include "navigationrail.h"
#include "plainlabel.h"
#include "recentquestions.h"
#include "recordtable.h"
#include "savedviews.h"
#include "serverprobe.h"
#include "support/records.h"
#include "theme.h"
#include "timerangebutton.h"
#include "timetext.h"
#include "topvaluespane.h"
#include "viewcounter.h"
#include "warninglabel.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longTime = 30'000;

template <class T> T *child(const QObject &parent, const char *name)
{
    T *const found = parent.findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

// The window with models and feeds, wired as the application does.
struct Window
{
    Window()
    {
        eventFeed.poller().setInterval(1h);
        notificationFeed.poller().setInterval(1h);
        QObject::connect(
            &editor, &EventEditor::removed, &window, [this](const QString &id) { events.remove(id.toUtf8()); });
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("not shown");
    }
    ~Window()
    {
        eventFeed.setClient(nullptr);
        notificationFeed.setClient(nullptr, 0);
        editor.setClient(nullptr);
    }
    void connectTo(DemoServer &server)
    {
        ApiClientOptions options;
        options.address = ServerAddress::parse(u"http://127.0.0.1:%1"_s.arg(server.port())).value();
        options.token = server.token().toUtf8();
        options.maxAttempts = 1;
        client = std::make_unique<ApiClient>(options);
        ServerProbe prober(*client);
        QSignalSpy succeeded(&prober, &ServerProbe::succeeded);
        prober.start();
        if (!QTest::qWaitFor([&] { return !succeeded.isEmpty(); }, longTime))
            qFatal("the probe failed");
        editor.setClient(client.get());
        editor.setCapabilities(prober.info().capabilities);
        window.setServer(options.address, prober.info());
        eventFeed.setClient(client.get());
        eventFeed.setCapabilities(prober.info().capabilities);
        notificationFeed.setClient(client.get(), prober.info().user.pk);
        if (!settle())
            qFatal("the lists did not arrive");
    }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return eventFeed.state() != FeedState::Loading && notificationFeed.state() != FeedState::Loading
                    && notificationFeed.changer().pending() == 0 && notificationFeed.unseenTotal() >= 0;
            },
            longTime);
    }
    [[nodiscard]] QAction &action(const char *name) const { return *child<QAction>(window, name); }
    [[nodiscard]] QString badge() const { return child<QToolButton>(window, "rail0")->accessibleName(); }
    [[nodiscard]] RecordTable &inboxTable() const { return window.inboxPage().table(); }
    [[nodiscard]] RecordTable &eventsTable() const { return window.eventsPage().table(); }
    void chooseEvent(int row) { eventsTable().setCurrentIndex(events.index(row, EventTableModel::ActionColumn)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, modifiers);
    }

    EventTableModel events;
    EventFeed eventFeed{events};
    NotificationTableModel notifications;
    NotificationFeed notificationFeed{notifications};
    EventEditor editor;
    std::unique_ptr<ApiClient> client;
    SavedViews views;
    LocalInboxState inboxState;
    MainWindow window{MainWindow::Parts{events, eventFeed, notifications, notificationFeed, editor, views, inboxState}};
};

DemoOptions demoOptions(DemoRelease release = DemoRelease::V2026_8, DemoRights rights = DemoRights::Edit)
{
    DemoOptions options;
    options.events = 400;
    options.release = release;
    options.rights = rights;
    return options;
}

QString badgeOf(qint64 count)
{
    return count == 0 ? u"Inbox"_s : u"Inbox: %1"_s.arg(count);
}

// Menus and their entries, with submenus.
QList<std::pair<const QMenu *, QAction *>> menuEntries(const MainWindow &window)
{
    QList<std::pair<const QMenu *, QAction *>> entries;
    QList<const QMenu *> menus;
    const auto top = window.menuBar()->actions();
    for (const QAction *const action : top)
        menus += action->menu();
    while (!menus.isEmpty()) {
        const QMenu *const menu = menus.takeFirst();
        const auto actions = menu->actions();
        for (QAction *const action : actions) {
            if (action->menu())
                menus += action->menu();
            if (!action->isSeparator())
                entries.append({menu, action});
        }
    }
    return entries;
}

QChar mnemonicOf(const QString &text)
{
    static const QRegularExpression pattern(u"&([^&])"_s);
    const auto match = pattern.match(QString(text).remove(u"&&"_s));
    return match.hasMatch() ? match.captured(1).at(0).toLower() : QChar();
}

// Widgets beside each other in one layout do not overlap, lie within their parent and have the room they need.
QStringList layoutProblems(const QWidget &root)
{
    QStringList problems;
    QList<const QWidget *> parents{&root};
    while (!parents.isEmpty()) {
        const QWidget *const parent = parents.takeFirst();
        const auto children = parent->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (const QWidget *const widget : children) {
            if (widget->isVisible() && !widget->isWindow())
                parents += widget;
        }
        QList<const QWidget *> placed;
        QList<const QLayout *> layouts;
        if (parent->layout())
            layouts += parent->layout();
        while (!layouts.isEmpty()) {
            const QLayout *const layout = layouts.takeFirst();
            for (int i = 0; i < layout->count(); ++i) {
                if (const QLayout *const inner = layout->itemAt(i)->layout())
                    layouts += inner;
                else if (const QWidget *const widget = layout->itemAt(i)->widget(); widget && widget->isVisible())
                    placed += widget;
            }
        }
        for (qsizetype i = 0; i < placed.size(); ++i) {
            const QWidget *const widget = placed.at(i);
            const QString name = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
                + u' ' + widget->accessibleName().left(20);
            if (!parent->rect().contains(widget->geometry()))
                problems += name + u" is outside of its parent"_s;
            if (const auto *const button = qobject_cast<const QAbstractButton *>(widget); button
                && parent->objectName() != u"rail"_s // paints itself, icons alone when narrow
                && widget->width() < widget->minimumSizeHint().width())
                problems += name + u" is cut"_s;
            for (qsizetype j = 0; j < i; ++j) {
                if (widget->geometry().intersects(placed.at(j)->geometry()))
                    problems += name + u" overlaps "_s + placed.at(j)->objectName();
            }
        }
    }
    return problems;
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }

    // Commands

    void commandsAreComplete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QString();
        QTest::newRow("German") << u"de"_s;
    }

    void commandsAreComplete()
    {
        QFETCH(const QString, language);
        QTranslator translator;
        if (!language.isEmpty()) {
            QVERIFY(translator.load(u":/i18n/tidings_%1.qm"_s.arg(language)));
            QApplication::installTranslator(&translator);
        }
        const Window w;
        const auto entries = menuEntries(w.window);
        QVERIFY(entries.size() > 20);
        QHash<const QMenu *, QHash<QChar, QString>> mnemonics;
        for (const auto &[menu, action] : entries) {
            QVERIFY(!action->text().isEmpty());
            const QByteArray name = action->text().toUtf8();
            const QChar mnemonic = mnemonicOf(action->text());
            if (!action->menu() && !action->actionGroup())
                QVERIFY2(!action->statusTip().isEmpty(), name.constData());
            // Columns are ticked, not commanded.
            const bool needsIcon = !action->menu() && !action->actionGroup() && !action->objectName().isEmpty();
            if (needsIcon)
                QVERIFY2(!action->icon().isNull(), name.constData());
            // The keyboard reaches it: by a shortcut, or through the menu. Undo and Redo have Qt's words.
            if (action->objectName().isEmpty() || (mnemonic.isNull() && !action->shortcut().isEmpty()))
                continue;
            QVERIFY2(!mnemonic.isNull(), name.constData());
            QVERIFY2(!mnemonics[menu].contains(mnemonic),
                qPrintable(action->text() + u" / "_s + mnemonics[menu].value(mnemonic)));
            mnemonics[menu].insert(mnemonic, action->text());
        }
        QHash<QChar, QString> bar;
        const auto menus = w.window.menuBar()->actions();
        for (const QAction *const menu : menus) {
            const QChar mnemonic = mnemonicOf(menu->text());
            QVERIFY2(!mnemonic.isNull() && !bar.contains(mnemonic), qPrintable(menu->text()));
            bar.insert(mnemonic, menu->text());
        }
        // Nothing is in a context menu alone.
        QSet<const QAction *> inMenus;
        for (const auto &[menu, action] : entries)
            inMenus.insert(action);
        for (const QWidget *const table :
            {static_cast<QWidget *>(&w.eventsTable()), static_cast<QWidget *>(&w.inboxTable())}) {
            const auto actions = table->actions();
            QVERIFY(!actions.isEmpty());
            for (const QAction *const action : actions)
                QVERIFY2(action->isSeparator() || inMenus.contains(action), qPrintable(action->text()));
        }
    }

    void shortcutsAreUnique()
    {
        const Window w;
        QHash<QKeySequence, const QAction *> used;
        const auto actions = w.window.findChildren<QAction *>();
        for (const QAction *const action : actions) {
            const auto keys = action->shortcuts();
            for (const QKeySequence &key : keys) {
                if (key.isEmpty())
                    continue;
                QVERIFY2(!used.contains(key) || used.value(key) == action,
                    qPrintable(key.toString() + u": "_s + action->text()));
                used.insert(key, action);
            }
        }
        QVERIFY(used.size() > 15);
        for (const Qt::Key key : {Qt::Key_M, Qt::Key_Slash, Qt::Key_Question, Qt::Key_F5, Qt::Key_Delete})
            QVERIFY(used.contains(QKeySequence(key)));
    }

    void buttonsWithoutTextHaveNames()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        w.chooseEvent(0);
        w.window.eventsPage().showProblem(u"problem"_s, {});
        w.inboxTable().setCurrentIndex(w.inboxTable().model()->index(0, 0));
        w.window.resize(800, 500); // some lose their text
        int checked = 0;
        for (const auto page : {MainWindow::EventsPageIndex, MainWindow::InboxPageIndex}) {
            w.window.showPage(page);
            const auto buttons = w.window.findChildren<QAbstractButton *>();
            for (const QAbstractButton *const button : buttons) {
                // Qt's own parts inside its widgets
                const QWidget *const parent = button->parentWidget();
                if (qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QAbstractItemView *>(parent)
                    || qobject_cast<const QMenuBar *>(parent))
                    continue;
                if (!button->text().isEmpty() || !button->isVisible())
                    continue;
                ++checked;
                QVERIFY2(!button->accessibleName().isEmpty(),
                    qPrintable(button->objectName() + u" in "_s + parent->objectName()));
            }
        }
        QVERIFY2(checked >= 4, qPrintable(QString::number(checked))); // copy, twice; dismiss; mark all
        for (const char *const name : {"rail0", "rail1", "profileButton"})
            QVERIFY(!child<QToolButton>(w.window, name)->accessibleName().isEmpty());
        for (const char *const name : {"eventsTable", "inboxTable"})
            QVERIFY(!child<QWidget>(w.window, name)->accessibleName().isEmpty());
    }

    void tabOrder()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        const auto walk = [&](const char *from, int page) {
            w.window.showPage(static_cast<MainWindow::Page>(page));
            auto *const start = child<QWidget>(w.window, from);
            start->setFocus();
            QStringList order;
            for (int i = 0; i < 40; ++i) {
                if (!QApplication::focusWidget())
                    break;
                order += QApplication::focusWidget()->objectName();
                w.key(Qt::Key_Tab);
                if (QApplication::focusWidget() == start)
                    break;
            }
            return order;
        };
        const auto inOrder = [](const QStringList &order, const QStringList &wanted) {
            qsizetype last = -1;
            for (const QString &name : wanted) {
                const qsizetype at = order.indexOf(name);
                if (at <= last)
                    return false;
                last = at;
            }
            return true;
        };
        w.chooseEvent(0);
        const QStringList events = walk("eventsQuery", MainWindow::EventsPageIndex);
        QVERIFY2(inOrder(events,
                     {u"eventsQuery"_s, u"eventsActions"_s, u"eventsLive"_s, u"eventsTable"_s, u"detailEditButton"_s}),
            qPrintable(events.join(u' ')));
        QVERIFY2(events.contains(u"rail0"_s) || events.contains(u"rail1"_s), qPrintable(events.join(u' ')));
        QVERIFY(events.contains(u"profileButton"_s));
        w.window.showPage(MainWindow::InboxPageIndex);
        w.inboxTable().setCurrentIndex(w.inboxTable().model()->index(0, 0));
        const QStringList inbox = walk("inboxQuery", MainWindow::InboxPageIndex);
        QVERIFY2(inOrder(inbox,
                     {u"inboxQuery"_s, u"inboxSeverities"_s, u"inboxActions"_s, u"inboxMarkAll"_s, u"inboxTable"_s,
                         u"detailSeenButton"_s}),
            qPrintable(inbox.join(u' ')));
    }

    void pagesByKeyboard()
    {
        Window w;
        auto *const stack = w.window.findChild<QStackedWidget *>();
        w.key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(stack->currentIndex(), static_cast<int>(MainWindow::InboxPageIndex));
        QVERIFY(w.inboxTable().hasFocus());
        w.key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(stack->currentIndex(), static_cast<int>(MainWindow::EventsPageIndex));
        QVERIFY(w.eventsTable().hasFocus());
        w.key(Qt::Key_Slash);
        QVERIFY(child<QLineEdit>(w.window, "eventsQuery")->hasFocus());
        w.window.eventsPage().focusList();
        w.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(child<QLineEdit>(w.window, "eventsQuery")->hasFocus());
        w.key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(child<QLineEdit>(w.window, "eventsFind")->hasFocus());
        w.key(Qt::Key_Escape);
        QVERIFY(w.eventsTable().hasFocus());
        QVERIFY(w.window.eventsPage().isDetailVisible());
        w.key(Qt::Key_F9);
        QVERIFY(!w.window.eventsPage().isDetailVisible());
        w.key(Qt::Key_F9);
        QVERIFY(w.window.eventsPage().isDetailVisible());
        QSignalSpy quit(&w.window, &MainWindow::quitRequested);
        w.key(Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(quit.size(), 1);
        // What a server says of itself when it refuses is as hostile as its records.
        w.window.setOffline(u"redirects to \u202eevil"_s, u"Retry"_s);
        const auto labels = w.window.eventsPage().findChildren<PlainLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](const PlainLabel *label) { return label->plainText().contains(u"‹U+202E›evil"_s); }));
        QVERIFY(std::none_of(labels.begin(), labels.end(),
            [](const PlainLabel *label) { return label->plainText().contains(QChar(0x202E)); }));
        // Without a server there is nothing to reload, create or mark.
        w.window.setOffline(u"No server"_s, u"Connect…"_s);
        for (const char *const name : {"actionReload", "actionNewEvent", "actionEditEvent", "actionDeleteEvent",
                 "actionMarkAllSeen", "actionToggleSeen", "actionCopy"})
            QVERIFY2(!w.action(name).isEnabled(), name);
        QVERIFY(w.action("actionNewEvent").statusTip().contains(u"Not connected"_s));
        QSignalSpy connectRequested(&w.window, &MainWindow::connectRequested);
        w.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(connectRequested.size(), 1);
    }

    // The pane may have been shown by opening a row; the menu must agree.
    void detailActionKeepsStep()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        w.chooseEvent(0);
        w.eventsTable().setFocus();
        w.key(Qt::Key_F9);
        QVERIFY(!w.action("actionDetail").isChecked());
        w.key(Qt::Key_Return);
        QVERIFY(w.window.eventsPage().isDetailVisible());
        QVERIFY(w.action("actionDetail").isChecked());
        w.key(Qt::Key_F9);
        QVERIFY(!w.window.eventsPage().isDetailVisible());
    }

    void letterKeysAreNotTakenFromTyping()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        const qint64 unseen = w.notificationFeed.unseenTotal();
        for (const auto &[page, name] : {std::pair(MainWindow::InboxPageIndex, "inboxQuery"),
                 std::pair(MainWindow::EventsPageIndex, "eventsQuery")}) {
            w.window.showPage(page);
            if (page == MainWindow::InboxPageIndex)
                w.inboxTable().setCurrentIndex(w.inboxTable().model()->index(0, 0));
            auto *const query = child<QLineEdit>(w.window, name);
            query->setFocus();
            for (const char c : {'m', '/', '?', 'j', 'k'})
                QTest::keyClick(query, c);
            QTest::keyClick(query, Qt::Key_Home);
            QTest::keyClick(query, Qt::Key_Delete);
            QCOMPARE(query->text(), u"/?jk"_s);
            QVERIFY(query->hasFocus());
            query->clear();
        }
        // Neither in the search line and the list of a filter
        w.window.showPage(MainWindow::InboxPageIndex);
        auto *const filter = child<ChecklistButton>(w.window, "inboxActions");
        filter->openList();
        auto *const search = child<QLineEdit>(*filter, "checklistSearch");
        auto *const list = child<QListWidget>(*filter, "checklist");
        QTest::keyClicks(search, u"m/"_s);
        QCOMPARE(search->text(), u"m/"_s);
        search->clear();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_M);
        QTest::keyClick(list, Qt::Key_Slash);
        QVERIFY(list->isVisible());
        list->window()->hide();
        QVERIFY(!w.window.findChild<QMessageBox *>(u"shortcutsBox"_s));
        QVERIFY(w.settle());
        QCOMPARE(w.notificationFeed.unseenTotal(), unseen);
        QCOMPARE(w.notificationFeed.undoStack().count(), 0);
    }

    void shortcutsAreListed()
    {
        Window w;
        w.eventsTable().setFocus();
        QTest::keyClick(&w.eventsTable(), Qt::Key_F1);
        auto *const box = child<QMessageBox>(w.window, "shortcutsBox");
        QVERIFY(box->isVisible());
        QCOMPARE(box->textFormat(), Qt::PlainText);
        for (const QString &word : {u"Undo"_s, u"Redo"_s, u"Toggle seen"_s, u"Ctrl+1"_s})
            QVERIFY2(box->text().contains(word), qPrintable(word));
        QVERIFY(!box->text().contains(u'&'));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!w.window.findChild<QMessageBox *>(u"shortcutsBox"_s));
        w.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&w.window));
        QTest::keyClick(&w.eventsTable(), Qt::Key_Question); // platforms take the Shift away
        QTRY_VERIFY(w.window.findChild<QMessageBox *>(u"shortcutsBox"_s));
    }

    // Inbox by keyboard

    void marksByKeyboard()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        const qint64 unseen = w.notificationFeed.unseenTotal();
        QVERIFY(unseen > 5 && unseen < 999);
        QTRY_COMPARE(w.badge(), badgeOf(unseen));
        w.key(Qt::Key_1, Qt::ControlModifier);
        w.key(Qt::Key_J);
        QVERIFY(w.window.inboxPage().currentNotification());
        // What is done with "this event" means the one of the page that is shown.
        QCOMPARE(w.window.currentEvent(), w.window.inboxPage().currentNotification()->event);
        w.key(Qt::Key_M);
        QCOMPARE(w.badge(), badgeOf(unseen - 1));
        QVERIFY(w.settle());
        w.key(Qt::Key_M);
        QVERIFY(w.settle());
        QCOMPARE(w.badge(), badgeOf(unseen));
        QVERIFY(!w.notifications.notification(0).seen);

        // Several at once
        w.inboxTable().setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&w.inboxTable(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(w.inboxTable().selectionModel()->selectedRows().size(), 4);
        w.key(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(w.settle());
        QCOMPARE(w.badge(), badgeOf(unseen - 4));
        QVERIFY(w.action("actionUndo").isEnabled());
        w.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(w.settle());
        QCOMPARE(w.badge(), badgeOf(unseen));
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::Redo);
        QVERIFY(w.settle());
        QCOMPARE(w.badge(), badgeOf(unseen - 4));
        w.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(w.settle());
        QCOMPARE(w.badge(), badgeOf(unseen));
        // Mark all, and take it back
        w.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(w.badge(), badgeOf(0), longTime);
        QVERIFY(w.settle());
        QVERIFY(!w.action("actionMarkAllSeen").isEnabled());
        w.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(w.settle());
        QTRY_COMPARE_WITH_TIMEOUT(w.badge(), badgeOf(unseen), longTime);
    }

    void showsTheEventOfANotification()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        w.window.showPage(MainWindow::InboxPageIndex);
        int row = 0;
        while (row < w.notifications.rowCount() && !w.notifications.notification(row).event)
            ++row;
        QVERIFY(row < w.notifications.rowCount());
        const Event event = *w.notifications.notification(row).event;
        w.inboxTable().setCurrentIndex(w.inboxTable().model()->index(row, 0));
        QTest::mouseClick(child<QPushButton>(w.window.inboxPage(), "detailEventButton"), Qt::LeftButton);
        QCOMPARE(w.window.findChild<QStackedWidget *>()->currentIndex(), static_cast<int>(MainWindow::EventsPageIndex));
        QVERIFY(w.window.eventsPage().currentEvent());
        QCOMPARE(w.window.eventsPage().currentEvent()->id, event.id);
        QCOMPARE(child<PlainLabel>(w.window.eventsPage(), "detailTitle")->plainText(), summarySentence(event));
        QVERIFY(w.action("actionEditEvent").isEnabled());

        // Not among the rows: in the detail pane alone
        EventQuery query;
        query.text = u"no-event-has-this-word"_s;
        w.eventFeed.setQuery(query);
        QVERIFY(w.settle());
        QCOMPARE(w.events.rowCount(), 0);
        w.window.showPage(MainWindow::InboxPageIndex);
        w.inboxTable().setFocus();
        w.key(Qt::Key_Return);
        QVERIFY(w.window.eventsPage().currentEvent());
        QCOMPARE(w.window.eventsPage().currentEvent()->id, event.id);
        w.action("actionCopy").trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(event.id));
    }

    void savedViews()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        const auto railView = [&](int view) {
            return w.window.findChild<QToolButton *>(u"railView%1"_s.arg(view));
        };
        QVERIFY(!railView(0));
        QVERIFY(!w.action("actionRenameView").isEnabled());
        w.chooseEvent(0);
        w.action("actionFilterFor").trigger();
        const EventQuery asked = w.eventFeed.query();
        QVERIFY(!asked.isEmpty());
        const auto giveName = [&](const char *command, const QString &name) {
            w.action(command).trigger();
            const auto dialogs = w.window.findChildren<QInputDialog *>(u"viewNameDialog"_s);
            QInputDialog *const dialog = dialogs.last();
            dialog->setTextValue(name);
            dialog->accept();
        };
        giveName("actionSaveView", u"Mine"_s);
        QVERIFY(railView(0) && railView(0)->isChecked());
        QCOMPARE(railView(0)->text(), u"Mine"_s);
        w.action("actionClearFilter").trigger();
        QVERIFY(!railView(0)->isChecked());
        QVERIFY(child<QToolButton>(w.window, "rail1")->isChecked());
        w.window.showPage(MainWindow::InboxPageIndex);
        QTest::mouseClick(railView(0), Qt::LeftButton);
        QVERIFY(w.window.eventsPage().isVisible());
        QCOMPARE(w.eventFeed.query(), asked);
        QVERIFY(railView(0)->isChecked());
        giveName("actionRenameView", u"Other"_s);
        QCOMPARE(w.views.views().first().name, u"Other"_s);
        w.views.add({{u"More"_s, {}}});
        QVERIFY(railView(1));
        w.action("actionMoveViewDown").trigger();
        QCOMPARE(w.views.views().last().name, u"Other"_s);
        QVERIFY(!w.action("actionMoveViewDown").isEnabled());
        w.key(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(w.eventFeed.query().isEmpty());
        w.action("actionRemoveView").trigger();
        QCOMPARE(w.views.views().size(), 1);
        QVERIFY(!w.action("actionRemoveView").isEnabled());
    }

    // Of two views with one question, what is done is done to the chosen one.
    void viewsOfOneQuestion()
    {
        Window w;
        EventQuery query;
        query.actions = {u"login"_s};
        const auto columns = [](const QStringList &ids) {
            ColumnLayout layout;
            for (const QString &id : ids)
                layout.columns += ColumnLayout::Column{id, 120};
            return layout;
        };
        const QStringList shortIds{u"time"_s, u"user"_s, u"what"_s};
        const QStringList longIds{u"time"_s, u"user"_s, u"from"_s, u"field:context.geo.country"_s, u"what"_s};
        const QList<SortKey> order{{SortKey::By::Field, true, u"context.geo.country"_s}, {SortKey::By::Actor}};
        w.views.save(u"Short"_s, query, columns(shortIds));
        w.views.save(u"Long"_s, query, columns(longIds), order);
        const auto railView = [&](int view) {
            return child<QToolButton>(w.window, u"railView%1"_s.arg(view).toUtf8().constData());
        };
        const auto shownIds = [&] {
            QStringList ids;
            const auto all = w.window.columns().layout().columns;
            for (const ColumnLayout::Column &column : all)
                ids += column.id;
            return ids;
        };
        QTest::mouseClick(railView(1), Qt::LeftButton);
        QCOMPARE(shownIds(), longIds);
        QCOMPARE(w.eventFeed.sortKeys(), order);
        QVERIFY(railView(1)->isChecked());
        w.action("actionRenameView").trigger();
        auto *const dialog = child<QInputDialog>(w.window, "viewNameDialog");
        QCOMPARE(dialog->textValue(), u"Long"_s);
        dialog->setTextValue(u"Longer"_s);
        dialog->accept();
        QCOMPARE(w.views.views().at(0).name, u"Short"_s);
        QCOMPARE(w.views.views().at(1).name, u"Longer"_s);
        QVERIFY(railView(1)->isChecked());
        QTest::mouseClick(railView(0), Qt::LeftButton);
        QCOMPARE(shownIds(), shortIds);
        QVERIFY(w.eventFeed.sortKeys().isEmpty());
        QVERIFY(railView(0)->isChecked());
        // A step for each, with all that belongs to it.
        w.action("actionBack").trigger();
        QCOMPARE(shownIds(), longIds);
        QCOMPARE(w.eventFeed.sortKeys(), order);
        w.action("actionForward").trigger();
        QCOMPARE(shownIds(), shortIds);
        QTest::mouseClick(railView(1), Qt::LeftButton);
        w.action("actionRemoveView").trigger();
        QCOMPARE(w.views.views().size(), 1);
        QCOMPARE(w.views.views().first().name, u"Short"_s);
    }

    // More than there is room for do not make the window taller: they scroll.
    void manyViewsScroll()
    {
        Window w;
        QList<SavedView> views;
        for (int i = 0; i < 60; ++i) {
            EventQuery query;
            query.text = QString::number(i);
            views += SavedView{u"View %1"_s.arg(i), query};
        }
        views[1].name = u"Everything that an administrator of this house has ever done"_s;
        w.views.add(views);
        QCoreApplication::processEvents();
        // Its count stands at the end of the line, which is in sight.
        const QWidget &longest = *child<QToolButton>(w.window, "railView1");
        QCOMPARE(longest.visibleRegion().boundingRect(), longest.rect());
        w.window.resize(800, 500);
        QCoreApplication::processEvents();
        QCOMPARE(w.window.height(), 500);
        const auto isSeen = [&](int view) {
            auto *const button = child<QToolButton>(w.window, u"railView%1"_s.arg(view).toUtf8().constData());
            return !button->visibleRegion().isEmpty();
        };
        QVERIFY(isSeen(0));
        QVERIFY(!isSeen(59));
        child<QToolButton>(w.window, "railView0")->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 59; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"railView59"_s);
        QVERIFY(isSeen(59));
        QVERIFY(!isSeen(0));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(w.eventFeed.query().text, u"59"_s);
    }

    void viewsHaveAMenuAndAreDragged()
    {
        QTemporaryDir folder;
        Window w;
        const auto named = [](const QString &name) {
            EventQuery query;
            query.text = name;
            return SavedView{name, query};
        };
        w.views.add({named(u"A"_s), named(u"B"_s), named(u"C"_s)});
        const auto railView = [&](int view) {
            return child<QToolButton>(w.window, u"railView%1"_s.arg(view).toUtf8().constData());
        };
        const auto names = [&] {
            QString all;
            for (const SavedView &view : w.views.views())
                all += view.name;
            return all;
        };
        const auto menuOf = [&](int view) {
            QContextMenuEvent event(
                QContextMenuEvent::Keyboard, QPoint(5, 5), railView(view)->mapToGlobal(QPoint(5, 5)));
            QApplication::sendEvent(railView(view), &event);
            const auto menus = w.window.findChildren<QMenu *>(u"viewMenu"_s);
            return menus.isEmpty() ? nullptr : menus.last();
        };
        const auto choose = [&](int view, const char *command) {
            QMenu *const menu = menuOf(view);
            QVERIFY(menu);
            child<QAction>(*menu, command)->trigger();
            menu->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        QMenu *const first = menuOf(0);
        QVERIFY(first && !child<QAction>(*first, "viewUp")->isEnabled());
        first->close();
        choose(1, "viewOpen");
        QCOMPARE(w.eventFeed.query().text, u"B"_s);
        choose(2, "viewUp");
        QCOMPARE(names(), u"ACB"_s);
        choose(0, "viewDown");
        QCOMPARE(names(), u"CAB"_s);
        QVERIFY(railView(2)->isChecked()); // B is still shown
        choose(0, "viewRename");
        auto *const dialog = child<QInputDialog>(w.window, "viewNameDialog");
        dialog->setTextValue(u"D"_s);
        dialog->accept();
        QCOMPARE(names(), u"DAB"_s);
        choose(1, "viewExport");
        auto *const files = child<QFileDialog>(w.window, "exportViewsDialog");
        const QString path = folder.filePath(u"one.json"_s);
        emit files->fileSelected(path);
        files->close();
        QCOMPARE(*readSavedViews(path), QList<SavedView>{named(u"A"_s)});
        choose(1, "viewRemove");
        QCOMPARE(names(), u"DB"_s);

        // By the mouse: D behind B, and no click.
        w.views.add({named(u"E"_s)});
        const auto drag = [&](int view, int to, bool givesUp) {
            QTRY_VERIFY(railView(0)->y() < railView(1)->y() && railView(1)->y() < railView(2)->y()); // laid out
            QToolButton *const button = railView(view);
            const QPoint from = button->rect().center();
            const QPoint end
                = button->mapFrom(&w.window, railView(to)->mapTo(&w.window, QPoint(40, button->height() - 2)));
            QTest::mousePress(button, Qt::LeftButton, {}, from);
            QMouseEvent move(QEvent::MouseMove, end, button->mapToGlobal(end), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(button, &move);
            QVERIFY(child<QWidget>(w.window, "railDropLine")->isVisible());
            if (givesUp)
                QTest::keyClick(button, Qt::Key_Escape);
            QTest::mouseRelease(button, Qt::LeftButton, {}, end);
            QVERIFY(!child<QWidget>(w.window, "railDropLine")->isVisible());
        };
        drag(0, 1, true);
        QCOMPARE(names(), u"DBE"_s);
        drag(0, 1, false);
        QCOMPARE(names(), u"BDE"_s);
        QCOMPARE(w.eventFeed.query().text, u"B"_s);
        drag(2, 0, false);
        QCOMPARE(names(), u"BED"_s);
    }

    void viewsShowHowMuchTheyFind()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        ViewCounter counter;
        Window w;
        w.window.setViewCounter(counter);
        EventQuery custom;
        custom.conditions = {Condition{*akql::parse(u"action = \"custom_x\""_s).query}};
        w.views.add({{u"Everything"_s, {}}, {u"Odd"_s, custom}});
        w.connectTo(server);
        counter.setClient(w.client.get());
        counter.setCapabilities(w.editor.capabilities());
        auto *const button = child<QToolButton>(w.window, "railView0");
        QTRY_COMPARE_WITH_TIMEOUT(button->accessibleName(), u"Everything: 400"_s, longTime);
        QVERIFY(button->toolTip().contains(u"400"_s));
        auto *const odd = child<QToolButton>(w.window, "railView1");
        QTRY_VERIFY(odd->toolTip().contains(u"No count"_s));
        QCOMPARE(odd->accessibleName(), u"Odd"_s);
        w.views.move(0, 1);
        QCOMPARE(child<QToolButton>(w.window, "railView1")->accessibleName(), u"Everything: 400"_s);
        counter.setClient(nullptr);
        QCOMPARE(child<QToolButton>(w.window, "railView1")->accessibleName(), u"Everything"_s);
    }

    void recentQuestions()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        RecentQuestions recent;
        Window w;
        w.window.setRecentQuestions(recent);
        w.connectTo(server);
        EventsPage &page = w.window.eventsPage();
        auto *const line = child<QLineEdit>(page, "eventsQuery");
        QVERIFY(!w.action("actionRecentQuestions").isEnabled());
        const auto typed = [&](const QString &text, bool enter) {
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, text);
            if (enter)
                QTest::keyClick(line, Qt::Key_Return);
        };
        typed(u"first"_s, true);
        QTRY_COMPARE(recent.questions().size(), 1);
        typed(u"second"_s, false); // answered after a pause
        QTRY_COMPARE_WITH_TIMEOUT(recent.questions().size(), 2, longTime);
        typed(u"third & more"_s, true);
        QTRY_COMPARE(recent.questions().size(), 3);
        QCOMPARE(recent.questions().first().text, u"third & more"_s);

        auto *const menu = child<QMenu>(w.window, "recentMenu");
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), u"third && more"_s);
        menu->actions().at(2)->trigger();
        QCOMPARE(w.eventFeed.query().text, u"first"_s);
        QCOMPARE(recent.questions().first().text, u"first"_s); // asked once more

        // Down in an empty line; the whole list.
        page.setFilter({});
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Down);
        auto *list = child<QListView>(*line, "questionList");
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 3);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(w.eventFeed.query().text, u"third & more"_s);
        QCOMPARE(line->text(), u"third & more"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        // By the button and the command, with text in the line; Escape changes nothing.
        QCOMPARE(child<QToolButton>(*line, "recentQuestionsButton")->accessibleName(), u"Recent questions"_s);
        QCOMPARE(w.action("actionRecentQuestions").shortcut(), QKeySequence(Qt::ALT | Qt::Key_Down));
        w.action("actionRecentQuestions").trigger();
        list = child<QListView>(*line, "questionList");
        QVERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Escape);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!line->findChild<QListView *>(u"questionList"_s));
        QCOMPARE(w.eventFeed.query().text, u"third & more"_s);
        // Times as they are shown, whatever zone that is.
        EventQuery since;
        since.range.from = 1'795'168'800'000'000;
        recent.add(since);
        w.window.setTimeDisplay({.isRelative = false, .zone = QTimeZone("Asia/Tokyo")});
        emit menu->aboutToShow();
        QVERIFY(menu->actions().first()->text().endsWith(u"UTC+09:00"_s));
        w.action("actionClearQuestions").trigger();
        QVERIFY(recent.questions().isEmpty());
        QVERIFY(!w.action("actionRecentQuestions").isEnabled());
    }

    // Rights and problems

    void missingRightsAreNamed()
    {
        DemoServer server(demoOptions(DemoRelease::V2026_8, DemoRights::View));
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        w.chooseEvent(0);
        const QString id = w.events.eventAt(0).id;
        for (const char *const name : {"actionNewEvent", "actionEditEvent", "actionDeleteEvent"})
            QVERIFY2(w.action(name).isEnabled(), name); // authentik does not tell in advance
        w.action("actionDeleteEvent").trigger();
        auto *const box = child<QMessageBox>(w.window, "deleteBox");
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        const auto buttons = box->buttons();
        for (QAbstractButton *const button : buttons) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_VERIFY2(w.action("actionDeleteEvent").statusTip().contains(u"Can delete Event"_s),
            qPrintable(w.action("actionDeleteEvent").statusTip()));
        QVERIFY(!w.action("actionDeleteEvent").isEnabled());
        const QString problem = w.window.eventsPage().findChild<MessageBar *>()->text();
        QVERIFY2(problem.contains(u"not deleted"_s), qPrintable(problem));
        QCOMPARE(w.events.eventAt(0).id, id);
        QVERIFY(w.action("actionEditEvent").isEnabled());

        EventChanges changes;
        changes.clientIp = u"192.0.2.77"_s;
        w.editor.update(w.events.eventAt(0), changes);
        QTRY_VERIFY(!w.action("actionEditEvent").isEnabled());
        QVERIFY(w.action("actionEditEvent").statusTip().contains(u"Can change Event"_s));
        auto *const edit = child<QPushButton>(w.window, "detailEditButton");
        QVERIFY(!edit->isEnabled());
        QVERIFY(edit->toolTip().contains(u"Can change Event"_s));
        // That was not a deletion: its problem belongs to the dialog.
        QCOMPARE(w.window.eventsPage().findChild<MessageBar *>()->text(), problem);

        changes.action = u"login"_s;
        changes.app = u"tidings"_s;
        w.editor.create(changes);
        QTRY_VERIFY(!w.action("actionNewEvent").isEnabled());
        QVERIFY(w.action("actionNewEvent").statusTip().contains(u"Can add Event"_s));
        QVERIFY(!w.action("actionDuplicateEvent").isEnabled());
    }

    void deletes()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        w.chooseEvent(2);
        const QString id = w.events.eventAt(2).id;
        const QString next = w.events.eventAt(3).id;
        w.eventsTable().setFocus();
        w.key(Qt::Key_Delete);
        auto *box = child<QMessageBox>(w.window, "deleteBox");
        QTest::keyClick(box, Qt::Key_Escape); // the default is to keep it
        QTRY_VERIFY(!w.window.findChild<QMessageBox *>(u"deleteBox"_s));
        QCOMPARE(w.events.eventAt(2).id, id);
        QCOMPARE(server.requestCount("DELETE", u"/"_s), 0);
        w.action("actionDeleteEvent").trigger();
        box = child<QMessageBox>(w.window, "deleteBox");
        const auto buttons = box->buttons();
        for (QAbstractButton *const button : buttons) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_COMPARE(w.events.eventAt(2).id, next);
        QVERIFY(w.window.eventsPage().currentEvent());
        QCOMPARE(w.window.eventsPage().currentEvent()->id, next);
        QCOMPARE(server.requestCount("DELETE", u"/api/v3/events/events/"_s), 1);
    }

    void hostileProfilesAndLinks()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        const QString name = u"<b>R&D</b>\u202E"_s;
        w.window.setProfiles({{u"1"_s, name, Qt::red}, {u"2"_s, u"other"_s, {}}}, u"1"_s);
        auto *const profile = child<QToolButton>(w.window, "profileButton");
        QVERIFY(!profile->accessibleName().contains(QChar(0x202E)));
        QVERIFY2(!profile->toolTip().contains(u"<b>"_s) && profile->toolTip().contains(u"R&amp;D"_s),
            qPrintable(profile->toolTip()));
        QVERIFY(!w.window.windowTitle().contains(u"<b>"_s));
        QSignalSpy chosen(&w.window, &MainWindow::profileChosen);
        profile->menu()->actions().at(1)->trigger();
        QCOMPARE(chosen.last().first().toString(), u"2"_s);
        QCOMPARE(profile->menu()->actions().at(0)->text().count(u'&'), 2);

        emit w.window.inboxPage().linkRequested(u"https://evil.example/%3Cb%3E?x=1"_s);
        auto *const box = child<QMessageBox>(w.window, "linkBox");
        QVERIFY(box->text().contains(u"evil.example"_s));
        QCOMPARE(box->textFormat(), Qt::PlainText);
        const auto boxLabels = box->findChildren<QLabel *>();
        for (const QLabel *const label : boxLabels)
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!w.window.findChild<QMessageBox *>(u"linkBox"_s));
        for (const QString &link :
            {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"data:text/html,x"_s, u"ssh://host"_s, QString()}) {
            emit w.window.inboxPage().linkRequested(link);
            QVERIFY2(!w.window.findChild<QMessageBox *>(u"linkBox"_s), qPrintable(link));
        }
        // The status bar is fed with server text, too.
        const auto labels = w.window.statusBar()->findChildren<QLabel *>();
        QVERIFY(labels.size() >= 5);
        for (const QLabel *const label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void statusBarTells()
    {
        DemoServer server(demoOptions(DemoRelease::V2024_8));
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        const auto text = [&](const char *name) {
            return child<QLabel>(w.window, name)->text();
        };
        QTRY_VERIFY(text("statusCounts").contains(u"100 shown"_s));
        QVERIFY(text("statusEngine").contains(u"server list"_s));
        QVERIFY(text("statusServer").contains(u"2024.8"_s) && text("statusServer").contains(u"not encrypted"_s));
        QToolButton &zone = *child<QToolButton>(w.window, "statusZone");
        QVERIFY(zone.text().contains(u"UTC"_s) && zone.accessibleName().contains(u"Local time"_s));
        auto *const query = child<QLineEdit>(w.window, "eventsQuery");
        query->setText(u"user.username != \"svc-backup\""_s);
        QTest::keyClick(query, Qt::Key_Return);
        QTRY_VERIFY2(text("statusEngine").contains(u"checked on this computer"_s), qPrintable(text("statusEngine")));
        const auto &warning = *child<WarningLabel>(w.window, "statusWarning");
        QVERIFY(warning.isVisible() && warning.accessibleName() == warning.text());
        QVERIFY2(warning.text().contains(u"lack the field"_s), qPrintable(warning.text()));
        // However narrow, the age of the data stays.
        w.window.resize(800, 500);
        QTRY_VERIFY2(text("statusAge").startsWith(u"updated"_s), qPrintable(text("statusAge")));
        QVERIFY(child<QLabel>(w.window, "statusAge")->isVisible());
        QCOMPARE(w.window.width(), 800);
        // A status tip stands alone, also when the rest is brought up to date behind it.
        QStatusBar &bar = *w.window.statusBar();
        bar.showMessage(u"Show what is there"_s);
        const QString age = text("statusAge");
        QTRY_VERIFY(text("statusAge") != age);
        QVERIFY(bar.currentMessage() == u"Show what is there"_s);
        for (const char *const name : {"statusCounts", "statusEngine", "statusAge", "statusWarning"})
            QVERIFY2(!child<QWidget>(w.window, name)->isVisible(), name);
        bar.clearMessage();
        for (const char *const name : {"statusCounts", "statusEngine", "statusAge", "statusWarning"})
            QVERIFY2(child<QWidget>(w.window, name)->isVisible(), name);
        w.window.resize(1280, 800);
        w.window.setClockSkew(4s);
        const QString polling = child<QLabel>(w.window, "statusAge")->toolTip();
        QVERIFY2(polling.contains(u"Last answer"_s) && polling.contains(u"Next question in"_s), qPrintable(polling));
        QVERIFY(!zone.text().contains(u"clock"_s));
        w.window.setClockSkew(90s);
        QTRY_VERIFY2(zone.text().contains(u"clock is 90 s ahead"_s), qPrintable(zone.text()));
        w.window.setClockSkew(-20s);
        QTRY_VERIFY2(zone.text().contains(u"clock is 20 s behind"_s), qPrintable(zone.text()));
        const QSize before = w.window.size();
        w.window.resize(800, 500);
        QTRY_VERIFY2(zone.text().contains(u"server −20 s"_s), qPrintable(zone.text()));
        w.window.resize(before);
        // Nobody sees the time go by in a hidden window.
        QTimer *const clock = w.window.findChild<QTimer *>(u"statusClock"_s);
        QVERIFY(clock && clock->isActive());
        w.window.hide();
        QVERIFY(!clock->isActive());
        w.window.show();
        QVERIFY(clock->isActive());
        w.window.setOffline(u"gone"_s, {});
        QVERIFY(text("statusServer").contains(u"not connected"_s));
        QCOMPARE(w.badge(), badgeOf(0));
    }

    // A view is a question and the columns that show its answer.
    void viewsBringTheirColumns()
    {
        const QStringList fields{u"context.geo.country"_s};
        Window w;
        w.window.columns().addField(fields.first());
        EventQuery query;
        query.actions = {u"login"_s};
        w.window.eventsPage().setFilter(query);
        w.action("actionSaveView").trigger();
        auto *const dialog = child<QInputDialog>(w.window, "viewNameDialog");
        dialog->setTextValue(u"Where"_s);
        dialog->accept();
        QCOMPARE(w.views.views().size(), 1);
        w.window.columns().removeField(fields.first());
        w.window.eventsPage().setFilter({});
        QVERIFY(w.events.fieldColumns().isEmpty());
        emit w.window.findChild<NavigationRail *>()->viewChosen(0);
        QCOMPARE(w.events.fieldColumns(), fields);
        QVERIFY(w.window.eventsPage().filter() == query);
    }

    // One switch for table, detail, chart, pickers and copies; the offset is always to be seen.
    void timesFollowOneSwitch()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        Window w;
        w.connectTo(server);
        connect(&w.window, &MainWindow::timeDisplayChosen, &w.window, &MainWindow::setTimeDisplay);
        w.window.showPage(MainWindow::EventsPageIndex);
        TimeRange range;
        range.from = w.events.createdAt(w.events.rowCount() - 1);
        w.window.eventsPage().setTimeRange(range);
        QVERIFY(w.settle());
        w.chooseEvent(0);
        const Timestamp time = w.events.createdAt(0);
        const TimeDisplay tokyo{.isRelative = false, .zone = zoneNamed(u"Asia/Tokyo"_s)};
        const auto facts = [&] {
            QStringList texts;
            const auto labels = child<QWidget>(w.window.eventsPage(), "detailFacts")->findChildren<PlainLabel *>();
            for (const PlainLabel *const label : labels)
                texts += label->plainText();
            return texts.join(u'\n');
        };
        QVERIFY(!facts().contains(exactTime(time, tokyo)));

        w.action("actionOtherZone").trigger();
        auto *const dialog = child<QDialog>(w.window, "timeZoneDialog");
        auto *const search = child<QLineEdit>(*dialog, "zoneSearch");
        auto *const list = child<QListView>(*dialog, "zoneList");
        QVERIFY(list->model()->rowCount() > 300);
        QTest::keyClicks(search, u"tokyo asia"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!w.window.findChild<QDialog *>(u"timeZoneDialog"_s));

        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(w.events.index(0, EventTableModel::TimeColumn).data().toString(), columnTime(time, now, tokyo));
        QVERIFY2(facts().contains(exactTime(time, tokyo)), qPrintable(facts()));
        auto *const button = child<TimeRangeButton>(w.window, "eventsRange");
        QCOMPARE(button->text(), rangeText(range, tokyo));
        auto &zone = *child<QToolButton>(w.window, "statusZone");
        QVERIFY(zone.text().contains(u"Asia/Tokyo, UTC+09:00"_s) && zone.accessibleName().contains(u"+09:00"_s));
        child<QAction>(*button, "actionRange")->trigger();
        auto *const picker = child<QDialog>(w.window, "timeRangeDialog");
        QCOMPARE(child<QLineEdit>(*picker, "timeFrom")->text(), momentText(*range.from, tokyo));
        QVERIFY(child<PlainLabel>(*picker, "timeNote")->plainText().contains(u"Asia/Tokyo, UTC+09:00"_s));
        picker->close();
        w.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&w.window));
        w.eventsTable().setCurrentIndex(w.events.index(0, EventTableModel::TimeColumn));
        w.eventsTable().setFocus();
        w.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), isoTime(time, tokyo));

        w.action("actionRelativeTimes").trigger();
        QVERIFY(w.events.index(0, EventTableModel::TimeColumn).data().toString().endsWith(u"ago"_s));
        QVERIFY(zone.text().contains(u"Asia/Tokyo, UTC+09:00"_s)); // the zone stays
        w.action("actionRelativeTimes").trigger();
        w.action("actionUtc").trigger();
        QCOMPARE(w.events.index(0, EventTableModel::TimeColumn).data().toString(),
            columnTime(time, now, TimeDisplay::utc()));
        QVERIFY(w.action("actionChosenZone").isVisible()); // to go back to
        w.window.resize(800, 500);
        QTRY_VERIFY(zone.text().startsWith(u"UTC+00:00"_s));
        QVERIFY(zone.isVisible());
    }

    // Layout

    // A file gets a page of its own, answers the same queries, and offers nothing that needs a server.
    void logFile()
    {
        DemoServer server(demoOptions());
        QVERIFY(server.listen());
        QTemporaryDir dir;
        QFile file(dir.filePath(u"<b>audit & more.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not readable\n");
        for (int i = 0; i < 40; ++i) {
            file.write(toJson({.id = uuidOf(i),
                           .created = timeText(i),
                           .action = i % 4 == 0 ? u"custom_vpn"_s : u"login"_s,
                           .username = u"user%1"_s.arg(i % 5)})
                + '\n');
        }
        file.close();
        EventTableModel events;
        FileFeed feed(events);
        Window w;
        w.connectTo(server);
        QVERIFY(!w.action("actionCloseFile").isEnabled());
        QVERIFY(!w.action("actionFile").isEnabled());

        QStringList asked;
        connect(&w.window, &MainWindow::openFileRequested, this, [&](const QString &path) { asked += path; });
        w.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        auto *const dialog = child<QFileDialog>(w.window, "openFileDialog");
        emit dialog->fileSelected(file.fileName());
        dialog->close();
        // Dropped
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &drop);
        QCOMPARE(asked, (QStringList{file.fileName(), file.fileName()}));
        data.setUrls({QUrl(u"https://a.example/x"_s)});
        QDragEnterEvent other({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &other);
        QVERIFY(!other.isAccepted());

        feed.openFile(file.fileName());
        w.window.showFile(events, feed);
        const auto settled = [&] {
            return QTest::qWaitFor([&] { return feed.state() != FeedState::Loading; }, longTime);
        };
        QVERIFY(settled());
        FilePage &page = *w.window.filePage();
        QVERIFY(page.isVisible());
        QCOMPARE(child<QToolButton>(w.window, "rail2")->text(), u"<b>audit & more.jsonl"_s);
        QVERIFY(child<QLabel>(w.window, "statusEngine")->text().contains(u"this file"_s));
        QCOMPARE(child<QLabel>(w.window, "statusCounts")->text(), u"40 shown · 40 in the file · 1 not readable"_s);
        page.table().setCurrentIndex(events.index(3, EventTableModel::ActionColumn));
        QCOMPARE(page.currentEvent()->id, uuidOf(36));
        for (const char *const name :
            {"actionEditEvent", "actionDuplicateEvent", "actionDeleteEvent", "actionOpenInBrowser"})
            QVERIFY2(!w.action(name).isEnabled(), name);
        QVERIFY(w.action("actionCopy").isEnabled());
        w.action("actionCopy").trigger();
        QCOMPARE(compactJson(QApplication::clipboard()->text().toUtf8()), events.eventAt(3).raw);
        const auto buttons = page.detail().findChildren<QPushButton *>();
        for (const QPushButton *const button : buttons)
            QVERIFY2(!button->objectName().contains("EditButton"_L1) || !button->isVisible(), "edit");

        // The same queries
        auto *const query = child<QLineEdit>(page, "fileQuery");
        query->setText(u"user.username = \"user3\""_s);
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(settled());
        QTRY_COMPARE(events.rowCount(), 8);
        query->setText(u"CUSTOM_vpn user0"_s);
        QTest::keyClick(query, Qt::Key_Return);
        QTRY_COMPARE(events.rowCount(), 2);
        query->setText(u"no such words"_s);
        QTest::keyClick(query, Qt::Key_Return);
        QTRY_COMPARE(events.rowCount(), 0);
        QVERIFY(page.table().emptyState().text().contains(u"No event of the file matches"_s));
        page.setFilter({});
        QTRY_COMPARE(events.rowCount(), 40);

        // Sorted by the headers, with Shift by one more.
        const QHeaderView *const header = page.table().horizontalHeader();
        const auto click = [&](int column, Qt::KeyboardModifiers modifiers) {
            const QPoint at(header->sectionViewportPosition(column) + 20, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, at);
        };
        click(EventTableModel::UserColumn, Qt::NoModifier);
        click(EventTableModel::UserColumn, Qt::NoModifier);
        page.sortBy(EventTableModel::TimeColumn, true);
        QCOMPARE(feed.sortKeys(), (QList<SortKey>{{SortKey::By::Actor, true}, {SortKey::By::Time, false}}));
        QVERIFY(settled());
        QCOMPARE(events.eventAt(0).id, uuidOf(4));
        QCOMPARE(events.eventAt(39).id, uuidOf(35));
        const QString order = u"User, Z to A; Time, oldest first"_s;
        QVERIFY(child<QLabel>(w.window, "statusEngine")->text().endsWith(u"sorted here by "_s + order));
        QVERIFY(child<QLabel>(w.window, "statusEngine")->toolTip().contains(order));
        QCOMPARE(child<QPushButton>(page, "fileSort")->text(), u"User ↓, Time ↑  ▾"_s);
        QVERIFY(child<QPushButton>(page, "fileSort")->accessibleName().endsWith(order));
        child<QAction>(page, "sortNewest")->trigger();
        QVERIFY(settled());
        QCOMPARE(events.eventAt(0).id, uuidOf(39));

        w.window.setDensity(Density::Roomy);
        QCOMPARE(page.table().heightOfRows(), metrics::roomyRowHeight);

        // Panels and saved views act on the page that is shown.
        const bool hadHistogram = w.window.eventsPage().histogram().isExpanded();
        QCOMPARE(w.action("actionHistogram").isChecked(), page.histogram().isExpanded());
        page.histogram().setExpanded(false);
        QVERIFY(!w.action("actionHistogram").isChecked());
        w.action("actionHistogram").trigger();
        QVERIFY(page.isVisible() && page.histogram().isExpanded());
        w.action("actionTopValues").trigger();
        QVERIFY(page.isVisible() && page.topValues().isVisible());
        QCOMPARE(w.window.eventsPage().histogram().isExpanded(), hadHistogram);
        QVERIFY(w.window.eventsPage().topValues().isHidden());
        w.action("actionTopValues").trigger();
        EventQuery negated;
        negated.conditions = {Condition{*akql::parse(u"context.nothing != \"x\""_s).query}};
        w.views.save(u"Negated"_s, negated, {}, {{SortKey::By::Actor}});
        emit w.window.findChild<NavigationRail *>()->viewChosen(0);
        QVERIFY(page.isVisible());
        QVERIFY(page.filter() == negated && w.eventFeed.query().isEmpty());
        QCOMPARE(feed.sortKeys(), (QList<SortKey>{{SortKey::By::Actor}}));
        QVERIFY(child<QToolButton>(w.window, "railView0")->isChecked());
        QTRY_COMPARE(events.rowCount(), 0);
        QVERIFY(feed.warning().contains(u"lack the field"_s));
        QVERIFY(child<WarningLabel>(w.window, "statusWarning")->text().contains(u"lack the field"_s));
        w.window.ask({});
        QVERIFY(page.isVisible() && page.filter().isEmpty());
        QVERIFY(feed.warning().isEmpty());
        page.sortBy(EventTableModel::SummaryColumn, false);
        QVERIFY(settled());
        QTRY_COMPARE(events.visibleRows(),
            sortedRows(
                events.store(), events.rowsByTime(), {{SortKey::By::WhatHappened}, {SortKey::By::Time, true}}, {}));
        child<QAction>(page, "sortNewest")->trigger();
        w.views.remove(0);

        w.action("actionFileProblems").trigger();
        auto *const box = child<QMessageBox>(w.window, "fileProblemsBox");
        QCOMPARE(box->detailedText(), u"Line 1: not readable as JSON"_s);
        box->close();

        // The other lines of a container's log are no damage.
        QFile log(dir.filePath(u"container.log"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(R"({"event":"Starting","timestamp":1795168799.5})"
                  "\nplain text\n"
                  R"({"action":"login","event":"Created Event","timestamp":"2026-11-20T10:00:00Z"})");
        log.close();
        feed.openFile(log.fileName());
        QVERIFY(settled());
        QTRY_COMPARE(events.rowCount(), 1);
        const QString counts = child<QLabel>(w.window, "statusCounts")->text();
        QVERIFY2(counts.startsWith(u"1 shown · 1 in the file · 2 other log line"_s), qPrintable(counts));
        QVERIFY(!counts.contains(u"not readable"_s));

        w.action("actionInbox").trigger();
        QVERIFY(!page.isVisible());
        QVERIFY(!w.action("actionCopy").isEnabled());
        QCOMPARE(w.action("actionFile").shortcut(), QKeySequence(Qt::CTRL | Qt::Key_3));
        w.action("actionFile").trigger();
        QVERIFY(page.isVisible());
        w.window.closeFile();
        QCOMPARE(w.window.filePage(), nullptr);
        QVERIFY(!w.window.findChild<QToolButton *>(u"rail2"_s));
        QVERIFY(w.window.eventsPage().isVisible());
        QVERIFY(!w.action("actionFile").isEnabled());
    }

    void densityAndTextSize()
    {
        applyAppearance(*qApp, Appearance::Light);
        {
            DemoServer server(demoOptions());
            QVERIFY(server.listen());
            Window w;
            w.connectTo(server);
            connect(&w.window, &MainWindow::densityChosen, &w.window, &MainWindow::setDensity);
            connect(&w.window, &MainWindow::textZoomChosen, &w.window, [&w](int percent) {
                applyTextZoom(*qApp, percent);
                w.window.setTextZoom(percent);
            });
            QVERIFY(w.action("actionNormalDensity").isChecked());
            const int inbox = w.inboxTable().heightOfRows();
            w.action("actionCompact").trigger();
            QVERIFY(w.action("actionCompact").isChecked());
            QCOMPARE(w.eventsTable().heightOfRows(), metrics::compactRowHeight);
            QVERIFY(w.inboxTable().heightOfRows() < inbox);
            w.action("actionRoomy").trigger();
            QCOMPARE(w.eventsTable().heightOfRows(), metrics::roomyRowHeight);
            QVERIFY(w.inboxTable().heightOfRows() > inbox);
            w.action("actionNormalDensity").trigger();
            QCOMPARE(w.eventsTable().heightOfRows(), metrics::rowHeight);
            QCOMPARE(w.inboxTable().heightOfRows(), inbox);

            const double size = w.eventsTable().font().pointSizeF();
            w.eventsTable().setFocus();
            w.key(Qt::Key_Plus, Qt::ControlModifier);
            QVERIFY(w.eventsTable().font().pointSizeF() > size);
            QVERIFY(w.eventsTable().heightOfRows() > metrics::rowHeight);
            w.key(Qt::Key_Minus, Qt::ControlModifier);
            QCOMPARE(w.eventsTable().font().pointSizeF(), size);
            w.key(Qt::Key_Minus, Qt::ControlModifier);
            w.key(Qt::Key_Minus, Qt::ControlModifier);
            QVERIFY(!w.action("actionTextSmaller").isEnabled());
            QVERIFY(w.eventsTable().font().pointSizeF() < size);
            for (int i = 0; i < 10 && w.action("actionTextLarger").isEnabled(); ++i)
                w.action("actionTextLarger").trigger();
            QVERIFY(!w.action("actionTextLarger").isEnabled());
            QCOMPARE(w.eventsTable().heightOfRows(), 2 * metrics::rowHeight);
            w.window.resize(1600, 1000);
            w.window.selectForScreenshots();
            for (const auto page : {MainWindow::EventsPageIndex, MainWindow::InboxPageIndex}) {
                w.window.showPage(page);
                QVERIFY(w.window.grab().width() > 0);
                QTRY_COMPARE(layoutProblems(w.window).join(u'\n'), QString());
            }
            w.key(Qt::Key_0, Qt::ControlModifier);
            QCOMPARE(w.eventsTable().font().pointSizeF(), size);
            QCOMPARE(w.eventsTable().heightOfRows(), metrics::rowHeight);
        }
        applyTextZoom(*qApp, 100);
        qApp->setStyleSheet({});
    }

    void fitsSmallScreens_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("English") << QString() << Qt::LeftToRight;
        QTest::newRow("right to left") << QString() << Qt::RightToLeft;
        QTest::newRow("German") << u"de"_s << Qt::LeftToRight;
    }

    void fitsSmallScreens()
    {
        QFETCH(const QString, language);
        QFETCH(const Qt::LayoutDirection, direction);
        QTranslator translator;
        if (!language.isEmpty()) {
            QVERIFY(translator.load(u":/i18n/tidings_%1.qm"_s.arg(language)));
            QApplication::installTranslator(&translator);
        }
        QApplication::setLayoutDirection(direction);
        applyAppearance(*qApp, Appearance::Light);
        {
            DemoServer server(demoOptions());
            QVERIFY(server.listen());
            Window w;
            w.connectTo(server);
            const QSize small(800, 500);
            w.window.resize(small);
            w.window.selectForScreenshots();
            for (const auto page : {MainWindow::EventsPageIndex, MainWindow::InboxPageIndex}) {
                w.window.showPage(page);
                QVERIFY(w.window.grab().width() > 0);
                QCOMPARE(w.window.size(), small);
                QTRY_COMPARE(layoutProblems(w.window).join(u'\n'), QString());
            }
            const auto least = [&] {
                return w.window.minimumSizeHint();
            };
            QTRY_VERIFY2(least().width() <= small.width() && least().height() <= small.height(),
                qPrintable(u"%1 x %2"_s.arg(least().width()).arg(least().height())));
            const QWidget *const rail = child<QWidget>(w.window, "rail");
            const QWidget *const stack = w.window.findChild<QStackedWidget *>();
            QCOMPARE(rail->x() > stack->x(), direction == Qt::RightToLeft);
            const RecordTable &table = w.window.inboxPage().table();
            QCOMPARE(
                table.mapTo(&w.window, QPoint()).x() > w.window.inboxPage().detail().mapTo(&w.window, QPoint()).x(),
                direction == Qt::RightToLeft);
            w.window.resize(1600, 1000);
            QVERIFY(w.window.grab().width() > 0);
            QTRY_COMPARE(layoutProblems(w.window).join(u'\n'), QString());
        }
        QApplication::removeTranslator(&translator);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        qApp->setStyleSheet({});
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    MainWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mainwindow.moc"
