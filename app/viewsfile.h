// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "savedview.h"

#include <QString>

namespace tidings {

// The saved views on disk: one JSON file beside the settings, 0600.
class ViewsFile
{
public:
    explicit ViewsFile(const QString &folder);

    // The examples where there is no file yet. A file that cannot be read as views is renamed to "….broken" and said in
    // problem().
    [[nodiscard]] QList<SavedView> load();
    // The problem, for people; empty when it was written.
    [[nodiscard]] QString save(const QList<SavedView> &views) const;
    [[nodiscard]] const QString &problem() const { return m_problem; } // of load()

private:
    QString m_path;
    QString m_problem;
};

} // namespace tidings
