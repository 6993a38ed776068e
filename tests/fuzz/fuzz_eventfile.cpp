// SPDX-License-Identifier: GPL-3.0-or-later
// Files of events: where their records stand, lines of logs, CSV, and files as a whole.
#include "codec.h"
#include "csvevent.h"
#include "csvtext.h"
#include "eventfile.h"
#include "fuzzing.h"
#include "jsontext.h"
#include "logline.h"
#include "recordscanner.h"
#include "utf8text.h"

#include <QJsonDocument>
#include <QTemporaryFile>

using namespace tidings;
using namespace tidings::fuzz;
using namespace Qt::StringLiterals;

namespace {

qint64 linesIn(std::string_view text)
{
    return 1 + std::count(text.begin(), text.end(), '\n');
}

// Without bytes that are no text.
bool isJson(const QByteArray &text)
{
    return !QJsonDocument::fromJson(text).isNull() && QString::fromUtf8(text).toUtf8() == text;
}

bool isSame(const RecordRange &a, const RecordRange &b)
{
    return a.offset == b.offset && a.length == b.length && a.line == b.line && a.isCut == b.isCut;
}

template <class Scanner> std::vector<RecordRange> rangesOf(std::string_view text, size_t pieceSize)
{
    Scanner scanner;
    std::vector<RecordRange> ranges;
    for (size_t at = 0; at < text.size(); at += pieceSize)
        scanner.scan(text.substr(at, pieceSize), ranges);
    scanner.finish(ranges);
    return ranges;
}

// However the text comes.
template <class Scanner> std::vector<RecordRange> checkedRanges(std::string_view text)
{
    const auto ranges = rangesOf<Scanner>(text, text.size() + 1);
    for (const size_t pieceSize : {size_t(1), size_t(3), 1 + text.size() / 2}) {
        const auto inPieces = rangesOf<Scanner>(text, pieceSize);
        require(std::equal(ranges.begin(), ranges.end(), inPieces.begin(), inPieces.end(), isSame),
            "records do not depend on the pieces they come in");
    }
    size_t end = 0;
    qint64 line = 1;
    for (size_t i = 0; i < ranges.size(); ++i) {
        const RecordRange &range = ranges[i];
        const auto offset = static_cast<size_t>(range.offset);
        const auto length = static_cast<size_t>(range.length);
        require(range.length > 0 && offset >= end && offset + length <= text.size(),
            "records follow each other within the text");
        line += linesIn(text.substr(end, offset - end)) - 1;
        require(range.line == line, "a record knows its line");
        line += linesIn(text.substr(offset, length)) - 1;
        require(!range.isCut || i + 1 == ranges.size(), "only the last record can be cut");
        end = offset + length;
    }
    return ranges;
}

// One object without line breaks.
void checkGoodJson(const QByteArray &object)
{
    const auto check = [&object](const QByteArray &text) {
        JsonScanner scanner;
        std::vector<RecordRange> ranges;
        scanner.scan(viewOf(text), ranges);
        scanner.finish(ranges);
        require(ranges.size() == 2 && scanner.strayLine() == 0, "good records are found");
        for (const RecordRange &range : ranges)
            require(text.mid(range.offset, range.length) == object && !range.isCut, "as they are");
    };
    check('[' + object + ',' + object + ']');
    check("{\"pagination\":{},\"results\":[" + object + ',' + object + "]}");
    if (!object.contains("\"results\"")) // it could be a page
        check(object + '\n' + object + '\n');
}

// Of JSON that the scanner found.
void checkEncoder(const QByteArray &record)
{
    EventDictionary dictionary;
    EventEncoder encoder(dictionary);
    QByteArray padded = record;
    padded.append(static_cast<qsizetype>(codec::EventHeadReader::padding), '\0');
    const std::string_view view = viewOf(padded).substr(0, static_cast<size_t>(record.size()));
    const codec::EventHead head = codec::EventHeadReader().read(view);
    for (const std::string_view part : {head.id, head.action, head.app, head.clientIp, head.created, head.user,
             head.brand, head.geo, head.application}) {
        if (part.empty())
            continue;
        const auto begin = part.data() - view.data();
        require(
            begin >= 0 && begin + static_cast<std::ptrdiff_t>(part.size()) <= static_cast<std::ptrdiff_t>(view.size()),
            "a head points into its record");
    }
    EventRow row;
    EventRow again;
    const auto outcome = encoder.encode(view, row);
    require(encoder.encode(view, again) == outcome, "a record is one or is none");
    if (outcome != EventEncoder::Outcome::Row || !isJson(record))
        return;
    const EventRow decoded = encoder.encode(codec::EventDecoder().decode(record));
    for (const EventRow &other : {again, decoded}) {
        require(other.created == row.created && other.id == row.id && other.texts == row.texts
                && other.values == row.values,
            "a row is the same as that of the decoded event");
    }
}

void checkJson(const QByteArray &bytes)
{
    constexpr size_t most = 10;
    const auto ranges = checkedRanges<JsonScanner>(viewOf(bytes));
    for (size_t i = 0; i < std::min(ranges.size(), most); ++i) {
        const QByteArray record = bytes.mid(ranges[i].offset, ranges[i].length);
        require(record.startsWith('{'), "a record begins as an object");
        checkEncoder(record);
        const QString text = QString::fromUtf8(record);
        if (i == 0 && text.toUtf8() == record && !checkJsonObject(text))
            checkGoodJson(compactJson(record));
    }
}

// As a record of authentik's own export.
void checkExport(const QList<QByteArray> &cells)
{
    static const auto header = codec::eventCsvKeys({"Event uuid", "Action", "App", "Context", "Client ip", "Created",
        "Expires", "Brand", "User pk", "Username", "Email"});
    require(header.has_value(), "authentik's export is known");
    const auto placed = codec::placedCells(*header, cells);
    if (!placed)
        return;
    require(placed->size() == header->size(), "there is a cell for each column");
    const QByteArray json = codec::jsonFromCsv(*header, *placed);
    const auto event = codec::decodeEvent(json);
    require(event || event.error().detail == "the answer is not an event"_L1, "a record of an export becomes JSON");
    checkEncoder(json);
}

void checkCsvRecords(const QByteArray &bytes)
{
    const auto ranges = checkedRanges<CsvScanner>(viewOf(bytes));
    const qint64 end = ranges.empty() ? 0 : ranges.back().offset + ranges.back().length;
    require(end == bytes.size(), "every byte of a CSV file belongs to a record");
    const QList<QByteArray> &header = codec::eventCsvHeader();
    constexpr size_t most = 20;
    for (size_t i = 0; i < std::min(ranges.size(), most); ++i) {
        require(i == 0 || ranges[i].offset == ranges[i - 1].offset + ranges[i - 1].length, "and to one only");
        auto cells = codec::csvCells(
            viewOf(bytes).substr(static_cast<size_t>(ranges[i].offset), static_cast<size_t>(ranges[i].length)));
        if (!cells)
            continue;
        require(!cells->isEmpty(), "a record has a cell");
        checkExport(*cells);
        cells->resize(header.size());
        const QByteArray json = codec::jsonFromCsv(header, *cells);
        const QList<QByteArray> back = codec::csvCellsOf(header, json);
        require(back.size() == header.size(), "there is a cell for each column");
        for (const char *const name : {"pk", "action", "app", "created"}) {
            const qsizetype column = header.indexOf(name);
            const QByteArray cell = textFromUtf8(viewOf(cells->at(column))).toUtf8();
            require(back.at(column) == cell, "a cell comes back as it was");
        }
        const auto event = codec::decodeEvent(json);
        require(event || event.error().detail == "the answer is not an event"_L1, "a record of CSV becomes JSON");
        checkEncoder(json);
    }
}

// Cells that are written are read as they were.
void checkCsvCells(const QByteArray &bytes)
{
    QByteArray line;
    QByteArray safeLine;
    const QList<QByteArray> cells = bytes.split('|');
    for (const QByteArray &cell : cells) {
        appendCsvCell(line, cell);
        appendSafeCsvCell(safeLine, cell);
        line += ',';
        safeLine += ',';
    }
    line.chop(1);
    safeLine.chop(1);
    require(codec::csvCells(viewOf(line)) == cells, "cells are read as they were written");
    const auto safe = codec::csvCells(viewOf(safeLine));
    require(safe && safe->size() == cells.size(), "also where they must be safe");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QByteArray &cell = safe->at(i);
        require(cell == cells.at(i) || cell == '\'' + cells.at(i), "with an apostrophe at most");
        require(cell.isEmpty() || !QByteArrayView("=+-@\t\r\n").contains(cell.front()), "no cell is a formula");
    }
    // An id at the begin of a line would begin a record.
    if (!bytes.contains('-')) {
        const QByteArray file = line + "\r\n" + line + '\n' + line;
        const auto ranges = rangesOf<CsvScanner>(viewOf(file), 7);
        require(ranges.size() == (line.isEmpty() ? 2 : 3), "written records are found");
    }
    if (const auto json = codec::jsonFromPython(bytes)) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson("{\"v\":" + *json + '}', &error);
        require(document.isObject() || error.error == QJsonParseError::IllegalNumber, "Python becomes JSON");
    }
}

void checkLogLines(const QByteArray &bytes)
{
    constexpr qsizetype most = 20;
    codec::LogLineReader reader;
    const QList<QByteArray> lines = bytes.split('\n').mid(0, most);
    for (const QByteArray &line : lines) {
        const codec::LogLine read = reader.read(viewOf(line));
        const codec::LogLine again = reader.read(viewOf(line));
        require(again.kind == read.kind && again.json == read.json, "a line is what it is");
        const bool isEvent = read.kind == codec::LogLine::Kind::Event;
        require(isEvent == !read.json.isEmpty(), "events come as JSON, and nothing else does");
        if (!isEvent)
            continue;
        // What is wrapped may be anything.
        const qsizetype brace = line.indexOf('{');
        if (brace < 0 || line.contains("\"log\"") || !isJson(line.mid(brace).trimmed()))
            continue;
        const auto event = codec::decodeEvent(read.json);
        require(event || event.error().detail == "the answer is not an event"_L1, "which can be read");
    }
}

void checkFile(const QByteArray &bytes)
{
    static QTemporaryFile place;
    require(place.isOpen() || place.open(), "there is a place for files");
    place.resize(0);
    place.seek(0);
    place.write(bytes);
    place.flush();
    const auto file = EventFile::load(place.fileName(), CancelFlag(), [](int) {});
    if (!file)
        return require(!file.error().isEmpty(), "what is no file of events has a reason");
    require(
        !file->rows.empty() && file->damaged >= file->problems.size() && file->repeated >= 0 && file->otherLines >= 0,
        "a file of events has some");
    require(file->problems.size() <= EventFile::mostProblems, "not all problems are kept");
    qint64 line = 1;
    for (const FileProblem &problem : file->problems) {
        require(problem.line >= line && problem.line <= linesIn(viewOf(bytes)) && !problem.reason.isEmpty(),
            "problems stand in the order of their lines and say why");
        line = problem.line;
    }

    const EventStore &store = *file->store;
    EventDictionary dictionary;
    EventEncoder encoder(dictionary);
    // What is wrapped in a log is unwrapped by rules of its own.
    const bool mayBeWrapped = bytes.contains("\"log\"") || bytes.contains("\\u");
    for (size_t i = 0; i < file->rows.size(); ++i) {
        const EventStore::Slot slot = file->rows[i];
        require(slot < store.size(), "rows are rows of the store");
        require(i == 0 || store.created(file->rows[i - 1]) >= store.created(slot), "the newest comes first");
        if (i >= 20 || mayBeWrapped)
            continue;
        const Event event = store.event(slot);
        if (!isJson(event.raw))
            continue;
        const EventRow row = encoder.encode(event);
        require(row.id == store.id(slot) && store.find(event.key()) == slot, "a row is found by the key of its event");
        require(row.created == (store.hasTime(slot) ? store.created(slot) : EventRow::noTime),
            "its time is that of the event");
        for (size_t column = 0; column < EventRow::columnCount; ++column) {
            require(dictionary.text(row.texts[column]) == store.text(slot, static_cast<EventStore::Column>(column)),
                "its texts are those of the event");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    checkJson(bytes);
    checkCsvRecords(bytes);
    checkCsvCells(bytes);
    checkLogLines(bytes);
    checkFile(bytes);
    return 0;
}
