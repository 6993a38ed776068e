// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recordtablemodel.h"
#include "rowfinder.h"
#include "wordsearch.h"

namespace tidings {

// Finds rows of a table with the columns and roles of NotificationTableModel, such as the inbox.
class NotificationRowFinder : public RowFinder
{
    Q_OBJECT

public:
    // The model must outlive this object.
    explicit NotificationRowFinder(RecordTableModel &model, QObject *parent = nullptr);

protected:
    void prepare() override;
    bool matches(int row) override;

private:
    RecordTableModel &m_model;
    WordSearch m_rawWords{{}};
};

} // namespace tidings
