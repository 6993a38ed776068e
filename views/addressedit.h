// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serveraddress.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tidings {

class NoteLine;

// A field for the address of an authentik, with what becomes of it underneath: the address that will be used, a mark
// where the way there is not encrypted, or what is wrong with it. A redirect is offered here, never followed.
class AddressEdit : public QWidget
{
    Q_OBJECT

public:
    explicit AddressEdit(QWidget *parent = nullptr);

    void setText(const QString &text); // does not emit edited()
    [[nodiscard]] QString text() const;
    [[nodiscard]] Expected<ServerAddress, QString> address() const;

    // Marks the field until it is edited.
    void setProblem(const QString &text);
    // Offers the server a redirect points to, if that can be an authentik that a token may be sent to; returns whether.
    bool offerRedirect(const QString &target);
    void clearProblem();
    void confirm(); // an authentik answered there
    [[nodiscard]] QString note() const;
    [[nodiscard]] QWidget *redirectButton() const;

signals:
    void edited(); // by the person, or by taking the offered address

private:
    void handleEdited();
    void showAddress(bool isComplete);
    void setInvalid(bool isInvalid);

    QLineEdit *m_edit;
    NoteLine *m_note;
    QPushButton *m_redirect;
    QString m_redirectAddress;
};

} // namespace tidings
