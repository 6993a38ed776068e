// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

class FileFeed;
class FilePage;

// The commands for a file of events: open one, which dropping it on the window does as well, list the records that
// could not be read, close it.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    explicit FileCommands(QWidget *window); // gets the actions, and is the parent of dialogs; must outlive this

    void fillMenu(QMenu *menu);
    void setFile(const FilePage *page, const FileFeed *feed); // the one that is open; null: none
    void update(); // more of it was read

signals:
    void openRequested(const QString &path);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseFile();
    void showProblems();

    QWidget *m_window;
    QAction *m_open;
    QAction *m_close;
    QAction *m_problems;
    const FilePage *m_page = nullptr;
    const FileFeed *m_feed = nullptr;
};

} // namespace tidings
