// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventfields.h"

#include <QList>
#include <QString>
#include <QWidget>

class QVBoxLayout;

namespace tidings {

struct DiffLine
{
    enum class Kind { Same, Removed, Added, Skipped };
    Kind kind = Kind::Same;
    QString text; // Skipped: how many lines, as a sentence
    bool operator==(const DiffLine &) const = default;
};

// The lines that make `after` of `before`, with three lines around each change. Texts that have little in common are
// given as all removed and all added. At most 600 lines; long lines are cut around the place where they differ.
QList<DiffLine> lineDiff(const QString &before, const QString &after);

// Shows what changes, field by field: before and after for short texts, removed and added lines (marked − and +) for
// JSON.
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesView(QWidget *parent = nullptr);
    void setChanges(const QList<FieldChange> &changes);
    [[nodiscard]] const QList<FieldChange> &changes() const { return m_changes; }
    // What it says, as one text: for tests and for copying.
    [[nodiscard]] QString toPlainText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addText(const FieldChange &change);
    void addDiff(const FieldChange &change);

    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QList<FieldChange> m_changes;
    QStringList m_spoken;
};

} // namespace tidings
