// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace tidings {

// A list that drops down to choose from, of a combo box or a completer: its rows are as high as a finger needs them,
// and coloured as everything else is.
void styleChoices(QAbstractItemView *view);

} // namespace tidings
