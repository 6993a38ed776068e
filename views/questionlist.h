// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace tidings {

// A list of questions that opens under the query line. Enter or a click chooses one, Escape and a click elsewhere close
// it. Deletes itself.
class QuestionList : public QListView
{
    Q_OBJECT

public:
    QuestionList(const QStringList &questions, QWidget *line);

    void openUnder(const QWidget &line);

signals:
    void chosen(int question);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
};

} // namespace tidings
