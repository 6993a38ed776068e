// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codec.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <string_view>

namespace tidings {

enum class ExportFormat {
    Table, // CSV for spreadsheets: chosen columns, formula-safe, UTF-8 with byte order mark
    Records, // CSV for programs, a column for each key of the record; Tidings opens it again
    Lines, // JSON lines: the records as the server sent them
    Array, // one JSON array of them
};

// How events are written to a file.
struct ExportPlan
{
    enum class Content { Time, Action, User, Application, Address, Place, Brand, Summary, Field };
    struct Column
    {
        QString title;
        Content content = Content::Field;
        QStringList path; // of a field: {"context", "geo", "country"}
        bool operator==(const Column &) const = default;
    };

    ExportFormat format = ExportFormat::Table;
    QList<Column> columns; // of a table
    QTimeZone zone = QTimeZone::utc(); // of a table's times: ISO 8601 with the offset

    bool operator==(const ExportPlan &) const = default;
};

// Turns records into the bytes of a file. One for each thread.
class ExportWriter
{
public:
    explicit ExportWriter(const ExportPlan &plan);

    [[nodiscard]] QByteArray header() const; // in front of the first record
    [[nodiscard]] QByteArray separator() const; // in front of every other record
    [[nodiscard]] QByteArray footer() const; // behind the last one
    void append(QByteArray &to, std::string_view record);

private:
    [[nodiscard]] QByteArray cell(const ExportPlan::Column &column, const Event &event);
    [[nodiscard]] QByteArray timeText(Timestamp time);

    const ExportPlan m_plan;
    codec::EventDecoder m_decoder;
    Timestamp m_offsetSlot = -1; // the quarter of an hour that m_offset belongs to
    int m_offset = 0; // seconds
};

} // namespace tidings
