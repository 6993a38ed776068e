// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "textpattern.h"
#include "timedisplay.h"
#include "timestamp.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tidings {

// A notification put aside until `until`, or until the next one of its kind arrives.
struct Snooze
{
    Timestamp since = 0;
    std::optional<Timestamp> until; // empty: until it happens again
    NotificationKind kind; // only where `until` is empty

    bool operator==(const Snooze &) const = default;
};
size_t qHash(const Snooze &snooze, size_t seed = 0) noexcept;

// What becomes of the snoozes of some notifications.
struct SnoozeChange
{
    QList<QByteArray> keys;
    std::optional<Snooze> snooze; // empty: not snoozed
};
using SnoozeChanges = QList<SnoozeChange>;
qsizetype countOf(const SnoozeChanges &changes); // keys

// "Mute like this": notifications of the kind are not shown among the unseen ones.
struct Mute
{
    int id = 0; // while the program runs
    NotificationKind kind; // at least one part is not empty
    QString reason; // the user's words
    Timestamp created = 0;
    std::optional<Timestamp> expires;
    qint64 hits = 0; // notifications that came after it was made
    std::optional<Timestamp> lastHit; // the newest of them

    [[nodiscard]] bool isActive(Timestamp now) const { return !expires || *expires > now; }
    // Of a notification whose event was deleted the action is not known, and names stand in its pattern: a text that
    // the pattern fits is covered whatever the action was.
    [[nodiscard]] bool covers(const NotificationKind &other) const;
};

// What the user wants of the inbox on this computer only: snoozed notifications and muted kinds. The server knows
// nothing of it. Kept in one JSON file (0600) that is written a moment after a change, in a thread of its own, and when
// this object goes. Snoozes that are over, and mutes that expire, take effect at their time. Snoozes that end alike are
// kept as one thing with many keys; many changes are made a few milliseconds' worth at a time.
class LocalInboxState : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<Timestamp()>;
    static constexpr qsizetype mostSnoozes = 500'000; // more are refused
    static constexpr qsizetype fewChanges = 2000; // up to which they are made at once
    static constexpr qsizetype mostMutes = 500;

    explicit LocalInboxState(Clock clock = currentTimestamp, QObject *parent = nullptr);
    ~LocalInboxState() override;

    // Forgets everything and reads the file; from now on changes are written there. An empty path: nothing is kept. The
    // path that is open already changes nothing: what can be undone still can.
    // Entries that cannot be read are left out; a file that is none of ours is renamed to "….broken", and the return
    // value says so in words for people (empty: all is well).
    QString open(const QString &path);
    void flush(); // makes and writes now what waits for that
    [[nodiscard]] Timestamp now() const { return m_clock(); }

    [[nodiscard]] bool hasSnoozes() const { return !m_snoozes.isEmpty(); }
    [[nodiscard]] qsizetype snoozeCount() const { return m_snoozes.size(); }
    [[nodiscard]] bool isSnoozed(const QByteArray &key) const { return m_snoozes.contains(key); }
    [[nodiscard]] std::optional<Snooze> snooze(const QByteArray &key) const;
    [[nodiscard]] QList<QByteArray> snoozedKeys() const { return m_snoozes.keys(); }
    // More than a few are changed a moment later, in the order of the calls; snoozesChanged() says that they are. Puts
    // into `before` how to go back: it may be given to another call at once.
    void apply(std::shared_ptr<const SnoozeChanges> changes, std::shared_ptr<SnoozeChanges> before);
    void apply(const SnoozeChanges &changes) { apply(std::make_shared<const SnoozeChanges>(changes), nullptr); }
    [[nodiscard]] bool isApplying() const { return !m_jobs.empty(); }

    [[nodiscard]] const QList<Mute> &mutes() const { return m_mutes; }
    // Returns its id; a mute with an id keeps it. 0: there are too many, or it says nothing.
    int addMute(Mute mute);
    std::optional<Mute> removeMute(int id);
    [[nodiscard]] const Mute *muteFor(const NotificationKind &kind) const; // an active one that covers it

    // A notification came to be known: counts hits, each once, and ends snoozes "until it happens again". One that was
    // seen elsewhere already ends none.
    void noteArrival(const QByteArray &key, Timestamp created, const NotificationKind &kind, bool seen = false);
    // The newest of all that came, by the server's clock: what is older is no repetition.
    [[nodiscard]] Timestamp newestArrival() const { return m_newest; }
    // The time has come for some: looks at the clock now. Called by a timer of its own too.
    void wakeDue();

signals:
    void opened(); // another file; before what it holds is told
    void snoozesChanged();
    void mutesChanged(); // which kinds are muted; not for hits
    void woke(const QStringList &keys); // their snoozes ended by themselves
    void snoozesRefused(int count); // so many more than mostSnoozes
    void saveFailed(const QString &problem); // for people

private:
    // Snoozes that end alike. Some may have none left until they are counted anew.
    struct Batch
    {
        Snooze snooze;
        qsizetype count = 0;
    };
    struct Job
    {
        std::shared_ptr<const SnoozeChanges> changes;
        std::shared_ptr<SnoozeChanges> before;
        qsizetype change = 0; // the next one to be made, and its key
        qsizetype key = 0;
        int refused = 0;
        QHash<int, qsizetype> places; // in `before`, by batch; -1: not snoozed
    };
    struct Content; // all that the file has

    void work(bool inSlices);
    void make(Job &job, const QByteArray &key, const std::optional<Snooze> &snooze);
    void finish(const Job &job);
    int batchOf(const Snooze &snooze);
    void changed();
    void saveSoon();
    void save();
    void schedule();
    void indexAwaited();
    void wake(const QSet<int> &batches, const QByteArray &except);
    void clear();
    [[nodiscard]] Content content() const;
    static QByteArray toJson(const Content &content);
    static QString write(const Content &content); // the problem, for people
    bool fromJson(const QByteArray &json);

    Clock m_clock;
    QString m_path;
    QHash<QByteArray, int> m_snoozes; // batches
    std::vector<Batch> m_batches;
    QHash<Snooze, int> m_batchCodes;
    std::deque<Job> m_jobs;
    QList<Mute> m_mutes;
    int m_lastId = 0;
    QHash<NotificationKind, Timestamp> m_awaited; // of snoozes "until it happens again" the earliest `since`
    Timestamp m_newest = 0;
    QSet<QByteArray> m_counted; // notifications whose hits were counted, since the file was read
    QHash<int, Timestamp> m_countFrom; // by mute: older ones were counted before, or came before it
    QTimer m_wakeTimer;
    QTimer m_saveTimer;
    QTimer m_workTimer;
    QThreadPool m_pool; // of one thread: one file after the other
    bool m_isUnsaved = false;
    bool m_isSaving = false;
};

// The presets of the snooze menu, in the zone that is shown: evenings begin at 20:00, mornings at 8:00.
enum class SnoozePreset { OneHour, Tonight, Tomorrow, Monday };
Timestamp snoozeUntil(SnoozePreset preset, Timestamp now, const TimeDisplay &display = {});

} // namespace tidings
