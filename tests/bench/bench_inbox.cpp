// SPDX-License-Identifier: GPL-3.0-or-later
// bench_inbox COUNT: an inbox of COUNT unseen notifications, with a history on disk, is loaded, searched, put in
// groups, sorted, chosen as a whole, snoozed, muted, marked, cleared and brought back, and its history is wiped. Prints
// how long the longest event of every step kept the GUI thread, in milliseconds.
#include "guiprobe.h"
#include "historyfeed.h"
#include "inboxpage.h"
#include "localchanges.h"
#include "recordtable.h"
#include "serverthread.h"
#include "theme.h"

#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdlib>

using namespace tidings;
using namespace tidings::bench;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    GuiProbe application(argc, argv);
    const int count = argc == 2 ? std::atoi(argv[1]) : 0;
    if (count <= 0) {
        std::fputs("usage: bench_inbox COUNT\n", stderr);
        return 2;
    }
    const ServerThread server(count, 0);
    ApiClientOptions options;
    options.address = ServerAddress::parse(u"http://127.0.0.1:%1"_s.arg(server.port())).value();
    options.token = "token";
    ApiClient client(options);
    qint64 user = 0;
    client.currentUser(&application, [&](const Result<CurrentUser> &me) { user = me ? me->pk : -1; });
    if (!QTest::qWaitFor([&] { return user != 0; }))
        return 1;

    applyAppearance(application, Appearance::Light);
    NotificationTableModel model;
    NotificationFeed feed(model);
    feed.poller().setInterval(std::chrono::hours(1));
    const QTemporaryDir folder;
    feed.work().setJournal(folder.filePath(u"seen.journal"_s));
    NotificationArchive archive;
    HistoryFeed history(archive, feed, model);
    archive.open(folder.filePath(u"inbox.history"_s));
    LocalInboxState state;
    state.open(folder.filePath(u"inbox.json"_s));
    InboxPage page(model, feed, state);
    page.setHistory(&history);
    page.resize(1280, 800);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page) || !QTest::qWaitFor([&] { return archive.isOpen(); }))
        return 1;

    double worst = 0;
    const auto step = [&](const char *name, const auto &work, const auto &isDone) {
        const double block = application.measure(work, [&] {
            return !page.list().isArranging() && !state.isApplying() && !history.isReading()
                && feed.changer().pending() == 0 && isDone();
        });
        if (block < 0) {
            std::fprintf(stderr, "%s never ended\n", name);
            std::exit(1);
        }
        worst = std::max(worst, block);
        report(name, block);
    };
    const auto isRested = [&] {
        return feed.state() != FeedState::Loading;
    };
    auto *const query = page.findChild<QLineEdit *>(u"inboxQuery"_s);
    const auto ask = [&](const QString &text) {
        query->setText(text);
        emit query->returnPressed();
    };
    const auto groupBy = [&](InboxGrouping grouping, InboxSorting sorting) {
        page.setOrder({grouping, sorting});
    };
    // The first round loads fonts and icons, as the program does once.
    application.measure([&] { feed.setClient(&client, user); }, isRested);
    feed.setClient(nullptr, 0);
    step(
        "block_inbox_open", [&] { feed.setClient(&client, user); }, isRested);
    step(
        "block_inbox_load", [&] { feed.loadAll(); }, [&] { return feed.state() == FeedState::Complete; });
    const int rows = page.list().shownCount(); // the demo server had some of its own
    report("inbox_rows", rows);
    step(
        "block_inbox_words", [&] { ask(u"login"_s); }, isRested);
    report("inbox_words_rows", page.list().shownCount());
    step(
        "block_inbox_no_words", [&] { ask({}); }, isRested);
    step(
        "block_inbox_by_text", [&] { groupBy(InboxGrouping::Text, InboxSorting::Newest); }, isRested);
    step(
        "block_inbox_expand", [&] { page.list().setAllExpanded(true); }, isRested);
    step(
        "block_inbox_by_day", [&] { groupBy(InboxGrouping::Day, InboxSorting::Severity); }, isRested);
    step(
        "block_inbox_plain", [&] { groupBy(InboxGrouping::None, InboxSorting::Newest); }, isRested);
    step(
        "block_inbox_choose", [&] { page.table().selectAll(); }, isRested);
    const auto allSnoozed = [&] {
        return state.snoozeCount() == rows;
    };
    step(
        "block_inbox_snooze", [&] { page.local().snoozeChosen(state.now() + 3'600'000'000); }, allSnoozed);
    step(
        "block_inbox_snooze_undo", [&] { feed.undoStack().undo(); }, [&] { return !state.hasSnoozes(); });
    page.table().selectAll();
    step(
        "block_inbox_snooze_again", [&] { page.local().snoozeChosen(std::nullopt); }, allSnoozed);
    step(
        "block_inbox_wake", [&] { feed.undoStack().undo(); }, [&] { return !state.hasSnoozes(); });
    step(
        "block_inbox_mute",
        [&] {
            for (const QString &severity : {u"notice"_s, u"warning"_s, u"alert"_s}) {
                Mute mute;
                mute.kind.severity = severity;
                state.addMute(mute);
            }
        },
        [&] { return page.list().shownCount() == 0; });
    step(
        "block_inbox_unmute",
        [&] {
            while (!state.mutes().isEmpty())
                state.removeMute(state.mutes().constFirst().id);
        },
        [&] { return page.list().shownCount() == rows; });
    // Sending all of them one by one would take minutes; what is shown counts here.
    bool isShown = false;
    qint64 awaited = 0;
    QObject::connect(&feed, &RecordFeed::countsChanged, &feed, [&] {
        if (!isShown && (awaited == 0 ? feed.unseenTotal() == 0 : feed.unseenTotal() >= awaited)) {
            isShown = true;
            QTimer::singleShot(0, &feed.changer(), &SeenChanger::cancel);
        }
    });
    const auto stepOfMarks = [&](const char *name, qint64 total, const auto &work) {
        awaited = total;
        isShown = false;
        step(name, work, [&] { return isShown; });
    };
    page.table().selectAll();
    stepOfMarks("block_inbox_mark_chosen", 0, [&] { page.toggleSelected(); });
    const auto loadAgain = [&](const char *name) {
        feed.reload();
        step(
            name, [&] { feed.loadAll(); },
            [&] { return feed.state() == FeedState::Complete && page.list().shownCount() > 0; });
    };
    loadAgain("block_inbox_load_again");
    stepOfMarks("block_inbox_mark_shown", 0, [&] { page.markShownSeen(); });
    // Some of them were sent all the same.
    loadAgain("block_inbox_load_once_more");
    const qint64 left = feed.unseenTotal();
    step(
        "block_inbox_clear", [&] { page.markAllSeen(); }, [&] { return feed.unseenTotal() == 0; });
    stepOfMarks("block_inbox_undo", left, [&] { feed.undoStack().undo(); });
    step(
        "block_inbox_all", [&] { page.showTab(InboxPage::Tab::All); }, isRested);
    step(
        "block_inbox_load_all", [&] { feed.loadAll(); }, [&] { return feed.state() == FeedState::Complete; });
    // One that is gone from the server among all that are there
    model.setGone({model.keyOf(model.rowCount() / 2)}, currentTimestamp());
    step(
        "block_inbox_only_unseen", [&] { page.showTab(InboxPage::Tab::Unseen); }, isRested);
    step(
        "block_inbox_all_again", [&] { page.showTab(InboxPage::Tab::All); }, isRested);
    step(
        "block_inbox_load_rest", [&] { feed.loadAll(); }, [&] { return feed.state() == FeedState::Complete; });
    QList<QByteArray> gone;
    for (int row = 0; row < model.rowCount(); row += 2)
        gone += model.keyOf(row);
    model.setGone(gone, currentTimestamp());
    bool isWiped = false;
    QObject::connect(&archive, &NotificationArchive::wiped, &feed, [&] { isWiped = true; });
    step(
        "block_inbox_wipe", [&] { archive.wipe(); }, [&] { return isWiped; });
    report("block_inbox", worst);
    feed.setClient(nullptr, 0);
    return 0;
}
