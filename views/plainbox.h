// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace tidings {

// A box over the window that is yet to be opened, with one button, and deletes itself when it is closed. Its text is
// plain: it may quote the server.
QMessageBox *makePlainBox(QMessageBox::Icon icon, const QString &title, const QString &text,
    QMessageBox::StandardButton button, QWidget *window, const QString &name = {});

} // namespace tidings
