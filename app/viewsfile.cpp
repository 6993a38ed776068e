// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewsfile.h"

#include "privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct ViewsFileText
{
    Q_DECLARE_TR_FUNCTIONS(ViewsFile)
};

} // namespace

ViewsFile::ViewsFile(const QString &folder)
    : m_path(QDir(folder).filePath(u"views.json"_s))
{
}

QList<SavedView> ViewsFile::load()
{
    if (!QFile::exists(m_path))
        return exampleViews();
    const auto views = readSavedViews(m_path);
    if (views)
        return *views;
    m_problem = views.error();
    setAside(m_path);
    return exampleViews();
}

QString ViewsFile::save(const QList<SavedView> &views) const
{
    const QByteArray json = toJson(views);
    const auto again = savedViewsFromJson(json); // there are limits to a file that is read
    return again ? writePrivateFile(m_path, json)
                 : ViewsFileText::tr("The saved views are not kept, since their file could not be read again: %1")
                       .arg(again.error());
}

} // namespace tidings
