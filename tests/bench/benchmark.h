// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <vector>

// Small helpers of the benchmark programs.
namespace tidings::bench {

// What an optimizer must not leave out.
template <class T> void keep(const T &value)
{
    [[maybe_unused]] volatile T sink = value;
}

inline double middle(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

// Milliseconds; one run before them does not count.
template <class Work> double median(int runs, const Work &work)
{
    std::vector<double> times;
    for (int i = 0; i <= runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        if (i > 0)
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return middle(times);
}

inline void report(const char *name, double value)
{
    std::printf("%s %.3f\n", name, value);
    std::fflush(stdout);
}

// Memory that is no page of a file.
inline double anonymousMiB(const QString &process = QStringLiteral("self"))
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace tidings::bench
