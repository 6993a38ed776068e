// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificateview.h"

#include "noteline.h"
#include "plainlabel.h"
#include "theme.h"
#include "timetext.h"
#include "visibletext.h"

#include <QCheckBox>
#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

namespace tidings {

using namespace Qt::StringLiterals;

CertificateView::CertificateView(QWidget *parent)
    : QFrame(parent)
    , m_warning(new NoteLine(this))
    , m_subject(new PlainLabel(this))
    , m_issuer(new PlainLabel(this))
    , m_validity(new PlainLabel(this))
    , m_fingerprint(new PlainLabel({}, PlainLabel::Look::Code, this))
    , m_trust(new QCheckBox(tr("T&rust this certificate"), this))
    , m_again(new QPushButton(tr("Test a&gain"), this))
{
    setProperty("box", true);
    m_warning->setObjectName(u"certificateWarning"_s);
    m_subject->setObjectName(u"certificateSubject"_s);
    m_issuer->setObjectName(u"certificateIssuer"_s);
    m_validity->setObjectName(u"certificateValidity"_s);
    m_fingerprint->setObjectName(u"certificateFingerprint"_s);
    m_fingerprint->setLayoutDirection(Qt::LeftToRight); // digits would change places otherwise
    m_trust->setObjectName(u"trustCertificate"_s);
    m_again->setObjectName(u"testAgain"_s);
    auto *const meaning = new PlainLabel(
        tr("Tidings will accept exactly this certificate for this server, although no known authority vouches for it. "
           "Compare the fingerprint with the server's own first: if it differs, somebody in between could read the "
           "token. A new certificate will be asked about again."),
        PlainLabel::Look::Muted, this);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    column->setSpacing(metrics::gap);
    column->addWidget(m_warning);
    auto *const facts = new QGridLayout;
    facts->setHorizontalSpacing(metrics::paneMargin);
    facts->setVerticalSpacing(4);
    facts->setColumnStretch(1, 1);
    const auto addFact = [&](const QString &name, PlainLabel *value) {
        auto *const label = new QLabel(name, this);
        label->setProperty("muted", true);
        const int row = facts->rowCount();
        facts->addWidget(label, row, 0, Qt::AlignTop);
        facts->addWidget(value, row, 1, Qt::AlignTop);
    };
    addFact(tr("Issued to"), m_subject);
    addFact(tr("Issued by"), m_issuer);
    addFact(tr("Valid"), m_validity);
    addFact(tr("SHA-256"), m_fingerprint);
    column->addLayout(facts);
    column->addWidget(m_trust);
    column->addWidget(meaning);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_again);
    row->addStretch();
    column->addLayout(row);

    connect(m_trust, &QCheckBox::toggled, m_again, &QWidget::setEnabled);
    connect(m_trust, &QCheckBox::clicked, this, &CertificateView::trustChanged);
    connect(m_again, &QPushButton::clicked, this, &CertificateView::testAgainRequested);
    m_again->setEnabled(false);
    hide();
}

void CertificateView::setCertificate(const CertificateInfo &certificate, bool replacesTrusted)
{
    m_certificate = certificate;
    const auto named = [](const QString &name) {
        return name.isEmpty() ? tr("(no name)") : visibleLine(name);
    };
    m_subject->setText(named(certificate.subject));
    m_issuer->setText(certificate.issuer == certificate.subject
            ? tr("%1 (by itself)", "issuer of a certificate").arg(named(certificate.issuer))
            : named(certificate.issuer));
    const QLocale locale;
    const QDateTime from = m_display.at(certificate.notBefore);
    const QDateTime until = m_display.at(certificate.notAfter);
    m_validity->setText(tr("from %1 to %2")
                            .arg(locale.toString(from, QLocale::ShortFormat) + u' ' + offsetText(from),
                                locale.toString(until, QLocale::ShortFormat) + u' ' + offsetText(until)));
    m_fingerprint->setText(grouped(certificate.sha256));
    m_fingerprint->setAccessibleName(certificate.fingerprint());
    if (replacesTrusted)
        m_warning->say(NoteLine::Mark::Warning,
            tr("This is not the certificate that was trusted for this server until now. Find out why before you go "
               "on."));
    else
        m_warning->clear();
    m_trust->setChecked(false);
    show();
}

void CertificateView::clear()
{
    m_trust->setChecked(false);
    m_certificate = {};
    hide();
}

bool CertificateView::isTrusted() const
{
    return !isHidden() && m_trust->isChecked();
}

QWidget *CertificateView::firstControl() const
{
    return m_trust;
}

QString CertificateView::grouped(const QByteArray &sha256)
{
    constexpr int bytesPerGroup = 4;
    constexpr int groupsPerLine = 4;
    QString text;
    for (int at = 0; at < sha256.size(); at += bytesPerGroup) {
        if (at > 0)
            text += at % (bytesPerGroup * groupsPerLine) == 0 ? u'\n' : u' ';
        text += QString::fromLatin1(sha256.mid(at, bytesPerGroup).toHex(':')).toUpper();
    }
    return text;
}

} // namespace tidings
