// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "connection.h"
#include "secretstore.h"
#include "serverprobe.h"
#include "timedisplay.h"

#include <QDialog>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QLineEdit;
class QPushButton;
class QScrollArea;

namespace tidings {

class AddressEdit;
class CertificateView;
class ColourChoice;
class KeychainPanel;
class NoteLine;
class ProbeView;
class TokenEdit;
class TrustOptions;

// Asks for a server and a token, for a new connection or a known one, finds out what they are worth and gives the token
// to the keychain. To be shown with open(); use one object for one showing.
//
// The token of a known connection is used for the very address it was given for; any other address asks for a token
// again. It is never shown, and forgotten when the dialog closes. A trusted certificate counts for its address only,
// too.
//
// Errors are told in the dialog, each beside what it is about; none leaves it.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    // The name of a connection's token in the store. Asked with an id that is never empty, since the name depends on
    // it.
    using SecretKey = std::function<QString(const Connection &)>;

    // `store` must outlive the dialog.
    ConnectDialog(SecretStore &store, SecretKey secretKey, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    // What to edit; an empty id is a new connection. Before open().
    void setConnection(const Connection &connection);
    // How long a test waits for a byte, and for an answer as a whole.
    void setTimeDisplay(const TimeDisplay &display); // how the dates of a certificate are shown
    void setTimeouts(std::chrono::milliseconds transfer, std::chrono::milliseconds whole);

    [[nodiscard]] bool isTesting() const { return m_probe != nullptr; }

    void done(int result) override;

signals:
    // Once, when the token is stored, or kept for this session only because the person chose so; the dialog is closed
    // by then. The id of a new connection is a new one: the token is stored under a name that depends on it.
    void connected(const tidings::Connection &connection, bool sessionOnly);
    // A test ended by itself: with an answer, or because a field is not filled in. Not when it was stopped.
    void testFinished(bool isGood);

private:
    enum class WriteState { None, Waiting, Failed, OutcomeUnknown };

    void buildForm();
    void buildButtons();
    void connectParts();

    [[nodiscard]] QString presentServer() const;
    [[nodiscard]] bool isKeptTokenUsable() const;
    [[nodiscard]] QByteArray token() const;
    [[nodiscard]] QByteArray pin() const;
    [[nodiscard]] Connection collected() const;

    void handleAddressEdited();
    void updateTokenHint();
    void updatePlaceholders();
    void invalidate();

    [[nodiscard]] std::optional<ApiClientOptions> checkedOptions();
    void startTest();
    void stopTest();
    void retireTest();
    void settlePin();
    void showProgress(const QString &text);
    void handleSucceeded(const ServerInfo &info);
    void handleFailed(const ApiError &error, ServerProbe::Stage stage);
    void fitButtons();
    void showProblem(QWidget *control, QWidget *explanation);

    void connectOrTest();
    void store();
    void handleStored(int attempt, const SecretResult<std::monostate> &result);
    void abandonWrite();
    void finish(bool sessionOnly);

    SecretStore &m_store;
    SecretKey m_secretKey;
    Connection m_original; // the server in its clean form; an id always
    bool m_isNew = true;
    struct Pin
    {
        QString server;
        QByteArray sha256;
    };
    Pin m_pin;
    std::chrono::milliseconds m_transferTimeout{15'000};
    std::chrono::milliseconds m_deadline{45'000};

    std::unique_ptr<ApiClient> m_client; // of the running test
    std::unique_ptr<ServerProbe> m_probe;
    std::optional<ServerInfo> m_found; // of a test of just what the fields say
    bool m_connectAfterTest = false;
    int m_writeAttempt = 0;
    QString m_writeKey;
    WriteState m_writeState = WriteState::None;
    bool m_isDone = false;

    QScrollArea *m_scroll;
    QWidget *m_pane;
    AddressEdit *m_address;
    CertificateView *m_certificate;
    TokenEdit *m_token;
    NoteLine *m_tokenNote;
    QLineEdit *m_name;
    ColourChoice *m_colour;
    TrustOptions *m_trust;
    ProbeView *m_result;
    NoteLine *m_progress;
    KeychainPanel *m_keychain;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_connect;
};

} // namespace tidings
