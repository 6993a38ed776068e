// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewsfile.h"

#include "privatefile.h"

#include <QDir>
#include <QFile>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 1 << 20;

} // namespace

ViewsFile::ViewsFile(const QString &folder)
    : m_path(QDir(folder).filePath(u"views.json"_s))
{
}

QList<SavedView> ViewsFile::load()
{
    if (!QFile::exists(m_path))
        return exampleViews();
    const auto bytes = readWholeFile(m_path, mostBytes);
    const auto views
        = bytes ? savedViewsFromJson(*bytes) : Expected<QList<SavedView>, QString>(Unexpected(bytes.error()));
    if (views)
        return *views;
    m_problem = views.error();
    const QString broken = m_path + u".broken"_s;
    QFile::remove(broken);
    QFile::rename(m_path, broken);
    return exampleViews();
}

QString ViewsFile::save(const QList<SavedView> &views) const
{
    return writePrivateFile(m_path, toJson(views));
}

} // namespace tidings
