// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventcondition.h"

#include <QObject>

#include <optional>

class QAction;

namespace tidings {

class EventTableModel;

// The commands that make conditions out of what one event has: filter for the value of a cell, filter it out, show only
// that, more of the same user, address, application, object or request, and what happened around it.
class EventFilterCommands : public QObject
{
    Q_OBJECT

public:
    explicit EventFilterCommands(QObject *parent);

    // The event chosen, and the column of its current cell in a table of `model`; -1: none. The commands say what they
    // would do, or are switched off.
    void setSubject(const std::optional<Event> &event, const EventTableModel &model, int column);
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; } // separators included

    void setTimeDisplay(const TimeDisplay &display) { m_display = display; } // from the next subject on

signals:
    void addRequested(const tidings::akql::Node &condition); // to what is asked already
    void onlyRequested(const tidings::akql::Node &condition); // instead of everything else
    void aroundRequested(tidings::Timestamp time);

private:
    void show(const std::optional<Event> &event, const std::optional<akql::Node> &cell);
    QAction *add(const QString &name, const QString &iconName, const QKeySequence &key, const QString &tip);
    void addSeparator();

    struct More
    {
        Trait trait;
        QAction *action;
    };
    TimeDisplay m_display;
    std::optional<Event> m_event;
    std::optional<akql::Node> m_cell;
    QList<QAction *> m_actions;
    QAction *m_for;
    QAction *m_out;
    QAction *m_only;
    QAction *m_around;
    QList<More> m_more;
};

} // namespace tidings
