// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"

#include <QAbstractTableModel>

namespace tidings {

// What the tables of both pages share: a feed puts rows in and says whether there are more; the view's wish for more
// goes out as a signal.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // Roles of both tables, beside their own.
    enum CommonRole {
        CopyRole = Qt::UserRole + 100, // what a copy of the cell is: a time in ISO 8601 with its offset, else the text
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    // Whether fetchMore() makes sense; the feed knows.
    void setCanFetchMore(bool canFetchMore) { m_canFetchMore = canFetchMore; }

    // How times are shown; the texts of the times change at once.
    void setTimeDisplay(const TimeDisplay &display);
    [[nodiscard]] const TimeDisplay &timeDisplay() const { return m_display; }
    // Rows that the server has, as far as is known.
    [[nodiscard]] virtual int confirmedCount() const { return rowCount(); }
    // Repaints relative times and texts of the language; nothing else changes.
    virtual void refreshTexts() = 0;

    // Forgets all rows; the only thing that resets the model.
    virtual void clear() = 0;

signals:
    void moreRequested(); // the view shows the last rows
    // Around a change of the layout that nobody asked for: new rows go where they belong among sorted ones.
    void rowsAboutToSettle();
    void rowsSettled();

private:
    TimeDisplay m_display;
    bool m_canFetchMore = false;
};

} // namespace tidings
