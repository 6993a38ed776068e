// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"

#include <QHash>
#include <QMap>
#include <QString>

namespace tidings {

class EventTableModel;

// What the rows at hand have, for whoever asks a question about more of them.

// The fields that the newest rows have, as fieldPath() reads them, and an example of what stands there: visible, short,
// and empty where all have nothing. Looks at as many rows as it can without a wait, at most 300, and names at most 400.
QMap<QString, QString> seenFields(const EventTableModel &model);

// What the newest 300 rows have at a path, the most frequent values first.
QList<akql::Literal> seenValues(const EventTableModel &model, const QStringList &path);

// How many of the rows have which action.
QHash<QString, qint64> seenActions(const EventTableModel &model);

} // namespace tidings
