// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventfeed.h"
#include "poller.h"
#include "watchrule.h"

#include <QPointer>

#include <memory>
#include <optional>
#include <set>

namespace tidings {

// Shows every event that arrives to the watch rules. Where the list of events shows everything and has just polled,
// that poll serves; otherwise the newest events are asked for, one request in an interval while nothing is new, and
// when very many are, they are read by and by. Asks nothing at all while no rule is switched on. Events that were there
// before do not count.
class WatchFeed : public QObject
{
    Q_OBJECT

public:
    explicit WatchFeed(EventFeed &shown, QObject *parent = nullptr);
    ~WatchFeed() override;

    void setClient(ApiClient *client); // null: none. Must outlive its use here
    void setRules(const QList<WatchRule> &rules);
    [[nodiscard]] Poller &poller() { return m_poller; }
    // When the rules last saw everything there was, and what went wrong since; nothing: all is well, or nothing asked.
    [[nodiscard]] QDateTime lastChecked() const { return m_lastChecked; }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }

signals:
    void fired(const QList<tidings::WatchHit> &hits); // oldest first
    void checked(); // a question of its own was answered
    void stateChanged(); // error(), or whether there is one

private:
    void restart();
    void stop();
    void poll();
    void askBaseline();
    void scan();
    void readRest(const RowPosition &end);
    [[nodiscard]] bool isKnown(const Event &event) const;
    qint64 take(const QList<Event> &events); // how many were new
    void succeeded();
    void failed(const ApiError &error);
    void setError(const std::optional<ApiError> &error);
    [[nodiscard]] bool shownServes() const;

    EventFeed &m_shown;
    QPointer<ApiClient> m_client;
    Poller m_poller;
    WatchEvaluator m_evaluator;
    std::optional<RowPosition> m_baseline; // rows behind it are old news
    ServerClock m_clock;
    std::optional<RowPosition> m_newest; // of those that are not dated later than the server's present
    std::set<std::pair<Timestamp, QByteArray>> m_taken; // times and keys of the newest ones
    qint64 m_knownCount = -1; // on the server, when all of them were known
    std::unique_ptr<HeadScan<Event>> m_scan;
    QPointer<RangeLoader> m_rest; // reads what a scan left; a child
    QList<Event> m_waiting; // until the rest is here: rules that count want the oldest first
    PendingCall m_call;
    QDateTime m_lastChecked;
    std::optional<ApiError> m_error;
    bool m_missed = false; // the shown list did not tell what came
};

// What lastChecked() and error() say, for people, translated plain text; empty while no rule is looked at.
QString watchStateText(const WatchFeed &feed, const QDateTime &now);

} // namespace tidings
