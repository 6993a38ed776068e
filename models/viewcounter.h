// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "eventquery.h"
#include "poller.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace tidings {

// How many events of a server match each of some questions, asked for in the background: a list of one row each, one
// request after the other, one round in several minutes and fewer after failures. A round asks a bounded number of
// questions; where there are more they take turns, those that are seen before others that waited as long. Only
// questions that the server counts exactly are asked.
class ViewCounter : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostOfRound = 24; // questions

    struct Count
    {
        qint64 matching = -1; // not known yet, or not any more
        QString reason; // why it never will be, translated; empty: it may
    };

    explicit ViewCounter(QObject *parent = nullptr);
    ~ViewCounter() override;

    // Null: none, and nothing is known any more. The client must outlive its use here.
    void setClient(ApiClient *client);
    void setCapabilities(const ServerCapabilities &capabilities); // before that nothing is asked
    // What is known of the same ones stays. New ones are asked at once, no more than a round's worth.
    void setQuestions(const QList<EventQuery> &questions);
    void setShown(bool shown); // the counts are seen; else it pauses. At first they are not.
    void setSeen(const QSet<qsizetype> &questions) { m_seen = questions; } // those that have no need to be scrolled to

    [[nodiscard]] const QList<Count> &counts() const { return m_counts; } // one for each question
    [[nodiscard]] Poller &poller() { return m_poller; } // of the rounds

signals:
    void countsChanged();

private:
    void beginRound();
    void goOn();
    void askNext();
    void send();
    [[nodiscard]] qsizetype nextQuestion() const;
    void note(qsizetype question, const Count &count);
    void answered(const Result<Page<Event>> &page);
    void forgetCounts();
    void stop();

    QPointer<ApiClient> m_client;
    std::optional<ServerCapabilities> m_capabilities;
    QList<EventQuery> m_questions;
    QList<Count> m_counts;
    QList<quint64> m_rounds; // for each question the round that counted it last; 0: none
    QSet<qsizetype> m_seen;
    bool m_isShown = false;
    Poller m_poller;
    quint64 m_round = 0; // the one under way, or the last one
    qsizetype m_left = 0; // questions that it may ask yet
    // The question under way
    qsizetype m_question = 0;
    QList<EventListQuery> m_streams; // still to be asked
    qint64 m_sum = 0;
    PendingCall m_call;
    bool m_isAsking = false;
};

} // namespace tidings
