// SPDX-License-Identifier: GPL-3.0-or-later
#include "demotime.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QString>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace tidings::demo {

namespace {

void appendNumber(std::string &out, int value, int digits)
{
    std::string text = std::to_string(value);
    if (static_cast<int>(text.size()) < digits)
        out.append(static_cast<std::size_t>(digits) - text.size(), '0');
    out += text;
}

} // namespace

qint64 nowMicros()
{
    return QDateTime::currentMSecsSinceEpoch() * 1000;
}

void appendTime(std::string &out, qint64 micros)
{
    qint64 days = micros / microsPerDay;
    qint64 rest = micros % microsPerDay;
    if (rest < 0) {
        rest += microsPerDay;
        --days;
    }
    const qint64 julian = QDate(1970, 1, 1).toJulianDay() + days;
    int year = 0;
    int month = 0;
    int day = 0;
    QDate::fromJulianDay(julian).getDate(&year, &month, &day);
    const auto seconds = static_cast<int>(rest / microsPerSecond);
    const auto fraction = static_cast<int>(rest % microsPerSecond);
    appendNumber(out, year, 4);
    out += '-';
    appendNumber(out, month, 2);
    out += '-';
    appendNumber(out, day, 2);
    out += 'T';
    appendNumber(out, seconds / 3600, 2);
    out += ':';
    appendNumber(out, seconds / 60 % 60, 2);
    out += ':';
    appendNumber(out, seconds % 60, 2);
    if (fraction != 0) {
        out += '.';
        appendNumber(out, fraction, 6);
    }
    out += 'Z';
}

std::optional<qint64> parseTime(std::string_view text)
{
    const QRegularExpression pattern(
        uR"(^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,6})\d{0,6})?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(QByteArrayView(text)));
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    qint64 micros = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() * 1000;
    micros += match.captured(7).leftJustified(6, u'0').toInt();
    const QString zone = match.captured(8);
    if (zone.size() > 1) {
        const qint64 minutes
            = QStringView(zone).mid(1, 2).toInt() * 60 + QStringView(zone).right(2).toInt() * (zone.size() > 3);
        micros += (zone.startsWith(u'-') ? minutes : -minutes) * 60 * microsPerSecond;
    }
    return micros;
}

std::optional<qint64> parseDuration(std::string_view text)
{
    struct Unit
    {
        QLatin1StringView name;
        qint64 micros;
    };
    constexpr std::array units{Unit{"microseconds"_L1, 1}, Unit{"milliseconds"_L1, 1000},
        Unit{"seconds"_L1, microsPerSecond}, Unit{"minutes"_L1, 60 * microsPerSecond},
        Unit{"hours"_L1, 3600 * microsPerSecond}, Unit{"days"_L1, microsPerDay}, Unit{"weeks"_L1, 7 * microsPerDay}};
    qint64 total = 0;
    const QString whole = QString::fromUtf8(QByteArrayView(text));
    for (const QStringView part : QStringView(whole).split(u';')) {
        const qsizetype equals = part.indexOf(u'=');
        bool ok = false;
        const double amount = equals < 0 ? 0 : part.mid(equals + 1).toDouble(&ok);
        if (!ok || amount < 0 || amount > 1e6)
            return std::nullopt;
        bool known = false;
        for (const Unit &unit : units) {
            if (part.left(equals).trimmed().compare(unit.name, Qt::CaseInsensitive) == 0) {
                total += static_cast<qint64>(amount * static_cast<double>(unit.micros));
                known = true;
            }
        }
        if (!known)
            return std::nullopt;
    }
    return total;
}

} // namespace tidings::demo
