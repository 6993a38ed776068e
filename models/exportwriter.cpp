// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportwriter.h"

#include "actioncatalog.h"
#include "akqlprinter.h"
#include "csvevent.h"
#include "csvtext.h"
#include "eventrecord.h"
#include "eventsummary.h"
#include "jsontext.h"
#include "timesteps.h"
#include "visibletext.h"

namespace tidings {

namespace {

using timesteps::second;

QByteArray lineOf(const QList<QByteArray> &cells)
{
    QByteArray line;
    for (const QByteArray &cell : cells) {
        if (!line.isEmpty())
            line += ',';
        appendCsvCell(line, cell);
    }
    return line;
}

struct TextOf
{
    QString operator()(akql::Missing) const { return {}; }
    QString operator()(akql::Null) const { return {}; }
    QString operator()(bool value) const { return value ? QStringLiteral("true") : QStringLiteral("false"); }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(double value) const { return QString::number(value, 'g', QLocale::FloatingPointShortest); }
    QString operator()(const QString &value) const { return value; }
    QString operator()(akql::Timestamp value) const { return timestampToIso(value.microseconds); }
    QString operator()(const akql::JsonText &value) const { return value.text; }
};

} // namespace

ExportWriter::ExportWriter(const ExportPlan &plan)
    : m_plan(plan)
{
}

QByteArray ExportWriter::header() const
{
    switch (m_plan.format) {
    case ExportFormat::Table: {
        QByteArray line = "\xEF\xBB\xBF";
        for (qsizetype i = 0; i < m_plan.columns.size(); ++i) {
            if (i > 0)
                line += ',';
            appendSafeCsvCell(line, m_plan.columns.at(i).title.toUtf8());
        }
        return line + "\r\n";
    }
    case ExportFormat::Records:
        return lineOf(codec::eventCsvHeader()) + "\r\n";
    case ExportFormat::Lines:
        return {};
    case ExportFormat::Array:
        return "[\n";
    }
    return {};
}

QByteArray ExportWriter::separator() const
{
    return m_plan.format == ExportFormat::Array ? ",\n" : "";
}

QByteArray ExportWriter::footer() const
{
    return m_plan.format == ExportFormat::Array ? "\n]\n" : "";
}

void ExportWriter::append(QByteArray &to, std::string_view record)
{
    const auto raw = QByteArray::fromRawData(record.data(), static_cast<qsizetype>(record.size()));
    switch (m_plan.format) {
    case ExportFormat::Table: {
        const Event event = m_decoder.decode(raw);
        for (qsizetype i = 0; i < m_plan.columns.size(); ++i) {
            if (i > 0)
                to += ',';
            appendSafeCsvCell(to, cell(m_plan.columns.at(i), event));
        }
        to += "\r\n";
        return;
    }
    case ExportFormat::Records:
        to += lineOf(codec::csvCellsOf(codec::eventCsvHeader(), raw)) + "\r\n";
        return;
    case ExportFormat::Lines:
        to += raw.contains('\n') || raw.contains('\r') ? compactJson(raw) : raw;
        to += '\n';
        return;
    case ExportFormat::Array:
        to += raw;
        return;
    }
}

QByteArray ExportWriter::cell(const ExportPlan::Column &column, const Event &event)
{
    switch (column.content) {
    case ExportPlan::Content::Time:
        return event.created ? timeText(*event.created) : QByteArray();
    case ExportPlan::Content::Action:
        return actionEntry(event.action).label.toUtf8();
    case ExportPlan::Content::User:
        return actorText(event).toUtf8();
    case ExportPlan::Content::Application:
        return applicationText(event).toUtf8();
    case ExportPlan::Content::Address:
        return visibleLine(event.clientIp).toUtf8();
    case ExportPlan::Content::Place:
        return placeText(event.context).toUtf8();
    case ExportPlan::Content::Brand:
        return visibleLine(event.brand.name).toUtf8();
    case ExportPlan::Content::Summary:
        return whatHappened(event).toUtf8();
    case ExportPlan::Content::Field:
        return visibleText(std::visit(TextOf{}, EventRecord(event).value(column.path))).toUtf8();
    }
    return {};
}

// "2026-11-20T16:27:41.104233+01:00"
QByteArray ExportWriter::timeText(Timestamp time)
{
    // Offsets change on a quarter of an hour, since 1970 at least.
    constexpr Timestamp slotLength = 15 * 60 * second;
    const Timestamp slot = time / slotLength;
    if (time < 0 || slot != m_offsetSlot) {
        m_offset = m_plan.zone.offsetFromUtc(toDateTime(time));
        m_offset -= m_offset % 60; // ISO 8601 has no seconds there; some places had, long ago
        m_offsetSlot = time < 0 ? -1 : slot;
    }
    const Timestamp shown = time + m_offset * second;
    if (m_offset == 0 || !isWritableTime(shown)) // at the ends of the calendar
        return timestampToIso(time).toLatin1();
    QByteArray text = timestampToIso(shown).toLatin1();
    text.chop(1); // Z
    const int minutes = std::abs(m_offset) / 60;
    const auto twoDigits = [](int number) {
        return QByteArray::number(number).rightJustified(2, '0');
    };
    return text + (m_offset < 0 ? '-' : '+') + twoDigits(minutes / 60) + ':' + twoDigits(minutes % 60);
}

} // namespace tidings
