// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfile.h"

#include "csvevent.h"
#include "logline.h"
#include "recordscanner.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <optional>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tidings {

namespace {

struct EventFileText
{
    Q_DECLARE_TR_FUNCTIONS(EventFile)
};

constexpr qint64 partSize = 4 * 1024 * 1024;
constexpr qint64 stepSize = 256 * 1024;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// The parts were collected in many small pieces, which the C library would keep for the next ones.
void returnFreedMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

// Room for a part of the file and for what the parser wants behind it.
class Buffer
{
public:
    // Returns how many bytes there are from `offset` on.
    qint64 read(const RecordFile &file, qint64 offset, qint64 length)
    {
        m_size = 0;
        return extend(file, offset, length);
    }
    // Appends; `offset` is that of the first byte to be appended.
    qint64 extend(const RecordFile &file, qint64 offset, qint64 length)
    {
        const auto wanted = static_cast<size_t>(m_size + length) + codec::EventHeadReader::padding;
        if (m_bytes.size() < wanted)
            m_bytes.resize(wanted);
        const qint64 got = file.read(offset, m_bytes.data() + m_size, length);
        m_size += got;
        std::memset(m_bytes.data() + m_size, 0, codec::EventHeadReader::padding);
        return got;
    }
    [[nodiscard]] std::string_view text() const { return {m_bytes.data(), static_cast<size_t>(m_size)}; }

private:
    std::vector<char> m_bytes;
    qint64 m_size = 0;
};

struct Worker
{
    explicit Worker(EventDictionary &dictionary)
        : encoder(dictionary)
    {
    }
    EventEncoder encoder;
    codec::LogLineReader logLines;
    Buffer buffer;
    Buffer linesBefore;
    std::string json; // of a record that stands in the file as something else

    // With what the parser wants behind it.
    std::string_view keep(const QByteArray &record)
    {
        json.assign(record.constData(), static_cast<size_t>(record.size()));
        json.append(codec::EventHeadReader::padding, '\0');
        return std::string_view(json).substr(0, static_cast<size_t>(record.size()));
    }
};

// What one part of the file came to.
struct Part
{
    EventStore::Rows rows;
    QList<FileProblem> problems; // in a file of lines: counted from the part's first line, 0-based
    qint64 damaged = 0;
    qint64 lineEnds = 0;
    bool isLog = false; // has lines of authentik's own log
    qint64 otherLines = 0; // of it
    qint64 texts = 0; // records that are damaged unless the file is a log
    QList<FileProblem> textProblems;

    // `record` is its text as JSON.
    void add(std::string_view record, const RecordRange &range, Worker &worker)
    {
        using Outcome = EventEncoder::Outcome;
        const EventStore::PackedPlace place(range.offset, static_cast<quint32>(range.length));
        EventRow row;
        Outcome outcome = worker.encoder.encode(record, row);
        if (outcome == Outcome::Row)
            return rows.append(row, place);
        const codec::LogLine line = worker.logLines.read(record);
        const auto unreadable = [&range] {
            return range.isCut ? EventFileText::tr("the file ends inside this record")
                               : EventFileText::tr("not readable as JSON");
        };
        switch (line.kind) {
        case codec::LogLine::Kind::Other:
            isLog = true;
            ++otherLines;
            return;
        case codec::LogLine::Kind::Event:
            outcome = worker.encoder.encode(worker.keep(line.json), row);
            if (outcome == Outcome::Row) {
                isLog = true;
                return rows.append(row, place);
            }
            [[fallthrough]];
        case codec::LogLine::Kind::NoEvent:
            return addProblem(
                range.line, outcome == Outcome::Broken ? unreadable() : EventFileText::tr("not an event"));
        case codec::LogLine::Kind::Damaged:
            return addProblem(range.line, unreadable());
        case codec::LogLine::Kind::Text:
            ++texts;
            if (textProblems.size() < EventFile::mostProblems)
                textProblems += FileProblem{range.line, unreadable()};
            return;
        }
    }
    void addTooLong(qint64 line)
    {
        addProblem(
            line, EventFileText::tr("longer than %1").arg(QLocale().formattedDataSize(EventFile::largestRecord, 0)));
    }
    void addProblem(qint64 line, const QString &reason)
    {
        ++damaged;
        if (problems.size() < EventFile::mostProblems)
            problems += FileProblem{line, reason};
    }
};

class Loader
{
public:
    Loader(std::shared_ptr<RecordFile> file, const CancelFlag &cancel, const std::function<void(int)> &progress)
        : m_file(std::move(file))
        , m_cancel(cancel)
        , m_progress(progress)
    {
        for (size_t i = 0; i < parallelWorkers(); ++i)
            m_workers.push_back(std::make_unique<Worker>(m_store->dictionary()));
    }

    Expected<EventFile, QString> load()
    {
        using Error = Unexpected<QString>;
        if (m_file->size() > EventStore::PackedPlace::largestFile) {
            return Error(EventFileText::tr("The file is larger than %1.")
                             .arg(QLocale().formattedDataSize(EventStore::PackedPlace::largestFile, 0)));
        }
        const QString problem = detectFormat();
        if (!problem.isEmpty())
            return Error(problem);
        if (m_format == EventFile::Format::Lines)
            readLines();
        else
            readRanges();
        if (m_cancel.isCancelled())
            return Error(QString());
        EventFile result;
        collect(result);
        if (result.rows.empty())
            return Error(emptyReason(result));
        return result;
    }

private:
    // Returns why the file cannot be used; empty when it can.
    QString detectFormat()
    {
        Buffer head;
        head.read(*m_file, 0, std::min(m_file->size(), stepSize));
        readFirstObject(head);
        std::string_view text = head.text();
        if (text.substr(0, byteOrderMark.size()) == byteOrderMark) {
            m_start = static_cast<qint64>(byteOrderMark.size());
            text.remove_prefix(byteOrderMark.size());
        }
        const std::string_view content = trimmed(text);
        if (content.empty())
            return m_file->size() > stepSize ? EventFileText::tr("This is no file of events.")
                                             : EventFileText::tr("The file is empty.");
        if (content.front() == '[') {
            m_format = EventFile::Format::Json;
        } else if (content.front() == '{') {
            m_format = looksLikeLines(content) ? EventFile::Format::Lines : EventFile::Format::Json;
        } else if (const auto cells = codec::csvCells(content.substr(0, content.find('\n')));
                   const auto header = codec::eventCsvKeys(cells.value_or(QList<QByteArray>()))) {
            m_format = EventFile::Format::Csv;
            m_file->setCsvHeader(*header);
        } else if (content.find("\n{") != std::string_view::npos || content.find("{\"") != std::string_view::npos) {
            m_format = EventFile::Format::Lines; // it begins with something else
        } else {
            return EventFileText::tr(
                "This is no file of events. Tidings reads JSON lines, JSON arrays, pages of authentik's "
                "API, and authentik's CSV export.");
        }
        return {};
    }

    // Whether an object at the begin is a line of many shows at the end of that line.
    void readFirstObject(Buffer &head) const
    {
        const size_t begin = head.text().find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (begin == std::string_view::npos || head.text()[begin] != '{')
            return;
        const auto readMore = [&] {
            const auto size = static_cast<qint64>(head.text().size());
            return size <= EventFile::largestRecord && head.extend(*m_file, size, stepSize) > 0;
        };
        size_t searched = begin;
        while (head.text().find('\n', searched) == std::string_view::npos) {
            searched = head.text().size();
            if (!readMore())
                return;
        }
        if (head.text().find('\n', searched) + 1 == head.text().size())
            readMore();
    }

    // An object that ends with its first line is a line of many, unless it is a page of the API.
    bool looksLikeLines(std::string_view content) const
    {
        const size_t lineEnd = content.find('\n');
        const std::string_view line = trimmed(content.substr(0, lineEnd));
        const std::string_view rest
            = lineEnd == std::string_view::npos ? std::string_view() : trimmed(content.substr(lineEnd));
        JsonScanner scanner;
        std::vector<RecordRange> records;
        scanner.scan(line, records);
        const bool isWhole = records.size() == 1 && records.front().length == static_cast<qint64>(line.size());
        if (isWhole)
            return true;
        // More than one record in the line, or a damaged one: what the next line begins with decides.
        return records.empty() && !rest.empty() && rest.front() == '{' && line.size() > 1
            && line.find("\"results\"") == std::string_view::npos;
    }

    void report(qint64 bytes)
    {
        constexpr int whole = 1000;
        m_done += bytes;
        const auto now = static_cast<int>(std::min<qint64>(whole, m_done * whole / std::max<qint64>(1, m_total)));
        int before = m_reported;
        while (now > before) {
            if (m_reported.compare_exchange_weak(before, now)) {
                m_progress(now);
                break;
            }
        }
    }

    void readLines()
    {
        m_total = m_file->size();
        m_parts.resize(static_cast<size_t>((m_file->size() + partSize - 1) / partSize));
        parallelFor(m_parts.size(), m_cancel, [this](size_t part, size_t worker) {
            readLinesOf(static_cast<qint64>(part) * partSize, m_parts[part], *m_workers[worker]);
            report(partSize);
        });
        qint64 line = 1;
        for (Part &part : m_parts) {
            for (QList<FileProblem> *const problems : {&part.problems, &part.textProblems}) {
                for (FileProblem &problem : *problems)
                    problem.line += line;
            }
            line += part.lineEnds;
        }
    }

    // By stream, whether the next line of it goes on with the one before. Nothing where none has been read yet.
    using OpenStreams = std::array<std::optional<bool>, 2>;

    // True where the line at hand is one of those that a container runtime made of one: the first of them adds the
    // record, wherever the others are.
    bool takeSplitLine(
        qint64 origin, size_t lineStart, size_t lineEnd, OpenStreams &streams, Part &part, Worker &worker) const
    {
        const auto line = codec::containerLine(worker.buffer.text().substr(lineStart, lineEnd - lineStart));
        if (!line)
            return false;
        const codec::ContainerLine::Stream stream = line->stream;
        const bool isPartial = line->isPartial;
        std::optional<bool> &isOpen = streams[static_cast<size_t>(stream)];
        if (!isOpen)
            isOpen = isOpenBefore(origin + static_cast<qint64>(lineStart), stream, worker.linesBefore);
        const bool isRest = *isOpen;
        isOpen = isPartial;
        if (!isRest && isPartial)
            addSplitRecord(origin, lineStart, stream, part, worker);
        return isRest || isPartial;
    }

    void addSplitRecord(
        qint64 origin, size_t lineStart, codec::ContainerLine::Stream stream, Part &part, Worker &worker) const
    {
        Buffer &buffer = worker.buffer;
        size_t at = lineStart; // of a line
        bool isCut = false;
        bool isWhole = false;
        while (!isCut && !isWhole) {
            size_t lineEnd = buffer.text().find('\n', at);
            if (lineEnd == std::string_view::npos) {
                isCut = !readToLineEnd(buffer, origin, at);
                lineEnd = std::min(buffer.text().find('\n', at), buffer.text().size());
            }
            const auto line = codec::containerLine(buffer.text().substr(at, lineEnd - at));
            isWhole = line && line->stream == stream && !line->isPartial;
            at = lineEnd + 1;
            if (static_cast<qint64>(lineEnd - lineStart) > EventFile::largestRecord)
                return part.addTooLong(part.lineEnds);
        }
        const std::string_view lines = buffer.text().substr(lineStart, at - 1 - lineStart);
        const auto length = static_cast<qint64>(lines.size());
        const QByteArray joined = codec::joinedContainerLines({lines.data(), length});
        part.add(worker.keep(joined),
            {origin + static_cast<qint64>(lineStart), length, part.lineEnds, isCut && !isWhole}, worker);
    }

    // Whether the last line of a stream in front of one that begins there goes on. Looks no further back than the
    // largest record reaches.
    bool isOpenBefore(qint64 lineStart, codec::ContainerLine::Stream stream, Buffer &buffer) const
    {
        const qint64 first = std::max(m_start, lineStart - EventFile::largestRecord);
        qint64 end = lineStart;
        for (qint64 step = stepSize; end > first;) {
            const qint64 begin = std::max(first, end - step);
            if (buffer.read(*m_file, begin, end - begin) < end - begin)
                return false; // the file is cut off meanwhile
            const qint64 before = end;
            for (std::string_view text = buffer.text(); !text.empty();) {
                const size_t lineEnd = text.substr(0, text.size() - 1).rfind('\n');
                if (lineEnd == std::string_view::npos && begin > m_start)
                    break; // it begins further up
                const size_t start = lineEnd == std::string_view::npos ? 0 : lineEnd + 1;
                const auto line = codec::containerLine(text.substr(start));
                if (line && line->stream == stream)
                    return line->isPartial;
                text = text.substr(0, start);
                end = begin + static_cast<qint64>(start);
            }
            if (end == before && begin == first)
                return false;
            if (end == before)
                step *= 2; // a long line
        }
        return false;
    }

    // All lines that begin in the part.
    void readLinesOf(qint64 begin, Part &part, Worker &worker)
    {
        const qint64 partEnd = std::min(begin + partSize, m_file->size());
        // The byte before tells whether a line begins here.
        const qint64 origin = std::max(begin - 1, m_start);
        Buffer &buffer = worker.buffer;
        buffer.read(*m_file, origin, partEnd - origin);
        size_t at = 0;
        if (begin > 0) {
            const size_t lineEnd = buffer.text().find('\n');
            if (lineEnd == std::string_view::npos)
                return;
            at = lineEnd + 1;
            part.lineEnds += lineEnd > 0 ? 1 : 0; // the byte before is the other part's
        }
        OpenStreams streams;
        while (origin + static_cast<qint64>(at) < partEnd && at < buffer.text().size()) {
            size_t lineEnd = buffer.text().find('\n', at);
            bool isLast = false;
            if (lineEnd == std::string_view::npos) {
                isLast = !readToLineEnd(buffer, origin, at);
                lineEnd = std::min(buffer.text().find('\n', at), buffer.text().size());
            }
            const bool isSplit = takeSplitLine(origin, at, lineEnd, streams, part, worker);
            const std::string_view record = trimmed(buffer.text().substr(at, lineEnd - at));
            const qint64 length = static_cast<qint64>(record.size());
            if (!isSplit && length > EventFile::largestRecord) {
                part.addTooLong(part.lineEnds);
            } else if (!isSplit && !record.empty()) {
                const qint64 offset = origin + (record.data() - buffer.text().data());
                part.add(record, {offset, length, part.lineEnds, isLast}, worker);
            }
            at = lineEnd + 1;
            part.lineEnds += origin + static_cast<qint64>(lineEnd) < partEnd ? 1 : 0;
        }
    }

    // False where the file ends first. Gives up behind the largest record.
    bool readToLineEnd(Buffer &buffer, qint64 origin, size_t lineStart) const
    {
        while (static_cast<qint64>(buffer.text().size() - lineStart) <= EventFile::largestRecord) {
            const size_t before = buffer.text().size();
            if (buffer.extend(*m_file, origin + static_cast<qint64>(before), stepSize) == 0)
                return false;
            if (buffer.text().find('\n', before) != std::string_view::npos)
                return true;
        }
        return true;
    }

    // Records are found by one thread and decoded by all, a batch of them at a time.
    void readRanges()
    {
        m_total = m_file->size();
        if (m_format == EventFile::Format::Csv) {
            CsvScanner scanner;
            scan(scanner);
            return;
        }
        JsonScanner scanner;
        scan(scanner);
        if (scanner.strayLine() > 0)
            m_parts.emplace_back().addProblem(scanner.strayLine(), EventFileText::tr("something that is no record"));
    }

    template <class Scanner> void scan(Scanner &scanner)
    {
        constexpr size_t batchRecords = 100'000;
        constexpr qint64 batchSize = 16 * partSize;
        Buffer buffer;
        qint64 batchEnd = m_start + batchSize;
        for (qint64 at = m_start; !m_cancel.isCancelled();) {
            const qint64 got = buffer.read(*m_file, at, stepSize);
            if (got == 0)
                break;
            scanner.scan(buffer.text(), m_ranges);
            at += got;
            if (m_ranges.size() >= batchRecords || at >= batchEnd) {
                decodeRanges();
                batchEnd = at + batchSize;
            }
            report(got);
        }
        scanner.finish(m_ranges);
        decodeRanges();
    }

    void decodeRanges()
    {
        if (m_format == EventFile::Format::Csv && !m_ranges.empty() && m_ranges.front().offset == 0)
            m_ranges.erase(m_ranges.begin()); // the header
        std::vector<size_t> firsts; // of each part
        qint64 partStart = 0;
        for (size_t i = 0; i < m_ranges.size(); ++i) {
            m_ranges[i].offset += m_start;
            if (firsts.empty() || m_ranges[i].offset - partStart >= partSize) {
                firsts.push_back(i);
                partStart = m_ranges[i].offset;
            }
        }
        const size_t before = m_parts.size();
        m_parts.resize(before + firsts.size());
        parallelFor(firsts.size(), m_cancel, [&](size_t part, size_t worker) {
            const size_t end = part + 1 < firsts.size() ? firsts[part + 1] : m_ranges.size();
            readRangesOf(firsts[part], end, m_parts[before + part], *m_workers[worker]);
        });
        m_ranges.clear();
    }

    void readRangesOf(size_t first, size_t end, Part &part, Worker &worker)
    {
        for (size_t i = first; i < end; ++i) {
            const RecordRange &range = m_ranges[i];
            if (range.length > EventFile::largestRecord) {
                part.addTooLong(range.line);
                continue;
            }
            worker.buffer.read(*m_file, range.offset, range.length);
            std::string_view record = worker.buffer.text();
            if (m_format == EventFile::Format::Csv && !toJson(range, part, worker, record))
                continue;
            part.add(record, range, worker);
        }
    }

    bool toJson(const RecordRange &range, Part &part, Worker &worker, std::string_view &record) const
    {
        if (trimmed(record).empty())
            return false;
        const auto cells = codec::csvCells(record);
        if (!cells || range.isCut) {
            part.addProblem(range.line,
                range.isCut ? EventFileText::tr("the file ends inside this record")
                            : EventFileText::tr("the quotes are broken"));
            return false;
        }
        const QList<QByteArray> &header = m_file->csvHeader();
        const auto placed = codec::placedCells(header, *cells);
        if (!placed) {
            part.addProblem(range.line,
                EventFileText::tr("%n column(s) instead of %1", nullptr, static_cast<int>(cells->size()))
                    .arg(header.size()));
            return false;
        }
        record = worker.keep(codec::jsonFromCsv(header, *placed));
        return true;
    }

    void collect(EventFile &result)
    {
        size_t count = 0;
        bool isLog = false;
        for (const Part &part : m_parts) {
            count += part.rows.size();
            isLog = isLog || part.isLog;
        }
        m_file->setLog(isLog);
        EventStore::Rows rows;
        rows.reserve(count);
        for (Part &part : m_parts) {
            rows.append(part.rows);
            part.rows = {};
            result.damaged += part.damaged;
            result.problems += part.problems;
            result.otherLines += part.otherLines;
            // A log has text between its lines; elsewhere that is damage.
            (isLog ? result.otherLines : result.damaged) += part.texts;
            if (!isLog)
                result.problems += part.textProblems;
        }
        std::stable_sort(result.problems.begin(), result.problems.end(),
            [](const FileProblem &a, const FileProblem &b) { return a.line < b.line; });
        result.problems = result.problems.mid(0, EventFile::mostProblems);
        result.rows = m_store->adopt(m_file, std::move(rows));
        result.repeated = static_cast<qint64>(count - result.rows.size());
        sortNewestFirst(result.rows);
        result.store = m_store;
        result.file = m_file;
        result.format = m_format;
    }

    // Logs are mostly in order already, or the other way round.
    void sortNewestFirst(std::vector<EventStore::Slot> &rows) const
    {
        const EventStore &store = *m_store;
        const auto isBefore = [&store](EventStore::Slot a, EventStore::Slot b) {
            const Timestamp timeA = store.created(a);
            const Timestamp timeB = store.created(b);
            return timeA != timeB ? timeA > timeB : store.id(a) < store.id(b);
        };
        if (rows.size() > 1 && isBefore(rows.back(), rows.front()))
            std::reverse(rows.begin(), rows.end());
        if (!std::is_sorted(rows.begin(), rows.end(), isBefore))
            std::sort(rows.begin(), rows.end(), isBefore);
    }

    static QString emptyReason(const EventFile &result)
    {
        if (result.damaged == 0 && result.otherLines > 0)
            return EventFileText::tr("There is no event in this file, only other log lines.");
        if (result.damaged == 0)
            return EventFileText::tr("There is no event in this file.");
        const FileProblem &first = result.problems.first();
        return EventFileText::tr("There is no event in this file. Line %1: %2.").arg(first.line).arg(first.reason);
    }

    std::shared_ptr<RecordFile> m_file;
    const CancelFlag m_cancel;
    const std::function<void(int)> &m_progress;
    std::shared_ptr<EventStore> m_store = std::make_shared<EventStore>();
    std::vector<std::unique_ptr<Worker>> m_workers;
    EventFile::Format m_format = EventFile::Format::Lines;
    qint64 m_start = 0; // behind the byte order mark
    std::vector<RecordRange> m_ranges; // found and not decoded yet
    std::vector<Part> m_parts;
    qint64 m_total = 0; // bytes to be read
    std::atomic<qint64> m_done = 0;
    std::atomic<int> m_reported = 0;
};

} // namespace

Expected<EventFile, QString> EventFile::load(
    const QString &path, const CancelFlag &cancel, const std::function<void(int)> &progress)
{
    auto file = RecordFile::open(path);
    if (!file)
        return Unexpected<QString>(file.error());
    auto result = Loader(*file, cancel, progress).load();
    returnFreedMemory();
    return result;
}

} // namespace tidings
