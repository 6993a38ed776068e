// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>

#include <fcntl.h>
#include <unistd.h>

namespace tidings::bench {

// Starts a program that neither reads nor writes anything of ours; negative where that cannot be done.
inline pid_t startQuietly(char **command)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const int nothing = ::open("/dev/null", O_RDWR);
        ::dup2(nothing, STDIN_FILENO);
        ::dup2(nothing, STDOUT_FILENO);
        ::dup2(nothing, STDERR_FILENO);
        ::execvp(command[0], command);
        ::_exit(127);
    }
    return child;
}

// What proc(5) says in "stat" of a process, from the state on; empty where there is no such process.
inline QList<QByteArray> statusOf(qint64 process)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = stat.readAll();
    return line.mid(line.lastIndexOf(')') + 2).split(' '); // behind the name in brackets
}

// Processor time in clock ticks; -1 where there is no such process.
inline qint64 ticksOf(qint64 process)
{
    constexpr int user = 11;
    constexpr int system = 12;
    const QList<QByteArray> fields = statusOf(process);
    return fields.isEmpty() ? -1 : fields.value(user).toLongLong() + fields.value(system).toLongLong();
}

} // namespace tidings::bench
