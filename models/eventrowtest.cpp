// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventrowtest.h"

#include "actioncatalog.h"
#include "eventfieldtext.h"
#include "eventsummary.h"
#include "eventtablemodel.h"
#include "timetext.h"

#include <bit>

namespace tidings {

EventRowTest::Scratch::Scratch(const EventStore &store)
    : m_reader(store)
{
}

EventRowTest::EventRowTest(const EventStore &store, const FindQuery &query, const QStringList &fields,
    const TimeDisplay &display, const QDateTime &now)
    : m_store(store)
    , m_words(query.text)
    , m_rawWords(query.text)
    , m_inRaw(query.inRaw)
    , m_display(display)
    , m_now(now)
{
    bool hasTime = false;
    for (const int column : query.columns) {
        if (column == EventTableModel::TimeColumn)
            hasTime = true;
        else if (column == EventTableModel::SummaryColumn)
            m_hasSentence = true;
        else if (column < EventTableModel::ColumnCount)
            m_columns += column;
        else if (column - EventTableModel::ColumnCount < fields.size())
            m_fields += fieldPath(fields.at(column - EventTableModel::ColumnCount));
    }
    if (hasTime)
        m_columns += EventTableModel::TimeColumn;
}

bool EventRowTest::matches(EventStore::Slot slot, Scratch &scratch) const
{
    if (m_inRaw)
        return m_rawWords.matches(scratch.m_reader.raw(slot));
    Words open = static_cast<Words>((quint64(1) << m_words.words().size()) - 1);
    for (const int column : m_columns) {
        strikeOut(open, slot, column, scratch);
        if (open == 0)
            return true;
    }
    if (!m_hasSentence && m_fields.isEmpty())
        return false;
    const std::string_view raw = scratch.m_reader.raw(slot);
    if (!m_fields.isEmpty()) {
        std::string json(raw);
        for (const QStringList &path : m_fields)
            strikeOut(open, fieldText(json, path));
    }
    if (open != 0 && m_hasSentence) {
        const QByteArray bytes(raw.data(), static_cast<qsizetype>(raw.size()));
        strikeOut(open, whatHappened(scratch.m_decoder.decode(bytes)));
    }
    return open == 0;
}

void EventRowTest::strikeOut(Words &open, EventStore::Slot slot, int column, Scratch &scratch) const
{
    using Text = EventStore::Column;
    const auto code = [this, slot](Text text) {
        return m_store.codes(text)[slot];
    };
    switch (static_cast<EventTableModel::Column>(column)) {
    case EventTableModel::TimeColumn:
        if (m_store.hasTime(slot))
            strikeOut(open, columnTime(m_store.created(slot), m_now, m_display));
        return;
    case EventTableModel::ActionColumn:
        return strikeOut(open, code(Text::Action), true, scratch);
    case EventTableModel::UserColumn:
        return strikeOut(open, code(Text::Actor), false, scratch);
    case EventTableModel::ApplicationColumn:
        return strikeOut(open, code(Text::Application), false, scratch);
    case EventTableModel::FromColumn:
        strikeOut(open, code(Text::ClientIp), false, scratch);
        return strikeOut(open, code(Text::Place), false, scratch);
    case EventTableModel::BrandColumn:
        return strikeOut(open, code(Text::Brand), false, scratch);
    case EventTableModel::SummaryColumn:
    case EventTableModel::ColumnCount:
        return;
    }
}

void EventRowTest::strikeOut(Words &open, EventStore::Code code, bool isAction, Scratch &scratch) const
{
    using Answer = Scratch::Answer;
    auto &known = isAction ? scratch.m_actions : scratch.m_plain;
    known.resize(static_cast<size_t>(m_words.words().size()));
    for (Words left = open; left != 0; left &= left - 1) {
        const int word = std::countr_zero(left);
        std::vector<Answer> &answers = known[static_cast<size_t>(word)];
        if (code >= answers.size())
            answers.resize(std::max<size_t>(code + 1, m_store.dictionary().textCount()), Answer::Unknown);
        Answer &answer = answers[code];
        if (answer == Answer::Unknown) {
            const QString &value = m_store.dictionary().text(code);
            const bool contains
                = (isAction ? actionEntry(value).label : value).contains(m_words.words().at(word), Qt::CaseInsensitive);
            answer = contains ? Answer::Yes : Answer::No;
        }
        if (answer == Answer::Yes)
            open &= ~(Words(1) << word);
    }
}

void EventRowTest::strikeOut(Words &open, const QString &text) const
{
    for (Words left = open; left != 0; left &= left - 1) {
        const int word = std::countr_zero(left);
        if (text.contains(m_words.words().at(word), Qt::CaseInsensitive))
            open &= ~(Words(1) << word);
    }
}

} // namespace tidings
