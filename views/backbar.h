// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messagebar.h"
#include "notification.h"

#include <QStringList>

namespace tidings {

class LocalInboxState;
class NotificationTableModel;

// Says that notifications came back from their snooze, until somebody looks at them, and tells those that are not seen
// yet as soon as they are loaded.
class BackBar : public MessageBar
{
    Q_OBJECT

public:
    BackBar(const NotificationTableModel &model, const LocalInboxState &state); // both must outlive it

    void tellLoaded(); // more rows are there

signals:
    void cameBack(const QList<tidings::Notification> &notifications); // of a flood a hundred
    void showRequested(const QByteArray &key); // the newest of them that waits

private:
    void note(const QStringList &keys);
    void forget();
    void requestShow();

    const NotificationTableModel &m_model;
    const LocalInboxState &m_state;
    QStringList m_back; // until they are looked at
    QStringList m_untold; // of them those that cameBack() has yet to tell
};

} // namespace tidings
