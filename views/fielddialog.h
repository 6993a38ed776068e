// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QDialogButtonBox;

namespace tidings {

class EventTableModel;
class PlainLabel;

// Chooses a field of the events' records: one that the newest rows have, with an example of what stands there, or any
// path that is typed.
class FieldDialog : public QDialog
{
    Q_OBJECT

public:
    FieldDialog(const EventTableModel &model, QWidget *parent); // looks at the model now, and keeps no reference

signals:
    void chosen(const QString &name); // "context.geo.country"; accepted

private:
    void collect(const EventTableModel &model);
    [[nodiscard]] QString name() const;
    void check();

    QComboBox *m_field;
    PlainLabel *m_note;
    QDialogButtonBox *m_buttons;
    QStringList m_taken; // columns already
};

} // namespace tidings
