// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serverinfo.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

class EventDialog;
class EventEditor;
class EventsPage;
class WebLinks;

// The commands for the event that is chosen on the server's page: create, change, duplicate and delete events, and show
// one in authentik. Those that cannot be used say why.
class EventEditCommands : public QObject
{
    Q_OBJECT

public:
    // `window` gets the actions, and is the parent of dialogs. All must outlive this.
    EventEditCommands(EventEditor &editor, EventsPage &page, WebLinks &links, QWidget *window);

    void fillMenu(QMenu *menu);
    [[nodiscard]] QList<QAction *> rowActions() const { return {m_edit, m_duplicate, m_delete, m_openInBrowser}; }
    void setConnected(bool connected) { m_connected = connected; } // from the next update() on
    void update(bool isPageShown); // another event is chosen, or another page

signals:
    void changed(); // update() is due
    void pageRequested(); // it shows what was saved

private:
    [[nodiscard]] EventDialog *makeDialog();
    void openEditor(bool isNew);
    void duplicateEvent();
    void deleteEvent();
    void openInBrowser();
    [[nodiscard]] QString denial(Right right, const QString &permission) const;

    EventEditor &m_editor;
    EventsPage &m_page;
    WebLinks &m_links;
    QWidget *m_window;
    QAction *m_new;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_delete;
    QAction *m_openInBrowser;
    bool m_connected = false;
    bool m_isDeleting = false; // the editor's next answer is about that
};

} // namespace tidings
