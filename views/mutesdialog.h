// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localinboxstate.h"
#include "timedisplay.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace tidings {

class EmptyState;

// What is muted on this computer: what, why, since when, until when, and how often it has hit; each can be revoked.
class MutesDialog : public QDialog
{
    Q_OBJECT

public:
    // `state` must outlive the dialog.
    MutesDialog(const LocalInboxState &state, const TimeDisplay &display, QWidget *parent);

signals:
    void revokeRequested(int id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void revoke();

    const LocalInboxState &m_state;
    const TimeDisplay m_display;
    QTableWidget *m_table;
    EmptyState *m_empty;
    QPushButton *m_revoke;
};

} // namespace tidings
