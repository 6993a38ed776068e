// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>

namespace tidings {

// The keys of a path such as "context.geo.country"; numbers reach into arrays. Empty for what is no path.
QStringList fieldPath(const QString &name);

// What a record has at a path, for one line of a table: visible plain text. Numbers keep their digits, objects and
// arrays are their JSON, cut off when they are long; empty for null, "" and nothing. May grow the capacity of `json`.
QString fieldText(std::string &json, const QStringList &path);
// The same uncut and as it is, for copies.
QString rawFieldText(std::string &json, const QStringList &path);

// The paths of all values in a record, at most `most`, as fieldPath() reads them.
QStringList fieldNames(const QByteArray &json, qsizetype most);

} // namespace tidings
