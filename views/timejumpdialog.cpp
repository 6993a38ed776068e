// SPDX-License-Identifier: GPL-3.0-or-later
#include "timejumpdialog.h"

#include "momenttext.h"
#include "plainlabel.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

namespace tidings {

using namespace Qt::StringLiterals;

TimeJumpDialog::TimeJumpDialog(const TimeRange &range, const TimeDisplay &display, QWidget *parent)
    : QDialog(parent)
    , m_time(new QLineEdit(this))
    , m_note(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_range(range)
    , m_display(display)
{
    setObjectName(u"timeJumpDialog"_s);
    setWindowTitle(tr("Go to a time"));
    setMinimumSize(420, 150);
    resize(minimumSize());
    m_time->setObjectName(u"jumpTime"_s);
    m_time->setPlaceholderText(u"2026-11-20 16:27"_s);
    m_note->setObjectName(u"jumpNote"_s);
    m_note->setMinimumHeight(2 * fontMetrics().height());
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Go"));
    auto *const rows = new QFormLayout(this);
    rows->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    rows->setVerticalSpacing(metrics::gap);
    rows->setHorizontalSpacing(metrics::margin);
    rows->addRow(tr("&Time"), m_time);
    rows->addRow(m_note);
    rows->addRow(m_buttons);
    connect(m_time, &QLineEdit::textChanged, this, &TimeJumpDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(*m_result);
        accept();
    });
    check();
}

void TimeJumpDialog::check()
{
    const QString text = m_time->text().trimmed();
    m_result = parseMoment(text, m_display);
    QString problem;
    if (!text.isEmpty() && !m_result)
        problem = tr("This is no point in time.");
    else if (m_result && !m_range.contains(*m_result))
        problem = tr("This is outside the time range: %1.").arg(rangeText(m_range, m_display));
    m_time->setProperty("invalid", !problem.isEmpty());
    m_time->style()->polish(m_time);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_result && problem.isEmpty());
    m_note->setProperty("error", !problem.isEmpty());
    m_note->setProperty("muted", problem.isEmpty());
    m_note->style()->polish(m_note);
    m_note->setText(problem.isEmpty() ? tr("%1. Other zones with Z or an offset: 2026-11-20T16:27:41Z", "the zone")
                                            .arg(zoneText(m_display, QDateTime::currentDateTimeUtc()))
                                      : problem);
}

} // namespace tidings
