// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionlist.h"

#include <QKeyEvent>
#include <QScreen>
#include <QStringListModel>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

QuestionList::QuestionList(const QStringList &questions, QWidget *line)
    : QListView(line)
{
    setWindowFlag(Qt::Popup);
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"questionList"_s);
    setAccessibleName(tr("Recent questions"));
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setModel(new QStringListModel(questions, this));
    setCurrentIndex(model()->index(0, 0));
    connect(this, &QListView::clicked, this, &QuestionList::choose);
}

void QuestionList::openUnder(const QWidget &line)
{
    constexpr int mostSeen = 12;
    const int row = std::max(sizeHintForRow(0), fontMetrics().height());
    const int rows = std::min(model()->rowCount(), mostSeen);
    const QSize size(std::max(line.width(), 240), row * rows + 2 * frameWidth());
    QPoint at = line.mapToGlobal(QPoint(0, line.height()));
    const QRect screen = line.screen()->availableGeometry();
    if (at.y() + size.height() > screen.bottom())
        at = line.mapToGlobal(QPoint(0, -size.height()));
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - size.width())));
    setGeometry(QRect(at, size));
    show();
    setFocus();
}

void QuestionList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(currentIndex());
    } else {
        QListView::keyPressEvent(event);
    }
}

void QuestionList::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    emit chosen(index.row());
    close();
}

} // namespace tidings
