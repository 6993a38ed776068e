// SPDX-License-Identifier: GPL-3.0-or-later
// What the preferences dialog changes, as Settings keeps it.
#include "settings.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidings {

namespace {

constexpr auto noticeKey = "alerts/notice"_L1;
constexpr auto warningKey = "alerts/warning"_L1;
constexpr auto alertKey = "alerts/alert"_L1;
constexpr auto perMinuteKey = "alerts/perMinute"_L1;
constexpr auto quietHoursKey = "alerts/quietHours"_L1;
constexpr auto quietFromKey = "alerts/quietFrom"_L1;
constexpr auto quietUntilKey = "alerts/quietUntil"_L1;
constexpr auto quietUntilTimeKey = "alerts/doNotDisturbUntil"_L1;
constexpr auto historyKeptKey = "history/keep"_L1;
constexpr auto historyDaysKey = "history/days"_L1;
constexpr auto historyMegabytesKey = "history/megabytes"_L1;
constexpr auto trayIconKey = "tray/icon"_L1;
constexpr auto closeToTrayKey = "tray/close"_L1;
constexpr auto trayExplainedKey = "tray/explained"_L1;

constexpr std::array styles{"off"_L1, "silent"_L1, "sound"_L1};
const QString timeFormat = u"HH:mm"_s;

AlertStyle styleFrom(const QVariant &value, AlertStyle otherwise)
{
    const auto *const found = std::find(styles.begin(), styles.end(), value.toString());
    return found == styles.end() ? otherwise : static_cast<AlertStyle>(found - styles.begin());
}

QString wordFor(AlertStyle style)
{
    return styles.at(static_cast<size_t>(style));
}

QTime timeFrom(const QVariant &value, QTime otherwise)
{
    const QTime time = QTime::fromString(value.toString(), timeFormat);
    return time.isValid() ? time : otherwise;
}

int numberFrom(const QVariant &value, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber ? std::clamp(number, least, most) : otherwise;
}

bool boolFrom(const QVariant &value, bool otherwise)
{
    const QString word = value.toString();
    return word == "true"_L1 || (word != "false"_L1 && otherwise);
}

} // namespace

Preferences Settings::preferences() const
{
    Preferences preferences;
    preferences.pollSeconds = pollSeconds();
    AlertSettings &alerts = preferences.alerts;
    alerts.notice = styleFrom(m_settings->value(noticeKey), alerts.notice);
    alerts.warning = styleFrom(m_settings->value(warningKey), alerts.warning);
    alerts.alert = styleFrom(m_settings->value(alertKey), alerts.alert);
    alerts.perMinute = numberFrom(m_settings->value(perMinuteKey), 1, AlertSettings::mostPerMinute, alerts.perMinute);
    alerts.quietHours = boolFrom(m_settings->value(quietHoursKey), alerts.quietHours);
    alerts.quietFrom = timeFrom(m_settings->value(quietFromKey), alerts.quietFrom);
    alerts.quietUntil = timeFrom(m_settings->value(quietUntilKey), alerts.quietUntil);
    HistorySettings &history = preferences.history;
    history.isKept = boolFrom(m_settings->value(historyKeptKey), history.isKept);
    history.days = numberFrom(
        m_settings->value(historyDaysKey), HistorySettings::fewestDays, HistorySettings::mostDays, history.days);
    history.megabytes = numberFrom(m_settings->value(historyMegabytesKey), HistorySettings::fewestMegabytes,
        HistorySettings::mostMegabytes, history.megabytes);
    preferences.trayIcon = boolFrom(m_settings->value(trayIconKey), preferences.trayIcon);
    preferences.closeToTray = boolFrom(m_settings->value(closeToTrayKey), preferences.closeToTray);
    return preferences;
}

void Settings::setPreferences(const Preferences &preferences)
{
    setPollSeconds(preferences.pollSeconds);
    const AlertSettings &alerts = preferences.alerts;
    m_settings->setValue(noticeKey, wordFor(alerts.notice));
    m_settings->setValue(warningKey, wordFor(alerts.warning));
    m_settings->setValue(alertKey, wordFor(alerts.alert));
    m_settings->setValue(perMinuteKey, std::clamp(alerts.perMinute, 1, AlertSettings::mostPerMinute));
    m_settings->setValue(quietHoursKey, alerts.quietHours);
    m_settings->setValue(quietFromKey, alerts.quietFrom.toString(timeFormat));
    m_settings->setValue(quietUntilKey, alerts.quietUntil.toString(timeFormat));
    m_settings->setValue(historyKeptKey, preferences.history.isKept);
    m_settings->setValue(historyDaysKey, preferences.history.days);
    m_settings->setValue(historyMegabytesKey, preferences.history.megabytes);
    m_settings->setValue(trayIconKey, preferences.trayIcon);
    m_settings->setValue(closeToTrayKey, preferences.closeToTray);
    sync();
}

bool Settings::wasTrayExplained() const
{
    return boolFrom(m_settings->value(trayExplainedKey), false);
}

void Settings::setTrayExplained()
{
    m_settings->setValue(trayExplainedKey, true);
}

QDateTime Settings::doNotDisturb() const
{
    return QDateTime::fromString(m_settings->value(quietUntilTimeKey).toString(), Qt::ISODate).toLocalTime();
}

void Settings::setDoNotDisturb(const QDateTime &until)
{
    if (until.isValid())
        m_settings->setValue(quietUntilTimeKey, until.toUTC().toString(Qt::ISODate));
    else
        m_settings->remove(quietUntilTimeKey);
}

} // namespace tidings
