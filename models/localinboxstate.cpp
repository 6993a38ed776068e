// SPDX-License-Identifier: GPL-3.0-or-later
#include "localinboxstate.h"

#include "privatefile.h"
#include "timeslice.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mostStateBytes = 64 << 20;
constexpr qsizetype idSize = 16; // bytes of a UUID
constexpr qsizetype longestStateText = 500;
// A computer that slept does not notice; it looks again at least this often.
constexpr std::chrono::milliseconds longestSleep = 2min;

QJsonObject toObject(const NotificationKind &kind)
{
    return {{u"action"_s, kind.action}, {u"severity"_s, kind.severity}, {u"pattern"_s, kind.pattern}};
}

NotificationKind kindFrom(const QJsonObject &object)
{
    return {object[u"action"_s].toString().left(longestStateText),
        object[u"severity"_s].toString().left(longestStateText),
        object[u"pattern"_s].toString().left(longestStateText)};
}

std::optional<Timestamp> timeFrom(const QJsonValue &value)
{
    return value.isString() ? parseTimestamp(value.toString().toStdString()) : std::nullopt;
}

// Sixteen bytes each, so that a file with many of them stays small.
std::optional<QByteArray> packed(const QByteArray &key)
{
    const QUuid id = QUuid::fromString(QLatin1StringView(key));
    if (id.isNull() || id.toByteArray(QUuid::WithoutBraces) != key)
        return std::nullopt;
    return id.toRfc4122();
}

// "*" of the pattern stands for any run of words, also for none.
bool fits(const QString &text, const QString &pattern)
{
    qsizetype at = 0; // in the text
    qsizetype in = 0; // in the pattern
    qsizetype star = -1;
    qsizetype from = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern.at(in) == u'*') {
            star = in++;
            from = at;
        } else if (in < pattern.size() && pattern.at(in) == text.at(at)) {
            ++in;
            ++at;
        } else if (star >= 0) {
            in = star + 1;
            at = ++from;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern.at(in) == u'*')
        ++in;
    return in == pattern.size();
}

} // namespace

size_t qHash(const Snooze &snooze, size_t seed) noexcept
{
    return qHashMulti(seed, snooze.since, snooze.until.value_or(0), snooze.kind);
}

qsizetype countOf(const SnoozeChanges &changes)
{
    qsizetype count = 0;
    for (const SnoozeChange &change : changes)
        count += change.keys.size();
    return count;
}

struct LocalInboxState::Content
{
    QString path;
    QHash<QByteArray, int> snoozes;
    std::vector<Batch> batches;
    QList<Mute> mutes;
};

bool Mute::covers(const NotificationKind &other) const
{
    const auto matches = [](const QString &wanted, const QString &found) {
        return wanted.isEmpty() || wanted == found;
    };
    if (!matches(kind.severity, other.severity))
        return false;
    if (other.action.isEmpty() && !longestWords(kind.pattern).isEmpty())
        return fits(other.pattern, kind.pattern);
    return matches(kind.pattern, other.pattern) && matches(kind.action, other.action);
}

LocalInboxState::LocalInboxState(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    m_wakeTimer.setSingleShot(true);
    connect(&m_wakeTimer, &QTimer::timeout, this, &LocalInboxState::wakeDue);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(1s);
    connect(&m_saveTimer, &QTimer::timeout, this, &LocalInboxState::save);
    m_workTimer.setSingleShot(true);
    connect(&m_workTimer, &QTimer::timeout, this, [this] { work(true); });
    m_pool.setMaxThreadCount(1);
}

LocalInboxState::~LocalInboxState()
{
    flush();
}

QString LocalInboxState::open(const QString &path)
{
    if (path == m_path)
        return {};
    flush();
    m_path = path;
    clear();
    QString problem;
    if (!path.isEmpty() && QFile::exists(path)) {
        const auto bytes = readWholeFile(path, mostStateBytes);
        if (!bytes || !fromJson(*bytes)) {
            clear();
            setAside(path);
            problem = tr("What was snoozed and muted on this computer was unreadable and begun anew");
        }
    }
    indexAwaited();
    emit opened();
    wakeDue();
    emit snoozesChanged();
    emit mutesChanged();
    return problem;
}

void LocalInboxState::clear()
{
    m_snoozes.clear();
    m_batches.clear();
    m_batchCodes.clear();
    m_mutes.clear();
    m_counted.clear();
    m_countFrom.clear();
    m_newest = 0;
}

LocalInboxState::Content LocalInboxState::content() const
{
    return {m_path, m_snoozes, m_batches, m_mutes};
}

QString LocalInboxState::write(const Content &content)
{
    const QString folder = QFileInfo(content.path).path();
    if (!QFile::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return writePrivateFile(content.path, toJson(content));
}

void LocalInboxState::flush()
{
    work(false);
    m_saveTimer.stop();
    m_pool.waitForDone();
    if (!std::exchange(m_isUnsaved, false) || m_path.isEmpty())
        return;
    const QString problem = write(content());
    if (!problem.isEmpty())
        emit saveFailed(problem);
}

// What changes while the file is written goes into the next one.
void LocalInboxState::save()
{
    if (m_isSaving)
        return m_saveTimer.start();
    if (!std::exchange(m_isUnsaved, false) || m_path.isEmpty())
        return;
    m_isSaving = true;
    m_pool.start([this, content = content()] {
        const QString problem = write(content);
        QMetaObject::invokeMethod(
            this,
            [this, problem] {
                m_isSaving = false;
                if (!problem.isEmpty())
                    emit saveFailed(problem);
            },
            Qt::QueuedConnection);
    });
}

void LocalInboxState::saveSoon()
{
    m_isUnsaved = true;
    if (!m_saveTimer.isActive())
        m_saveTimer.start();
}

void LocalInboxState::changed()
{
    saveSoon();
    schedule();
}

void LocalInboxState::schedule()
{
    std::optional<Timestamp> nearest;
    const auto consider = [&nearest](const std::optional<Timestamp> &time) {
        if (time && (!nearest || *time < *nearest))
            nearest = time;
    };
    for (const Batch &batch : m_batches) {
        if (batch.count > 0)
            consider(batch.snooze.until);
    }
    const Timestamp now = m_clock();
    for (const Mute &mute : std::as_const(m_mutes)) {
        if (mute.isActive(now))
            consider(mute.expires);
    }
    if (!nearest)
        return m_wakeTimer.stop();
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(*nearest - now));
    m_wakeTimer.start(std::clamp(wait + 1ms, 1ms, longestSleep));
}

void LocalInboxState::wakeDue()
{
    const Timestamp now = m_clock();
    QSet<int> due;
    for (size_t i = 0; i < m_batches.size(); ++i) {
        const Batch &batch = m_batches[i];
        if (batch.count > 0 && batch.snooze.until && *batch.snooze.until <= now)
            due += static_cast<int>(i);
    }
    // A mute that expires stays in the list, with its hits, until it is revoked.
    const bool anyExpired = std::any_of(m_mutes.cbegin(), m_mutes.cend(),
        [this, now](const Mute &mute) { return !mute.isActive(now) && m_countFrom.contains(mute.id); });
    if (anyExpired) {
        for (const Mute &mute : std::as_const(m_mutes)) {
            if (!mute.isActive(now))
                m_countFrom.remove(mute.id);
        }
        emit mutesChanged();
    }
    if (!due.isEmpty())
        wake(due, {});
    schedule();
}

void LocalInboxState::wake(const QSet<int> &batches, const QByteArray &except)
{
    QStringList keys;
    for (auto it = m_snoozes.begin(); it != m_snoozes.end();) {
        if (!batches.contains(*it) || it.key() == except) {
            ++it;
            continue;
        }
        keys += QString::fromUtf8(it.key());
        --m_batches[static_cast<size_t>(*it)].count;
        it = m_snoozes.erase(it);
    }
    if (keys.isEmpty())
        return;
    indexAwaited();
    changed();
    emit snoozesChanged();
    emit woke(keys);
}

std::optional<Snooze> LocalInboxState::snooze(const QByteArray &key) const
{
    const auto found = m_snoozes.constFind(key);
    return found == m_snoozes.cend() ? std::nullopt : std::optional(m_batches[static_cast<size_t>(*found)].snooze);
}

void LocalInboxState::indexAwaited()
{
    m_awaited.clear();
    for (const Batch &batch : m_batches) {
        if (batch.count == 0 || batch.snooze.until)
            continue;
        const auto known = m_awaited.find(batch.snooze.kind);
        if (known == m_awaited.end())
            m_awaited.insert(batch.snooze.kind, batch.snooze.since);
        else
            *known = std::min(*known, batch.snooze.since);
    }
}

int LocalInboxState::batchOf(const Snooze &snooze)
{
    const auto known = m_batchCodes.constFind(snooze);
    if (known != m_batchCodes.cend())
        return *known;
    const auto code = static_cast<int>(m_batches.size());
    m_batches.push_back({snooze, 0});
    m_batchCodes.insert(snooze, code);
    return code;
}

void LocalInboxState::apply(std::shared_ptr<const SnoozeChanges> changes, std::shared_ptr<SnoozeChanges> before)
{
    // How many an earlier job finds is known when it is done.
    const bool areFew = m_jobs.empty() && countOf(*changes) <= fewChanges;
    if (areFew && countOf(*changes) == 0)
        return;
    Job job;
    job.changes = std::move(changes);
    job.before = std::move(before);
    m_jobs.push_back(std::move(job));
    if (areFew)
        work(false);
    else
        m_workTimer.start(0ms);
}

void LocalInboxState::work(bool inSlices)
{
    if (m_jobs.empty())
        return;
    TimeSlice slice;
    while (!m_jobs.empty()) {
        Job &job = m_jobs.front();
        if (job.change == 0 && job.key == 0 && job.before)
            job.before->clear();
        for (; job.change < job.changes->size(); ++job.change, job.key = 0) {
            const SnoozeChange &change = job.changes->at(job.change);
            for (; job.key < change.keys.size(); ++job.key) {
                if (inSlices && slice.isOver())
                    return m_workTimer.start(0ms);
                make(job, change.keys.at(job.key), change.snooze);
            }
        }
        const Job done = std::move(job);
        m_jobs.pop_front();
        finish(done);
    }
    m_workTimer.stop();
}

void LocalInboxState::make(Job &job, const QByteArray &key, const std::optional<Snooze> &snooze)
{
    const auto known = m_snoozes.find(key);
    const bool isKnown = known != m_snoozes.end();
    const int old = isKnown ? *known : -1;
    if (snooze && !isKnown && m_snoozes.size() >= mostSnoozes) {
        ++job.refused;
        return;
    }
    // Named twice, or as it is: going back must not mistake it for what was before.
    if (isKnown && snooze && m_batches[static_cast<size_t>(old)].snooze == *snooze)
        return;
    if (job.before) {
        auto place = job.places.constFind(old);
        if (place == job.places.cend()) {
            place = job.places.insert(old, job.before->size());
            job.before->append(SnoozeChange());
            if (isKnown)
                job.before->last().snooze = m_batches[static_cast<size_t>(old)].snooze;
        }
        (*job.before)[*place].keys += key;
    }
    if (isKnown)
        --m_batches[static_cast<size_t>(old)].count;
    if (!snooze) {
        if (isKnown)
            m_snoozes.erase(known);
        return;
    }
    const int code = batchOf(*snooze);
    ++m_batches[static_cast<size_t>(code)].count;
    if (isKnown)
        *known = code;
    else
        m_snoozes.insert(key, code);
}

void LocalInboxState::finish(const Job &job)
{
    indexAwaited();
    changed();
    emit snoozesChanged();
    if (job.refused > 0)
        emit snoozesRefused(job.refused);
}

int LocalInboxState::addMute(Mute mute)
{
    if (mute.kind == NotificationKind() || m_mutes.size() >= mostMutes)
        return 0;
    if (mute.id == 0)
        mute.id = ++m_lastId;
    mute.reason = mute.reason.left(longestStateText);
    m_countFrom.insert(mute.id, std::max(mute.lastHit.value_or(0), mute.created));
    m_mutes += mute;
    changed();
    emit mutesChanged();
    return mute.id;
}

std::optional<Mute> LocalInboxState::removeMute(int id)
{
    const auto found = std::find_if(m_mutes.cbegin(), m_mutes.cend(), [id](const Mute &mute) { return mute.id == id; });
    if (found == m_mutes.cend())
        return std::nullopt;
    const Mute mute = m_mutes.takeAt(found - m_mutes.cbegin());
    m_countFrom.remove(id);
    changed();
    emit mutesChanged();
    return mute;
}

const Mute *LocalInboxState::muteFor(const NotificationKind &kind) const
{
    const Timestamp now = m_clock();
    const auto found = std::find_if(m_mutes.cbegin(), m_mutes.cend(),
        [&kind, now](const Mute &mute) { return mute.covers(kind) && mute.isActive(now); });
    return found == m_mutes.cend() ? nullptr : &*found;
}

void LocalInboxState::noteArrival(const QByteArray &key, Timestamp created, const NotificationKind &kind, bool seen)
{
    m_newest = std::max(m_newest, created);
    if (const Mute *const mute = m_mutes.isEmpty() ? nullptr : muteFor(kind);
        mute && created > m_countFrom.value(mute->id) && !m_counted.contains(key)) {
        m_counted.insert(key);
        Mute &hit = m_mutes[mute - m_mutes.constData()];
        ++hit.hits;
        hit.lastHit = std::max(hit.lastHit.value_or(created), created);
        saveSoon();
    }
    if (seen || m_awaited.isEmpty())
        return;
    const auto awaited = m_awaited.constFind(kind);
    if (awaited == m_awaited.cend() || created <= *awaited)
        return;
    QSet<int> again;
    for (size_t i = 0; i < m_batches.size(); ++i) {
        const Snooze &snooze = m_batches[i].snooze;
        if (m_batches[i].count > 0 && !snooze.until && snooze.kind == kind && created > snooze.since)
            again += static_cast<int>(i);
    }
    wake(again, key);
}

QByteArray LocalInboxState::toJson(const Content &content)
{
    std::vector<QByteArray> ids(content.batches.size()); // packed
    QJsonArray snoozes;
    const auto entryOf = [](const Snooze &snooze) {
        QJsonObject entry{{u"since"_s, timestampToIso(snooze.since)}};
        if (snooze.until)
            entry[u"until"_s] = timestampToIso(*snooze.until);
        else
            entry[u"until_again"_s] = toObject(snooze.kind);
        return entry;
    };
    for (auto it = content.snoozes.cbegin(); it != content.snoozes.cend(); ++it) {
        const auto batch = static_cast<size_t>(*it);
        if (const auto id = packed(it.key())) {
            ids[batch] += *id;
            continue;
        }
        QJsonObject entry = entryOf(content.batches[batch].snooze);
        entry[u"id"_s] = QString::fromUtf8(it.key());
        snoozes += entry;
    }
    for (size_t batch = 0; batch < ids.size(); ++batch) {
        if (ids[batch].isEmpty())
            continue;
        QJsonObject entry = entryOf(content.batches[batch].snooze);
        entry[u"ids"_s] = QString::fromLatin1(ids[batch].toBase64());
        snoozes += entry;
    }
    QJsonArray mutes;
    for (const Mute &mute : content.mutes) {
        QJsonObject entry = toObject(mute.kind);
        entry[u"reason"_s] = mute.reason;
        entry[u"created"_s] = timestampToIso(mute.created);
        entry[u"hits"_s] = mute.hits;
        if (mute.expires)
            entry[u"expires"_s] = timestampToIso(*mute.expires);
        if (mute.lastHit)
            entry[u"last_hit"_s] = timestampToIso(*mute.lastHit);
        mutes += entry;
    }
    return QJsonDocument(QJsonObject{{u"tidings_inbox"_s, 1}, {u"snoozes"_s, snoozes}, {u"mutes"_s, mutes}})
        .toJson(QJsonDocument::Compact);
}

// False where the file is none of ours.
bool LocalInboxState::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document[u"tidings_inbox"_s].isDouble())
        return false;
    const QJsonArray snoozes = document[u"snoozes"_s].toArray();
    for (const auto &value : snoozes) {
        const QJsonObject entry = value.toObject();
        Snooze snooze;
        snooze.since = timeFrom(entry[u"since"_s]).value_or(0);
        snooze.until = timeFrom(entry[u"until"_s]);
        snooze.kind = kindFrom(entry[u"until_again"_s].toObject());
        const bool hasEnd = snooze.until || snooze.kind != NotificationKind();
        if (!hasEnd)
            continue;
        const int code = batchOf(snooze);
        const auto take = [&](const QByteArray &key) {
            if (key.isEmpty() || m_snoozes.size() >= mostSnoozes || m_snoozes.contains(key))
                return;
            m_snoozes.insert(key, code);
            ++m_batches[static_cast<size_t>(code)].count;
        };
        take(entry[u"id"_s].toString().left(longestStateText).toUtf8());
        const QByteArray ids = QByteArray::fromBase64(entry[u"ids"_s].toString().toLatin1());
        m_snoozes.reserve(m_snoozes.size() + std::min(ids.size() / idSize, mostSnoozes));
        for (qsizetype at = 0; at + idSize <= ids.size(); at += idSize)
            take(QUuid::fromRfc4122(QByteArrayView(ids).sliced(at, idSize)).toByteArray(QUuid::WithoutBraces));
    }
    const QJsonArray mutes = document[u"mutes"_s].toArray();
    for (const auto &value : mutes) {
        const QJsonObject entry = value.toObject();
        Mute mute;
        mute.kind = kindFrom(entry);
        mute.reason = entry[u"reason"_s].toString().left(longestStateText);
        mute.created = timeFrom(entry[u"created"_s]).value_or(0);
        mute.expires = timeFrom(entry[u"expires"_s]);
        // An end that cannot be read must not mute for ever.
        if (!mute.expires && !entry[u"expires"_s].isUndefined())
            continue;
        constexpr double mostHits = 1e15;
        mute.hits = static_cast<qint64>(std::clamp(entry[u"hits"_s].toDouble(), 0.0, mostHits));
        mute.lastHit = timeFrom(entry[u"last_hit"_s]);
        if (mute.kind == NotificationKind() || m_mutes.size() >= mostMutes)
            continue;
        mute.id = ++m_lastId;
        m_countFrom.insert(mute.id, std::max(mute.lastHit.value_or(0), mute.created));
        m_mutes += mute;
    }
    return true;
}

Timestamp snoozeUntil(SnoozePreset preset, Timestamp now, const TimeDisplay &display)
{
    const QDateTime here = display.at(now);
    const QTime evening(20, 0);
    const QTime morning(8, 0);
    switch (preset) {
    case SnoozePreset::OneHour:
        break;
    case SnoozePreset::Tonight: {
        const int days = here.time() < evening ? 0 : 1;
        return fromDateTime(display.on(here.date().addDays(days), evening));
    }
    case SnoozePreset::Tomorrow:
        return fromDateTime(display.on(here.date().addDays(1), morning));
    case SnoozePreset::Monday: {
        const int days = 8 - here.date().dayOfWeek(); // today is no Monday to come
        return fromDateTime(display.on(here.date().addDays(days), morning));
    }
    }
    return now + std::chrono::microseconds(1h).count();
}

} // namespace tidings
