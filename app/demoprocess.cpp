// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoprocess.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tidings {

namespace {

constexpr int tokenLength = 48;
constexpr qsizetype maxLine = 4096;
constexpr qsizetype maxLastWords = 2048;
constexpr int patience = 50; // ms, twice

QString findServer()
{
    const QString name = u"tidings-demo-server"_s;
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

QByteArray randomToken()
{
    constexpr QByteArrayView characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray token;
    token.reserve(tokenLength);
    for (int i = 0; i < tokenLength; ++i)
        token.append(characters.at(QRandomGenerator::system()->bounded(static_cast<int>(characters.size()))));
    return token;
}

} // namespace

DemoProcess::DemoProcess(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(program)
    , m_watchdog(new QTimer(this))
{
    m_watchdog->setSingleShot(true);
    connect(
        m_watchdog, &QTimer::timeout, this, [this] { fail(withLastWords(tr("The demo server does not answer."))); });
}

DemoProcess::~DemoProcess()
{
    stop();
}

qint64 DemoProcess::processId() const
{
    return m_process ? m_process->processId() : 0;
}

void DemoProcess::start(const DemoProcessOptions &options)
{
    if (m_process)
        return;
    m_process = std::make_unique<QProcess>();
    // All queued, so that whoever is told may delete this object, and that start() never answers by itself.
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &DemoProcess::readOutput, Qt::QueuedConnection);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &DemoProcess::readErrors, Qt::QueuedConnection);
    connect(
        m_process.get(), &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                fail(tr("The demo server could not be started."));
        },
        Qt::QueuedConnection);
    connect(
        m_process.get(), &QProcess::finished, this,
        [this] { fail(withLastWords(tr("The demo server has ended unexpectedly."))); }, Qt::QueuedConnection);

    const QString program = m_program.isEmpty() ? findServer() : m_program;
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { fail(tr("The program tidings-demo-server was not found.")); }, Qt::QueuedConnection);
        return;
    }
    QStringList arguments{u"--token-stdin"_s, u"--events"_s, QString::number(options.events), u"--notifications"_s,
        QString::number(options.notifications), u"--rate"_s, QString::number(options.ratePerMinute)};
    if (!options.release.isEmpty())
        arguments << u"--release"_s << options.release;

    m_token = randomToken();
    m_watchdog->start(m_timeout);
    m_process->start(program, arguments);
    // The channel stays open: its end is what tells the server to go.
    m_process->write(m_token + '\n');
}

void DemoProcess::readOutput()
{
    m_process->setReadChannel(QProcess::StandardOutput);
    while (!m_isReady && !m_hasFailed && m_process->canReadLine()) {
        const QByteArray line = m_process->readLine().trimmed();
        constexpr QByteArrayView listening = "listening on ";
        if (!line.startsWith(listening))
            continue;
        const auto address = ServerAddress::parse(QString::fromUtf8(line.mid(listening.size())));
        if (!address || !address->isLoopback()) {
            fail(tr("The demo server listens on an address that is not of this computer."));
            return;
        }
        m_isReady = true;
        m_watchdog->stop();
        emit ready(*address, m_token);
        return;
    }
    if (m_isReady || m_hasFailed)
        m_process->readAllStandardOutput();
    else if (m_process->bytesAvailable() > maxLine)
        fail(tr("The program tidings-demo-server is not the demo server."));
}

void DemoProcess::readErrors()
{
    m_lastWords = (m_lastWords + m_process->readAllStandardError()).right(maxLastWords);
}

void DemoProcess::fail(const QString &message)
{
    if (m_hasFailed)
        return;
    m_hasFailed = true;
    m_watchdog->stop();
    m_process->closeWriteChannel();
    m_process->terminate();
    emit failed(message);
}

QString DemoProcess::withLastWords(const QString &message) const
{
    const QString words = QString::fromUtf8(m_lastWords.trimmed());
    return words.isEmpty() ? message : message + u' ' + tr("It says: “%1”").arg(words.section(u'\n', -1));
}

void DemoProcess::stop()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning)
        return;
    m_process->closeWriteChannel();
    m_process->terminate();
    if (m_process->waitForFinished(patience))
        return;
    m_process->kill();
    if (m_process->waitForFinished(patience))
        return;
    // QProcess would wait for half a minute in its destructor; it is left to end by itself.
    QProcess *stubborn = m_process.release();
    connect(stubborn, &QProcess::finished, stubborn, &QObject::deleteLater);
}

} // namespace tidings
