// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace tidings {

class EventsPage;
class RecordPage;

// The commands that show and hide what stands around the tables: the detail pane on all pages at once, the histogram
// and the top values on the page of events that is shown.
class PanelCommands : public QObject
{
    Q_OBJECT

public:
    // `events` is the page that is shown first. `window` gets the actions.
    PanelCommands(EventsPage &events, RecordPage &inbox, QWidget *window);

    [[nodiscard]] QList<QAction *> actions() const { return {m_detail, m_histogram, m_topValues}; }
    void attach(EventsPage &page); // one more, for as long as it lives
    void setPage(EventsPage &page); // the one that the commands are for

signals:
    void pageRequested(); // it is to be seen what was shown or hidden

private:
    void update();

    QAction *m_detail;
    QAction *m_histogram;
    QAction *m_topValues;
    QList<QPointer<RecordPage>> m_pages;
    QPointer<EventsPage> m_page;
};

} // namespace tidings
