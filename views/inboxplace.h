// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inboxmodel.h"

namespace tidings {

class RecordTable;

// Keeps the current row of the inbox, what is chosen in it, and the place on the screen while the list is reset.
class InboxPlace : public QObject
{
    Q_OBJECT

public:
    // Both must outlive this. Made after the list was given to the table.
    InboxPlace(RecordTable &table, InboxModel &list, QObject *parent);

    void askAnew() { m_asksAnew = true; } // the next reset answers another question: the place on the screen may change

signals:
    void choiceLost(); // it is scattered over the list now

private:
    void remember();
    void restore();

    struct Place
    {
        QByteArray key; // of the current row
        std::optional<quint32> group;
        InboxModel::Rows chosen;
        bool isChoosing = false; // by X
        QByteArray topKey;
        std::optional<quint32> topGroup;
        int topOffset = 0;
    };
    RecordTable &m_table;
    InboxModel &m_list;
    Place m_place;
    bool m_asksAnew = false;
};

} // namespace tidings
