// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

namespace tidings {

class InboxControls;
class InboxModel;
class LocalInboxState;
class NotificationFeed;
class NotificationTableModel;
class RecordTable;

// Makes a certain notification the current row of the inbox: opens its group, has the filter or the tab that hides it
// taken away, and looks for it with some more pages where it is not loaded yet.
class NotificationSeeker : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        InboxModel &list;
        const NotificationTableModel &model; // of the list
        const LocalInboxState &state;
        NotificationFeed &feed;
        RecordTable &table;
        const InboxControls &controls;
    };
    NotificationSeeker(const Parts &parts, QObject *parent); // all must outlive this

    void seek(const QByteArray &key);
    void goOn(); // other rows are there, or will not come
    void noteQuestion(); // the user asks something else: that ends it
    void forget() { m_wanted.clear(); }

signals:
    void wideningRequested(bool toAllTabs); // at once: without the filter, and where it is of no use here under All
    void found();
    void missed(); // it is not there

private:
    const Parts m_parts;
    QByteArray m_wanted;
    int m_pages = 0; // loaded for it
    bool m_isWidening = false;
};

} // namespace tidings
