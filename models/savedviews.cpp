// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedviews.h"

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

void SavedViews::setViews(const QList<SavedView> &views)
{
    m_views = views;
}

qsizetype SavedViews::indexOf(const QString &name) const
{
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(),
        [&name](const SavedView &view) { return view.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_views.cend() ? -1 : found - m_views.cbegin();
}

qsizetype SavedViews::indexOf(const EventQuery &query) const
{
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(),
        [&query](const SavedView &view) { return view.query.withPinned(query) == query; });
    return found == m_views.cend() ? -1 : found - m_views.cbegin();
}

void SavedViews::save(
    const QString &name, const EventQuery &query, const ColumnLayout &columns, const QList<SortKey> &order)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return;
    const qsizetype known = indexOf(trimmed);
    if (known >= 0)
        m_views[known] = {trimmed, query, columns, order};
    else
        m_views += SavedView{trimmed, query, columns, order};
    emit changed();
}

bool SavedViews::rename(qsizetype index, const QString &name)
{
    const QString trimmed = name.trimmed();
    const qsizetype known = indexOf(trimmed);
    if (trimmed.isEmpty() || (known >= 0 && known != index))
        return false;
    m_views[index].name = trimmed;
    emit changed();
    return true;
}

void SavedViews::remove(qsizetype index)
{
    m_views.removeAt(index);
    emit changed();
}

void SavedViews::move(qsizetype index, qsizetype to)
{
    m_views.move(index, to);
    emit changed();
}

void SavedViews::add(const QList<SavedView> &views)
{
    for (SavedView view : views) {
        const QString name = view.name;
        for (int number = 2; indexOf(view.name) >= 0; ++number)
            view.name = u"%1 (%2)"_s.arg(name).arg(number);
        m_views += view;
    }
    emit changed();
}

} // namespace tidings
