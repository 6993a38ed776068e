// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoparentwatch.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace tidings {

QString DemoParentWatch::readLine()
{
    constexpr qsizetype limit = 4096;
    QByteArray line;
    // Byte by byte: nothing after the line may be swallowed.
    while (line.size() < limit) {
        char c = 0;
        const ssize_t got = ::read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || c == '\n')
            return QString::fromUtf8(line).trimmed();
        line += c;
    }
    return {};
}

DemoParentWatch::DemoParentWatch(QObject *parent)
    : QObject(parent)
    , m_notifier(new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this))
{
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    connect(m_notifier, &QSocketNotifier::activated, this, &DemoParentWatch::handleInput);
}

void DemoParentWatch::handleInput()
{
    std::array<char, 256> rest{};
    const ssize_t got = ::read(STDIN_FILENO, rest.data(), rest.size());
    if (got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN)))
        return;
    m_notifier->setEnabled(false);
    emit parentGone();
}

} // namespace tidings
