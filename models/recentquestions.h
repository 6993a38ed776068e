// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"
#include "timedisplay.h"

#include <QList>
#include <QObject>

namespace tidings {

// A question in one line, translated, times in the zone of the display and with its offset; not yet visible text.
QString questionText(const EventQuery &query, const TimeDisplay &display);

// The questions asked, newest first, each once, at most 100. Kept in a private file from one start to the next.
class RecentQuestions : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 100;

    using QObject::QObject;

    // The file of one profile, instead of the one before; an empty path: nothing is kept. A file that cannot be read as
    // questions is as good as none.
    void open(const QString &path);
    [[nodiscard]] const QList<EventQuery> &questions() const { return m_questions; }
    // One that asks for nothing is passed over. `isTyped`: what is typed further takes its place.
    void add(const EventQuery &query, bool isTyped = false);
    void clear(); // and removes the file

signals:
    void changed();
    void failed(const QString &text); // the file cannot be written; once for each file

private:
    void save();

    QString m_path;
    QList<EventQuery> m_questions;
    bool m_isNewestTyped = false;
    bool m_hasFailed = false;
};

} // namespace tidings
