// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewcounter.h"

#include "queryplan.h"

#include <algorithm>

namespace tidings {

ViewCounter::ViewCounter(QObject *parent)
    : QObject(parent)
{
    m_poller.setInBackground(true); // nobody waits for it
    connect(&m_poller, &Poller::due, this, &ViewCounter::beginRound);
}

ViewCounter::~ViewCounter()
{
    stop();
}

// What was asked is asked again when it goes on.
void ViewCounter::stop()
{
    m_call.cancel();
    m_isAsking = false;
    m_streams.clear();
}

void ViewCounter::forgetCounts()
{
    m_counts.fill({});
    m_rounds.fill(0);
}

void ViewCounter::setClient(ApiClient *client)
{
    stop();
    m_client = client;
    m_capabilities.reset();
    m_poller.setEnabled(false);
    forgetCounts();
    emit countsChanged();
}

void ViewCounter::setCapabilities(const ServerCapabilities &capabilities)
{
    stop();
    m_capabilities = capabilities;
    forgetCounts();
    emit countsChanged();
    m_poller.setEnabled(m_client != nullptr);
    beginRound();
}

void ViewCounter::setQuestions(const QList<EventQuery> &questions)
{
    if (questions == m_questions)
        return;
    stop();
    QList<Count> counts;
    QList<quint64> rounds;
    qsizetype added = 0;
    for (const EventQuery &question : questions) {
        const qsizetype known = m_questions.indexOf(question);
        added += known < 0 ? 1 : 0;
        counts += known < 0 ? Count() : m_counts.at(known);
        rounds += known < 0 ? 0 : m_rounds.at(known);
    }
    m_questions = questions;
    m_counts = counts;
    m_rounds = rounds;
    const Poller::Pace pace = m_poller.pace();
    if (pace != Poller::Pace::Failing && pace != Poller::Pace::ServerAsked)
        m_left = std::max(m_left, std::min(added, mostOfRound));
    emit countsChanged();
    goOn();
}

void ViewCounter::setShown(bool shown)
{
    if (shown == m_isShown)
        return;
    m_isShown = shown;
    if (shown)
        goOn();
    else
        stop();
}

void ViewCounter::beginRound()
{
    // One that takes longer than the wait is not overtaken; its end begins the next wait.
    if (m_isAsking)
        return;
    ++m_round;
    m_left = mostOfRound;
    goOn();
}

// After a failure nothing is left to ask until the next round.
void ViewCounter::goOn()
{
    if (m_client && m_capabilities && m_isShown && !m_isAsking && m_left > 0)
        askNext();
}

// The one that waited longest, among those that this round has not asked; -1: none.
qsizetype ViewCounter::nextQuestion() const
{
    qsizetype next = -1;
    for (qsizetype i = 0; i < m_questions.size(); ++i) {
        const quint64 round = m_rounds.at(i);
        if (round >= m_round)
            continue;
        const bool isBefore = next < 0 || round < m_rounds.at(next)
            || (round == m_rounds.at(next) && m_seen.contains(i) && !m_seen.contains(next));
        if (isBefore)
            next = i;
    }
    return next;
}

void ViewCounter::note(qsizetype question, const Count &count)
{
    m_counts[question] = count;
    m_rounds[question] = m_round;
}

void ViewCounter::askNext()
{
    bool hasChanged = false;
    while (m_streams.isEmpty() && m_left > 0) {
        const qsizetype question = nextQuestion();
        if (question < 0)
            break;
        const QueryPlan plan = QueryPlan::make(m_questions.at(question), *m_capabilities, currentTimestamp());
        if (plan.isCountExact()) {
            m_question = question;
            m_streams = plan.streams;
            m_sum = 0;
        } else {
            note(question, {-1, tr("No count: the server does not count exactly this.")});
            hasChanged = true;
        }
    }
    if (m_streams.isEmpty())
        m_poller.recovered();
    else
        send();
    if (hasChanged)
        emit countsChanged();
}

void ViewCounter::send()
{
    EventListQuery asked = m_streams.takeFirst();
    asked.pageSize = 1;
    m_isAsking = true;
    m_call = m_client->events(asked, this, [this](const Result<Page<Event>> &page) { answered(page); });
}

void ViewCounter::answered(const Result<Page<Event>> &page)
{
    m_isAsking = false;
    if (!page) {
        m_streams.clear();
        m_left = 0;
        // What is known is of a server that does not answer now.
        for (Count &count : m_counts)
            count.matching = -1;
        m_rounds.fill(0);
        m_poller.failed(page.error());
        return emit countsChanged();
    }
    m_sum += page->count;
    if (!m_streams.isEmpty())
        return send();
    --m_left;
    note(m_question, {m_sum, {}});
    askNext();
    emit countsChanged();
}

} // namespace tidings
