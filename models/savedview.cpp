// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedview.h"

#include "akqlparser.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "privatefile.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct SavedViewText
{
    Q_DECLARE_TR_FUNCTIONS(SavedView)
};

constexpr qsizetype mostViews = 500;
constexpr qsizetype mostViewBytes = 1 << 20;
constexpr qsizetype longestName = 200;
// By TimeRange::Days
constexpr std::array daysNames{""_L1, "today"_L1, "yesterday"_L1, "this_week"_L1};

QJsonObject toObject(const SavedView &view)
{
    const EventQuery &query = view.query;
    QJsonObject object{{u"name"_s, view.name}};
    if (!query.text.isEmpty())
        object[u"text"_s] = query.text;
    if (!query.actions.isEmpty())
        object[u"actions"_s] = QJsonArray::fromStringList(query.actions);
    QJsonArray levels;
    for (const Level level : query.levels)
        levels += levelWord(level);
    if (!levels.isEmpty())
        object[u"levels"_s] = levels;
    QJsonArray conditions;
    for (const Condition &condition : query.conditions) {
        QJsonObject entry{{u"query"_s, akql::print(condition.node)}};
        if (!condition.enabled)
            entry[u"enabled"_s] = false;
        if (condition.pinned)
            entry[u"pinned"_s] = true;
        conditions += entry;
    }
    if (!conditions.isEmpty())
        object[u"conditions"_s] = conditions;
    if (query.range.days != TimeRange::Days::None)
        object[u"days"_s] = QString(daysNames.at(static_cast<size_t>(query.range.days)));
    if (query.range.last.count() > 0)
        object[u"last_seconds"_s] = static_cast<qint64>(query.range.last.count());
    if (query.range.from)
        object[u"from"_s] = timestampToIso(*query.range.from);
    if (query.range.until)
        object[u"until"_s] = timestampToIso(*query.range.until);
    if (!view.columns.isEmpty())
        object[u"columns"_s] = columnsToJson(view.columns);
    if (!view.order.isEmpty())
        object[u"order"_s] = sortKeysToJson(view.order);
    return object;
}

Expected<SavedView, QString> fromObject(const QJsonObject &object)
{
    SavedView view;
    view.name = object[u"name"_s].toString().trimmed().left(longestName).trimmed();
    if (view.name.isEmpty())
        return Unexpected(SavedViewText::tr("A view has no name."));
    view.query.text = object[u"text"_s].toString();
    const QJsonArray actions = object[u"actions"_s].toArray();
    for (const auto &action : actions)
        view.query.actions += action.toString();
    view.query.actions.removeAll(QString());
    const QJsonArray levels = object[u"levels"_s].toArray();
    for (const auto &word : levels) {
        const auto level = levelOfWord(word.toString());
        if (level && !view.query.levels.contains(*level))
            view.query.levels += *level;
    }
    const QJsonArray conditions = object[u"conditions"_s].toArray();
    for (const auto &entry : conditions) {
        const akql::ParseResult parsed = akql::parse(entry[u"query"_s].toString());
        if (!parsed) {
            return Unexpected(SavedViewText::tr("A condition of the view “%1” is no query: %2")
                                  .arg(visibleLine(view.name, longestName), parsed.error.message));
        }
        view.query.conditions
            += Condition{*parsed.query, entry[u"enabled"_s].toBool(true), entry[u"pinned"_s].toBool(false)};
    }
    constexpr double longest = std::chrono::seconds(100 * 365 * 24h).count();
    view.query.range.last
        = std::chrono::seconds(static_cast<qint64>(std::clamp(object[u"last_seconds"_s].toDouble(), 0.0, longest)));
    const auto days = std::find(daysNames.begin(), daysNames.end(), object[u"days"_s].toString());
    if (days != daysNames.end())
        view.query.range.days = static_cast<TimeRange::Days>(days - daysNames.begin());
    const auto time = [&object](const QString &key) {
        return parseTimestamp(object[key].toString().toStdString());
    };
    view.query.range.from = time(u"from"_s);
    view.query.range.until = time(u"until"_s);
    view.columns = columnLayoutFromJson(object[u"columns"_s].toArray());
    view.order = sortKeysFromJson(object[u"order"_s].toArray());
    return view;
}

Condition condition(QLatin1StringView path, akql::Operator op, const QList<akql::Literal> &values)
{
    return {akql::Node(akql::Comparison{akql::paths::split(path), op, values})};
}

} // namespace

QByteArray toJson(const QList<SavedView> &views)
{
    QJsonArray array;
    for (const SavedView &view : views)
        array += toObject(view);
    return QJsonDocument(QJsonObject{{u"tidings_views"_s, 1}, {u"views"_s, array}}).toJson();
}

Expected<QList<SavedView>, QString> savedViewsFromJson(const QByteArray &json)
{
    if (json.size() > mostViewBytes)
        return Unexpected(SavedViewText::tr("The file is too large to be one of views."));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isNull())
        return Unexpected(
            SavedViewText::tr("The file is no JSON: %1 (at byte %2).").arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject() || !document[u"views"_s].isArray())
        return Unexpected(SavedViewText::tr("The file holds no views of Tidings."));
    const QJsonArray array = document[u"views"_s].toArray();
    if (array.size() > mostViews)
        return Unexpected(SavedViewText::tr("The file holds more than %1 views.").arg(mostViews));
    QList<SavedView> views;
    for (const auto &value : array) {
        Expected<SavedView, QString> view = fromObject(value.toObject());
        if (!view)
            return Unexpected(view.error());
        views += *view;
    }
    return views;
}

Expected<QList<SavedView>, QString> readSavedViews(const QString &path)
{
    const auto bytes = readWholeFile(path, mostViewBytes);
    return bytes ? savedViewsFromJson(*bytes) : Unexpected(bytes.error());
}

QList<SavedView> exampleViews()
{
    using akql::Operator;
    SavedView logins{SavedViewText::tr("Failed logins"), {}};
    logins.query.conditions = {condition(akql::paths::action, Operator::Equal, {u"login_failed"_s})};
    logins.query.range.last = 7 * 24h;
    SavedView changes{SavedViewText::tr("Changes"), {}};
    changes.query.conditions
        = {condition(akql::paths::action, Operator::In, {u"model_created"_s, u"model_updated"_s, u"model_deleted"_s})};
    SavedView impersonation{SavedViewText::tr("Impersonation"), {}};
    impersonation.query.conditions
        = {condition(akql::paths::action, Operator::In, {u"impersonation_started"_s, u"impersonation_ended"_s})};
    SavedView problems{SavedViewText::tr("Problems"), {}};
    problems.query.conditions = {condition(akql::paths::action, Operator::In,
        {u"configuration_error"_s, u"policy_exception"_s, u"property_mapping_exception"_s, u"system_exception"_s,
            u"system_task_exception"_s, u"suspicious_request"_s})};
    return {logins, changes, impersonation, problems};
}

} // namespace tidings
