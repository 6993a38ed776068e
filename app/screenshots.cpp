// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenshots.h"

#include "columncommands.h"
#include "detailpane.h"
#include "eventfeed.h"
#include "eventspage.h"
#include "filepage.h"
#include "findbar.h"
#include "histogrampanel.h"
#include "inboxcommands.h"
#include "inboxpage.h"
#include "mainwindow.h"
#include "notificationfeed.h"
#include "recordtable.h"
#include "theme.h"
#include "visibletext.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

#include <cstdio>
#include <functional>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct ScreenshotsText
{
    Q_DECLARE_TR_FUNCTIONS(Screenshots)
};

bool isLoaded(FeedState state, const QDateTime &lastSuccess)
{
    return state != FeedState::Loading && lastSuccess.isValid();
}

// One picture after the other; each step leaves the event loop time to lay out and paint.
class Photographer : public QObject
{
public:
    Photographer(MainWindow &window, QString folder, EventFeed &events, NotificationFeed &notifications)
        : QObject(&window)
        , m_window(window)
        , m_folder(std::move(folder))
        , m_events(events)
        , m_notifications(notifications)
    {
        m_window.resize(1280, 800);
        connect(&m_events, &EventFeed::stateChanged, this, &Photographer::checkArrival);
        connect(&m_notifications, &NotificationFeed::stateChanged, this, &Photographer::checkArrival);
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this,
            [] { fail(ScreenshotsText::tr("The data did not arrive within 30 s.")); });
        m_deadline.start(30s);
        m_steps = {
            [this] { m_window.showPage(MainWindow::EventsPageIndex); },
            [this] { take(u"events-light"_s); },
            [this] { trigger(u"actionTopValues"_s); },
            [this] { take(u"events-top-values"_s); },
            [this] { trigger(u"actionTopValues"_s); },
            [this] {
                HistogramPanel &histogram = m_window.eventsPage().histogram();
                histogram.setStacking(Histogram::Stacking::Action);
                histogram.setFromServer(true);
            },
            [this] { take(u"events-histogram-server"_s); },
            [this] { m_window.eventsPage().histogram().setAsTable(true); },
            [this] { take(u"events-histogram-table"_s); },
            [this] {
                HistogramPanel &histogram = m_window.eventsPage().histogram();
                histogram.setAsTable(false);
                histogram.setFromServer(false);
                histogram.setStacking(Histogram::Stacking::Level);
            },
            [this] { m_window.eventsPage().detail().showRaw(true); },
            [this] { take(u"events-raw-json"_s); },
            [this] {
                m_window.eventsPage().detail().showRaw(false);
                m_window.showPage(MainWindow::InboxPageIndex);
            },
            [this] { take(u"inbox-light"_s); },
            [this] { trigger(u"actionGroupBy4"_s); },
            [this] { openFirstGroup(); },
            [this] { take(u"inbox-grouped"_s); },
            [this] { trigger(u"actionMute"_s); },
            [this] { takeDialog(u"inbox-mute-dialog"_s); },
            [this] { trigger(u"actionGroupBy0"_s); },
            [this] { m_window.selectForScreenshots(); },
            [this] { m_window.inboxPage().openSnoozeMenu(); },
            [this] { takeMenu(u"inbox-snooze-menu"_s); },
            [this] { trigger(u"actionSnoozeTomorrow"_s); },
            [this] { take(u"inbox-undo"_s); },
            [this] { m_window.inboxPage().showTab(InboxPage::Tab::Snoozed); },
            [this] { take(u"inbox-snoozed"_s); },
            [this] { m_window.inboxPage().showTab(InboxPage::Tab::Unseen); },
            [] { applyAppearance(*qApp, Appearance::Dark); },
            [this] { take(u"inbox-dark"_s); },
            [this] { m_window.showPage(MainWindow::EventsPageIndex); },
            [this] { take(u"events-dark"_s); },
            [this] { trigger(u"actionPreferences"_s); },
            [this] { takeDialog(u"preferences-dark"_s); },
            [this] { trigger(u"actionRuleForEvent"_s); },
            [] {}, // the trial
            [] {},
            [this] { takeDialog(u"watch-rules-dark"_s); },
            [] { applyAppearance(*qApp, Appearance::Light); },
            [this] { trigger(u"actionFilterFor"_s); },
            [this] { trigger(u"actionAddFilter"_s); },
            [this] { takeDialog(u"filter-dialog"_s); },
            [this] { take(u"events-filtered"_s); },
            [this] { trigger(u"actionClearFilter"_s); },
            [this] { trigger(u"actionNewEvent"_s); },
            [this] { takeDialog(u"event-dialog"_s); },
            [this] { trigger(u"actionPreferences"_s); },
            [this] { takeDialog(u"preferences-dialog"_s); },
            [this] { trigger(u"actionWatchRules"_s); },
            [this] { takeDialog(u"watch-rules-empty"_s); },
            [this] {
                m_window.selectForScreenshots();
                trigger(u"actionRuleForEvent"_s);
            },
            [] {}, // the trial
            [] {},
            [this] { takeDialog(u"watch-rules-dialog"_s); },
            [this] { trigger(u"actionExport"_s); },
            [this] { takeDialog(u"export-dialog"_s); },
            [this] { trigger(u"actionConnect"_s); },
            [this] { takeDialog(u"connect-dialog"_s); },
            [this] { showFile(); },
            [this] { takeFile(u"file-light"_s); },
            [] { applyAppearance(*qApp, Appearance::Dark); },
            [this] { takeFile(u"file-dark"_s); },
            [] { applyAppearance(*qApp, Appearance::Light); },
            [this] {
                m_window.columns().addField(u"context.geo.country"_s);
                find(u"lo"_s);
            },
            [this] { take(u"find-light"_s); },
            [] { applyAppearance(*qApp, Appearance::Dark); },
            [this] { take(u"find-dark"_s); },
            [this] { m_window.resize(800, 500); },
            [this] { take(u"find-800x500-dark"_s); },
            [] { applyAppearance(*qApp, Appearance::Light); },
            [this] {
                find({});
                m_window.columns().removeField(u"context.geo.country"_s);
            },
            [this] { takeFile(u"file-800x500"_s); },
            [this] { trigger(u"actionOtherZone"_s); },
            [this] { takeDialog(u"zone-dialog"_s); },
            [this] { trigger(u"actionAddColumn"_s); },
            [this] { takeDialog(u"field-dialog"_s); },
            [this] { m_window.showPage(MainWindow::EventsPageIndex); },
            [this] { take(u"events-800x500"_s); },
            [this] { m_window.showPage(MainWindow::InboxPageIndex); },
            [this] { take(u"inbox-800x500"_s); },
            [this] { m_window.showPage(MainWindow::EventsPageIndex); },
            [this] { m_window.eventsPage().histogram().setExpanded(true); },
            [this] { take(u"events-800x500-histogram"_s); },
            [this] {
                m_window.eventsPage().histogram().setExpanded(false);
                trigger(u"actionTopValues"_s);
            },
            [this] { take(u"events-800x500-top-values"_s); },
            [] { QCoreApplication::exit(0); },
        };
        checkArrival();
    }

private:
    void checkArrival()
    {
        if (m_started)
            return;
        if (m_events.state() == FeedState::Failed)
            return fail(describe(m_events.error()));
        if (!isLoaded(m_events.state(), m_events.lastSuccess())
            || !isLoaded(m_notifications.state(), m_notifications.lastSuccess()))
            return;
        m_started = true;
        m_deadline.stop();
        m_window.selectForScreenshots();
        next();
    }

    void next()
    {
        if (m_step >= m_steps.size())
            return;
        constexpr auto settle = 250ms;
        QTimer::singleShot(settle, this, [this] {
            m_steps[m_step++]();
            next();
        });
    }

    void trigger(const QString &name) { m_window.findChild<QAction *>(name)->trigger(); }

    void takeDialog(const QString &name)
    {
        const auto dialogs = m_window.findChildren<QDialog *>();
        for (QDialog *const dialog : dialogs) {
            if (!dialog->isVisible())
                continue;
            save(dialog->grab(), name);
            dialog->close();
        }
    }

    void openFirstGroup()
    {
        const InboxPage &inbox = m_window.inboxPage();
        inbox.table().setCurrentIndex(inbox.list().index(0, NotificationTableModel::TextColumn));
        inbox.list().setExpanded(0, true);
    }
    void takeMenu(const QString &name)
    {
        QMenu *const menu = m_window.inboxPage().commands().snoozeMenu();
        save(menu->grab(), name);
        menu->close();
    }

    // Where the command line names a file, its page too.
    void showFile()
    {
        if (!m_window.filePage())
            return;
        m_window.showPage(MainWindow::FilePageIndex);
        RecordTable &table = m_window.filePage()->table();
        table.setCurrentIndex(table.model()->index(0, 1));
    }
    void takeFile(const QString &name)
    {
        if (m_window.filePage())
            take(name);
    }

    // On the page that is shown; an empty text closes the bar.
    void find(const QString &text)
    {
        EventsPage &page = m_window.filePage() ? *m_window.filePage() : m_window.eventsPage();
        if (text.isEmpty())
            return page.findBar().close();
        page.findBar().open();
        page.findBar().findChild<QLineEdit *>()->setText(text);
    }

    void take(const QString &name) { save(m_window.grab(), name); }

    void save(const QPixmap &picture, const QString &name)
    {
        const QString path = QDir(m_folder).absoluteFilePath(name + u".png"_s);
        if (!QDir().mkpath(m_folder) || !picture.save(path))
            return fail(ScreenshotsText::tr("%1 cannot be written.").arg(path));
        std::printf("%s\n", qPrintable(path));
        std::fflush(stdout);
    }

    static void fail(const QString &reason)
    {
        std::fprintf(stderr, "tidings: %s\n", qPrintable(visibleLine(reason)));
        QCoreApplication::exit(1);
    }

    MainWindow &m_window;
    QString m_folder;
    EventFeed &m_events;
    NotificationFeed &m_notifications;
    QTimer m_deadline;
    std::vector<std::function<void()>> m_steps;
    size_t m_step = 0;
    bool m_started = false;
};

} // namespace

void takeScreenshots(MainWindow &window, const QString &folder, EventFeed &events, NotificationFeed &notifications)
{
    new Photographer(window, folder, events, notifications); // the window owns it
}

} // namespace tidings
