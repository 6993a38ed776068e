// SPDX-License-Identifier: GPL-3.0-or-later
#include "snoozedialog.h"

#include "momenttext.h"
#include "plainlabel.h"
#include "theme.h"
#include "timetext.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

namespace tidings {

using namespace Qt::StringLiterals;

SnoozeDialog::SnoozeDialog(Timestamp suggestion, Timestamp now, QWidget *parent)
    : QDialog(parent)
    , m_now(now)
    , m_until(new QLineEdit(this))
    , m_note(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"snoozeDialog"_s);
    setWindowTitle(tr("Snooze on this computer only"));
    setMinimumSize(420, 170);
    resize(minimumSize());
    m_until->setObjectName(u"snoozeUntil"_s);
    m_note->setObjectName(u"snoozeNote"_s);
    m_note->setMinimumHeight(2 * fontMetrics().height());
    m_until->setText(momentText(suggestion / 1'000'000 * 1'000'000)); // whole seconds
    m_until->selectAll();
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Snooze"));

    auto *const rows = new QFormLayout(this);
    rows->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    rows->setVerticalSpacing(metrics::gap);
    rows->setHorizontalSpacing(metrics::margin);
    rows->addRow(tr("&Until"), m_until);
    rows->addRow(m_note);
    rows->addRow(m_buttons);
    connect(m_until, &QLineEdit::textChanged, this, &SnoozeDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_result);
        accept();
    });
    check();
}

void SnoozeDialog::check()
{
    const std::optional<Timestamp> time = parseMoment(m_until->text());
    QString problem;
    if (!time)
        problem = tr("This is no point in time.");
    else if (*time <= m_now)
        problem = tr("This time is over already.");
    m_result = time.value_or(0);
    m_until->setProperty("invalid", !problem.isEmpty());
    m_until->style()->polish(m_until);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
    m_note->setProperty("error", !problem.isEmpty());
    m_note->setProperty("muted", problem.isEmpty());
    m_note->style()->polish(m_note);
    m_note->setText(problem.isEmpty() ? tr("Comes back %1. Other zones with Z or an offset: 2026-11-20T16:27:41Z")
                                            .arg(relativeTime(m_result, toDateTime(m_now)))
                                      : problem);
}

} // namespace tidings
