// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watchrule.h"

#include <QString>

namespace tidings {

// The watch rules on disk: one JSON file beside the settings, 0600.
class RulesFile
{
public:
    explicit RulesFile(const QString &folder);

    // None where there is no file yet. A file that cannot be read as rules is renamed to "….broken" and said in
    // problem().
    [[nodiscard]] QList<WatchRule> load();
    // The problem, for people; empty when it was written.
    [[nodiscard]] QString save(const QList<WatchRule> &rules) const;
    [[nodiscard]] const QString &problem() const { return m_problem; } // of load()

private:
    QString m_path;
    QString m_problem;
};

} // namespace tidings
