// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordscanner.h"

#include <algorithm>
#include <cstring>

namespace tidings {

namespace {

constexpr std::string_view listKey = "results";
constexpr int noList = -1;

// The next of two bytes, or the end.
const char *nextOf(const char *from, const char *end, char a, char b)
{
    while (from < end && *from != a && *from != b)
        ++from;
    return from;
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
                continue;
            }
            // Most bytes are inside strings.
            const char *const stop = nextOf(at, end, '"', '\\');
            if (m_depth == m_listDepth + 1 && !m_keyEnded) {
                const auto length = static_cast<size_t>(stop - at);
                for (size_t i = 0; i < length && m_keySize < sizeof m_key; ++i)
                    m_key[m_keySize++] = at[i];
            }
            at = stop;
            if (at == end)
                break;
            if (*at == '\\') {
                m_escaped = true;
            } else {
                m_inString = false;
                m_keyEnded = true;
            }
            continue;
        }
        m_offset = base + (at - piece.data());
        switch (*at) {
        case '"':
            noteStray();
            m_inString = true;
            m_keyEnded = false;
            m_keySize = 0;
            m_isKeyOfList = false;
            break;
        case ':':
            endKey();
            break;
        case '{':
        case '[':
            open(*at);
            break;
        case '}':
        case ']':
            close(records);
            break;
        case '\n':
            ++m_line;
            break;
        case ' ':
        case '\t':
        case '\r':
            break;
        case ',':
            m_isKeyOfList = false;
            break;
        default:
            m_isKeyOfList = false;
            noteStray();
        }
    }
    m_offset = base + static_cast<qint64>(piece.size());
}

// "results": directly in an outermost object.
void JsonScanner::endKey()
{
    m_isKeyOfList = m_depth == 1 && m_listDepth == 0 && m_inRecord && std::string_view(m_key, m_keySize) == listKey;
}

void JsonScanner::open(char c)
{
    if (c == '[' && m_depth == 0) {
        m_listDepth = 1;
    } else if (c == '[' && m_isKeyOfList && m_depth == 1) {
        m_listDepth = 2;
        m_inRecord = false;
    } else if (c == '{' && m_depth == m_listDepth) {
        m_record = {m_offset, 0, m_line, false};
        m_inRecord = true;
    }
    m_isKeyOfList = false;
    ++m_depth;
}

void JsonScanner::close(std::vector<RecordRange> &records)
{
    m_isKeyOfList = false;
    if (m_depth == 0)
        return noteStray();
    --m_depth;
    if (m_depth == m_listDepth && m_inRecord) {
        m_record.length = m_offset + 1 - m_record.offset;
        records.push_back(m_record);
        m_inRecord = false;
    }
    // In the rest of a page there are no records.
    if (m_depth == 0)
        m_listDepth = 0;
    else if (m_depth < m_listDepth)
        m_listDepth = noList;
}

void JsonScanner::noteStray()
{
    if (m_strayLine == 0 && m_depth == m_listDepth && !m_inRecord)
        m_strayLine = m_line;
}

void JsonScanner::finish(std::vector<RecordRange> &records)
{
    if (!m_inRecord)
        return;
    m_record.length = m_offset - m_record.offset;
    m_record.isCut = true;
    records.push_back(m_record);
    m_inRecord = false;
}

void CsvScanner::scan(std::string_view piece, std::vector<RecordRange> &records)
{
    const char *const end = piece.data() + piece.size();
    for (const char *at = piece.data(); at < end;) {
        const char *const stop = nextOf(at, end, '"', '\n');
        if (stop == end)
            break;
        if (*stop == '"') {
            m_inQuotes = !m_inQuotes; // a doubled quote is two turns
        } else {
            if (!m_inQuotes) {
                this->end(m_offset + (stop + 1 - piece.data()), records);
                m_record.line = m_line + 1;
            }
            ++m_line;
        }
        at = stop + 1;
    }
    m_offset += static_cast<qint64>(piece.size());
}

void CsvScanner::end(qint64 offset, std::vector<RecordRange> &records)
{
    m_record.length = offset - m_record.offset;
    records.push_back(m_record);
    m_record.offset = offset;
}

void CsvScanner::finish(std::vector<RecordRange> &records)
{
    if (m_record.offset == m_offset)
        return;
    m_record.isCut = m_inQuotes;
    end(m_offset, records);
}

} // namespace tidings
