// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QButtonGroup;
class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace tidings {

class PlainLabel;
class RailButton;

// The left edge of the window: the profile with its colour and a menu, then one button per page. Narrow windows get
// icons alone.
class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    // Pages are numbered in the order they are added.
    int addPage(const QString &iconName, const QString &title, const QString &shortcut);
    void removePage(int page); // the one that was added last
    void setCurrentPage(int page);
    void setBadge(int page, qint64 count); // 0 or less: none
    // Saved views, below the pages; hidden while there are none.
    void setViews(const QStringList &names);
    // What stands at the end of a view's line, empty for nothing, and the second line of its tool tip.
    void setViewCount(int view, const QString &count, const QString &toolTip);
    [[nodiscard]] bool isViewSeen(int view) const; // there may be more of them than there is room for
    void setCurrentView(int view); // instead of the current page; -1: none
    void setProfile(const QString &name, const QColor &color, const QString &toolTip);
    void setProfileMenu(QMenu *menu);
    void setCompact(bool compact);

signals:
    void pageChosen(int page);
    void viewChosen(int view);
    void viewMenuRequested(int view, const QPoint &at); // by mouse or key, at a place on the screen
    void viewMoved(int view, int to); // dragged to where it stands afterwards
    void seenViewsChanged(); // others of them may be seen, see isViewSeen()

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // views that are dragged
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCurrent();
    [[nodiscard]] int placeAt(int y) const; // of m_viewsBox
    void showDropLine(int place);
    void endDrag();

    RailButton *m_profile;
    QButtonGroup *m_buttons; // pages and views; one is checked
    QList<RailButton *> m_pages;
    QList<RailButton *> m_views;
    PlainLabel *m_viewsTitle;
    QScrollArea *m_viewsArea;
    QWidget *m_viewsBox;
    QVBoxLayout *m_viewsColumn;
    int m_page = 0;
    int m_view = -1;
    bool m_compact = false;
    QWidget *m_dropLine; // where a dragged view would go
    QPoint m_pressed;
    bool m_isPressed = false;
    int m_dragged = -1; // the view under way; -1: none
};

} // namespace tidings
