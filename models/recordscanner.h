// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>
#include <vector>

namespace tidings {

// Where a record stands in a file.
struct RecordRange
{
    qint64 offset = 0; // bytes
    qint64 length = 0;
    qint64 line = 1; // of its first byte
    bool isCut = false; // the file ends inside it
};

// Finds the records of a JSON text that is read piece by piece: the objects of an array, the `results` of an API page,
// and objects that follow each other with any white space between. Knows strings and brackets and nothing else; whether
// a record is good JSON is for its reader to say. Never fails: text between records is passed over and noted. Where
// quotes or brackets do not add up, the damaged record ends where the next one seems to begin: with a line that begins
// as those of records do, or, on one line, behind a closed object with the key that records begin with.
class JsonScanner
{
public:
    // `piece` follows the one before. Appends the records that end in it.
    void scan(std::string_view piece, std::vector<RecordRange> &records);
    // The file is at its end.
    void finish(std::vector<RecordRange> &records);

    [[nodiscard]] qint64 strayLine() const { return m_strayLine; } // first line with text between records, 0: none

private:
    static constexpr size_t keySize = 8;

    [[nodiscard]] int depth() const { return static_cast<int>(m_brackets.size()); }
    [[nodiscard]] bool isMisplaced(char c) const;
    void open(char c);
    void close(char c, std::vector<RecordRange> &records);
    void endKey();
    [[nodiscard]] bool takeSpacing(char c);
    void endIndent();
    void noteStray();
    void lose();
    void seek(char c, std::vector<RecordRange> &records);
    void resume(std::vector<RecordRange> &records);

    qint64 m_offset = 0; // of the byte at hand
    qint64 m_line = 1;
    qint64 m_strayLine = 0;
    std::string m_brackets; // the open ones
    int m_listDepth = 0; // records stand this deep: 0, 1 in an array, 2 in a page
    int m_lastListDepth = 0; // the same in the rest of a page
    bool m_inString = false;
    bool m_escaped = false;
    bool m_inRecord = false; // or in an object that may turn out to be a page
    bool m_afterColon = false;
    RecordRange m_record;
    // The string that was read last at depth 1, as far as it may be the key of a page's list
    char m_key[keySize] = {};
    size_t m_keySize = 0;
    bool m_keyEnded = false;
    bool m_isKeyOfList = false;
    std::string m_firstKey; // of records, as far as it is kept

    bool m_atLineStart = true; // nothing but blanks, commas and the bracket of the list so far
    bool m_inIndent = true; // nothing but blanks
    qint64 m_indent = 0; // of this line
    qint64 m_recordIndent = -1; // of lines that begin records, -1: not known
    bool m_hasRecord = false; // one that was whole has been seen
    bool m_beginsLine = false; // the record at hand
    bool m_isIndented = false; // lines inside the record at hand are deeper than its first

    bool m_isLost = false; // in a damaged record, or between records behind damage
    bool m_afterObject = false; // nothing but blanks and commas since the last '}'
    bool m_hasCandidate = false; // maybe the next record
    bool m_candidateBeginsLine = false;
    bool m_inCandidateKey = false;
    RecordRange m_candidate;
};

// Finds the records of a CSV text: they end at a line break outside quotes. Quotes count where a cell begins. A line
// inside quotes that begins with an id, as the records of authentik's export do, begins the next record: the quotes of
// the one before are broken.
class CsvScanner
{
public:
    void scan(std::string_view piece, std::vector<RecordRange> &records);
    void finish(std::vector<RecordRange> &records);

private:
    enum class At { CellStart, Plain, Quoted, Quote };

    void step(char c, qint64 offset, std::vector<RecordRange> &records);
    void takeHead(char c, qint64 offset, std::vector<RecordRange> &records);
    void leaveHead(qint64 end, std::vector<RecordRange> &records);
    void end(qint64 offset, std::vector<RecordRange> &records);

    qint64 m_offset = 0;
    qint64 m_line = 1;
    RecordRange m_record;
    At m_at = At::CellStart;
    bool m_inHead = false;
    std::string m_head; // of a line inside quotes, as long as it may begin a record
};

} // namespace tidings
