// SPDX-License-Identifier: GPL-3.0-or-later
#include "demooptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace tidings {

namespace {

constexpr qulonglong maxEvents = 50'000'000;
constexpr qulonglong maxNotifications = 5'000'000;
constexpr qulonglong maxRate = 60'000;
constexpr qulonglong maxLatency = 600'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("DemoOptions", text);
}

struct Reader
{
    const QCommandLineParser &parser;
    QString error;

    qulonglong number(const QString &name, const QString &text, qulonglong max)
    {
        bool ok = false;
        const qulonglong value = text.toULongLong(&ok);
        if (ok && value <= max)
            return value;
        fail(name, text);
        return 0;
    }

    qulonglong number(const QString &name, qulonglong fallback, qulonglong max)
    {
        return parser.isSet(name) ? number(name, parser.value(name), max) : fallback;
    }

    int rate(const QString &name)
    {
        QString text = parser.value(name);
        if (text.endsWith("/min"_L1))
            text.chop(4);
        return parser.isSet(name) ? static_cast<int>(number(name, text, maxRate)) : 0;
    }

    void fail(const QString &name, const QString &text)
    {
        if (error.isEmpty())
            error = translated("Bad value for --%1: %2").arg(name, text);
    }
};

} // namespace

QString demoVersionText(DemoRelease release)
{
    switch (release) {
    case DemoRelease::V2024_8:
        return u"2024.8.3"_s;
    case DemoRelease::V2025_10:
        return u"2025.10.4"_s;
    case DemoRelease::V2026_8:
        break;
    }
    return u"2026.8.3"_s;
}

DemoCommandLine parseDemoCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("A stand-in for an authentik server with made-up events."));
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions({
        {u"port"_s, translated("Listen on this port of 127.0.0.1; 0 takes a free one."), u"port"_s},
        {u"events"_s, translated("Start with this many events."), u"count"_s},
        {u"notifications"_s, translated("Start with this many notifications."), u"count"_s},
        {u"seed"_s, translated("Number that decides what is made up."), u"number"_s},
        {u"rate"_s, translated("New events a minute, for instance 30 or 30/min."), u"rate"_s},
        {u"delete-rate"_s, translated("Events that are deleted a minute, for instance 30 or 30/min."), u"rate"_s},
        {u"latency"_s, translated("Milliseconds to wait before every answer."), u"ms"_s},
        {u"release"_s, translated("Release to behave like: 2024.8, 2025.10 or 2026.8."), u"release"_s},
        {u"rights"_s, translated("What the token may do: view, edit or none."), u"rights"_s},
        {u"token"_s, translated("The API token to accept; made up if not given."), u"token"_s},
        {u"token-stdin"_s, translated("Read the token from standard input and end when that closes.")},
    });
    if (!parser.parse(arguments))
        return {{}, {}, parser.errorText().section(u'\n', 0, 0)};
    if (parser.isSet(help))
        return {{}, parser.helpText(), {}};
    if (!parser.positionalArguments().isEmpty())
        return {{}, {}, translated("Unexpected argument: %1").arg(parser.positionalArguments().constFirst())};

    DemoOptions options;
    Reader reader{parser, {}};
    options.port = static_cast<quint16>(reader.number(u"port"_s, 0, std::numeric_limits<quint16>::max()));
    options.events = static_cast<quint32>(reader.number(u"events"_s, options.events, maxEvents));
    options.notifications
        = static_cast<quint32>(reader.number(u"notifications"_s, options.notifications, maxNotifications));
    options.seed = reader.number(u"seed"_s, options.seed, std::numeric_limits<qulonglong>::max());
    options.latencyMs = static_cast<int>(reader.number(u"latency"_s, 0, maxLatency));
    options.ratePerMinute = reader.rate(u"rate"_s);
    options.deleteRatePerMinute = reader.rate(u"delete-rate"_s);
    if (parser.isSet(u"release"_s)) {
        const QString release = parser.value(u"release"_s);
        if (release == "2024.8"_L1)
            options.release = DemoRelease::V2024_8;
        else if (release == "2025.10"_L1)
            options.release = DemoRelease::V2025_10;
        else if (release == "2026.8"_L1)
            options.release = DemoRelease::V2026_8;
        else
            reader.fail(u"release"_s, release);
    }
    if (parser.isSet(u"rights"_s)) {
        const QString rights = parser.value(u"rights"_s);
        if (rights == "edit"_L1)
            options.rights = DemoRights::Edit;
        else if (rights == "view"_L1)
            options.rights = DemoRights::View;
        else if (rights == "none"_L1)
            options.rights = DemoRights::None;
        else
            reader.fail(u"rights"_s, rights);
    }
    options.tokenFromStdin = parser.isSet(u"token-stdin"_s);
    if (parser.isSet(u"token"_s)) {
        options.token = parser.value(u"token"_s);
        if (options.token.isEmpty() && reader.error.isEmpty())
            reader.error = translated("The token is empty");
        if (options.tokenFromStdin && reader.error.isEmpty())
            reader.error = translated("--token and --token-stdin exclude each other");
    }
    if (!reader.error.isEmpty())
        return {{}, {}, reader.error.simplified()};
    return {options, {}, {}};
}

} // namespace tidings
