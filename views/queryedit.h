// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlcompletion.h"
#include "akqlparser.h"

#include <QLineEdit>

#include <optional>

class QCompleter;
class QStringListModel;

namespace tidings {

// The query line: plain words, or authentik's query language with completion of fields, operators and values seen
// (as one types, or with Ctrl+Space). Text that was meant as a query and is none gets its wrong part underlined.
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(QWidget *parent = nullptr);

    void setSources(
        const akql::Schema &schema, const akql::ValuesOf &valuesOf, const akql::FieldsSeen &fieldsSeen = {});
    // What is wrong with a text that looks like a query; nothing for words, a right query and an empty line.
    [[nodiscard]] const std::optional<akql::ParseError> &problem() const { return m_problem; }
    // Where the character at this index stands, in pixels of this widget; left to right only.
    [[nodiscard]] int xOf(qsizetype index) const;

signals:
    void problemChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void check();
    void offerCompletion(bool asked);
    void insertCompletion(const QString &candidate);

    akql::Schema m_schema;
    akql::ValuesOf m_valuesOf;
    akql::FieldsSeen m_fieldsSeen;
    QStringListModel *m_candidates;
    QCompleter *m_completer;
    akql::Span m_replaced; // by the candidate that is chosen
    std::optional<akql::ParseError> m_problem;
};

} // namespace tidings
