// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"
#include "result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tidings {

// A question kept under a name. A relative time range stays relative.
struct SavedView
{
    QString name;
    EventQuery query;
    bool operator==(const SavedView &) const = default;
};

// The views as a JSON text that people can read and exchange.
QByteArray toJson(const QList<SavedView> &views);

// At most 500 views and 1 MiB. What this program does not know is passed over; a view without a name, or with a
// condition that is no query, is an error that names it (translated, plain text), and nothing is taken.
Expected<QList<SavedView>, QString> savedViewsFromJson(const QByteArray &json);

// What a new user starts with, in the program's language.
QList<SavedView> exampleViews();

} // namespace tidings
