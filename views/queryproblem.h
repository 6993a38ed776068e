// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tidings {

class PlainLabel;
class QueryEdit;

// The line below the query that says what is wrong with it, with a mark under the place. Hidden while nothing is.
class QueryProblem : public QWidget
{
    Q_OBJECT

public:
    QueryProblem(QueryEdit &query, QWidget *parent);

    // While the user is still typing, a query is not done rather than wrong: show it when it is asked.
    void showCurrent();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QueryEdit &m_query;
    PlainLabel *m_text;
    int m_mark = 0; // in this widget's pixels
};

} // namespace tidings
