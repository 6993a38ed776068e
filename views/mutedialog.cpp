// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutedialog.h"

#include "actioncatalog.h"
#include "plainlabel.h"
#include "theme.h"
#include "visibletext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <chrono>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MuteDialog::MuteDialog(const NotificationKind &kind, Timestamp now, Count count, QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_now(now)
    , m_count(std::move(count))
    , m_pattern(new QCheckBox(this))
    , m_action(new QCheckBox(this))
    , m_severity(new QCheckBox(this))
    , m_reason(new QLineEdit(this))
    , m_expiry(new QComboBox(this))
    , m_note(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"muteDialog"_s);
    setWindowTitle(tr("Mute on this computer only"));
    setMinimumWidth(480);
    constexpr qsizetype longest = 70;
    const auto setUp = [](QCheckBox &box, const QString &name, const QString &value, const QString &text) {
        box.setObjectName(name);
        box.setText(plainMenuText(text));
        box.setVisible(!value.isEmpty());
        box.setChecked(!value.isEmpty());
    };
    setUp(*m_pattern, u"mutePattern"_s, kind.pattern, tr("Text: %1").arg(visibleLine(kind.pattern, longest)));
    setUp(*m_action, u"muteAction"_s, kind.action, tr("Action: %1").arg(actionEntry(kind.action).label.left(longest)));
    setUp(*m_severity, u"muteSeverity"_s, kind.severity,
        tr("Severity: %1").arg(severityEntry(kind.severity).label.left(longest)));
    m_reason->setObjectName(u"muteReason"_s);
    m_reason->setPlaceholderText(tr("for example: known, ticket 4121"));
    m_reason->setMaxLength(500);
    m_expiry->setObjectName(u"muteExpiry"_s);
    m_expiry->addItem(tr("for a day"), 1);
    m_expiry->addItem(tr("for a week"), 7);
    m_expiry->addItem(tr("for 30 days"), 30);
    m_expiry->addItem(tr("until it is revoked"), 0);
    m_expiry->setCurrentIndex(1);
    m_note->setObjectName(u"muteNote"_s);
    m_note->setMinimumHeight(3 * fontMetrics().height());
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Mute"));

    auto *const what = new QVBoxLayout;
    what->setSpacing(metrics::gap / 2);
    for (QCheckBox *const box : {m_pattern, m_action, m_severity})
        what->addWidget(box);
    auto *const rows = new QFormLayout(this);
    rows->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    rows->setVerticalSpacing(metrics::gap);
    rows->setHorizontalSpacing(metrics::margin);
    rows->addRow(tr("Like this"), what);
    rows->addRow(tr("&Reason"), m_reason);
    rows->addRow(tr("&How long"), m_expiry);
    rows->addRow(m_note);
    rows->addRow(m_buttons);
    for (QCheckBox *const box : {m_pattern, m_action, m_severity})
        connect(box, &QCheckBox::toggled, this, &MuteDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Mute mute;
        mute.kind = chosenKind();
        mute.reason = m_reason->text().trimmed();
        mute.created = m_now;
        if (const int days = m_expiry->currentData().toInt(); days > 0)
            mute.expires = m_now + days * std::chrono::microseconds(24h).count();
        emit chosen(mute);
        accept();
    });
    m_reason->setFocus();
    check();
}

NotificationKind MuteDialog::chosenKind() const
{
    NotificationKind kind;
    if (m_pattern->isChecked())
        kind.pattern = m_kind.pattern;
    if (m_action->isChecked())
        kind.action = m_kind.action;
    if (m_severity->isChecked())
        kind.severity = m_kind.severity;
    return kind;
}

void MuteDialog::check()
{
    const NotificationKind kind = chosenKind();
    const bool isSomething = kind != NotificationKind();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isSomething);
    m_note->setText(isSomething ? tr("%n of the loaded notifications is like this.", nullptr, m_count(kind)) + u' '
                + tr("They leave “Unseen”, stay listed under “All”, and are not marked seen on the server.")
                                : tr("Choose at least one thing that they have in common."));
}

} // namespace tidings
