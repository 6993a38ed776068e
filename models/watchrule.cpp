// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchrule.h"

#include "akqlparser.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "eventcondition.h"
#include "eventrecord.h"
#include "privatefile.h"
#include "utf8text.h"
#include "visibletext.h"
#include "wholequestion.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <array>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct WatchRuleText
{
    Q_DECLARE_TR_FUNCTIONS(WatchRule)
};

constexpr qsizetype mostRules = 200;
constexpr qsizetype mostRuleBytes = 1 << 20;

constexpr std::array<std::pair<Level, QLatin1StringView>, 3> levels{
    {{Level::Notice, "notice"_L1}, {Level::Warning, "warning"_L1}, {Level::Alert, "alert"_L1}}};

QString wordOf(Level level)
{
    const auto found
        = std::find_if(levels.begin(), levels.end(), [level](const auto &each) { return each.first == level; });
    return found == levels.end() ? levels[0].second : found->second;
}

Level levelOf(const QString &word)
{
    const auto found
        = std::find_if(levels.begin(), levels.end(), [&word](const auto &each) { return each.second == word; });
    return found == levels.end() ? Level::Warning : found->first;
}

int within(const QJsonValue &value, int otherwise, int most)
{
    return static_cast<int>(std::clamp(value.toDouble(otherwise), 1.0, static_cast<double>(most)));
}

Expected<WatchRule, QString> ruleFrom(const QJsonObject &object)
{
    WatchRule rule;
    rule.name = object[u"name"_s].toString().trimmed().left(WatchRule::longestName).trimmed();
    if (rule.name.isEmpty())
        return Unexpected(WatchRuleText::tr("A watch rule has no name."));
    rule.query = object[u"query"_s].toString();
    rule.words = object[u"words"_s].toString().trimmed().left(WatchRule::longestWords).trimmed();
    const akql::ParseResult parsed = akql::parse(rule.query);
    if (!parsed && (!rule.query.isEmpty() || WordSearch(rule.words).isEmpty())) {
        return Unexpected(WatchRuleText::tr("The query of the watch rule “%1” is none: %2")
                              .arg(visibleLine(rule.name, WatchRule::longestName), parsed.error.message));
    }
    const QUuid id = QUuid::fromString(object[u"id"_s].toString());
    rule.id = (id.isNull() ? QUuid::createUuid() : id).toString(QUuid::WithoutBraces);
    rule.enabled = object[u"enabled"_s].toBool(true);
    rule.count = within(object[u"count"_s], rule.count, WatchRule::mostEvents);
    const int otherwise = static_cast<int>(rule.within.count());
    rule.within = std::chrono::minutes(
        within(object[u"within_minutes"_s], otherwise, static_cast<int>(WatchRule::longestTime.count())));
    rule.level = levelOf(object[u"level"_s].toString());
    return rule;
}

} // namespace

QByteArray toJson(const QList<WatchRule> &rules)
{
    QJsonArray array;
    for (const WatchRule &rule : rules) {
        array += QJsonObject{{u"id"_s, rule.id}, {u"name"_s, rule.name}, {u"query"_s, rule.query},
            {u"words"_s, rule.words}, {u"enabled"_s, rule.enabled}, {u"count"_s, rule.count},
            {u"within_minutes"_s, static_cast<qint64>(rule.within.count())}, {u"level"_s, wordOf(rule.level)}};
    }
    return QJsonDocument(QJsonObject{{u"tidings_watch_rules"_s, 1}, {u"rules"_s, array}}).toJson();
}

Expected<QList<WatchRule>, QString> watchRulesFromJson(const QByteArray &json)
{
    if (json.size() > mostRuleBytes)
        return Unexpected(WatchRuleText::tr("The file is too large to be one of watch rules."));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isNull())
        return Unexpected(
            WatchRuleText::tr("The file is no JSON: %1 (at byte %2).").arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject() || !document[u"rules"_s].isArray())
        return Unexpected(WatchRuleText::tr("The file holds no watch rules of Tidings."));
    const QJsonArray array = document[u"rules"_s].toArray();
    if (array.size() > mostRules)
        return Unexpected(WatchRuleText::tr("The file holds more than %1 watch rules.").arg(mostRules));
    QList<WatchRule> rules;
    QStringList ids;
    for (const auto &value : array) {
        Expected<WatchRule, QString> rule = ruleFrom(value.toObject());
        if (!rule)
            return Unexpected(rule.error());
        if (ids.contains(rule->id))
            rule->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        ids += rule->id;
        rules += *rule;
    }
    return rules;
}

Expected<QList<WatchRule>, QString> readWatchRules(const QString &path)
{
    const auto bytes = readWholeFile(path, mostRuleBytes);
    return bytes ? watchRulesFromJson(*bytes) : Unexpected(bytes.error());
}

QString watchQueryFor(const Event &event)
{
    // Who did it would make a rule of one user; what a person means by "like this" is mostly what was done to what.
    std::vector<akql::Node> conditions;
    if (auto action = conditionFor(event, Trait::Action))
        conditions.push_back(std::move(*action));
    if (auto object = conditionFor(event, Trait::Object))
        conditions.push_back(std::move(*object));
    else if (auto application = conditionFor(event, Trait::Application);
             application && !event.context.application.pk.isEmpty())
        conditions.push_back(std::move(*application));
    return conditions.empty() ? QString() : akql::print(akql::Node::all(std::move(conditions)));
}

QString watchQueryFor(const EventQuery &question)
{
    EventQuery timeless = question;
    timeless.range = {};
    if (!akql::parse(timeless.text))
        timeless.text.clear();
    const auto whole = wholeQuestion(timeless, 0);
    return whole ? akql::print(*whole) : QString();
}

QString watchWordsFor(const EventQuery &question)
{
    const QString text = question.text.trimmed();
    return text.isEmpty() || akql::parse(text) ? QString() : text.left(WatchRule::longestWords);
}

ServerPolicy serverPolicyFor(const WatchRule &rule)
{
    const akql::ParseResult parsed = akql::parse(rule.query, akql::Schema::events());
    if (!parsed || !rule.words.isEmpty())
        return {};
    ServerPolicy policy;
    policy.query = akql::print(*parsed.query);
    QStringList fields;
    QStringList taken;
    for (const akql::Node &node : akql::conjuncts(*parsed.query)) {
        if (node.kind() != akql::Node::Kind::Comparison || node.comparison().op != akql::Operator::Equal)
            return policy;
        const QString path = node.comparison().path.join(u'.');
        const QString *const value = std::get_if<QString>(&node.comparison().values.constFirst());
        QString name;
        // The names of the fields in authentik's own form, which is not translated with Tidings.
        if (path == akql::paths::action)
            name = u"Action"_s;
        else if (path == akql::paths::clientIp)
            name = u"Client IP"_s;
        else if (path == akql::paths::app)
            name = u"App"_s;
        if (name.isEmpty() || !value || taken.contains(name))
            return policy;
        taken += name;
        fields += name + u": "_s + visibleLine(*value, WatchRule::longestName);
    }
    policy.fields = fields.join(", "_L1);
    return policy;
}

WatchCounter::WatchCounter(const WatchRule &rule)
    : m_rule(rule)
    , m_query(akql::parse(rule.query).query)
    , m_words(rule.words)
{
}

bool WatchCounter::matches(const Event &event) const
{
    if (!isValid())
        return false;
    if (!m_words.matches(viewOf(event.raw)))
        return false;
    return !m_query || akql::matches(*m_query, EventRecord(event));
}

bool WatchCounter::take(Timestamp created)
{
    if (m_rule.count <= 1)
        return true;
    const Timestamp span = std::chrono::microseconds(m_rule.within).count();
    m_times.push_back(created);
    while (m_times.front() <= created - span)
        m_times.pop_front();
    while (static_cast<int>(m_times.size()) > m_rule.count)
        m_times.pop_front();
    const bool rests = m_firedAt && created < *m_firedAt + span;
    if (rests || static_cast<int>(m_times.size()) < m_rule.count)
        return false;
    m_firedAt = created;
    m_times.clear();
    return true;
}

void WatchEvaluator::setRules(const QList<WatchRule> &rules)
{
    std::vector<WatchCounter> counters;
    for (const WatchRule &rule : rules) {
        if (!rule.enabled)
            continue;
        const auto before = std::find_if(m_counters.begin(), m_counters.end(),
            [&rule](const WatchCounter &counter) { return counter.rule() == rule; });
        counters.push_back(before == m_counters.end() ? WatchCounter(rule) : std::move(*before));
    }
    m_counters = std::move(counters);
    m_counters.erase(std::remove_if(m_counters.begin(), m_counters.end(),
                         [](const WatchCounter &counter) { return !counter.isValid(); }),
        m_counters.end());
}

QList<WatchHit> WatchEvaluator::take(QList<Event> events)
{
    const Timestamp now = currentTimestamp();
    std::stable_sort(events.begin(), events.end(),
        [now](const Event &a, const Event &b) { return a.created.value_or(now) < b.created.value_or(now); });
    QList<WatchHit> hits;
    for (const Event &event : std::as_const(events)) {
        for (WatchCounter &counter : m_counters) {
            if (counter.matches(event) && counter.take(event.created.value_or(now)))
                hits += WatchHit{counter.rule(), event};
        }
    }
    return hits;
}

void WatchEvaluator::clear()
{
    std::vector<WatchCounter> counters;
    for (const WatchCounter &counter : m_counters)
        counters.emplace_back(counter.rule());
    m_counters = std::move(counters);
}

} // namespace tidings
