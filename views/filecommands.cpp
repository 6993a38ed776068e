// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecommands.h"

#include "command.h"
#include "filepage.h"
#include "plainbox.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMimeData>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

// The one file that is dragged; empty for anything else.
QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

FileCommands::FileCommands(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_open(makeCommand(this, tr("&Open a log file…"), u"actionOpenFile"_s, u"file"_s,
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
          tr("Show the events of a file: JSON lines, JSON, or authentik's CSV export")))
    , m_close(makeCommand(this, tr("C&lose the file"), u"actionCloseFile"_s, u"close"_s,
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, tr("Close the file and its page")))
    , m_problems(makeCommand(this, tr("Unreada&ble records…"), u"actionFileProblems"_s, u"warning"_s, {},
          tr("List the records of the file that could not be read")))
{
    window->addActions({m_open, m_close, m_problems});
    connect(m_open, &QAction::triggered, this, &FileCommands::chooseFile);
    connect(m_close, &QAction::triggered, this, &FileCommands::closeRequested);
    connect(m_problems, &QAction::triggered, this, &FileCommands::showProblems);
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FileCommands::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (watched != m_window || (!isDrop && event->type() != QEvent::DragEnter))
        return QObject::eventFilter(watched, event);
    auto *const dragged = static_cast<QDropEvent *>(event);
    const QString path = draggedFile(*dragged->mimeData());
    if (path.isEmpty())
        return false;
    dragged->acceptProposedAction();
    if (isDrop)
        emit openRequested(path);
    return true;
}

void FileCommands::fillMenu(QMenu *menu)
{
    menu->addActions({m_open, m_problems, m_close});
}

void FileCommands::setFile(const FilePage *page, const FileFeed *feed)
{
    m_page = page;
    m_feed = feed;
    update();
}

void FileCommands::update()
{
    m_close->setEnabled(m_page != nullptr);
    m_problems->setEnabled(m_page && m_feed->damaged() > 0);
}

void FileCommands::chooseFile()
{
    auto *const dialog = new QFileDialog(m_window, tr("Open a log file"));
    dialog->setObjectName(u"openFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Logs of events (*.json *.jsonl *.ndjson *.log *.txt *.csv)"), tr("All files (*)")});
    if (m_feed)
        dialog->setDirectory(QFileInfo(m_feed->path()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, &FileCommands::openRequested);
    dialog->open();
}

void FileCommands::showProblems()
{
    if (!m_page)
        return;
    auto *const box = makePlainBox(QMessageBox::NoIcon, tr("Unreadable records"),
        tr("%1 of the records of this file could not be read.").arg(QLocale().toString(m_feed->damaged())),
        QMessageBox::Close, m_window, u"fileProblemsBox"_s);
    box->setDetailedText(m_page->problemsText());
    box->open();
}

} // namespace tidings
