// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordscanner.h"

#include <algorithm>
#include <utility>

namespace tidings {

namespace {

constexpr std::string_view listKey = "results";
constexpr int noList = -1;
constexpr int deepest = 10'000; // brackets; nobody reads what is deeper

// The next of some bytes, or the end.
template <class... Bytes> const char *nextOf(const char *from, const char *end, Bytes... bytes)
{
    while (from < end && ((*from != bytes) && ...))
        ++from;
    return from;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

enum class Match { No, Maybe, Yes };

// Does a line begin with an id as its first cell? Needs one character behind the comma to say so: prose has a blank.
Match matchIdCell(std::string_view line)
{
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const bool isQuoted = !line.empty() && line.front() == '"';
    if (isQuoted)
        line.remove_prefix(1);
    for (size_t i = 0; i < std::min(line.size(), form.size()); ++i) {
        const char c = line[i];
        const bool isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (form[i] == '-' ? c != '-' : !isHex)
            return Match::No;
    }
    line.remove_prefix(std::min(line.size(), form.size()));
    for (const char expected : isQuoted ? std::string_view("\",") : std::string_view(",")) {
        if (line.empty())
            return Match::Maybe;
        if (line.front() != expected)
            return Match::No;
        line.remove_prefix(1);
    }
    if (line.empty())
        return Match::Maybe;
    return isQuoted || !isBlank(line.front()) ? Match::Yes : Match::No;
}

} // namespace

void JsonScanner::scan(std::string_view piece, std::vector<RecordRange> &records)
{
    const char *const end = piece.data() + piece.size();
    const qint64 base = m_offset;
    for (const char *at = piece.data(); at < end; ++at) {
        if (m_inString) {
            if (m_escaped) {
                m_escaped = false;
                if (*at != '\n')
                    continue;
            }
            // Most bytes are inside strings.
            const char *const stop = nextOf(at, end, '"', '\\', '\n');
            if (depth() == m_listDepth + 1 && !m_keyEnded) {
                const auto length = static_cast<size_t>(stop - at);
                for (size_t i = 0; i < length && m_keySize < keySize; ++i)
                    m_key[m_keySize++] = at[i];
            }
            at = stop;
            if (at == end)
                break;
            if (*at == '\\') {
                m_escaped = true;
                continue;
            }
            m_inString = false;
            m_keyEnded = true;
            if (*at == '"')
                continue;
            lose(); // no string goes on behind a line
        }
        m_offset = base + (at - piece.data());
        if (m_isLost) {
            seek(*at, records);
            continue;
        }
        if (takeSpacing(*at)) {
            if (*at == ',') {
                m_isKeyOfList = false;
                m_afterColon = false;
            }
            continue;
        }
        switch (*at) {
        case '"':
            noteStray();
            endIndent();
            m_inString = true;
            m_keyEnded = false;
            m_keySize = 0;
            m_isKeyOfList = false;
            m_afterColon = false;
            break;
        case ':':
            noteStray();
            endIndent();
            endKey();
            break;
        case '{':
        case '[':
            if (isMisplaced(*at)) {
                lose();
                seek(*at, records);
            } else {
                open(*at);
            }
            break;
        case '}':
        case ']':
            close(*at, records);
            break;
        default:
            endIndent();
            m_isKeyOfList = false;
            m_afterColon = false;
            noteStray();
        }
    }
    m_offset = base + static_cast<qint64>(piece.size());
}

// Blanks, line breaks and commas only say how far the line has come. False: it is something else.
bool JsonScanner::takeSpacing(char c)
{
    switch (c) {
    case '\n':
        ++m_line;
        m_atLineStart = true;
        m_inIndent = true;
        m_indent = 0;
        return true;
    case ' ':
    case '\t':
        m_indent += m_inIndent ? 1 : 0;
        return true;
    case '\r':
        return true;
    case ',':
        m_inIndent = false;
        return true;
    default:
        return false;
    }
}

void JsonScanner::endIndent()
{
    if (m_atLineStart && m_inRecord && m_line > m_record.line && m_indent > m_recordIndent)
        m_isIndented = true;
    m_atLineStart = false;
    m_inIndent = false;
}

// "results": directly in an outermost object.
void JsonScanner::endKey()
{
    if (m_inRecord && m_brackets.back() == '[')
        return lose();
    const std::string_view key(m_key, m_keySize);
    if (m_inRecord && m_firstKey.empty() && depth() == m_listDepth + 1)
        m_firstKey = key;
    m_isKeyOfList = depth() == 1 && m_listDepth == 0 && m_inRecord && key == listKey;
    m_afterColon = true;
}

// True where an object or a list shows that something before is damaged.
bool JsonScanner::isMisplaced(char c) const
{
    if (depth() >= deepest || (!m_brackets.empty() && m_brackets.back() == '{' && !m_afterColon))
        return true;
    // Inside a list of the record it may stand, but not at the begin of a line where records begin: those that are laid
    // out have what they contain further to the right, and of the others each has a line.
    return c == '{' && m_inRecord && m_beginsLine && m_atLineStart && m_indent <= m_recordIndent
        && (m_isIndented || m_line == m_record.line + 1);
}

void JsonScanner::open(char c)
{
    if (c == '[' && m_brackets.empty()) {
        m_listDepth = 1;
        m_lastListDepth = 1;
        m_firstKey.clear();
        m_inIndent = false; // a record that follows begins the line, too
    } else if (c == '[' && m_isKeyOfList && depth() == 1) {
        m_listDepth = 2;
        m_lastListDepth = 2;
        m_firstKey.clear();
        m_recordIndent = -1;
        m_inRecord = false;
        endIndent();
    } else if (c == '[' && depth() == m_listDepth) {
        return noteStray(); // records do not stand in lists of lists
    } else if (c == '{' && depth() == m_listDepth) {
        m_beginsLine = m_atLineStart;
        if (m_beginsLine)
            m_recordIndent = m_indent;
        endIndent();
        m_record = {m_offset, 0, m_line, false};
        m_inRecord = true;
        m_isIndented = false;
    } else {
        endIndent();
    }
    m_isKeyOfList = false;
    m_afterColon = false;
    m_brackets.push_back(c);
}

void JsonScanner::close(char c, std::vector<RecordRange> &records)
{
    endIndent();
    m_isKeyOfList = false;
    m_afterColon = false;
    if (m_brackets.empty())
        return noteStray();
    if ((m_brackets.back() == '{') != (c == '}')) {
        if (depth() == m_listDepth)
            return noteStray(); // one too many; the list goes on
        lose();
        return seek(c, records);
    }
    m_brackets.pop_back();
    if (depth() == m_listDepth && m_inRecord) {
        m_record.length = m_offset + 1 - m_record.offset;
        records.push_back(m_record);
        m_inRecord = false;
        m_hasRecord = true;
    }
    // In the rest of a page there are no records.
    if (m_brackets.empty()) {
        m_listDepth = 0;
        m_lastListDepth = 0;
    } else if (depth() < m_listDepth) {
        m_listDepth = noList;
    }
}

void JsonScanner::noteStray()
{
    if (m_strayLine == 0 && depth() == m_listDepth && !m_inRecord)
        m_strayLine = m_line;
}

// From here on the next record is sought.
void JsonScanner::lose()
{
    if (!m_inRecord && m_strayLine == 0)
        m_strayLine = m_line;
    if (!m_hasRecord)
        m_recordIndent = -1; // that of a page
    m_isLost = true;
    m_inString = false;
    m_escaped = false;
    m_afterObject = false;
    m_hasCandidate = false;
}

void JsonScanner::seek(char c, std::vector<RecordRange> &records)
{
    if (m_hasCandidate && m_inCandidateKey) {
        if (c != '"' && c != '\n') {
            if (m_keySize < keySize)
                m_key[m_keySize++] = c;
            return;
        }
        if (c == '"' && (m_candidateBeginsLine || std::string_view(m_key, m_keySize) == m_firstKey))
            return resume(records);
        m_hasCandidate = false;
    } else if (m_hasCandidate && c == '"') {
        m_inCandidateKey = true;
        m_keySize = 0;
        return;
    } else if (m_hasCandidate && !isBlank(c)) {
        m_hasCandidate = false;
    }
    if (takeSpacing(c))
        return;
    if (c == '{') {
        m_candidateBeginsLine = m_atLineStart && (m_recordIndent < 0 || m_indent <= m_recordIndent);
        m_hasCandidate = m_candidateBeginsLine || (!m_atLineStart && m_afterObject && !m_firstKey.empty());
        m_inCandidateKey = false;
        m_candidate = {m_offset, 0, m_line, false};
    }
    m_atLineStart = false;
    m_inIndent = false;
    m_afterObject = c == '}';
}

// What was thought to be the next record is it: its first key has been read.
void JsonScanner::resume(std::vector<RecordRange> &records)
{
    if (m_inRecord) {
        m_record.length = m_candidate.offset - m_record.offset;
        records.push_back(m_record);
    }
    m_listDepth = m_lastListDepth;
    m_brackets = std::string(m_listDepth == 2 ? "{[" : m_listDepth == 1 ? "[" : "") + '{';
    m_record = m_candidate;
    m_inRecord = true;
    m_beginsLine = m_candidateBeginsLine;
    m_isIndented = m_line > m_record.line && m_indent > m_recordIndent;
    m_isLost = false;
    m_keyEnded = true;
    m_isKeyOfList = false;
    m_afterColon = false;
}

void JsonScanner::finish(std::vector<RecordRange> &records)
{
    if (!m_inRecord)
        return;
    m_record.length = m_offset - m_record.offset;
    m_record.isCut = !m_isLost;
    records.push_back(m_record);
    m_inRecord = false;
}

void CsvScanner::scan(std::string_view piece, std::vector<RecordRange> &records)
{
    const char *const end = piece.data() + piece.size();
    for (const char *at = piece.data(); at < end; ++at) {
        if (m_inHead) {
            takeHead(*at, m_offset + (at - piece.data()), records);
            continue;
        }
        if (m_at == At::Quoted)
            at = nextOf(at, end, '"', '\n');
        else if (m_at == At::Plain)
            at = nextOf(at, end, ',', '\n');
        if (at == end)
            break;
        step(*at, m_offset + (at - piece.data()), records);
    }
    m_offset += static_cast<qint64>(piece.size());
}

void CsvScanner::step(char c, qint64 offset, std::vector<RecordRange> &records)
{
    if (m_at == At::Quoted) {
        if (c == '"') {
            m_at = At::Quote;
        } else if (c == '\n') {
            ++m_line;
            m_inHead = true;
            m_head.clear();
        }
        return;
    }
    if (c == '"' && m_at == At::Quote) {
        m_at = At::Quoted; // a doubled quote
    } else if (c == '"' && m_at == At::CellStart) {
        m_at = At::Quoted;
    } else if (c == ',') {
        m_at = At::CellStart;
    } else if (c == '\n') {
        end(offset + 1, records);
        m_record.line = ++m_line;
        m_at = At::CellStart;
    } else {
        m_at = At::Plain; // behind a quote: its reader says that they are broken
    }
}

void CsvScanner::takeHead(char c, qint64 offset, std::vector<RecordRange> &records)
{
    m_head += c;
    switch (matchIdCell(m_head)) {
    case Match::Maybe:
        break;
    case Match::No:
        leaveHead(offset + 1, records);
        break;
    case Match::Yes:
        m_inHead = false;
        end(offset + 1 - static_cast<qint64>(m_head.size()), records);
        m_record.line = m_line;
        m_at = At::CellStart;
        step(c, offset, records);
        break;
    }
}

// The line goes on with what is quoted.
void CsvScanner::leaveHead(qint64 end, std::vector<RecordRange> &records)
{
    m_inHead = false;
    const std::string head = std::exchange(m_head, {});
    qint64 offset = end - static_cast<qint64>(head.size());
    for (const char c : head)
        step(c, offset++, records);
}

void CsvScanner::end(qint64 offset, std::vector<RecordRange> &records)
{
    m_record.length = offset - m_record.offset;
    records.push_back(m_record);
    m_record.offset = offset;
}

void CsvScanner::finish(std::vector<RecordRange> &records)
{
    if (m_inHead)
        leaveHead(m_offset, records);
    if (m_record.offset == m_offset)
        return;
    m_record.isCut = m_at == At::Quoted;
    end(m_offset, records);
}

} // namespace tidings
