// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "headscan.h"
#include "notification.h"
#include "rangereader.h"

#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace tidings {

// Reads the ids of all notifications of a list, several pages at a time, while others come and go: what is to be known
// before all of them are marked. At its end it looks at the top once more, so that what came meanwhile is among them.
// After a failure it goes on where it was.
class UnseenCollector : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Reading,
        Paused, // by the user
        Failed, // error(); goOn() tries again
        Full, // there are more than `most`; goOn() is content with those that were read
    };
    using Fetch = PagedStream<Notification>::Fetch; // never bounded by time
    struct Known
    {
        QStringList ids;
        RowPosition newest; // of those
    };

    explicit UnseenCollector(QObject *parent = nullptr);
    ~UnseenCollector() override;

    // Begins anew. `known`: what was read before and is likely to be the whole list; only the top
    // is read then, unless the server counts another number.
    // `whole`: the list that these are part of, for top(); may be empty.
    void start(Fetch fetch, Fetch whole, qsizetype most, const Known &known = {});
    void pause(); // what is under way still arrives
    void goOn(); // after Paused, Failed and Full
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const ApiError &error() const { return m_error; }
    [[nodiscard]] qsizetype read() const { return m_ids.size(); }
    [[nodiscard]] qint64 count() const { return m_count; } // of the list; -1 not known
    [[nodiscard]] qsizetype most() const { return m_most; }
    // After finished().
    // The top of the whole list when these were looked at for the last time: what is newer came later, unless it is
    // among them.
    [[nodiscard]] const std::optional<RowPosition> &top() const { return m_top; }
    [[nodiscard]] QStringList takeIds();

signals:
    void stateChanged();
    void progressed();
    void rowsRead(const QList<tidings::Notification> &rows);
    void finished(); // Idle again, all was read

private:
    struct Request
    {
        PageWindow window;
        PendingCall call;
        bool isDone = false;
        std::optional<Result<Page<Notification>>> answer;
    };

    void work();
    void ask();
    void handle(quint64 number, qint64 milliseconds, Result<Page<Notification>> page);
    bool take(Result<Page<Notification>> &answer, const PageWindow &window); // false: what is behind it is not wanted
    void stepBack(const ApiError &error);
    void restartAt(qint64 covered);
    void readAll();
    void askTop();
    void scanTop();
    void add(const QList<Notification> &rows);
    void fail(const ApiError &error);
    void dropRequests();
    void setState(State state);

    Fetch m_fetch;
    Fetch m_whole;
    State m_state = State::Idle;
    ApiError m_error;
    qsizetype m_most = 0;
    qint64 m_count = -1;
    QStringList m_ids;
    QSet<QString> m_known; // the same, but for m_guess
    std::optional<RowPosition> m_newest;
    std::optional<RowPosition> m_top;
    PendingCall m_topCall;
    std::optional<RowPosition> m_tail;
    RequestPace m_pace;
    std::map<quint64, Request> m_requests; // in the order of the list
    quint64 m_lastNumber = 0;
    int m_pageSize = 0;
    qint64 m_planned = 0; // rows above the end of what was asked for
    qint64 m_covered = 0; // rows above the end of what was taken
    int m_stepsBack = 0;
    int m_pagesWithoutNews = 0; // in a row
    bool m_isRead = false; // down to the end; the top is next
    std::optional<RowPosition> m_guess; // m_ids began with those that were known, the newest of which stands there
    std::unique_ptr<HeadScan<Notification>> m_scan;
};

} // namespace tidings
