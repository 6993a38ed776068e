// SPDX-License-Identifier: GPL-3.0-or-later
// bench_run RUNS COMMAND [ARGUMENT…]: runs a command that many times and once before, without its output, and prints
// the median of its times in milliseconds and the most memory it had that is no page of a file, in MiB.
#include "benchmark.h"
#include "childprocess.h"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

#include <sys/wait.h>

using namespace tidings::bench;
using namespace std::chrono_literals;

namespace {

struct Result
{
    bool isGood = false;
    double milliseconds = 0;
    double mebibytes = 0;
};

Result run(char **command)
{
    Result result;
    QElapsedTimer timer;
    timer.start();
    const pid_t child = startQuietly(command);
    if (child < 0)
        return result;
    std::thread watcher;
    std::atomic<bool> ended = false;
    watcher = std::thread([&] {
        while (!ended) {
            result.mebibytes = std::max(result.mebibytes, anonymousMiB(QString::number(child)));
            std::this_thread::sleep_for(5ms);
        }
    });
    int status = 0;
    ::waitpid(child, &status, 0);
    result.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    ended = true;
    watcher.join();
    // grep says 1 when nothing matched.
    result.isGood = WIFEXITED(status) && WEXITSTATUS(status) <= 1;
    return result;
}

} // namespace

int main(int argc, char *argv[])
{
    const int runs = argc > 2 ? std::atoi(argv[1]) : 0;
    if (runs < 1) {
        std::fputs("usage: bench_run RUNS COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    std::vector<double> times;
    double memory = 0;
    for (int i = 0; i <= runs; ++i) {
        const Result result = run(argv + 2);
        if (!result.isGood) {
            std::fprintf(stderr, "bench_run: %s failed\n", argv[2]);
            return 1;
        }
        if (i > 0)
            times.push_back(result.milliseconds);
        memory = std::max(memory, result.mebibytes);
    }
    std::printf("%.3f %.3f\n", middle(times), memory);
    return 0;
}
