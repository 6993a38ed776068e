// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldvalues.h"

#include "akqljsonvalue.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "eventcondition.h"

#include <algorithm>
#include <atomic>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t valuesAtOnce = 512;
constexpr qsizetype longestValue = 1000; // of what is told apart and asked for

struct ToKey
{
    std::string operator()(akql::Missing /*none*/) const { return {}; }
    std::string operator()(akql::Null /*none*/) const { return {}; }
    std::string operator()(bool value) const { return value ? "t" : "f"; }
    std::string operator()(qint64 value) const { return 'i' + std::to_string(value); }
    std::string operator()(double value) const { return 'd' + QByteArray::number(value, 'g', 17).toStdString(); }
    std::string operator()(const QString &text) const { return text.isEmpty() ? "" : 's' + text.toStdString(); }
    std::string operator()(akql::Timestamp time) const { return 'z' + std::to_string(time.microseconds); }
    std::string operator()(const akql::JsonText &json) const { return 'j' + json.text.toStdString(); }
};

QString textOf(const akql::Value &value)
{
    if (const QString *const text = std::get_if<QString>(&value))
        return *text;
    if (const akql::JsonText *const json = std::get_if<akql::JsonText>(&value))
        return json->text;
    const auto literal = akql::toLiteral(value);
    return literal ? akql::print(*literal) : QString();
}

} // namespace

// For one thread.
class FieldValues::Reader
{
public:
    explicit Reader(QStringList path)
        : m_path(std::move(path))
    {
    }

    // The key is empty where there is nothing.
    std::pair<std::string, Value> read(std::string_view raw)
    {
        m_json = raw;
        if (m_path.isEmpty())
            return subject();
        Value value{akql::jsonValueAt(m_json, m_path)};
        std::string key = std::visit(ToKey(), value.value);
        if (textOf(value.value).size() > longestValue) {
            // Told apart by all of it, and kept by its beginning.
            value.value = textOf(value.value).left(longestValue);
            value.isWhole = false;
            key = 'l' + std::to_string(key.size()) + ' ' + std::to_string(std::hash<std::string>()(key))
                + key.substr(0, longestValue);
        }
        return {std::move(key), std::move(value)};
    }

private:
    std::pair<std::string, Value> subject()
    {
        static const QStringList modelPath{u"context"_s, u"model"_s};
        const akql::Value model = akql::jsonValueAt(m_json, modelPath);
        if (const akql::JsonText *const json = std::get_if<akql::JsonText>(&model)) {
            m_model = json->text.toStdString();
            Value value{akql::jsonValueAt(m_model, {u"pk"_s})};
            if (akql::toLiteral(value.value)) {
                value.model = akql::jsonTextAt(m_model, {u"model_name"_s});
                value.app = akql::jsonTextAt(m_model, {u"app"_s});
                value.name = akql::jsonTextAt(m_model, {u"name"_s}).left(longestValue);
                std::string key = "o" + value.app.toStdString() + '\n' + value.model.toStdString() + '\n'
                    + std::visit(ToKey(), value.value);
                return {std::move(key), std::move(value)};
            }
        }
        Value value{akql::jsonValueAt(m_json, akql::paths::split(akql::paths::triedUsername))};
        if (!akql::toLiteral(value.value))
            return {};
        std::string key = std::visit(ToKey(), value.value);
        return {std::move(key), std::move(value)};
    }

    QStringList m_path;
    std::string m_json;
    std::string m_model;
};

FieldValues::FieldValues(QStringList path)
    : m_path(std::move(path))
    , m_values(2)
{
}

FieldValues::Code FieldValues::add(std::string key, Value value)
{
    if (key.empty())
        return none;
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    if (m_known.size() >= mostValues)
        return others;
    const auto code = static_cast<Code>(m_values.size());
    m_values.push_back(std::move(value));
    m_known.emplace(std::move(key), code);
    return code;
}

QString FieldValues::text(Code code) const
{
    const Value &value = m_values[code];
    return value.name.isEmpty() ? textOf(value.value) : value.name;
}

std::optional<akql::Node> FieldValues::condition(Code code) const
{
    const Value &value = m_values[code];
    const auto literal = value.isWhole ? akql::toLiteral(value.value) : std::nullopt;
    if (!literal)
        return std::nullopt;
    if (!m_path.isEmpty())
        return conditionOf(m_path, *literal);
    if (value.model.isEmpty() && value.app.isEmpty())
        return akql::equals(value.name.isEmpty() ? akql::paths::triedUsername : akql::paths::modelPk, *literal);
    std::vector<akql::Node> parts{akql::equals(akql::paths::modelPk, *literal)};
    if (!value.model.isEmpty())
        parts.push_back(akql::equals(akql::paths::modelName, value.model));
    if (!value.app.isEmpty())
        parts.push_back(akql::equals(akql::paths::modelApp, value.app));
    return akql::Node::all(std::move(parts));
}

std::shared_ptr<const FieldValues> FieldValues::read(const std::shared_ptr<const FieldValues> &known,
    const RawSnapshot &records, const std::vector<Slot> &rows, const CancelFlag &cancel,
    const std::function<void(int percent)> &progress)
{
    // Each thread has a table of its own; then they are joined.
    struct Worker
    {
        Worker(const RawSnapshot &snapshot, const QStringList &path)
            : raw(snapshot)
            , reader(path)
            , values(path)
        {
        }
        RawReader raw;
        Reader reader;
        FieldValues values;
    };
    std::vector<std::unique_ptr<Worker>> workers(parallelWorkers());
    const size_t parts = (rows.size() + valuesAtOnce - 1) / valuesAtOnce;
    std::vector<Slot> places(rows.size()); // in the snapshot
    for (size_t i = 0; i < places.size(); ++i)
        places[i] = static_cast<Slot>(i);
    std::vector<Code> codes(rows.size());
    std::vector<size_t> readBy(parts);
    std::atomic<size_t> finished = 0;
    parallelFor(parts, cancel, [&](size_t part, size_t number) {
        if (!workers[number])
            workers[number] = std::make_unique<Worker>(records, known->m_path);
        Worker &worker = *workers[number];
        readBy[part] = number;
        const size_t begin = part * valuesAtOnce;
        const size_t end = std::min(begin + valuesAtOnce, places.size());
        worker.raw.prepare(places.data() + begin, end - begin);
        for (size_t i = begin; i < end; ++i) {
            auto [key, value] = worker.reader.read(worker.raw.raw(places[i]));
            codes[i] = worker.values.add(std::move(key), std::move(value));
        }
        constexpr size_t steps = 50;
        const size_t count = ++finished;
        if (count * steps / parts != (count - 1) * steps / parts)
            progress(static_cast<int>(count * 100 / parts));
    });
    const auto result = std::make_shared<FieldValues>(*known);
    if (cancel.isCancelled())
        return result;
    std::vector<std::vector<Code>> joined(workers.size()); // by the code that the thread gave
    for (size_t number = 0; number < workers.size(); ++number) {
        if (!workers[number])
            continue;
        FieldValues &values = workers[number]->values;
        joined[number] = std::vector<Code>(values.codeCount(), others);
        joined[number][none] = none;
        std::vector<const std::string *> keys(values.codeCount());
        for (const auto &[key, code] : values.m_known)
            keys[code] = &key;
        for (size_t code = others + 1; code < keys.size(); ++code)
            joined[number][code] = result->add(*keys[code], std::move(values.m_values[code]));
    }
    const Slot last = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end());
    result->m_codes.resize(std::max(result->m_codes.size(), size_t(last) + 1), unread);
    for (size_t i = 0; i < rows.size(); ++i)
        result->m_codes[rows[i]] = joined[readBy[i / valuesAtOnce]][codes[i]];
    return result;
}

} // namespace tidings
