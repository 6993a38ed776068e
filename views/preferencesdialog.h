// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPushButton;
class QTimeEdit;

namespace tidings {

class PlainLabel;

// How often the server is asked, what the desktop is told and when not, the tray and the start, and the history.
// Scrolls where the screen is small.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    // `hasTray`: the desktop shows tray icons. Without one what needs it is switched off, but not forgotten.
    PreferencesDialog(const Preferences &preferences, bool hasTray, QWidget *parent);

    // What the history of the server shown holds; nothing: there is no such server.
    void showHistory(std::optional<qint64> notifications, qint64 bytes);

signals:
    void chosen(const tidings::Preferences &preferences); // accepted
    void historyWipeRequested(); // and confirmed

private:
    void build();
    void fillGrid(QGridLayout *grid, QWidget *content);
    void confirmWipe();
    void showValues(const Preferences &preferences);
    void updateControls();
    [[nodiscard]] Preferences shown() const;

    const Preferences m_before;
    const bool m_hasTray;
    QComboBox *m_interval;
    QComboBox *m_notice;
    QComboBox *m_warning;
    QComboBox *m_alert;
    QComboBox *m_perMinute;
    QCheckBox *m_quiet;
    QTimeEdit *m_quietFrom;
    QTimeEdit *m_quietUntil;
    QCheckBox *m_history;
    QComboBox *m_historyDays;
    QComboBox *m_historySize;
    PlainLabel *m_historyState;
    QPushButton *m_wipeHistory;
    qint64 m_kept = 0; // notifications
    QString m_keptText;
    QCheckBox *m_tray;
    QCheckBox *m_closeToTray;
    QCheckBox *m_autostart;
    QCheckBox *m_startHidden;
};

} // namespace tidings
