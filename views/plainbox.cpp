// SPDX-License-Identifier: GPL-3.0-or-later
#include "plainbox.h"

namespace tidings {

QMessageBox *makePlainBox(QMessageBox::Icon icon, const QString &title, const QString &text,
    QMessageBox::StandardButton button, QWidget *window, const QString &name)
{
    auto *const box = new QMessageBox(icon, title, text, button, window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    return box;
}

} // namespace tidings
