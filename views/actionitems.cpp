// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionitems.h"

#include "actioncatalog.h"

#include <algorithm>

namespace tidings {

QList<ChecklistButton::Item> actionItems(const QStringList &known, const QStringList &came)
{
    QList<ChecklistButton::Item> items;
    const auto add = [&items](const ActionInfoEntry &entry) {
        const bool isThere = std::any_of(items.cbegin(), items.cend(),
            [&entry](const ChecklistButton::Item &item) { return item.value == entry.value; });
        if (!isThere)
            items += ChecklistButton::Item{entry.value, entry.label, entry.icon};
    };
    const auto catalogue = knownActionEntries();
    for (const ActionInfoEntry &entry : catalogue) {
        // A server that tells its actions has no others, save custom ones.
        if (known.isEmpty() || known.contains(entry.value))
            add(entry);
    }
    for (const QString &action : known + came)
        add(actionEntry(action));
    return items;
}

} // namespace tidings
