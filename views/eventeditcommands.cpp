// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventeditcommands.h"

#include "command.h"
#include "detailpane.h"
#include "eventdialog.h"
#include "eventeditor.h"
#include "eventspage.h"
#include "eventsummary.h"
#include "plainbox.h"
#include "visibletext.h"
#include "weblinks.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>

#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

EventEditCommands::EventEditCommands(EventEditor &editor, EventsPage &page, WebLinks &links, QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_page(page)
    , m_links(links)
    , m_window(window)
    , m_new(makeCommand(this, tr("&New event…"), u"actionNewEvent"_s, u"add"_s, {QKeySequence::New},
          tr("Create an event on the server")))
    , m_edit(makeCommand(this, tr("&Edit event…"), u"actionEditEvent"_s, u"edit"_s,
          {QKeySequence(Qt::CTRL | Qt::Key_E), QKeySequence(Qt::Key_F2)}, tr("Change the chosen event on the server")))
    , m_duplicate(makeCommand(this, tr("D&uplicate as new event…"), u"actionDuplicateEvent"_s, u"copy"_s,
          {QKeySequence(Qt::CTRL | Qt::Key_D)}, tr("Create an event with the fields of the chosen one")))
    , m_delete(makeCommand(this, tr("&Delete event…"), u"actionDeleteEvent"_s, u"delete"_s, {QKeySequence::Delete},
          tr("Delete the chosen event from the server")))
    , m_openInBrowser(makeCommand(this, tr("&Open in authentik"), u"actionOpenInBrowser"_s, u"open-external"_s,
          {QKeySequence(Qt::CTRL | Qt::Key_O)}, tr("Show the chosen event in the web interface")))
{
    window->addActions({m_new, m_edit, m_duplicate, m_delete, m_openInBrowser});
    connect(m_new, &QAction::triggered, this, [this] { openEditor(true); });
    connect(m_edit, &QAction::triggered, this, [this] { openEditor(false); });
    connect(m_duplicate, &QAction::triggered, this, &EventEditCommands::duplicateEvent);
    connect(m_delete, &QAction::triggered, this, &EventEditCommands::deleteEvent);
    connect(m_openInBrowser, &QAction::triggered, this, &EventEditCommands::openInBrowser);
    connect(&m_page, &EventsPage::editRequested, this, [this] { openEditor(false); });
    connect(&m_page, &EventsPage::openRequested, this, &EventEditCommands::openInBrowser);

    connect(&m_editor, &EventEditor::capabilitiesChanged, this, &EventEditCommands::changed);
    connect(&m_editor, &EventEditor::failed, this, [this](const ApiError &error) {
        // Dialogs show their own problems.
        if (!std::exchange(m_isDeleting, false))
            return;
        m_page.showProblem(tr("The event was not deleted.") + u' ' + visibleText(describe(error)));
        emit changed();
    });
    connect(&m_editor, &EventEditor::removed, this, [this](const QString &id) {
        m_isDeleting = false;
        if (const auto current = m_page.currentEvent(); current && current->id == id)
            m_page.detail().clearEvent();
        emit changed();
    });
}

void EventEditCommands::fillMenu(QMenu *menu)
{
    menu->addActions({m_new, m_edit, m_duplicate, m_delete});
    menu->addSeparator();
    menu->addAction(m_openInBrowser);
}

QString EventEditCommands::denial(Right right, const QString &permission) const
{
    if (!m_connected)
        return tr("Not connected to a server.");
    return right == Right::Denied ? tr("The token lacks the permission “%1”.").arg(permission) : QString();
}

void EventEditCommands::update(bool isPageShown)
{
    const ServerCapabilities &can = m_editor.capabilities();
    const auto event = m_page.currentEvent();
    const bool isOnServer = event && isUuid(event->id);
    const bool onEvent = isPageShown && isOnServer;
    const QString noAdd = denial(can.addEvents, tr("Can add Event"));
    const QString noChange = denial(can.changeEvents, tr("Can change Event"));
    const QString noDelete = denial(can.deleteEvents, tr("Can delete Event"));
    m_new->setEnabled(noAdd.isEmpty());
    m_new->setStatusTip(noAdd.isEmpty() ? tr("Create an event on the server") : noAdd);
    m_duplicate->setEnabled(noAdd.isEmpty() && isPageShown && event);
    m_edit->setEnabled(onEvent && noChange.isEmpty());
    m_edit->setStatusTip(noChange.isEmpty() ? tr("Change the chosen event on the server") : noChange);
    m_delete->setEnabled(onEvent && noDelete.isEmpty() && !m_isDeleting);
    m_delete->setStatusTip(noDelete.isEmpty() ? tr("Delete the chosen event from the server") : noDelete);
    m_openInBrowser->setEnabled(onEvent && m_connected);
    m_page.setEditable(isOnServer && noChange.isEmpty(), noChange);
}

EventDialog *EventEditCommands::makeDialog()
{
    auto *const dialog = new EventDialog(m_editor, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTimeDisplay(m_page.model().timeDisplay());
    return dialog;
}

void EventEditCommands::openEditor(bool isNew)
{
    const auto event = m_page.currentEvent();
    if (!isNew && !event)
        return;
    EventDialog *const dialog = makeDialog();
    if (isNew)
        dialog->loadNew();
    else
        dialog->loadRecord(*event);
    connect(dialog, &EventDialog::saved, this, [this](const Event &saved) {
        emit pageRequested();
        m_page.select(saved);
    });
    dialog->open();
}

void EventEditCommands::duplicateEvent()
{
    const auto event = m_page.currentEvent();
    if (!event)
        return;
    EventDialog *const dialog = makeDialog();
    dialog->loadCopy(*event);
    connect(dialog, &EventDialog::saved, this, [this](const Event &saved) { m_page.select(saved); });
    dialog->open();
}

// Cannot be undone on the server, so this one asks.
void EventEditCommands::deleteEvent()
{
    const auto event = m_page.currentEvent();
    if (!event || !isUuid(event->id))
        return;
    auto *const box = makePlainBox(QMessageBox::Question, tr("Delete event"),
        tr("Delete this event from the server? This cannot be undone, and authentik keeps no trace of it.") + u"\n\n"_s
            + summarySentence(*event).left(300),
        QMessageBox::Cancel, m_window, u"deleteBox"_s);
    QPushButton *const remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, id = event->id] {
        m_editor.remove(id);
        m_isDeleting = m_editor.isBusy();
        emit changed();
    });
    box->open();
}

void EventEditCommands::openInBrowser()
{
    const auto event = m_page.currentEvent();
    if (event && isUuid(event->id) && m_connected)
        m_links.openEvent(event->id);
}

} // namespace tidings
