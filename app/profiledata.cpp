// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiledata.h"

#include "seenjournal.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

QString profileFile(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tidings/"_s + name;
}

// What is snoozed and muted belongs to the profile, whatever its server.
QString inboxFileOf(const std::optional<Profile> &profile)
{
    return profile ? profileFile(u"inbox-%1.json"_s.arg(profile->id.toString(QUuid::WithoutBraces))) : QString();
}

// The other files are named after the profile and its server: pointed elsewhere, a profile does not take its changes
// along.
QString serverFileOf(const std::optional<Profile> &profile, const QString &suffix)
{
    if (!profile)
        return {};
    const QByteArray name = QCryptographicHash::hash(secretKey(*profile).toUtf8(), QCryptographicHash::Sha256).toHex();
    return profileFile(QString::fromLatin1(name.left(32)) + suffix);
}

} // namespace

ProfileData::ProfileData(const Parts &parts)
    : m_parts(parts)
{
}

QString ProfileData::open(const std::optional<Profile> &profile)
{
    m_inboxFile = inboxFileOf(profile);
    const QString problem = m_parts.inboxState.open(m_inboxFile);
    m_parts.seen.setJournal(serverFileOf(profile, u".seen"_s));
    m_parts.archive.open(serverFileOf(profile, u".history"_s));
    m_parts.questions.open(serverFileOf(profile, u".questions"_s));
    return problem;
}

void ProfileData::wipe()
{
    const QString journal = m_parts.seen.journalPath();
    m_parts.seen.setJournal({});
    SeenJournal::wipe(journal);
    m_parts.archive.forget();
    m_parts.questions.clear();
    m_parts.questions.open({});
    m_parts.inboxState.open({});
    QFile::remove(std::exchange(m_inboxFile, {}));
}

} // namespace tidings
