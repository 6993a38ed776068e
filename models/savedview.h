// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "columnlayout.h"
#include "eventquery.h"
#include "result.h"
#include "sortkey.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tidings {

// A question kept under a name, with the columns that showed its answer and their order. A relative time range stays
// relative.
struct SavedView
{
    QString name;
    EventQuery query;
    ColumnLayout columns = {}; // empty: those that are shown
    QList<SortKey> order = {}; // empty: newest first
    bool operator==(const SavedView &) const = default;
};

// The views as a JSON text that people can read and exchange.
QByteArray toJson(const QList<SavedView> &views);

// At most 500 views and 1 MiB. What this program does not know is passed over; a view without a name, or with a
// condition that is no query, is an error that names it (translated, plain text), and nothing is taken.
Expected<QList<SavedView>, QString> savedViewsFromJson(const QByteArray &json);
// The same of a file; one that cannot be read is an error, too.
Expected<QList<SavedView>, QString> readSavedViews(const QString &path);

// What a new user starts with, in the program's language.
QList<SavedView> exampleViews();

} // namespace tidings
