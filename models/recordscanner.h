// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

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
// a record is good JSON is for its reader to say. Never fails: text between records is passed over and noted.
class JsonScanner
{
public:
    // `piece` follows the one before. Appends the records that end in it.
    void scan(std::string_view piece, std::vector<RecordRange> &records);
    // The file is at its end.
    void finish(std::vector<RecordRange> &records);

    [[nodiscard]] qint64 strayLine() const { return m_strayLine; } // first line with text between records, 0: none

private:
    void open(char c);
    void close(std::vector<RecordRange> &records);
    void endKey();
    void noteStray();

    qint64 m_offset = 0; // of the byte at hand
    qint64 m_line = 1;
    qint64 m_strayLine = 0;
    int m_depth = 0;
    int m_listDepth = 0; // records stand this deep: 0, 1 in an array, 2 in a page
    bool m_inString = false;
    bool m_escaped = false;
    bool m_inRecord = false; // or in an object that may turn out to be a page
    RecordRange m_record;
    // The string that was read last at depth 1, as far as it may be the key of a page's list
    char m_key[8] = {};
    size_t m_keySize = 0;
    bool m_keyEnded = false;
    bool m_isKeyOfList = false;
};

// Finds the records of a CSV text: they end at a line break outside quotes.
class CsvScanner
{
public:
    void scan(std::string_view piece, std::vector<RecordRange> &records);
    void finish(std::vector<RecordRange> &records);

private:
    void end(qint64 offset, std::vector<RecordRange> &records);

    qint64 m_offset = 0;
    qint64 m_line = 1;
    RecordRange m_record;
    bool m_inQuotes = false;
};

} // namespace tidings
