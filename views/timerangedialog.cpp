// SPDX-License-Identifier: GPL-3.0-or-later
#include "timerangedialog.h"

#include "momenttext.h"
#include "plainlabel.h"
#include "theme.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>

namespace tidings {

using namespace Qt::StringLiterals;

TimeRangeDialog::TimeRangeDialog(const TimeRange &range, const TimeDisplay &display, QWidget *parent)
    : QDialog(parent)
    , m_from(new QLineEdit(this))
    , m_until(new QLineEdit(this))
    , m_note(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_display(display)
{
    setObjectName(u"timeRangeDialog"_s);
    setWindowTitle(tr("Time range"));
    setMinimumSize(420, 190);
    resize(minimumSize());
    m_from->setObjectName(u"timeFrom"_s);
    m_until->setObjectName(u"timeUntil"_s);
    m_note->setObjectName(u"timeNote"_s);
    m_note->setMinimumHeight(2 * fontMetrics().height());
    m_from->setPlaceholderText(tr("the beginning"));
    m_until->setPlaceholderText(tr("now"));
    if (range.from)
        m_from->setText(momentText(*range.from, m_display));
    if (range.until)
        m_until->setText(rangeEndText(*range.until, m_display));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Apply"));

    auto *const rows = new QFormLayout(this);
    rows->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    rows->setVerticalSpacing(metrics::gap);
    rows->setHorizontalSpacing(metrics::margin);
    rows->addRow(tr("&From"), m_from);
    rows->addRow(tr("&Until"), m_until);
    rows->addRow(m_note);
    rows->addRow(m_buttons);
    for (QLineEdit *const edit : {m_from, m_until})
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            takeApart(*edit);
            check();
        });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_result);
        accept();
    });
    m_length = m_from->text().size() + m_until->text().size();
    check();
}

// Of what is being typed the end is not known yet.
void TimeRangeDialog::takeApart(QLineEdit &edit)
{
    const qsizetype before = std::exchange(m_length, m_from->text().size() + m_until->text().size());
    const auto interval = parseInterval(edit.text(), m_display);
    if (!interval || std::abs(m_length - before) < 2)
        return;
    const QSignalBlocker fromBlocker(m_from);
    const QSignalBlocker untilBlocker(m_until);
    m_from->setText(momentText(*interval->from, m_display));
    m_until->setText(rangeEndText(*interval->until, m_display));
    m_length = m_from->text().size() + m_until->text().size();
}

void TimeRangeDialog::check()
{
    QString problem;
    // One that was typed, in one of the fields.
    const QString both = m_from->text().trimmed() + m_until->text().trimmed();
    const bool isInOne = both == m_from->text().trimmed() || both == m_until->text().trimmed();
    const auto typed = isInOne ? parseInterval(both, m_display) : std::nullopt;
    const auto read = [this, &problem, &typed](QLineEdit &edit, const QString &complaint) -> std::optional<Timestamp> {
        const QString text = edit.text().trimmed();
        const auto parse = &edit == m_until ? parseRangeEnd : parseMoment;
        const std::optional<Timestamp> time = text.isEmpty() ? std::nullopt : parse(text, m_display);
        const bool isWrong = !text.isEmpty() && !time && !typed;
        if (isWrong && problem.isEmpty())
            problem = complaint;
        edit.setProperty("invalid", isWrong);
        edit.style()->polish(&edit);
        return time;
    };
    m_result = {};
    m_result.from = read(*m_from, tr("“From” is no point in time."));
    m_result.until = read(*m_until, tr("“Until” is no point in time."));
    if (typed)
        m_result = *typed;
    if (problem.isEmpty() && m_result.from && m_result.until && *m_result.from >= *m_result.until)
        problem = tr("“Until” must be later than “From”.");
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
    m_note->setProperty("error", !problem.isEmpty());
    m_note->setProperty("muted", problem.isEmpty());
    m_note->style()->polish(m_note);
    m_note->setText(problem.isEmpty() ? tr("%1. Other zones with Z or an offset: 2026-11-20T16:27:41Z", "the zone")
                                            .arg(zoneText(m_display, QDateTime::currentDateTimeUtc()))
                                      : problem);
}

} // namespace tidings
