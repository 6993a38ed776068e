// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "savedview.h"

#include <QObject>

namespace tidings {

// The user's views in their order. Names are unique, compared without case.
class SavedViews : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QList<SavedView> &views() const { return m_views; }
    void setViews(const QList<SavedView> &views); // all of them, as loaded; no signal
    [[nodiscard]] qsizetype indexOf(const QString &name) const; // -1: none
    [[nodiscard]] qsizetype indexOf(
        const EventQuery &query) const; // the first that asks just this, save pinned conditions; -1: none

    // Replaces the one with that name.
    void save(const QString &name, const EventQuery &query, const ColumnLayout &columns = {},
        const QList<SortKey> &order = {});
    // False for an empty name or that of another view.
    bool rename(qsizetype index, const QString &name);
    void remove(qsizetype index);
    void move(qsizetype index, qsizetype to); // `to` is where it stands afterwards
    // Adds them at the end; one whose name is taken gets a number.
    void add(const QList<SavedView> &views);

signals:
    void changed(); // by the user; to be kept

private:
    QList<SavedView> m_views;
};

} // namespace tidings
