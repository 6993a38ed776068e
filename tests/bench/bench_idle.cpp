// SPDX-License-Identifier: GPL-3.0-or-later
// bench_idle RUNS COMMAND [ARGUMENT…]: runs a program with a window that many times and once before, until it has
// nothing to do any more. Prints the median of the times from its start to the end of its work, in milliseconds, and
// the most memory it had that is no page of a file, in MiB.
#include "benchmark.h"
#include "childprocess.h"

#include <chrono>
#include <cstdlib>
#include <thread>

#include <signal.h>
#include <sys/wait.h>

using namespace tidings::bench;
using namespace std::chrono_literals;

namespace {

constexpr auto step = 20ms;
constexpr qint64 idleTime = 1500; // milliseconds without work
constexpr qint64 longest = 120'000;

bool run(char **command, double &milliseconds, double &mebibytes)
{
    QElapsedTimer timer;
    timer.start();
    const pid_t child = startQuietly(command);
    if (child < 0)
        return false;
    // Now and then a hundredth of a second for a blinking cursor is no work: two in a tenth of a second are.
    constexpr qint64 window = 100;
    qint64 windowStart = 0;
    qint64 windowWork = 0;
    qint64 work = 0;
    double lastBusy = 0;
    while (timer.elapsed() < longest && static_cast<double>(timer.elapsed()) - lastBusy < idleTime) {
        std::this_thread::sleep_for(step);
        work = ticksOf(child);
        if (work < 0)
            break;
        mebibytes = std::max(mebibytes, anonymousMiB(QString::number(child)));
        if (work - windowWork > 1)
            lastBusy = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (work - windowWork > 1 || timer.elapsed() - windowStart >= window) {
            windowStart = timer.elapsed();
            windowWork = work;
        }
    }
    milliseconds = lastBusy;
    const bool isAlive = ::waitpid(child, nullptr, WNOHANG) == 0;
    if (isAlive) {
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    return isAlive && lastBusy > 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const int runs = argc > 2 ? std::atoi(argv[1]) : 0;
    if (runs < 1) {
        std::fputs("usage: bench_idle RUNS COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    std::vector<double> times;
    double memory = 0;
    for (int i = 0; i <= runs; ++i) {
        double milliseconds = 0;
        if (!run(argv + 2, milliseconds, memory)) {
            std::fprintf(stderr, "bench_idle: %s ended by itself\n", argv[2]);
            return 1;
        }
        if (i > 0)
            times.push_back(milliseconds);
    }
    std::printf("%.3f %.3f\n", middle(times), memory);
    return 0;
}
