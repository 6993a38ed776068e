// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace tidings {

class PlainLabel;
class QueryEdit;

// The line below the query that says what is wrong with it, with a mark under the place, and offers to search for its
// words. Hidden while nothing is.
class QueryProblem : public QWidget
{
    Q_OBJECT

public:
    QueryProblem(QueryEdit &query, QWidget *parent);

    // While the user is still typing, a query is not done rather than wrong: show it when it is asked.
    void showAsked(); // as words, since it is no query
    void showUnasked(); // as long as nobody wants the words
    [[nodiscard]] QString text() const;

signals:
    void wordsRequested(); // what stands in the line, as words

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe(bool isAsked);
    void place();

    QueryEdit &m_query;
    PlainLabel *m_text;
    QPushButton *m_words;
    int m_mark = 0; // in this widget's pixels
};

} // namespace tidings
