// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportdialog.h"

#include "noteline.h"
#include "plainlabel.h"
#include "theme.h"
#include "timetext.h"
#include "visibletext.h"

#include <QButtonGroup>
#include <QDate>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int indent = 24; // under the text of a radio button

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Table:
    case ExportFormat::Records:
        return u"csv"_s;
    case ExportFormat::Lines:
        return u"jsonl"_s;
    case ExportFormat::Array:
        return u"json"_s;
    }
    return {};
}

} // namespace

ExportDialog::ExportDialog(RawSnapshot records, qint64 matching, const ExportPlan &plan, QWidget *parent)
    : QDialog(parent)
    , m_records(std::move(records))
    , m_plan(plan)
    , m_formats(new QButtonGroup(this))
    , m_choices(new QWidget(this))
    , m_progress(new QProgressBar(this))
    , m_note(new NoteLine(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_export(m_buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export events"));
    setMinimumSize(480, 420);
    resize(minimumSize());
    m_choices->setObjectName(u"exportChoices"_s);
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Writing the file"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_note->setObjectName(u"exportNote"_s);
    m_export->setObjectName(u"exportStart"_s);
    m_export->setDefault(true);
    m_export->setEnabled(m_records.size() > 0);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    column->setSpacing(metrics::margin);
    column->setSizeConstraint(QLayout::SetNoConstraint); // what appears has its place
    const QLocale locale;
    const auto count = static_cast<qint64>(m_records.size());
    auto *const title = new PlainLabel(tr("%n event(s), as shown and in this order", nullptr, static_cast<int>(count)),
        PlainLabel::Look::Heading, this);
    title->setObjectName(u"exportTitle"_s);
    column->addWidget(title);
    if (matching > count) {
        auto *const more = new PlainLabel(
            tr("Up to %1 match on the server. Only those that are loaded are written; “Load all matches” in the "
               "Filter menu loads the rest.")
                .arg(locale.toString(matching)),
            PlainLabel::Look::Muted, this);
        more->setObjectName(u"exportMore"_s);
        column->addWidget(more);
    }

    auto *const choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(2);
    const QString offset = offsetText(QDateTime::currentDateTime().toTimeZone(m_plan.zone));
    addFormat(ExportFormat::Table, tr("CSV for a &spreadsheet"),
        tr("The columns shown. Times with their offset (now %1). What a spreadsheet would take for a formula is "
           "disarmed by an apostrophe.")
            .arg(offset));
    addFormat(ExportFormat::Records, tr("&CSV for programs"),
        tr("A column for each key of the record, unchanged, objects as JSON, times in UTC."));
    addFormat(ExportFormat::Lines, tr("JSON &lines"), tr("One record a line, byte for byte as the server sent it."));
    addFormat(ExportFormat::Array, tr("&JSON"), tr("The same records as one array."));
    m_formats->button(static_cast<int>(ExportFormat::Table))->setChecked(true);
    column->addWidget(m_choices);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(m_note);
    column->addWidget(m_buttons);

    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_buttons, &QDialogButtonBox::rejected, this, [this] {
        if (m_exporter.isRunning())
            m_exporter.cancel();
        else
            reject();
    });
    connect(&m_exporter, &EventExporter::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_exporter, &EventExporter::failed, this, &ExportDialog::handleFailed);
    connect(&m_exporter, &EventExporter::finished, this, [this](qint64 written, qint64 bytes) {
        setRunning(false);
        m_note->say(NoteLine::Mark::Good,
            tr("%n event(s) written to %1 (%2).", nullptr, static_cast<int>(written))
                .arg(visibleLine(m_path), QLocale().formattedDataSize(bytes)));
        m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
    });
}

void ExportDialog::addFormat(ExportFormat format, const QString &name, const QString &explanation)
{
    auto *const button = new QRadioButton(name, m_choices);
    button->setAccessibleDescription(explanation);
    m_formats->addButton(button, static_cast<int>(format));
    auto *const text = new PlainLabel(explanation, PlainLabel::Look::Muted, m_choices);
    text->setContentsMargins(indent, 0, 0, metrics::gap);
    m_choices->layout()->addWidget(button);
    m_choices->layout()->addWidget(text);
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_formats->checkedId());
}

void ExportDialog::chooseFile()
{
    const QString suffix = suffixOf(format());
    auto *const dialog = new QFileDialog(this, tr("Export events"));
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(u"authentik-events-%1.%2"_s.arg(QDate::currentDate().toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

void ExportDialog::exportTo(const QString &path)
{
    m_path = path;
    m_plan.format = format();
    m_note->clear();
    m_progress->setValue(0);
    setRunning(true);
    m_exporter.start(m_records, m_plan, path);
}

void ExportDialog::handleFailed(const QString &reason)
{
    setRunning(false);
    if (reason.isEmpty())
        m_note->say(NoteLine::Mark::Note, tr("Cancelled. Nothing was written."));
    else
        m_note->say(NoteLine::Mark::Problem, reason);
}

void ExportDialog::setRunning(bool running)
{
    m_choices->setEnabled(!running);
    m_export->setEnabled(!running);
    m_progress->setVisible(running);
}

void ExportDialog::done(int result)
{
    m_exporter.cancel();
    QDialog::done(result);
}

} // namespace tidings
