// SPDX-License-Identifier: GPL-3.0-or-later
#include "recentquestions.h"

#include "actioncatalog.h"
#include "akqlprinter.h"
#include "momenttext.h"
#include "privatefile.h"
#include "queryhistory.h"
#include "savedview.h"
#include "timetext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

// Whoever reads it elsewhere does not see which zone is chosen.
QString rangeWithOffset(const TimeRange &range, const TimeDisplay &display)
{
    const QString text = rangeText(range, display);
    if (range.days != TimeRange::Days::None || range.last.count() > 0)
        return text;
    QStringList offsets;
    for (const std::optional<Timestamp> &time : {range.from, range.until}) {
        const QString offset = time ? offsetText(display.at(*time)) : QString();
        if (!offset.isEmpty() && !offsets.contains(offset)) // clocks may have changed in between
            offsets += offset;
    }
    return text + u' ' + offsets.join(u" – "_s);
}

} // namespace

QString questionText(const EventQuery &query, const TimeDisplay &display)
{
    QStringList parts;
    if (!query.text.isEmpty())
        parts += query.text;
    QStringList actions;
    for (const QString &action : query.actions)
        actions += actionEntry(action).label;
    if (!actions.isEmpty())
        parts += RecentQuestions::tr("action: %1").arg(actions.join(u", "_s));
    QStringList levels;
    for (const Level level : query.levels)
        levels += levelName(level);
    if (!levels.isEmpty())
        parts += RecentQuestions::tr("level: %1").arg(levels.join(u", "_s));
    for (const akql::Node &node : query.enabledConditions())
        parts += akql::print(node);
    if (!query.range.isUnlimited())
        parts += rangeWithOffset(query.range, display);
    return parts.join(u" · "_s);
}

void RecentQuestions::open(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    m_questions.clear();
    m_isNewestTyped = false;
    m_hasFailed = false;
    // The same text as of saved views: whatever a question may hold is kept.
    if (const auto views = path.isEmpty() ? QList<SavedView>() : readSavedViews(path)) {
        for (const SavedView &view : *views) {
            if (m_questions.size() < most && !view.query.isEmpty() && !m_questions.contains(view.query))
                m_questions += view.query;
        }
    }
    emit changed();
}

void RecentQuestions::add(const EventQuery &query, bool isTyped)
{
    if (query.isEmpty())
        return;
    if (m_isNewestTyped && !m_questions.isEmpty() && isTypedFurther(m_questions.first(), query))
        m_questions.removeFirst();
    const bool isNew = m_questions.isEmpty() || m_questions.first() != query;
    m_isNewestTyped = isTyped && (isNew || m_isNewestTyped);
    if (!isNew)
        return;
    m_questions.removeAll(query);
    m_questions.prepend(query);
    while (m_questions.size() > most)
        m_questions.removeLast();
    save();
    emit changed();
}

void RecentQuestions::clear()
{
    m_questions.clear();
    m_isNewestTyped = false;
    if (!m_path.isEmpty())
        QFile::remove(m_path);
    emit changed();
}

void RecentQuestions::save()
{
    if (m_path.isEmpty())
        return;
    QList<SavedView> views;
    for (const EventQuery &query : std::as_const(m_questions))
        views += SavedView{questionText(query, TimeDisplay::utc()).trimmed().left(80), query};
    const QString folder = QFileInfo(m_path).path();
    if (!QFile::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString problem = writePrivateFile(m_path, toJson(views));
    if (!problem.isEmpty() && !std::exchange(m_hasFailed, true))
        emit failed(problem);
}

} // namespace tidings
