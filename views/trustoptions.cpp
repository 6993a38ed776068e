// SPDX-License-Identifier: GPL-3.0-or-later
#include "trustoptions.h"

#include "certificateview.h"
#include "icons.h"
#include "noteline.h"
#include "plainlabel.h"
#include "theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

TrustOptions::TrustOptions(QWidget *parent)
    : QWidget(parent)
    , m_header(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_file(new QLineEdit(m_body))
    , m_note(new NoteLine(m_body))
    , m_pinRow(new QWidget(m_body))
    , m_pin(new PlainLabel({}, PlainLabel::Look::Code, m_pinRow))
{
    m_header->setObjectName(u"advanced"_s);
    m_header->setText(tr("Advanced"));
    m_header->setProperty("flat", true);
    m_header->setCheckable(true);
    m_header->setFocusPolicy(Qt::StrongFocus);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_file->setObjectName(u"caFile"_s);
    m_note->setObjectName(u"caFileNote"_s);
    m_pin->setObjectName(u"pinnedFingerprint"_s);
    m_pin->setLayoutDirection(Qt::LeftToRight);
    auto *const label = new QLabel(tr("&File with your own certificate authority (PEM)"), m_body);
    label->setBuddy(m_file);
    label->setWordWrap(true);
    auto *const browse = new QPushButton(tr("Ch&oose…"), m_body);
    browse->setObjectName(u"chooseCaFile"_s);
    browse->setAccessibleName(tr("Choose the file with the certificate authority"));

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::gap);
    column->addWidget(m_header, 0, Qt::AlignLeading);
    column->addWidget(m_body);
    auto *const body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(metrics::gap);
    body->addWidget(label);
    auto *const fileRow = new QHBoxLayout;
    fileRow->setSpacing(metrics::gap);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    body->addLayout(fileRow);
    body->addWidget(m_note);
    auto *const pinColumn = new QVBoxLayout(m_pinRow);
    pinColumn->setContentsMargins({});
    pinColumn->setSpacing(metrics::gap);
    pinColumn->addWidget(new PlainLabel(
        tr("Only the certificate with this SHA-256 fingerprint is accepted:"), PlainLabel::Look::Normal, m_pinRow));
    auto *const pinLine = new QHBoxLayout;
    pinLine->setSpacing(metrics::gap);
    auto *const drop = new QPushButton(tr("Stop trustin&g it"), m_pinRow);
    drop->setObjectName(u"dropPin"_s);
    pinLine->addWidget(m_pin, 1);
    pinLine->addWidget(drop, 0, Qt::AlignTop);
    pinColumn->addLayout(pinLine);
    body->addWidget(m_pinRow);

    connect(m_header, &QToolButton::toggled, this, &TrustOptions::setOpen);
    connect(browse, &QPushButton::clicked, this, &TrustOptions::choose);
    connect(drop, &QPushButton::clicked, this, &TrustOptions::pinDropped);
    connect(m_file, &QLineEdit::textEdited, this, [this] {
        setProblem({});
        emit edited();
    });
    connect(m_file, &QLineEdit::editingFinished, this, &TrustOptions::check);
    m_pinRow->hide();
    setOpen(false);
}

void TrustOptions::setCaFile(const QString &path)
{
    m_file->setText(path);
    setProblem({});
}

QString TrustOptions::caFile() const
{
    const QString path = m_file->text().trimmed();
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

void TrustOptions::setPin(const QByteArray &sha256)
{
    m_pin->setText(CertificateView::grouped(sha256));
    m_pinRow->setVisible(!sha256.isEmpty());
}

void TrustOptions::setOpen(bool isOpen)
{
    m_header->setChecked(isOpen);
    m_header->setIcon(icon(isOpen ? u"chevron-up"_s : u"chevron-down"_s));
    m_body->setVisible(isOpen);
}

Expected<QList<QSslCertificate>, QString> TrustOptions::certificates() const
{
    using Error = Unexpected<QString>;
    const QString path = caFile();
    if (path.isEmpty())
        return QList<QSslCertificate>();
    const QFileInfo file(path);
    if (!file.exists())
        return Error(tr("There is no such file."));
    constexpr qint64 largest = 4LL * 1024 * 1024;
    if (!file.isFile() || file.size() > largest)
        return Error(tr("This is not a certificate file."));
    if (!file.isReadable())
        return Error(tr("The file cannot be read."));
    const auto found = QSslCertificate::fromPath(path, QSsl::Pem);
    if (found.isEmpty())
        return Error(tr("The file has no certificate in PEM format."));
    return found;
}

void TrustOptions::setProblem(const QString &text)
{
    m_file->setProperty("invalid", !text.isEmpty());
    m_file->style()->unpolish(m_file);
    m_file->style()->polish(m_file);
    m_note->clear();
    if (text.isEmpty())
        return;
    m_note->say(NoteLine::Mark::Problem, text);
    setOpen(true);
}

QWidget *TrustOptions::firstControl() const
{
    return m_file;
}

void TrustOptions::choose()
{
    auto *const dialog = new QFileDialog(this, tr("Choose a certificate authority"));
    dialog->setObjectName(u"caFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_file->setText(path);
        check();
        emit edited();
    });
    dialog->open();
}

void TrustOptions::check()
{
    const auto found = certificates();
    setProblem(found ? QString() : found.error());
    if (found && !found->isEmpty())
        m_note->say(NoteLine::Mark::Good, tr("%Ln certificate(s) read.", nullptr, static_cast<int>(found->size())));
}

} // namespace tidings
