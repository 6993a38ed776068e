// SPDX-License-Identifier: GPL-3.0-or-later
// makeevents COUNT: writes that many made-up events to standard output, oldest first, one JSON object a line. The same
// count gives the same records, apart from their times, on every run of a day.
#include "demoeventrepository.h"
#include "demotables.h"

#include <cstdio>
#include <cstdlib>
#include <string>

int main(int argc, char *argv[])
{
    using namespace tidings::demo;
    const unsigned long count = argc == 2 ? std::strtoul(argv[1], nullptr, 10) : 0;
    if (count == 0 || count > 100'000'000) {
        std::fputs("usage: makeevents COUNT\n", stderr);
        return 2;
    }
    constexpr quint64 seed = 1;
    constexpr qint64 newest = 1'795'168'800'000'000; // 2026-11-20T10:00:00Z
    const DemoTables tables(seed, tidings::DemoRelease::V2026_8);
    const EventRepository events(tables, seed, static_cast<quint32>(count), newest);
    std::string out;
    constexpr size_t enough = 1024 * 1024;
    for (quint32 index = 0; index < events.size(); ++index) {
        events.appendJson(out, index);
        out += '\n';
        if (out.size() < enough && index + 1 < events.size())
            continue;
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) {
            std::perror("makeevents");
            return 1;
        }
        out.clear();
    }
    return 0;
}
