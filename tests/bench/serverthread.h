// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoserver.h"

#include <QEventLoop>

#include <future>
#include <thread>

namespace tidings::bench {

// A demo server with `count` unseen notifications, in a thread of its own, as another computer would be. Its token
// is "token", its latency in milliseconds. Not a QThread: that one counts as finished before OpenSSL has cleaned up
// behind it, which the end of the program would do a second time.
class ServerThread
{
public:
    ServerThread(int count, int latency)
        : m_thread([this, count, latency] { run(count, latency); })
    {
        m_port = m_listening.get_future().get();
    }
    ~ServerThread()
    {
        QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(ServerThread)
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void run(int count, int latency)
    {
        DemoOptions options;
        options.events = 2000;
        options.token = QStringLiteral("token");
        options.latencyMs = latency;
        QEventLoop loop;
        DemoServer server(options);
        server.insertNotifications(static_cast<quint32>(count));
        const bool listens = server.listen();
        m_loop = &loop;
        m_listening.set_value(listens ? server.port() : quint16(0));
        loop.exec();
    }

    std::promise<quint16> m_listening;
    QEventLoop *m_loop = nullptr; // of the thread, until it was told to quit
    quint16 m_port = 0;
    std::thread m_thread; // last: it uses the others
};

} // namespace tidings::bench
