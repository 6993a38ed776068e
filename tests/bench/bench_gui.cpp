// SPDX-License-Identifier: GPL-3.0-or-later
// bench_gui FILE: opens a file of many events in the page that shows it, filters, sorts and scrolls. Prints how long
// the longest event of every step kept the GUI thread, and the frames of scrolling, in milliseconds.
#include "filefeed.h"
#include "filepage.h"
#include "guiprobe.h"
#include "recordtable.h"
#include "theme.h"

#include <QScrollBar>

using namespace tidings;
using namespace tidings::bench;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    GuiProbe application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: bench_gui FILE\n", stderr);
        return 2;
    }
    applyAppearance(application, Appearance::Light);
    EventTableModel model;
    FileFeed feed(model);
    FilePage page(model, feed);
    page.resize(1280, 800);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page))
        return 1;
    double worst = 0;
    std::vector<double> frames;
    bool counts = false;
    const auto step = [&](const char *name, const auto &work) {
        const double block = application.measure(work, [&] { return feed.state() != FeedState::Loading; });
        if (block < 0)
            std::exit(1);
        if (!counts)
            return;
        worst = std::max(worst, block);
        report(name, block);
    };
    const auto ask = [&](const QString &text) {
        EventQuery query;
        query.text = text;
        feed.setQuery(query);
    };
    const auto round = [&] {
        step("block_open", [&] { feed.openFile(QString::fromLocal8Bit(argv[1])); });
        if (!counts)
            report("gui_memory_mib", anonymousMiB()); // of a program that has opened one file
        step("block_filter", [&] { ask(u"action = \"login_failed\""_s); });
        step("block_words", [&] { ask(u"chrome"_s); });
        step("block_clear", [&] { ask({}); });
        page.table().setCurrentIndex(model.index(model.rowCount() / 2, 0));
        step("block_sort", [&] { feed.setSortKeys({{SortKey::By::Actor, false}, {SortKey::By::Address, true}}); });
        step("block_sort_back", [&] { feed.setSortKeys({}); });

        // Frames: anywhere in the list, so that nothing is known of the rows yet.
        frames.clear();
        QScrollBar *const bar = page.table().verticalScrollBar();
        constexpr int frameCount = 300;
        for (int i = 0; i < frameCount; ++i) {
            QElapsedTimer timer;
            timer.start();
            bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * (i * 37 % frameCount) / frameCount));
            page.table().viewport()->repaint();
            frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::sort(frames.begin(), frames.end());
    };
    // The first round loads fonts and icons, as the program does once.
    round();
    if (model.rowCount() == 0) {
        std::fprintf(stderr, "bench_gui: %s\n", qPrintable(feed.errorText()));
        return 1;
    }
    feed.setQuery({});
    counts = true;
    round();
    report("frame_median", frames[frames.size() / 2]);
    report("frame_p99", frames[frames.size() * 99 / 100]);
    report("block", worst);
    return 0;
}
