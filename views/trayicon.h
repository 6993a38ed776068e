// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QAction;
class QMenu;

namespace tidings {

// The icon in the desktop's tray, with the number of unseen notifications drawn on it, and its menu. Who owns it says
// when the desktop has a tray: Qt is not asked before, since it remembers for good that there was none.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    // `quiet`: the menu of do-not-disturb; it stays its owner's.
    explicit TrayIcon(QMenu *quiet, QObject *parent = nullptr);
    ~TrayIcon() override;

    void setHostPresent(bool present); // the desktop has a tray, now
    void setShown(bool shown); // as soon as and while there is a tray
    [[nodiscard]] bool isShown() const;
    void setUnseen(qint64 count); // negative: unknown
    // What keeps news away, in words, plain text (empty: nothing), and what else is to be said; both for the tool tip.
    void setTrouble(const QString &trouble, const QString &remark = {});
    void setWindowVisible(bool visible); // what the first entry of the menu would do
    [[nodiscard]] QMenu &menu() const { return *m_menu; }
    [[nodiscard]] QString toolTip() const;

    // The program's icon with a badge; for tests, too. "99+" over 99, none for 0. Without contact to the server it is
    // grey and has an exclamation mark.
    [[nodiscard]] static QIcon badged(qint64 count, bool hasContact = true);

signals:
    void toggleRequested(); // show or hide the window
    void inboxRequested();
    void preferencesRequested();
    void quitRequested();

private:
    void updateShown();
    void updateFace();

    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; // since there was a tray
    QAction *m_toggle;
    bool m_isWanted = false;
    bool m_hasHost = false;
    qint64 m_unseen = 0;
    QString m_trouble;
    QString m_remark;
};

} // namespace tidings
