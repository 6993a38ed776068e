// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainpanel.h"

#include "noteline.h"
#include "theme.h"
#include "visibletext.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tidings {

using namespace Qt::StringLiterals;

KeychainPanel::KeychainPanel(QWidget *parent)
    : QFrame(parent)
    , m_note(new NoteLine(this))
    , m_session(new QPushButton(tr("&Use for this session only"), this))
    , m_retry(new QPushButton(tr("&Retry"), this))
{
    setProperty("box", true);
    setFocusPolicy(Qt::ClickFocus);
    m_note->setObjectName(u"keychainNote"_s);
    m_retry->setObjectName(u"keychainRetry"_s);
    m_session->setObjectName(u"sessionOnly"_s);
    m_session->setToolTip(tr("The token is kept in memory and has to be entered again after the program was closed."));

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, metrics::gap);
    column->setSpacing(metrics::gap);
    column->addWidget(m_note);
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    row->addStretch();
    row->addWidget(m_session);
    row->addWidget(m_retry);
    column->addLayout(row);
    connect(m_retry, &QPushButton::clicked, this, &KeychainPanel::retryRequested);
    connect(m_session, &QPushButton::clicked, this, &KeychainPanel::sessionOnlyRequested);
    hide();
}

void KeychainPanel::showWaiting()
{
    m_note->say(NoteLine::Mark::Waiting,
        tr("Waiting for the keychain. A window asking for its password may be behind this one."));
    setAccessibleName(m_note->text());
    m_retry->hide();
    show();
}

void KeychainPanel::showError(const SecretError &error)
{
    m_note->say(NoteLine::Mark::Problem,
        tr("The token was not stored. %1", "what the keychain says").arg(visibleLine(describe(error))));
    setAccessibleName(m_note->text());
    m_retry->show();
    show();
}

QString KeychainPanel::text() const
{
    return isHidden() ? QString() : m_note->text();
}

QWidget *KeychainPanel::retryButton() const
{
    return m_retry;
}

} // namespace tidings
