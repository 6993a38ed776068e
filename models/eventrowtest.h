// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codec.h"
#include "eventstore.h"
#include "findwords.h"
#include "rowfinder.h"
#include "timedisplay.h"
#include "wordsearch.h"

#include <memory>

namespace tidings {

// Whether a row of a store is what somebody looks for: each word stands in one of the columns as an EventTableModel
// shows them, or in the raw record. Values that many rows share are looked at once; a record is decoded only where its
// columns do not decide. Reads the store, and so may several threads while nobody changes it, each with its own
// Scratch.
class EventRowTest
{
public:
    // What one thread keeps between rows.
    class Scratch
    {
    public:
        explicit Scratch(const EventStore &store);
        void prepare(const EventStore::Slot *wanted, size_t count) { m_reader.prepare(wanted, count); }

    private:
        friend class EventRowTest;
        enum class Answer : quint8 { Unknown, No, Yes };

        RawReader m_reader;
        codec::EventDecoder m_decoder;
        std::vector<std::vector<Answer>> m_plain; // by word, then by code
        std::vector<std::vector<Answer>> m_actions; // the same of the actions' labels
    };

    // `columns` are those of EventTableModel, `fields` the paths of the columns behind the fixed ones. The store must
    // outlive this object.
    EventRowTest(const EventStore &store, const FindQuery &query, const QStringList &fields, const TimeDisplay &display,
        const QDateTime &now);

    [[nodiscard]] bool isOf(const EventStore &store) const { return &store == &m_store; }
    [[nodiscard]] bool matches(EventStore::Slot slot, Scratch &scratch) const;

private:
    using Words = quint32; // a bit for each that is still to be found

    void strikeOut(Words &open, EventStore::Slot slot, int column, Scratch &scratch) const;
    void strikeOut(Words &open, EventStore::Code code, bool isAction, Scratch &scratch) const;
    void strikeOut(Words &open, const QString &text) const;

    const EventStore &m_store;
    FindWords m_words;
    WordSearch m_rawWords;
    bool m_inRaw;
    QList<int> m_columns; // the cheap ones first
    QList<QStringList> m_fields; // paths of field columns that are shown
    bool m_hasSentence = false;
    TimeDisplay m_display;
    QDateTime m_now;
};

} // namespace tidings
