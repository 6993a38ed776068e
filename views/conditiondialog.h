// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlcompletion.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QStackedWidget;

namespace tidings {

class PlainLabel;

// Builds one condition out of a field, a relation and a value, all to be chosen or typed; a condition that is a group
// is edited as query text. Says what is wrong while it is.
class ConditionDialog : public QDialog
{
    Q_OBJECT

public:
    ConditionDialog(const akql::Schema &schema, const akql::ValuesOf &valuesOf, QWidget *parent);

    void setCondition(const akql::Node &node);

signals:
    void chosen(const tidings::akql::Node &node); // accepted

private:
    void fillFields();
    void fillValues();
    void check();
    void acceptCondition();
    [[nodiscard]] QString queryText() const; // what the controls say
    [[nodiscard]] QString literalText(const QString &typed) const;
    [[nodiscard]] QStringList path() const;

    const akql::Schema m_schema;
    const akql::ValuesOf m_valuesOf;
    QList<akql::Literal> m_seen; // at the path chosen
    QStackedWidget *m_forms;
    QComboBox *m_field;
    QComboBox *m_relation;
    QComboBox *m_value;
    QLineEdit *m_text; // of a group
    PlainLabel *m_problem;
    QDialogButtonBox *m_buttons;
    std::optional<akql::Node> m_result;
};

} // namespace tidings
