// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlcompletion.h"
#include "eventquery.h"
#include "timedisplay.h"

#include <QWidget>

class QPushButton;

namespace tidings {

// The conditions of the query as chips, and buttons that add one or remove all but the pinned ones. Left and Right walk
// the chips.
class ConditionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionBar(QWidget *parent);

    void setTimeDisplay(const TimeDisplay &display); // how chips name points in time
    void setConditions(const QList<Condition> &conditions);
    [[nodiscard]] const QList<Condition> &conditions() const { return m_conditions; }
    // What the dialog offers: the fields, and the values seen.
    void setSources(const akql::Schema &schema, const akql::ValuesOf &valuesOf, const akql::FieldsSeen &fieldsSeen);
    void openEditor(); // for a new condition

signals:
    void conditionsChanged(const QList<tidings::Condition> &conditions); // by the user

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void edit(qsizetype index); // size() for a new one
    void replace(qsizetype index, const Condition &condition);
    void remove(qsizetype index);
    void take(const QList<Condition> &conditions);

    TimeDisplay m_display;
    QList<Condition> m_conditions;
    QList<QWidget *> m_chips;
    QPushButton *m_add;
    QPushButton *m_clear;
    akql::Schema m_schema;
    akql::ValuesOf m_valuesOf;
    akql::FieldsSeen m_fieldsSeen;
};

} // namespace tidings
