// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secretstore.h"

#include <QFrame>

class QPushButton;

namespace tidings {

class NoteLine;

// Waiting for the keychain, or what it said and what can be done about it. Hidden while it is not needed.
class KeychainPanel : public QFrame
{
    Q_OBJECT

public:
    explicit KeychainPanel(QWidget *parent = nullptr);

    void showWaiting();
    void showError(const SecretError &error);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QWidget *retryButton() const;

signals:
    void retryRequested();
    void sessionOnlyRequested();

private:
    NoteLine *m_note;
    QPushButton *m_session;
    QPushButton *m_retry;
};

} // namespace tidings
