// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localinboxstate.h"
#include "notificationgroups.h"
#include "notificationtablemodel.h"

#include <QItemSelection>
#include <QTimer>

#include <optional>
#include <vector>

namespace tidings {

// What the user wants to see of the notifications that are loaded.
struct InboxQuestion
{
    enum class Tab { Unseen, All, Snoozed };

    Tab tab = Tab::Unseen; // Unseen hides what is snoozed or muted; whether it is seen the feed asks the server
    QStringList severities; // OR
    QStringList actions; // of the event, OR; an empty one: the event was deleted
    QString text; // in title, body and action, case-insensitive
    std::optional<Timestamp> from; // created then or later
    std::optional<Timestamp> until; // created before then
    NotificationGroups::Order order;

    [[nodiscard]] bool isNarrowed() const
    {
        return !severities.isEmpty() || !actions.isEmpty() || !text.trimmed().isEmpty() || from || until;
    }
    bool operator==(const InboxQuestion &) const = default;
};

// The inbox as the list shows it: the loaded notifications that a question and the local state let through, sorted, and
// in groups with a header row each where that is wanted. Columns and roles are those of the NotificationTableModel,
// which it follows. Few rows are brought up to date at once; many in slices of a few milliseconds between which the
// event loop runs, so that the rows come a moment later: arranged() says so. Rows keep their identity: they are
// inserted and removed, and only where much changes places at once the model is reset.
class InboxModel : public RecordTableModel
{
    Q_OBJECT

public:
    // Rows up to which everything happens at once.
    static constexpr size_t fewRows = 2000;

    // Both must outlive this object.
    InboxModel(NotificationTableModel &source, LocalInboxState &state, QObject *parent = nullptr);

    void setQuestion(const InboxQuestion &question);
    [[nodiscard]] const InboxQuestion &question() const { return m_question; }
    [[nodiscard]] bool isArranging() const { return m_timer.isActive(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override; // not within groups
    void fetchMore(const QModelIndex &parent) override;
    void clear() override { m_source.clear(); }
    void refreshTexts() override; // of the source too

    [[nodiscard]] const Notification *notificationAt(int row) const; // null: a header, or gone a moment ago
    [[nodiscard]] const NotificationGroups::Group *groupAt(int row) const; // null: no header
    [[nodiscard]] bool isExpanded(int row) const; // of a header
    [[nodiscard]] int headerOf(int row) const; // the row of its group's header; -1 without groups
    [[nodiscard]] QString groupName(const NotificationGroups::Group &group) const; // visible plain text
    void setExpanded(int row, bool expanded);
    void setAllExpanded(bool expanded);
    // What the members of a group have in common, for muting; without one: nothing.
    [[nodiscard]] std::optional<Timestamp> goneSince(int row) const; // that notification, from the server
    [[nodiscard]] std::optional<NotificationKind> kindAt(int row) const;
    [[nodiscard]] int countLike(const NotificationKind &kind) const; // loaded ones that a mute of it would cover
    [[nodiscard]] QHash<QString, qint64> loadedActions() const; // how many are loaded of every action
    [[nodiscard]] QList<QByteArray> keysAt(int row) const; // one, or all of a group
    [[nodiscard]] int rowOf(const QByteArray &key) const; // -1: not shown, or in a collapsed group
    [[nodiscard]] int rowOfGroup(quint32 key) const;

    // Notifications, those in collapsed groups included.
    [[nodiscard]] int shownCount() const { return static_cast<int>(m_groups.rows().size()); }
    [[nodiscard]] int shownKept() const { return m_shownKept; } // of the local history
    [[nodiscard]] bool isShown(const QByteArray &key) const;
    // By the rows' own numbers, which stay while the list is arranged anew. Marked are rows, and those of groups.
    using Rows = std::vector<bool>;
    [[nodiscard]] Rows rowsIn(const QItemSelection &selection) const;
    [[nodiscard]] QItemSelection selectionOf(const Rows &rows) const; // of those that are shown
    [[nodiscard]] Rows shownUnseen() const;
    [[nodiscard]] QList<QByteArray> keysOf(const Rows &rows) const; // in the order of the source
    [[nodiscard]] std::vector<int> sourceRowsOf(const Rows &rows) const; // ascending
    [[nodiscard]] bool anyUnseen(const Rows &rows) const; // what is gone from the server waits for nothing
    // Opens the group that hides the row; -1: the question or the local state hides it, or it is not loaded.
    int reveal(const QByteArray &key);
    [[nodiscard]] std::vector<std::pair<NotificationKind, QList<QByteArray>>> kindsOf(const Rows &rows) const;
    [[nodiscard]] QStringList actions() const; // of all events that came since the program was started
    // Everything that is still to be loaded is older than the question asks for.
    [[nodiscard]] bool isPastFrom() const;
    [[nodiscard]] bool isPending(int row) const; // the server has not confirmed it yet
    // Loaded, unseen, and snoozed or muted.
    [[nodiscard]] int hiddenUnseen() const { return m_hiddenUnseen; }
    [[nodiscard]] int loadedSnoozed() const { return m_loadedSnoozed; }
    [[nodiscard]] int loadedMuted() const { return m_loadedMuted; }

signals:
    void arranged(); // rows, groups and counts are those of the question and the source

private:
    using Entry = NotificationGroups::Entry;
    // Beside the InboxFacts, with the same index; a row keeps its index until the source is reset.
    struct Row
    {
        QByteArray key;
        QString title; // where it is not part of the body
        quint32 kind = 0;
        quint32 asked = 0; // generation of the question that `passes` answers
        quint32 local = 0; // generation of the local state for the next two
        bool isRead = false; // of many, rows are read when they are arranged
        bool passes = false;
        bool snoozed = false;
        bool muted = false;
        bool isArranged = false; // shown, or in a collapsed group
        bool isKept = false; // of the local history
    };
    struct Kind
    {
        NotificationKind kind;
        quint32 local = 0;
        bool muted = false;
    };
    class Codes
    {
    public:
        quint32 of(const QString &text);
        [[nodiscard]] const QString &text(quint32 code) const { return m_texts[code]; }
        [[nodiscard]] size_t size() const { return m_texts.size(); }

    private:
        QHash<QString, quint32> m_codes;
        std::vector<QString> m_texts;
    };

    void addRows(int first, int last);
    void reserve(size_t rows);
    void forgetRows(int first, int last);
    void changeRows(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void changeRow(int at, bool onlySeen, QSet<quint32> &groups);
    void reset();
    void readRow(quint32 row, int at);
    void noteArrival(quint32 row, int at);
    [[nodiscard]] NotificationKind knownKind(const QByteArray &key, const Notification &notification);
    [[nodiscard]] quint32 severityKey(const QString &severity);
    [[nodiscard]] QString severityName(quint32 key) const; // visible plain text
    void forgetCodes();
    [[nodiscard]] bool isSettled(int at) const; // seen, or gone from the server: nothing waits there
    [[nodiscard]] bool accepts(quint32 row, const Notification &notification) const;
    void updateLocal(quint32 row);
    void localChanged();

    void refresh(bool soon);
    void work();
    [[nodiscard]] bool evaluate(bool inSlices);
    void arrange();
    void show(std::vector<Entry> next);
    void indexEntries();
    [[nodiscard]] QVariant headerCell(const NotificationGroups::Group &group, const QModelIndex &index, int role) const;
    [[nodiscard]] QString actionName(quint32 code) const; // visible plain text
    [[nodiscard]] QString localText(const Row &row) const;
    [[nodiscard]] const Entry &entry(int row) const { return m_entries[static_cast<size_t>(row)]; }

    NotificationTableModel &m_source;
    LocalInboxState &m_state;
    InboxQuestion m_question;
    quint32 m_asked = 1;
    quint32 m_local = 1;

    std::vector<InboxFacts> m_facts;
    std::vector<Row> m_rows;
    std::vector<quint32> m_order; // rows as the source has them
    Codes m_actions;
    Codes m_patterns;
    Codes m_severities; // unknown ones
    Codes m_kindTexts;
    std::vector<Kind> m_kinds;
    // Kinds of notifications whose event was there when they came, by the hash of the key: what happened stays what it
    // was when the server deletes the event.
    QHash<size_t, quint32> m_firstKinds;
    std::vector<bool> m_actionsFit; // labels that contain the text asked for

    NotificationGroups m_groups;
    std::vector<Entry> m_entries; // shown
    std::vector<int> m_places; // of rows in it; -1
    int m_shownKept = 0;
    int m_hiddenUnseen = 0;
    int m_loadedSnoozed = 0;
    int m_loadedMuted = 0;
    QTimer m_timer; // of the slices
    size_t m_next = 0; // in m_order, of the slice to come
};

} // namespace tidings
