// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklistbutton.h"

namespace tidings {

// What a filter by action offers: the actions of the catalogue, or, where the server told its own, only those of them;
// and others that it told, or that came with records.
QList<ChecklistButton::Item> actionItems(const QStringList &known, const QStringList &came = {});

} // namespace tidings
