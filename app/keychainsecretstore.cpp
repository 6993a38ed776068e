// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainsecretstore.h"

#include <QDBusConnection>
#include <QStringDecoder>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidings {

namespace {

const QString &keychainService()
{
    static const QString name = u"org.tidings.Tidings"_s;
    return name;
}

// Parts of libsecret's messages that stay the same in every language, and some of the English ones.
bool soundsUnavailable(const QString &text)
{
    static constexpr std::array parts{"D-Bus"_L1, "DBus"_L1, "org.freedesktop."_L1, "/org/freedesktop/secrets"_L1,
        "Could not connect"_L1, "Unknown error"_L1, "No such interface"_L1, "kwallet"_L1};
    return text.trimmed().isEmpty() || std::any_of(parts.begin(), parts.end(), [&text](QLatin1StringView part) {
        return text.contains(part, Qt::CaseInsensitive);
    });
}

// GLib's messages are translated, so that "Could not connect" may not be there to see.
bool busIsMissing()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return !QDBusConnection::sessionBus().isConnected();
#else
    return false;
#endif
}

bool isPlainText(const QByteArray &secret)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(secret);
    return !decode.hasError() && !text.contains(QChar(u'\0'));
}

SecretStore::ReadDone ignoringValue(SecretStore::Done done)
{
    return [done = std::move(done)](const SecretResult<QByteArray> &result) {
        if (result)
            done(std::monostate{});
        else
            done(Unexpected(result.error()));
    };
}

} // namespace

struct KeychainSecretStore::Call
{
    enum class Kind { Read, Write, Remove };

    Call(Kind kindOfCall, QString keyOfSecret, QObject *callContext, ReadDone callback)
        : kind(kindOfCall)
        , key(std::move(keyOfSecret))
        , context(callContext)
        , done(std::move(callback))
    {
    }

    Kind kind;
    QString key;
    QByteArray secret;
    QPointer<QObject> context;
    ReadDone done;
    quint64 id = 0;
};

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds watchdog, QObject *parent)
    : QObject(parent)
    , m_watchdog(watchdog)
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

void KeychainSecretStore::read(const QString &key, QObject *context, ReadDone done)
{
    enqueue(std::make_unique<Call>(Call::Kind::Read, key, context, std::move(done)));
}

void KeychainSecretStore::write(const QString &key, const QByteArray &secret, QObject *context, Done done)
{
    // KWallet takes an empty value for "remove"; the others would keep an empty token. Both become a removal.
    if (secret.isEmpty()) {
        remove(key, context, std::move(done));
        return;
    }
    const auto refuse = [context, &done](SecretError::Kind kind, const QString &detail) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), error = SecretError{kind, detail}] { done(Unexpected(error)); },
            Qt::QueuedConnection);
    };
    if (secret.size() > maxSecretSize) {
        refuse(SecretError::Kind::TooLarge, {});
        return;
    }
    // libsecret takes a C string of UTF-8.
    if (!isPlainText(secret)) {
        refuse(SecretError::Kind::Other, tr("The secret is not plain text."));
        return;
    }
    auto call = std::make_unique<Call>(Call::Kind::Write, key, context, ignoringValue(std::move(done)));
    call->secret = secret;
    enqueue(std::move(call));
}

void KeychainSecretStore::remove(const QString &key, QObject *context, Done done)
{
    enqueue(std::make_unique<Call>(Call::Kind::Remove, key, context, ignoringValue(std::move(done))));
}

SecretError KeychainSecretStore::errorFor(int keychainError, const QString &text)
{
    using Kind = SecretError::Kind;
    switch (keychainError) {
    case QKeychain::EntryNotFound:
        return {Kind::NotFound, text};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {Kind::Denied, text};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {Kind::Unavailable, text};
    case QKeychain::OtherError:
        if (text.contains("exceeds maximum size"_L1))
            return {Kind::TooLarge, text};
        if (text.contains("IsLocked"_L1) || text.contains("AccessDenied"_L1))
            return {Kind::Denied, text};
        if (text.contains("NoReply"_L1) || text.contains("Timeout was reached"_L1))
            return {Kind::Timeout, text};
        if (soundsUnavailable(text))
            return {Kind::Unavailable, text};
        break;
    default:
        break;
    }
    return {Kind::Other, text};
}

void KeychainSecretStore::enqueue(std::unique_ptr<Call> call)
{
    call->id = ++m_lastId;
    QTimer::singleShot(m_watchdog, this, [this, id = m_lastId] { giveUp(id); });
    m_waiting.push_back(std::move(call));
    startNext();
}

// QtKeychain has one queue for the whole process and cannot take a job out of it again. So only one job is handed to it
// at a time: what waits here can still be given up.
void KeychainSecretStore::startNext()
{
    while (!m_inFlight && !m_waiting.empty()) {
        m_running = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!m_running->context && m_running->kind == Call::Kind::Read) {
            m_running.reset();
            continue;
        }

        // Jobs have no parent and delete themselves: libsecret keeps a bare pointer to a job in flight, and deleting
        // it earlier is a crash. They may outlive this store.
        QKeychain::Job *job = nullptr;
        switch (m_running->kind) {
        case Call::Kind::Read:
            job = new QKeychain::ReadPasswordJob(keychainService());
            break;
        case Call::Kind::Write: {
            auto *write = new QKeychain::WritePasswordJob(keychainService());
            write->setTextData(QString::fromUtf8(m_running->secret));
            job = write;
            break;
        }
        case Call::Kind::Remove:
            job = new QKeychain::DeletePasswordJob(keychainService());
            break;
        }
        job->setInsecureFallback(false);
        job->setKey(m_running->key);
        connect(job, &QKeychain::Job::finished, this, &KeychainSecretStore::finish, Qt::SingleShotConnection);
        m_inFlight = true;
        job->start();
    }
}

void KeychainSecretStore::finish(QKeychain::Job *job)
{
    const std::unique_ptr<Call> call = std::move(m_running);
    m_inFlight = false;
    startNext();
    if (!call) {
        emit answersAgain();
        return; // late: its watchdog has answered
    }

    if (job->error() == QKeychain::NoError) {
        const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
        answer(*call, read ? read->binaryData() : QByteArray());
        return;
    }
    SecretError error = errorFor(job->error(), job->errorString());
    if (call->kind == Call::Kind::Remove && error.kind == SecretError::Kind::NotFound) {
        answer(*call, QByteArray());
        return;
    }
    if (error.kind == SecretError::Kind::Other && busIsMissing())
        error.kind = SecretError::Kind::Unavailable;
    answer(*call, Unexpected(error));
}

void KeychainSecretStore::giveUp(quint64 id)
{
    std::unique_ptr<Call> late;
    if (m_running && m_running->id == id) {
        late = std::move(m_running);
    } else {
        const auto found = std::find_if(
            m_waiting.begin(), m_waiting.end(), [id](const std::unique_ptr<Call> &call) { return call->id == id; });
        if (found == m_waiting.end())
            return; // answered long ago
        late = std::move(*found);
        m_waiting.erase(found);
    }
    answer(*late, Unexpected(SecretError{SecretError::Kind::Timeout, {}}));
}

void KeychainSecretStore::answer(const Call &call, const SecretResult<QByteArray> &result)
{
    if (call.context)
        call.done(result);
}

} // namespace tidings
