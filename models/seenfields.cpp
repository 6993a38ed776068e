// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenfields.h"

#include "akqlprinter.h"
#include "eventcondition.h"
#include "eventfieldtext.h"
#include "eventtablemodel.h"

#include <QElapsedTimer>

#include <algorithm>

namespace tidings {

namespace {

constexpr int mostRowsSeen = 300; // more would not be at hand while someone types

} // namespace

QMap<QString, QString> seenFields(const EventTableModel &model)
{
    constexpr qint64 patience = 8'000'000; // nanoseconds
    constexpr qsizetype mostNames = 400;
    constexpr qsizetype longestExample = 80;
    QElapsedTimer clock;
    clock.start();
    QMap<QString, QString> examples;
    for (int row = 0; row < std::min(mostRowsSeen, model.rowCount()) && clock.nsecsElapsed() < patience; ++row) {
        const QByteArray raw = model.rawAt(row);
        std::string json = raw.toStdString();
        const QStringList names = fieldNames(raw, mostNames);
        for (const QString &name : names) {
            if (examples.size() >= mostNames && !examples.contains(name))
                continue;
            QString &example = examples[name];
            if (example.isEmpty())
                example = fieldText(json, fieldPath(name)).left(longestExample);
        }
    }
    return examples;
}

QList<akql::Literal> seenValues(const EventTableModel &model, const QStringList &path)
{
    QList<akql::Literal> values;
    QHash<QString, int> counts;
    for (int row = 0; row < std::min(mostRowsSeen, model.rowCount()); ++row) {
        const Event event = model.eventAt(row);
        const auto literal = literalAt(event, path);
        if (literal && counts[akql::print(*literal)]++ == 0)
            values += *literal;
    }
    std::stable_sort(values.begin(), values.end(), [&](const akql::Literal &a, const akql::Literal &b) {
        return counts.value(akql::print(a)) > counts.value(akql::print(b));
    });
    return values;
}

QHash<QString, qint64> seenActions(const EventTableModel &model)
{
    const EventStore &store = model.store();
    std::vector<qint64> counts(store.dictionary().textCount());
    store.codes(EventStore::Column::Action).visit([&](const auto *codes) {
        for (const EventStore::Slot slot : model.visibleRows())
            ++counts[codes[slot]];
    });
    QHash<QString, qint64> actions;
    for (size_t code = 0; code < counts.size(); ++code) {
        if (counts[code] > 0)
            actions.insert(store.dictionary().text(static_cast<EventStore::Code>(code)), counts[code]);
    }
    return actions;
}

} // namespace tidings
