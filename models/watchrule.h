// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "akqlast.h"
#include "event.h"
#include "eventquery.h"
#include "result.h"
#include "wordsearch.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace tidings {

// "Alert me on events like this": a question about every new event, and how many answers in how much time are worth an
// alert. Evaluated on this computer while Tidings runs.
struct WatchRule
{
    static constexpr int longestName = 200;
    static constexpr int longestWords = 1000;

    static constexpr int mostEvents = 1000;
    static constexpr std::chrono::minutes longestTime{24 * 60};

    QString id; // a UUID
    QString name;
    QString query; // authentik's query language; may be empty where there are words
    QString words; // the whole record must contain every one of them; may be empty where there is a query
    bool enabled = true;
    int count = 1; // events that make an alert, 1 to mostEvents
    std::chrono::minutes within{5}; // all of them; of no meaning for one. 1 min to longestTime
    Level level = Level::Warning; // Notice, Warning or Alert

    bool operator==(const WatchRule &) const = default;
};

// The rules as a JSON text that people can read. Reading takes at most 200 rules and 1 MiB; what this program does not
// know is passed over, numbers are put into their range; a rule without a name or with a query that is none is an error
// that names it (translated, plain text), and nothing is taken.
QByteArray toJson(const QList<WatchRule> &rules);
Expected<QList<WatchRule>, QString> watchRulesFromJson(const QByteArray &json);
Expected<QList<WatchRule>, QString> readWatchRules(const QString &path);

// A question that events like this one answer: what happened, and to what or where.
QString watchQueryFor(const Event &event);
// The same of what is asked on the Events page, without its time range. Empty where nothing is asked, or only words,
// which the query language cannot look for.
QString watchQueryFor(const EventQuery &question);
QString watchWordsFor(const EventQuery &question); // those; empty: none

// What the rule would be on the server, for a person to paste there, translated: the query of an Event Matcher Policy
// (authentik 2026.5 and later), and its older fields where these can say the same. Empty when the query is none, or
// one that no server understands, and for words.
struct ServerPolicy
{
    QString query;
    QString fields; // "Action: login_failed, Client IP: 192.0.2.1"; empty: the older fields cannot say it
};
ServerPolicy serverPolicyFor(const WatchRule &rule);

// Applies one rule to events as they come; remembers those of the time that counts. A rule of one event fires with
// every match; one of several fires when enough came within its time, and not again before that time has passed.
class WatchCounter
{
public:
    explicit WatchCounter(const WatchRule &rule);

    [[nodiscard]] const WatchRule &rule() const { return m_rule; }
    [[nodiscard]] bool isValid() const { return m_rule.query.isEmpty() ? !m_words.isEmpty() : m_query.has_value(); }
    [[nodiscard]] bool matches(const Event &event) const;
    // Of a match, oldest first; true: the rule fires. Times that go back a little count as they are.
    bool take(Timestamp created);

private:
    WatchRule m_rule;
    std::optional<akql::Node> m_query;
    WordSearch m_words;
    std::deque<Timestamp> m_times;
    std::optional<Timestamp> m_firedAt;
};

// A rule that fired.
struct WatchHit
{
    WatchRule rule;
    Event event; // the last that was needed
};

// All rules that are switched on.
class WatchEvaluator
{
public:
    // Rules that stay as they are go on counting.
    void setRules(const QList<WatchRule> &rules);
    [[nodiscard]] bool isEmpty() const { return m_counters.empty(); }
    // New events, in any order; hits oldest first.
    QList<WatchHit> take(QList<Event> events);
    void clear(); // another server: counts anew

private:
    std::vector<WatchCounter> m_counters;
};

} // namespace tidings
