// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localinboxstate.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLineEdit;

namespace tidings {

class PlainLabel;

// "Mute like this": which parts of a kind are meant, why, and for how long.
class MuteDialog : public QDialog
{
    Q_OBJECT

public:
    using Count = std::function<int(const NotificationKind &)>; // of the loaded notifications that it covers
    MuteDialog(const NotificationKind &kind, Timestamp now, Count count, QWidget *parent);

signals:
    void chosen(const tidings::Mute &mute); // accepted; not yet muted

private:
    [[nodiscard]] NotificationKind chosenKind() const;
    void check();

    const NotificationKind m_kind;
    const Timestamp m_now;
    const Count m_count;
    QCheckBox *m_pattern;
    QCheckBox *m_action;
    QCheckBox *m_severity;
    QLineEdit *m_reason;
    QComboBox *m_expiry;
    PlainLabel *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace tidings
