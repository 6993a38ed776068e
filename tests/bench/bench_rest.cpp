// SPDX-License-Identifier: GPL-3.0-or-later
// bench_rest TIDINGS [SECONDS [INTERVALS]]: runs the program against a demo server and leaves it alone, once with its
// window in front and once hidden in a tray, both with alerts on. Asks every SECONDS (30), looks for INTERVALS (4) of
// them after it came to rest. Prints the processor time it took in percent of one core, and how many requests reached
// the server in one interval.
#include "benchmark.h"
#include "childprocess.h"
#include "demoserver.h"
#include "mocktrayhost.h"
#include "privatebus.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdlib>
#include <memory>

#include <unistd.h>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

constexpr int longestStart = 60'000; // ms

void wait(qint64 milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(static_cast<int>(milliseconds), &loop, &QEventLoop::quit);
    loop.exec();
}

// Seconds of processor time.
double workOf(qint64 process)
{
    const auto ticks = static_cast<double>(std::max<qint64>(bench::ticksOf(process), 0));
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

bool measure(const QString &program, int seconds, int intervals, bool hidden)
{
    DemoOptions options;
    options.events = 5000;
    DemoServer server(options);
    server.insertNotifications(50);
    const QTemporaryDir home;
    QFile settings(home.filePath(u"tidings/tidings.ini"_s));
    if (!server.listen() || !QDir(home.path()).mkpath(u"tidings"_s) || !settings.open(QIODevice::WriteOnly))
        return false;
    settings.write("[feed]\npollSeconds=" + QByteArray::number(seconds) + '\n');
    settings.close();
    std::unique_ptr<PrivateBus> bus;
    std::unique_ptr<MockTrayHost> panel;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    QStringList arguments{u"--server"_s, u"http://127.0.0.1:%1"_s.arg(server.port()), u"--token-stdin"_s};
    if (hidden) {
        bus = std::make_unique<PrivateBus>();
        panel = std::make_unique<MockTrayHost>(bus->address());
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus->address());
        arguments += u"--hidden"_s;
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return false;
    process.write(server.token().toUtf8() + '\n');
    process.closeWriteChannel();
    QElapsedTimer started;
    started.start();
    while (server.requestCount("GET", u"/api/v3/events/notifications/"_s) < 2 && started.elapsed() < longestStart)
        wait(100);
    // Two polls, and what the first pages brought with them.
    const qint64 interval = seconds * 1000LL;
    wait(2 * interval);
    // From one request to another, so that as many intervals are measured as there are between them.
    const auto waitForRequest = [&server] {
        server.clearRequests();
        QElapsedTimer waited;
        waited.start();
        while (server.requestCount() == 0 && waited.elapsed() < longestStart)
            wait(20);
    };
    waitForRequest();
    wait(interval / 4); // what comes with it
    server.clearRequests();
    const double before = workOf(process.processId());
    QElapsedTimer timer;
    timer.start();
    wait(intervals * interval);
    const double work = workOf(process.processId()) - before;
    const double time = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const auto requests = static_cast<double>(server.requestCount());
    const bool isAlive = process.state() == QProcess::Running;
    process.kill();
    process.waitForFinished();
    bench::report(hidden ? "rest_hidden_cpu" : "rest_front_cpu", work / time * 100);
    bench::report(
        hidden ? "rest_hidden_requests" : "rest_front_requests", requests * static_cast<double>(seconds) / time);
    return isAlive;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 30;
    const int intervals = argc > 3 ? std::atoi(argv[3]) : 4;
    if (argc < 2 || seconds < 5 || intervals < 1) {
        std::fputs("usage: bench_rest TIDINGS [SECONDS [INTERVALS]]\n", stderr);
        return 2;
    }
    const QString program = QString::fromLocal8Bit(argv[1]);
    if (!measure(program, seconds, intervals, false))
        return 1;
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        std::fputs("bench_rest: without dbus-daemon there is no tray to hide in\n", stderr);
        return 1;
    }
    return measure(program, seconds, intervals, true) ? 0 : 1;
}
