// SPDX-License-Identifier: GPL-3.0-or-later
#include "addressedit.h"

#include "noteline.h"
#include "theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

// A page that is not part of an API says nothing of the path authentik lives under.
QString redirectBase(const QString &target)
{
    QUrl url(target, QUrl::StrictMode);
    if (!url.path().contains("/api/v3/"_L1))
        url.setPath({});
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

AddressEdit::AddressEdit(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_note(new NoteLine(this))
    , m_redirect(new QPushButton(this))
{
    m_edit->setObjectName(u"server"_s);
    m_edit->setAccessibleName(tr("Server address"));
    m_edit->setPlaceholderText(u"https://authentik.example.org"_s);
    m_edit->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_note->setObjectName(u"serverNote"_s);
    m_redirect->setObjectName(u"useRedirect"_s);
    m_redirect->hide();
    setFocusProxy(m_edit);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::gap);
    column->addWidget(m_edit);
    column->addWidget(m_note);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_redirect);
    row->addStretch();
    column->addLayout(row);

    connect(m_edit, &QLineEdit::textEdited, this, &AddressEdit::handleEdited);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        // What a test said stays until the address is another one.
        if (!m_edit->property("invalid").toBool())
            showAddress(true);
    });
    connect(m_redirect, &QPushButton::clicked, this, [this] {
        m_edit->setText(m_redirectAddress);
        m_edit->setFocus();
        handleEdited();
    });
}

void AddressEdit::setText(const QString &text)
{
    m_edit->setText(text);
    clearProblem();
}

QString AddressEdit::text() const
{
    return m_edit->text();
}

Expected<ServerAddress, QString> AddressEdit::address() const
{
    return ServerAddress::parse(m_edit->text());
}

void AddressEdit::setProblem(const QString &text)
{
    setInvalid(true);
    m_note->say(NoteLine::Mark::Problem, text);
}

bool AddressEdit::offerRedirect(const QString &target)
{
    const auto found = ServerAddress::parse(redirectBase(target));
    const auto present = address();
    if (!found || (present && *found == *present))
        return false;
    m_redirectAddress = found->toString();
    QString shown = fontMetrics().elidedText(m_redirectAddress, Qt::ElideMiddle, 400);
    m_redirect->setText(tr("Use %1").arg(shown.replace(u'&', "&&"_L1)));
    m_redirect->setAccessibleName(tr("Use %1").arg(m_redirectAddress));
    m_redirect->show();
    return true;
}

void AddressEdit::clearProblem()
{
    setInvalid(false);
    m_redirect->hide();
    showAddress(false);
}

void AddressEdit::confirm()
{
    if (const auto found = address(); found && found->isEncrypted())
        m_note->say(NoteLine::Mark::Good, tr("authentik answers at %1").arg(found->toString()));
}

QString AddressEdit::note() const
{
    return m_note->text();
}

QWidget *AddressEdit::redirectButton() const
{
    return m_redirect;
}

void AddressEdit::handleEdited()
{
    clearProblem();
    emit edited();
}

// While it is being typed, an address is wrong most of the time: only what is left behind is called so.
void AddressEdit::showAddress(bool isComplete)
{
    const auto found = address();
    if (!found) {
        if (isComplete && !m_edit->text().trimmed().isEmpty())
            setProblem(found.error());
        else
            m_note->clear();
        return;
    }
    if (found->isEncrypted())
        m_note->say(NoteLine::Mark::Encrypted, tr("Connects to %1").arg(found->toString()));
    else
        m_note->say(NoteLine::Mark::Warning,
            tr("Connects to %1 without encryption. This works for this computer only.").arg(found->toString()));
}

void AddressEdit::setInvalid(bool isInvalid)
{
    m_edit->setProperty("invalid", isInvalid);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

} // namespace tidings
