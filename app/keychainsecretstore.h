// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secretstore.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <deque>
#include <memory>

namespace QKeychain { // NOLINT(readability-identifier-naming): the library's
class Job;
}

namespace tidings {

// Secrets in the keychain of the desktop, through QtKeychain. Nothing is ever written anywhere else.
//
// Calls are done one after another, in the order they were made. Each has a watchdog that starts with the call, since a
// keychain may wait for ever for somebody to answer its prompt: when it runs out, the call answers Timeout. A call that
// had not begun by then is never made; one that had begun cannot be taken back, so a write may still arrive after its
// Timeout. Calls made while the keychain is stuck wait for their own watchdog and succeed if it comes back in time.
// If the context is gone before a call begins, a read is skipped, a write or a removal is still done.
// A store that is destroyed answers nothing more; the job in flight ends by itself.
//
// To be used on the main thread: libsecret answers through its event loop.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    // Longest secret in bytes: the Windows credential store takes 2560, counted with its own overhead.
    static constexpr qsizetype maxSecretSize = 2500;

    explicit KeychainSecretStore(
        std::chrono::milliseconds watchdog = std::chrono::seconds(30), QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    void read(const QString &key, QObject *context, ReadDone done) override;
    // Errors before anything is written: TooLarge, and Other for bytes that are not UTF-8 text or contain a NUL.
    // An empty secret is removed instead.
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

    // What a QKeychain::Error (as a number) and its text mean. The code alone says little: libsecret reports OtherError
    // for a missing session bus, a missing service and a missing library alike, told apart by the text only.
    static SecretError errorFor(int keychainError, const QString &text);

signals:
    void answersAgain(); // a job has ended that had kept the keychain busy beyond its watchdog

private:
    struct Call;

    void enqueue(std::unique_ptr<Call> call);
    void startNext();
    void finish(QKeychain::Job *job);
    void giveUp(quint64 id);
    static void answer(const Call &call, const SecretResult<QByteArray> &result);

    std::chrono::milliseconds m_watchdog;
    std::deque<std::unique_ptr<Call>> m_waiting;
    std::unique_ptr<Call> m_running; // null while a job is in flight whose call has been given up
    quint64 m_lastId = 0;
    bool m_inFlight = false;
};

} // namespace tidings
