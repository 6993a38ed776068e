// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serveraddress.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

class QProcess;
class QTimer;

namespace tidings {

// What tidings-demo-server is asked for; the meaning is that of its options.
struct DemoProcessOptions
{
    int events = 5000;
    int notifications = 60;
    int ratePerMinute = 30;
    QString release; // "2024.8", "2025.10", "2026.8"; empty for the newest
};

// A tidings-demo-server of our own, for as long as this object lives. The token is made up here and handed over on the
// server's standard input, never on its command line. The server ends when that input closes, so that nothing is left
// behind if we are killed.
class DemoProcess final : public QObject
{
    Q_OBJECT

public:
    // program: the server to start; empty for tidings-demo-server beside this executable, then in PATH.
    explicit DemoProcess(const QString &program = {}, QObject *parent = nullptr);
    // Ends the server, waiting 100 ms at most.
    ~DemoProcess() override;

    // How long the server may take until it listens.
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }

    // Once per object. Answers later with ready() or failed().
    void start(const DemoProcessOptions &options);

    // 0 while none runs.
    [[nodiscard]] qint64 processId() const;

signals:
    // Once, when the server listens.
    void ready(const tidings::ServerAddress &address, const QByteArray &token);
    // Once at most, also after ready() if the server ends by itself. The message is translated plain text.
    void failed(const QString &message);

private:
    void readOutput();
    void readErrors();
    void fail(const QString &message);
    [[nodiscard]] QString withLastWords(const QString &message) const;
    void stop();

    QString m_program;
    std::chrono::milliseconds m_timeout = std::chrono::seconds(20);
    std::unique_ptr<QProcess> m_process;
    QTimer *m_watchdog;
    QByteArray m_token;
    QByteArray m_lastWords; // the end of what the server wrote to its standard error
    bool m_isReady = false;
    bool m_hasFailed = false;
};

} // namespace tidings
