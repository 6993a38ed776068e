// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlcompletion.h"
#include "timedisplay.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QStackedWidget;

namespace tidings {

class PlainLabel;

// Builds one condition out of a field, a relation and a value, all to be chosen or typed; a condition that is a group
// is edited as query text. Values are written without quotes; with them they are texts, with every blank and comma.
// Times are those of the zone that is shown, in any form that parseMoment() reads. Says what is wrong while it is.
class ConditionDialog : public QDialog
{
    Q_OBJECT

public:
    ConditionDialog(const akql::Schema &schema, const akql::ValuesOf &valuesOf, QWidget *parent);

    void setTimeDisplay(const TimeDisplay &display);
    void offerFields(const QStringList &seen); // besides those known anyway
    void setCondition(const akql::Node &node);

signals:
    void chosen(const tidings::akql::Node &node); // accepted

private:
    void fillFields();
    void fillValues();
    void offerNetworks();
    void check();
    void acceptCondition();
    [[nodiscard]] QString queryText() const; // what the controls say
    [[nodiscard]] akql::Operator relation() const;
    [[nodiscard]] QString typedText(const akql::Literal &literal) const;
    [[nodiscard]] QString literalText(const QString &typed) const;
    [[nodiscard]] bool readsAsScalar(const QString &typed) const;
    [[nodiscard]] akql::FieldKind fieldKind() const;
    [[nodiscard]] QStringList path() const;

    const akql::Schema m_schema;
    const akql::ValuesOf m_valuesOf;
    TimeDisplay m_display;
    QList<akql::Literal> m_seen; // at the path chosen
    QList<akql::Literal> m_given; // of the condition that is edited: they keep their type
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
