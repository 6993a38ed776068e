// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewcommands.h"

#include "command.h"
#include "eventspage.h"
#include "icons.h"
#include "plainlabel.h"
#include "privatefile.h"
#include "savedviews.h"
#include "visibletext.h"

#include <QAction>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype viewsWithKeys = 6; // Ctrl+4 to Ctrl+9

QString menuTextOf(const SavedView &view)
{
    return plainMenuText(visibleLine(view.name, 80));
}

} // namespace

ViewCommands::ViewCommands(SavedViews &views, EventsPage &page, QWidget *window)
    : QObject(window)
    , m_views(views)
    , m_page(&page)
    , m_window(window)
    , m_save(add(tr("&Save this view…"), u"actionSaveView"_s, u"save"_s, QKeySequence::Save,
          tr("Keep the present question, its columns and its order under a name"), [this] { saveCurrent(); }))
    , m_rename(add(tr("&Rename this view…"), u"actionRenameView"_s, u"edit"_s, {},
          tr("Give the saved view that is shown another name"), [this] { rename(current()); }))
    , m_remove(add(tr("&Delete this view"), u"actionRemoveView"_s, u"delete"_s, {},
          tr("Forget the saved view that is shown"), [this] { remove(current()); }))
    , m_up(add(tr("Move &up"), u"actionMoveViewUp"_s, u"chevron-up"_s, {},
          tr("Move the saved view that is shown up in the list"), [this] { move(current(), current() - 1); }))
    , m_down(add(tr("Move do&wn"), u"actionMoveViewDown"_s, u"chevron-down"_s, {},
          tr("Move the saved view that is shown down in the list"), [this] { move(current(), current() + 1); }))
    , m_import(add(tr("&Import views…"), u"actionImportViews"_s, u"go-back"_s, {}, tr("Add the views of a file"),
          [this] { importFile(); }))
    , m_export(add(tr("&Export views…"), u"actionExportViews"_s, u"go-forward"_s, {},
          tr("Write all saved views to a file"), [this] { exportViews(m_views.views()); }))
{
    connect(&m_views, &SavedViews::changed, this, &ViewCommands::update);
}

QAction *ViewCommands::add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
    const QString &tip, const std::function<void()> &act)
{
    QAction *const action = makeCommand(this, text, name, iconName, {}, tip);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, act);
    m_window->addAction(action);
    return action;
}

void ViewCommands::fillMenu(QMenu *menu)
{
    m_menu = menu;
    menu->addActions({m_save, m_rename, m_remove, m_up, m_down});
    menu->addSeparator();
    menu->addActions({m_import, m_export});
    menu->addSeparator();
    rebuildList();
    update();
}

void ViewCommands::rebuildList()
{
    for (QAction *const action : std::as_const(m_list)) {
        m_menu->removeAction(action);
        action->setShortcut({});
        action->deleteLater(); // it may be the one that asked
    }
    m_list.clear();
    const auto &views = m_views.views();
    for (qsizetype i = 0; i < views.size(); ++i) {
        auto *const action = new QAction(icon(u"filter"_s), menuTextOf(views.at(i)), this);
        action->setCheckable(true);
        action->setStatusTip(tr("Show this view"));
        if (i < viewsWithKeys)
            action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_4 + static_cast<int>(i))));
        connect(action, &QAction::triggered, this, [this, i] { choose(i); });
        m_menu->addAction(action);
        m_list += action;
    }
}

void ViewCommands::setPage(EventsPage &page)
{
    m_page = &page;
    update();
}

qsizetype ViewCommands::current() const
{
    const auto &views = m_views.views();
    const qsizetype chosen = m_views.indexOf(m_chosen);
    if (chosen >= 0 && views.at(chosen).query == m_page->filter())
        return chosen;
    const qsizetype first = m_views.indexOf(m_page->filter());
    if (first < 0)
        return first;
    const ViewState state = m_page->state();
    for (qsizetype i = first; i < views.size(); ++i) {
        const SavedView &view = views.at(i);
        if (view.query == state.query && view.columns == state.columns && view.order == state.order)
            return i;
    }
    return first;
}

void ViewCommands::update()
{
    if (!m_menu)
        return;
    const auto &views = m_views.views();
    const bool same = std::equal(views.begin(), views.end(), m_list.begin(), m_list.end(),
        [](const SavedView &view, const QAction *action) { return action->text() == menuTextOf(view); });
    if (!same)
        rebuildList();
    const qsizetype shown = current();
    for (qsizetype i = 0; i < m_list.size(); ++i)
        m_list.at(i)->setChecked(i == shown);
    for (QAction *const action : {m_rename, m_remove})
        action->setEnabled(shown >= 0);
    m_up->setEnabled(shown > 0);
    m_down->setEnabled(shown >= 0 && shown + 1 < views.size());
    m_export->setEnabled(!views.isEmpty());
}

void ViewCommands::choose(qsizetype index)
{
    if (index < 0 || index >= m_views.views().size())
        return;
    const SavedView view = m_views.views().at(index);
    m_chosen = view.name;
    m_page->showState({view.query.withPinned(m_page->filter()), view.columns, view.order, {}});
    update();
    emit chosen();
}

void ViewCommands::openMenu(qsizetype index, const QPoint &at)
{
    const auto &views = m_views.views();
    if (index < 0 || index >= views.size())
        return;
    auto *const menu = new QMenu(m_window);
    menu->setObjectName(u"viewMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The list may change while the menu is open.
    const auto command = [this, menu, name = views.at(index).name](const QString &text, const QString &objectName,
                             const QString &iconName, bool isEnabled, const std::function<void(qsizetype)> &act) {
        QAction *const action = menu->addAction(icon(iconName), text);
        action->setObjectName(objectName);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, [this, name, act] {
            if (const qsizetype found = m_views.indexOf(name); found >= 0)
                act(found);
        });
    };
    command(tr("&Open"), u"viewOpen"_s, u"filter"_s, true, [this](qsizetype view) { choose(view); });
    menu->addSeparator();
    command(tr("&Rename…"), u"viewRename"_s, u"edit"_s, true, [this](qsizetype view) { rename(view); });
    command(tr("&Delete"), u"viewRemove"_s, u"delete"_s, true, [this](qsizetype view) { remove(view); });
    command(tr("Move &up"), u"viewUp"_s, u"chevron-up"_s, index > 0, [this](qsizetype view) { move(view, view - 1); });
    command(tr("Move do&wn"), u"viewDown"_s, u"chevron-down"_s, index + 1 < views.size(),
        [this](qsizetype view) { move(view, view + 1); });
    menu->addSeparator();
    command(tr("&Export…"), u"viewExport"_s, u"go-forward"_s, true,
        [this](qsizetype view) { exportViews({m_views.views().at(view)}); });
    menu->popup(at);
}

void ViewCommands::askName(const QString &title, const QString &name, const std::function<void(const QString &)> &take)
{
    auto *const dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"viewNameDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, take);
    dialog->open();
}

void ViewCommands::saveCurrent()
{
    const qsizetype shown = current();
    askName(tr("Save this view"), shown < 0 ? QString() : m_views.views().at(shown).name, [this](const QString &name) {
        const ViewState state = m_page->state();
        m_chosen = name.trimmed();
        m_views.save(name, state.query, state.columns, state.order);
    });
}

void ViewCommands::rename(qsizetype index)
{
    if (index < 0)
        return;
    const QString before = m_views.views().at(index).name;
    askName(tr("Rename this view"), before, [this, before](const QString &name) {
        const qsizetype view = m_views.indexOf(before);
        const QString chosen = m_chosen;
        if (m_chosen.compare(before, Qt::CaseInsensitive) == 0)
            m_chosen = name.trimmed();
        if (view >= 0 && !m_views.rename(view, name)) {
            m_chosen = chosen;
            emit failed(tr("There is another view with this name, or the name is empty."));
        }
    });
}

void ViewCommands::remove(qsizetype index)
{
    if (index >= 0)
        m_views.remove(index);
}

void ViewCommands::move(qsizetype index, qsizetype to)
{
    const qsizetype count = m_views.views().size();
    if (index >= 0 && index < count && to >= 0 && to < count && to != index)
        m_views.move(index, to);
}

void ViewCommands::importFile()
{
    auto *const dialog = new QFileDialog(m_window, tr("Import views"), {}, tr("Views of Tidings (*.json)"));
    dialog->setObjectName(u"importViewsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto views = readSavedViews(path);
        if (!views)
            return emit failed(views.error());
        m_views.add(*views);
    });
    dialog->open();
}

void ViewCommands::exportViews(const QList<SavedView> &views)
{
    auto *const dialog = new QFileDialog(m_window, tr("Export views"), {}, tr("Views of Tidings (*.json)"));
    dialog->setObjectName(u"exportViewsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, views](const QString &path) {
        const QString problem = writePrivateFile(path, toJson(views));
        if (!problem.isEmpty())
            emit failed(problem);
    });
    dialog->open();
}

} // namespace tidings
