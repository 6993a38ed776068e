// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QList>
#include <QSslCertificate>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace tidings {

class NoteLine;
class PlainLabel;

// The folded "Advanced" part of a connection: a file with the authorities of one's own, and the certificate that was
// trusted by hand, which can be let go.
class TrustOptions : public QWidget
{
    Q_OBJECT

public:
    explicit TrustOptions(QWidget *parent = nullptr);

    void setCaFile(const QString &path); // does not emit edited()
    [[nodiscard]] QString caFile() const; // absolute, or empty
    void setPin(const QByteArray &sha256); // only shown here; empty hides it
    void setOpen(bool isOpen);

    // What the file holds, read now; the error is a sentence for people. No file: no certificates.
    [[nodiscard]] Expected<QList<QSslCertificate>, QString> certificates() const;
    void setProblem(const QString &text); // unfolds; empty takes it back
    [[nodiscard]] QWidget *firstControl() const;

signals:
    void edited();
    void pinDropped();

private:
    void choose();
    void check();

    QToolButton *m_header;
    QWidget *m_body;
    QLineEdit *m_file;
    NoteLine *m_note;
    QWidget *m_pinRow;
    PlainLabel *m_pin;
};

} // namespace tidings
