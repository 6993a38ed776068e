// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventsummary.h"

#include <QWidget>

class QVBoxLayout;

namespace tidings {

// Groups of two-column facts: a muted label, a selectable plain-text value.
class FactsView : public QWidget
{
    Q_OBJECT

public:
    explicit FactsView(QWidget *parent = nullptr);
    void setGroups(const QList<FactGroup> &groups);

private:
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    QList<FactGroup> m_groups;
};

} // namespace tidings
