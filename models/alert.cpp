// SPDX-License-Identifier: GPL-3.0-or-later
#include "alert.h"

#include "notificationtablemodel.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct AlertText
{
    Q_DECLARE_TR_FUNCTIONS(Alert)
};

constexpr size_t mostKept = 1000;
constexpr qsizetype mostLines = 3;
constexpr qsizetype longestLine = 200;
constexpr qsizetype longestTitle = 120;

QString kindOf(const Alert &alert)
{
    return alert.rule.isEmpty() ? u"action:"_s + alert.action : u"rule:"_s + alert.ruleId;
}

// What one alert is called: by its rule or by what happened.
QString nameOf(const Alert &alert)
{
    if (!alert.rule.isEmpty())
        return isolatedText(visibleLine(alert.rule, longestTitle));
    return alert.action.isEmpty() ? AlertText::tr("Notification")
                                  : isolatedText(visibleLine(actionEntry(alert.action).label, longestTitle));
}

} // namespace

QString Alert::group() const
{
    return kindOf(*this);
}

Alert alertOf(const Notification &notification)
{
    Alert alert;
    alert.notificationId = notification.id;
    alert.level = std::max(severityEntry(notification.severity).level, Level::Notice);
    alert.text = visibleSentence(notificationTitle(notification), longestLine);
    alert.kind = tidings::kindOf(notification);
    if (notification.event) {
        alert.action = notification.event->action;
        alert.address = visibleLine(notification.event->clientIp, longestLine);
        alert.eventId = notification.event->id;
        alert.event = *notification.event;
    }
    return alert;
}

void AlertBurst::add(const Alert &alert)
{
    if (!m_alerts.empty())
        m_alerts.back().event = {};
    m_alerts.push_back(alert);
    if (m_alerts.size() > mostKept) {
        const Alert &oldest = m_alerts.front();
        m_olderLevel = std::max(m_olderLevel, oldest.level);
        m_olderOnlyRules = m_olderOnlyRules && !oldest.rule.isEmpty();
        if (m_olderKinds.size() < 2)
            m_olderKinds.insert(kindOf(oldest));
        m_alerts.pop_front();
        ++m_older;
    }
}

bool AlertBurst::removeIf(const std::function<bool(const Alert &)> &condition)
{
    const auto first = std::remove_if(m_alerts.begin(), m_alerts.end(), condition);
    const bool any = first != m_alerts.end();
    m_alerts.erase(first, m_alerts.end());
    return any;
}

Level AlertBurst::level() const
{
    Level level = m_olderLevel;
    for (const Alert &alert : m_alerts)
        level = std::max(level, alert.level);
    return level;
}

QStringList AlertBurst::notificationIds() const
{
    QStringList ids;
    for (const Alert &alert : m_alerts) {
        if (!alert.notificationId.isEmpty())
            ids += alert.notificationId;
    }
    return ids;
}

QString AlertBurst::title() const
{
    if (isEmpty())
        return {};
    if (count() == 1 && !m_hasMore) {
        // The level in words: colour alone says nothing to many.
        return level() > Level::Notice
            ? AlertText::tr("%1: %2", "level: what").arg(levelName(level()), nameOf(newest()))
            : nameOf(newest());
    }
    QSet<QString> kinds = m_olderKinds;
    QSet<QString> addresses;
    bool onlyRules = m_olderOnlyRules;
    for (const Alert &alert : m_alerts) {
        kinds.insert(kindOf(alert));
        if (!alert.address.isEmpty())
            addresses.insert(alert.address);
        onlyRules = onlyRules && !alert.rule.isEmpty();
    }
    if (kinds.size() > 1) {
        if (onlyRules) {
            return m_hasMore ? AlertText::tr("At least %n watch rule alert(s)", nullptr, count())
                             : AlertText::tr("%n watch rule alert(s)", nullptr, count());
        }
        return m_hasMore ? AlertText::tr("At least %n notification(s)", nullptr, count())
                         : AlertText::tr("%n notification(s)", nullptr, count());
    }
    const QString counted = countedText();
    if (addresses.isEmpty())
        return counted;
    // Those of older alerts are not known any more.
    const auto found = static_cast<int>(addresses.size());
    const QString places = m_hasMore || m_older > 0 ? AlertText::tr("at least %n address(es)", "from …", found)
                                                    : AlertText::tr("%n address(es)", "from …", found);
    return AlertText::tr("%1 from %2", "what, how many addresses").arg(counted, places);
}

// All of one kind.
QString AlertBurst::countedText() const
{
    if (newest().rule.isEmpty() && newest().action == "login_failed"_L1) {
        return m_hasMore ? AlertText::tr("At least %n failed login(s)", nullptr, count())
                         : AlertText::tr("%n failed login(s)", nullptr, count());
    }
    const QString form
        = m_hasMore ? AlertText::tr("At least %1 × %2", "count, what") : AlertText::tr("%1 × %2", "count, what");
    return form.arg(QString::number(count()), nameOf(newest()));
}

QString AlertBurst::body() const
{
    QStringList lines;
    for (auto alert = m_alerts.crbegin(); alert != m_alerts.crend() && lines.size() < mostLines; ++alert) {
        const QString line = visibleSentence(alert->text, longestLine);
        if (!line.isEmpty() && !lines.contains(line))
            lines += line;
    }
    return lines.join(u'\n');
}

} // namespace tidings
