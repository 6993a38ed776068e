// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulesfile.h"

#include "privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct RulesFileText
{
    Q_DECLARE_TR_FUNCTIONS(RulesFile)
};

} // namespace

RulesFile::RulesFile(const QString &folder)
    : m_path(QDir(folder).filePath(u"watchrules.json"_s))
{
}

QList<WatchRule> RulesFile::load()
{
    if (!QFile::exists(m_path))
        return {};
    const auto rules = readWatchRules(m_path);
    if (rules)
        return *rules;
    m_problem = rules.error();
    setAside(m_path);
    return {};
}

QString RulesFile::save(const QList<WatchRule> &rules) const
{
    const QByteArray json = toJson(rules);
    const auto again = watchRulesFromJson(json); // there are limits to a file that is read
    return again ? writePrivateFile(m_path, json)
                 : RulesFileText::tr("The watch rules are not kept, since their file could not be read again: %1")
                       .arg(again.error());
}

} // namespace tidings
