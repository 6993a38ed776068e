// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace tidings {

// What the tables of both pages share: a feed puts rows in and says whether there are more; the view's wish for more
// goes out as a signal.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    // Whether fetchMore() makes sense; the feed knows.
    void setCanFetchMore(bool canFetchMore) { m_canFetchMore = canFetchMore; }

    // Forgets all rows; the only thing that resets the model.
    virtual void clear() = 0;

signals:
    void moreRequested(); // the view shows the last rows

private:
    bool m_canFetchMore = false;
};

} // namespace tidings
