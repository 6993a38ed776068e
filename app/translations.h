// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace tidings {

// Installs the program's and Qt's own texts in `language` ("de"), or in the system's when it is empty, and sets the
// default locale and direction. English has a file too, for its plural forms; languages without one fall back to it.
void installTranslations(QCoreApplication &application, const QString &language);

} // namespace tidings
