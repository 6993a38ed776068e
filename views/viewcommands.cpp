// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewcommands.h"

#include "eventspage.h"
#include "icons.h"
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

constexpr qint64 mostBytes = 1 << 20;
constexpr qsizetype viewsWithKeys = 6; // Ctrl+4 to Ctrl+9

} // namespace

ViewCommands::ViewCommands(SavedViews &views, EventsPage &page, QWidget *window)
    : QObject(window)
    , m_views(views)
    , m_page(page)
    , m_window(window)
    , m_save(add(tr("&Save this view…"), u"actionSaveView"_s, u"save"_s, QKeySequence::Save,
          tr("Keep the present question under a name"), &ViewCommands::saveCurrent))
    , m_rename(add(tr("&Rename this view…"), u"actionRenameView"_s, u"edit"_s, {},
          tr("Give the saved view that is shown another name"), &ViewCommands::renameCurrent))
    , m_remove(add(tr("&Delete this view"), u"actionRemoveView"_s, u"delete"_s, {},
          tr("Forget the saved view that is shown"), &ViewCommands::removeCurrent))
    , m_up(add(tr("Move &up"), u"actionMoveViewUp"_s, u"chevron-up"_s, {},
          tr("Move the saved view that is shown up in the list"), &ViewCommands::moveUp))
    , m_down(add(tr("Move do&wn"), u"actionMoveViewDown"_s, u"chevron-down"_s, {},
          tr("Move the saved view that is shown down in the list"), &ViewCommands::moveDown))
    , m_import(add(tr("&Import views…"), u"actionImportViews"_s, u"go-back"_s, {}, tr("Add the views of a file"),
          &ViewCommands::importFile))
    , m_export(add(tr("&Export views…"), u"actionExportViews"_s, u"go-forward"_s, {},
          tr("Write all saved views to a file"), &ViewCommands::exportFile))
{
    connect(&m_views, &SavedViews::changed, this, &ViewCommands::update);
}

QAction *ViewCommands::add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
    const QString &tip, void (ViewCommands::*act)())
{
    auto *const action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setStatusTip(tip);
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
        auto *const action
            = new QAction(icon(u"filter"_s), visibleLine(views.at(i).name, 80).replace(u'&', u"&&"_s), this);
        action->setCheckable(true);
        action->setStatusTip(tr("Show this view"));
        if (i < viewsWithKeys)
            action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_4 + static_cast<int>(i))));
        connect(action, &QAction::triggered, this, [this, i] { choose(i); });
        m_menu->addAction(action);
        m_list += action;
    }
}

qsizetype ViewCommands::current() const
{
    return m_views.indexOf(m_page.filter());
}

void ViewCommands::update()
{
    if (!m_menu)
        return;
    const auto &views = m_views.views();
    const bool same = std::equal(
        views.begin(), views.end(), m_list.begin(), m_list.end(), [](const SavedView &view, const QAction *action) {
            return action->text() == visibleLine(view.name, 80).replace(u'&', u"&&"_s);
        });
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
    m_page.setFilter(m_views.views().at(index).query);
    update();
    emit chosen();
}

void ViewCommands::askName(const QString &title, const QString &name, void (ViewCommands::*take)(const QString &))
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
    askName(tr("Save this view"), shown < 0 ? QString() : m_views.views().at(shown).name, &ViewCommands::saveAs);
}

void ViewCommands::saveAs(const QString &name)
{
    m_views.save(name, m_page.filter());
}

void ViewCommands::renameCurrent()
{
    if (const qsizetype shown = current(); shown >= 0)
        askName(tr("Rename this view"), m_views.views().at(shown).name, &ViewCommands::renameTo);
}

void ViewCommands::renameTo(const QString &name)
{
    const qsizetype shown = current();
    if (shown >= 0 && !m_views.rename(shown, name))
        emit failed(tr("There is another view with this name, or the name is empty."));
}

void ViewCommands::removeCurrent()
{
    if (const qsizetype shown = current(); shown >= 0)
        m_views.remove(shown);
}

void ViewCommands::moveUp()
{
    if (const qsizetype shown = current(); shown > 0)
        m_views.move(shown, shown - 1);
}

void ViewCommands::moveDown()
{
    if (const qsizetype shown = current(); shown >= 0 && shown + 1 < m_views.views().size())
        m_views.move(shown, shown + 1);
}

void ViewCommands::importFile()
{
    auto *const dialog = new QFileDialog(m_window, tr("Import views"), {}, tr("Views of Tidings (*.json)"));
    dialog->setObjectName(u"importViewsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto bytes = readWholeFile(path, mostBytes);
        if (!bytes)
            return emit failed(bytes.error());
        const auto views = savedViewsFromJson(*bytes);
        if (!views)
            return emit failed(views.error());
        m_views.add(*views);
    });
    dialog->open();
}

void ViewCommands::exportFile()
{
    auto *const dialog = new QFileDialog(m_window, tr("Export views"), {}, tr("Views of Tidings (*.json)"));
    dialog->setObjectName(u"exportViewsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString problem = writePrivateFile(path, toJson(m_views.views()));
        if (!problem.isEmpty())
            emit failed(problem);
    });
    dialog->open();
}

} // namespace tidings
