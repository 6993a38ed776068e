// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "timedisplay.h"

#include <QFrame>

class QCheckBox;
class QPushButton;

namespace tidings {

class NoteLine;
class PlainLabel;

// A certificate that was refused, laid out to be compared, and the decision to trust it all the same: ticking the box
// is one step, testing again with it another. Hidden while there is none.
class CertificateView : public QFrame
{
    Q_OBJECT

public:
    explicit CertificateView(QWidget *parent = nullptr);

    void setTimeDisplay(const TimeDisplay &display) { m_display = display; } // before the certificate
    // `replacesTrusted`: another certificate was trusted for this server until now.
    void setCertificate(const CertificateInfo &certificate, bool replacesTrusted);
    void clear();
    [[nodiscard]] const CertificateInfo &certificate() const { return m_certificate; }
    [[nodiscard]] bool isTrusted() const;
    [[nodiscard]] QWidget *firstControl() const;

    // In groups of four bytes, eight groups.
    static QString grouped(const QByteArray &sha256);

signals:
    void trustChanged(bool isTrusted); // by the person
    void testAgainRequested();

private:
    TimeDisplay m_display;
    CertificateInfo m_certificate;
    NoteLine *m_warning;
    PlainLabel *m_subject;
    PlainLabel *m_issuer;
    PlainLabel *m_validity;
    PlainLabel *m_fingerprint;
    QCheckBox *m_trust;
    QPushButton *m_again;
};

} // namespace tidings
