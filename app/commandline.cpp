// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "akqlparser.h"
#include "settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidings {

namespace {

constexpr int maxDemoEvents = 10'000'000;

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

bool asksForToken(const QStringList &args)
{
    for (const QString &arg : args.mid(1)) {
        if (arg == "--"_L1)
            return false;
        if (arg == "--token"_L1 || arg == "-token"_L1 || arg.startsWith("--token="_L1) || arg.startsWith("-token="_L1))
            return true;
    }
    return false;
}

} // namespace

bool canHandOver(const CommandLine &line)
{
    return !line.demo && !line.server && !line.newInstance && line.screenshots.isEmpty();
}

QString languageOf(const QStringList &args)
{
    const QString option = u"--lang"_s;
    QString language;
    for (qsizetype i = 1; i < args.size() && args.at(i) != "--"_L1; ++i) {
        if (args.at(i) == option)
            language = args.value(i + 1);
        else if (args.at(i).startsWith(option + u'='))
            language = args.at(i).sliced(option.size() + 1);
    }
    return isLanguageCode(language) ? language : QString();
}

Expected<CommandLine, QString> parseCommandLine(const QStringList &args)
{
    using Error = Unexpected<QString>;
    if (asksForToken(args)) {
        return Error(CommandLineText::tr(
            "There is no --token option, since other users of this computer can read command lines. "
            "Write the token to the standard input and use --token-stdin."));
    }

    const QCommandLineOption demo(
        u"demo"_s, CommandLineText::tr("Start a demo server with invented data and connect to it."));
    const QCommandLineOption demoEvents(u"demo-events"_s,
        CommandLineText::tr("Number of events the demo server begins with."), CommandLineText::tr("number"));
    const QCommandLineOption server(
        u"server"_s, CommandLineText::tr("Connect to this authentik server."), CommandLineText::tr("URL"));
    const QCommandLineOption tokenStdin(
        u"token-stdin"_s, CommandLineText::tr("Read the API token from the first line of the standard input."));
    const QCommandLineOption profile(
        u"profile"_s, CommandLineText::tr("Open the saved profile of this name."), CommandLineText::tr("name"));
    const QCommandLineOption screenshots(u"screenshots"_s,
        CommandLineText::tr("Draw every page into this folder and end."), CommandLineText::tr("folder"));
    const QCommandLineOption language(
        u"lang"_s, CommandLineText::tr("Use this language, for instance en or de."), CommandLineText::tr("code"));
    const QCommandLineOption view(
        u"view"_s, CommandLineText::tr("Begin with the saved view of this name."), CommandLineText::tr("name"));
    const QCommandLineOption query(u"query"_s,
        CommandLineText::tr("Begin with this query, in authentik's query language."), CommandLineText::tr("AKQL"));
    const QCommandLineOption hidden(
        u"hidden"_s, CommandLineText::tr("Start without the window: in the tray, or until Tidings is started again."));
    const QCommandLineOption newInstance(u"new-instance"_s,
        CommandLineText::tr("Start beside a Tidings that runs already, instead of showing that one."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, CommandLineText::tr("Print the version and end."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, CommandLineText::tr("Print this help and end."));

    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLineText::tr("Event viewer and notification inbox for authentik."));
    parser.addPositionalArgument(u"file"_s,
        CommandLineText::tr("Show the events of this log: JSON lines, JSON, or authentik's CSV export."), u"[file]"_s);
    parser.addOptions({demo, demoEvents, server, tokenStdin, profile, view, query, hidden, newInstance, screenshots,
        language, version, help});
    if (!parser.parse(args))
        return Error(parser.errorText().simplified());

    CommandLine line;
    if (parser.isSet(help)) {
        line.action = CommandLine::Action::ShowHelp;
        line.helpText = parser.helpText();
        return line;
    }
    if (parser.isSet(version)) {
        line.action = CommandLine::Action::ShowVersion;
        return line;
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1 || (files.size() == 1 && files.constFirst().isEmpty()))
        return Error(CommandLineText::tr("One file can be opened at a time."));
    if (files.value(0).contains("://"_L1))
        return Error(CommandLineText::tr("The address of a server belongs behind --server."));
    for (const QCommandLineOption &option : {demoEvents, server, profile, view, query, screenshots, language}) {
        const QStringList values = parser.values(option);
        const QString name = u"--"_s + option.names().constFirst();
        if (values.size() > 1)
            return Error(CommandLineText::tr("%1 is given more than once.").arg(name));
        if (!values.isEmpty() && (values.constFirst().trimmed().isEmpty() || values.constFirst().startsWith("--"_L1)))
            return Error(CommandLineText::tr("%1 needs a value.").arg(name));
    }

    line.demo = parser.isSet(demo) || parser.isSet(demoEvents);
    if (line.demo && parser.isSet(server))
        return Error(CommandLineText::tr("%1 and %2 cannot be used together.").arg(u"--demo"_s, u"--server"_s));
    if (line.demo && parser.isSet(profile))
        return Error(CommandLineText::tr("%1 and %2 cannot be used together.").arg(u"--demo"_s, u"--profile"_s));
    if (parser.isSet(profile) && parser.isSet(server))
        return Error(CommandLineText::tr("%1 and %2 cannot be used together.").arg(u"--profile"_s, u"--server"_s));
    if (parser.isSet(view) && parser.isSet(query))
        return Error(CommandLineText::tr("%1 and %2 cannot be used together.").arg(u"--view"_s, u"--query"_s));
    if (parser.isSet(tokenStdin) && !parser.isSet(server))
        return Error(CommandLineText::tr("--token-stdin needs --server."));

    if (parser.isSet(demoEvents)) {
        bool isNumber = false;
        line.demoEvents = parser.value(demoEvents).toInt(&isNumber);
        if (!isNumber || line.demoEvents < 1 || line.demoEvents > maxDemoEvents)
            return Error(CommandLineText::tr("--demo-events takes a whole number from 1 to %1.").arg(maxDemoEvents));
    }
    if (parser.isSet(server)) {
        const auto address = ServerAddress::parse(parser.value(server));
        if (!address)
            return Error(u"--server: "_s + address.error());
        line.server = *address;
    }
    line.tokenFromStdin = parser.isSet(tokenStdin);
    line.profile = parser.value(profile);
    line.view = parser.value(view);
    line.query = parser.value(query);
    if (!line.query.isEmpty()) {
        const akql::ParseResult parsed = akql::parse(line.query);
        if (!parsed)
            return Error(
                CommandLineText::tr("--query, column %1: %2").arg(parsed.error.position + 1).arg(parsed.error.message));
    }
    line.hidden = parser.isSet(hidden);
    line.newInstance = parser.isSet(newInstance);
    line.screenshots = parser.value(screenshots);
    if (line.hidden && !line.screenshots.isEmpty())
        return Error(CommandLineText::tr("%1 and %2 cannot be used together.").arg(u"--hidden"_s, u"--screenshots"_s));
    line.file = files.value(0);
    line.language = parser.value(language);
    if (parser.isSet(language) && !isLanguageCode(line.language))
        return Error(CommandLineText::tr("--lang takes a language code such as en or de."));
    return line;
}

Expected<QByteArray, QString> readTokenLine(QIODevice &device)
{
    using Error = Unexpected<QString>;
    QByteArray line;
    char c = 0;
    while (device.read(&c, 1) == 1 && c != '\n') {
        line.append(c);
        if (line.size() > maxTokenLine)
            return Error(CommandLineText::tr("The first line of the standard input is too long for a token."));
    }
    line = line.trimmed();
    if (line.isEmpty())
        return Error(CommandLineText::tr("There is no token in the first line of the standard input."));
    if (!std::all_of(line.cbegin(), line.cend(), [](char each) { return each > ' ' && each < '\x7f'; }))
        return Error(
            CommandLineText::tr("The first line of the standard input contains characters that no token has."));
    return line;
}

} // namespace tidings
