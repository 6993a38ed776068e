// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localinboxstate.h"

class QUndoStack;

namespace tidings {

class InboxModel;
class RecordTable;

// What the user does with notifications on this computer only: snoozes them, wakes them and mutes what is like them, in
// a way that can be undone.
class LocalChanges : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        LocalInboxState &state;
        const InboxModel &list;
        RecordTable &table; // of the list: it has what is chosen
        QUndoStack &undoStack;
    };
    LocalChanges(const Parts &parts, QObject *parent); // all must outlive this

    void snoozeChosen(std::optional<Timestamp> until); // empty: until it happens again
    void snoozeChosenUntil(SnoozePreset preset);
    void chooseSnoozeTime(); // opens a dialog
    void snooze(const QStringList &ids, Timestamp until); // they need not be in the list
    void wakeChosen();
    void muteLikeCurrent(); // opens a dialog
    void showMutes(); // opens a dialog

private:
    [[nodiscard]] std::vector<bool> chosenRows() const;
    void pushSnoozed(SnoozeChanges changes);
    void push(SnoozeChanges changes, const QString &text);

    const Parts m_parts;
};

} // namespace tidings
