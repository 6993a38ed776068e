// SPDX-License-Identifier: GPL-3.0-or-later
// bench_start RUNS MARK COMMAND [ARGUMENT…]: runs a program with a window that many times and once before, until it
// writes MARK, and lets it rest for some seconds. Prints the median time to the mark in milliseconds and the median of
// its memory then, the proportional set sizes of it and all its children together, in MiB. The standard input of the
// program is that of bench_start, from its beginning.
#include "benchmark.h"
#include "childprocess.h"

#include <QDir>
#include <QHash>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tidings::bench;
using namespace std::chrono_literals;

namespace {

constexpr int longestStart = 60'000; // milliseconds
constexpr auto rest = 3s;

QList<pid_t> withChildren(pid_t process)
{
    QMultiHash<pid_t, pid_t> children;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        const pid_t child = entry.toInt();
        const QList<QByteArray> fields = child == 0 ? QList<QByteArray>() : statusOf(child);
        if (!fields.isEmpty())
            children.insert(fields.value(1).toInt(), child); // its parent
    }
    QList<pid_t> all{process};
    for (qsizetype i = 0; i < all.size(); ++i)
        all += children.values(all.at(i));
    return all;
}

double proportionalMiB(const QList<pid_t> &processes)
{
    double sum = 0;
    for (const pid_t process : processes) {
        QFile rollup(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
        if (!rollup.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> lines = rollup.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("Pss:"))
                sum += line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return sum;
}

// False where the program ends or is too slow.
bool waitFor(const char *mark, int output)
{
    QElapsedTimer timer;
    timer.start();
    std::string text;
    while (timer.elapsed() < longestStart) {
        pollfd wanted{output, POLLIN, 0};
        if (::poll(&wanted, 1, longestStart - static_cast<int>(timer.elapsed())) <= 0)
            return false;
        char buffer[4096];
        const ssize_t got = ::read(output, buffer, sizeof buffer);
        if (got <= 0)
            return false;
        text.append(buffer, static_cast<size_t>(got));
        if (text.find(mark) != std::string::npos)
            return true;
    }
    return false;
}

bool run(const char *mark, char **command, double &milliseconds, double &mebibytes)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    ::lseek(STDIN_FILENO, 0, SEEK_SET);
    QElapsedTimer timer;
    timer.start();
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(ends[1], STDERR_FILENO);
        ::execvp(command[0], command);
        ::_exit(127);
    }
    ::close(ends[1]);
    const bool isStarted = child > 0 && waitFor(mark, ends[0]);
    milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (child > 0) {
        if (isStarted)
            std::this_thread::sleep_for(rest);
        const QList<pid_t> all = withChildren(child);
        mebibytes = proportionalMiB(all);
        ::kill(child, SIGTERM);
        std::this_thread::sleep_for(200ms);
        for (const pid_t process : all)
            ::kill(process, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    ::close(ends[0]);
    return isStarted;
}

} // namespace

int main(int argc, char *argv[])
{
    const int runs = argc > 3 ? std::atoi(argv[1]) : 0;
    if (runs < 1) {
        std::fputs("usage: bench_start RUNS MARK COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    std::vector<double> times;
    std::vector<double> memory;
    for (int i = 0; i <= runs; ++i) {
        double milliseconds = 0;
        double mebibytes = 0;
        if (!run(argv[2], argv + 3, milliseconds, mebibytes)) {
            std::fprintf(stderr, "bench_start: %s never wrote \"%s\"\n", argv[3], argv[2]);
            return 1;
        }
        if (i > 0) {
            times.push_back(milliseconds);
            memory.push_back(mebibytes);
        }
    }
    std::printf("%.3f %.3f\n", middle(times), middle(memory));
    return 0;
}
