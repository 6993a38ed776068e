// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tidings {

class InboxModel;
class RecordTable;

// Opens and closes the groups of the inbox: with Right and Left, with a click on a header's mark, and when it is told
// to.
class GroupOpener : public QObject
{
    Q_OBJECT

public:
    GroupOpener(RecordTable &table, InboxModel &list, QObject *parent); // both must outlive this

    void toggle(int row); // of a header

signals:
    void toggled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool walk(bool into);

    RecordTable &m_table;
    InboxModel &m_list;
};

} // namespace tidings
