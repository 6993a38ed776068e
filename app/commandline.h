// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "serveraddress.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

class QIODevice;

namespace tidings {

// What the program was asked to do. There is no option that takes a token: other users of a computer can read command
// lines.
struct CommandLine
{
    enum class Action { Run, ShowHelp, ShowVersion };

    Action action = Action::Run;
    QString helpText; // for ShowHelp
    bool demo = false;
    int demoEvents = 5000;
    std::optional<ServerAddress> server;
    bool tokenFromStdin = false;
    QString profile; // name; empty for the one used last
    QString screenshots; // folder to draw every page into; empty for a normal run
    QString file; // a log to open; empty: none
    QString language; // empty: as set
    QString view; // name of a saved view to begin with; empty: none
    QString query; // AKQL to begin with; empty: none. Parses
    bool hidden = false; // without the window, where it can be called up later
    bool newInstance = false; // beside a Tidings that runs already
    bool operator==(const CommandLine &) const = default;
};

// Whether a Tidings that runs already can do all that was asked, so that it is handed over. A demo, a server named on
// the command line and pictures get a process of their own.
bool canHandOver(const CommandLine &line);

// The language that --lang asks for, so that the command line itself can be answered in it. Empty: none, or no language
// code.
QString languageOf(const QStringList &args);

// args[0] is the program; Qt's own options have been taken out by the application object, which must exist. The error
// is one line for people, translated; it never repeats a value, since that may be a token in the wrong place.
Expected<CommandLine, QString> parseCommandLine(const QStringList &args);

// Longest line that is taken for a token, in bytes.
constexpr qsizetype maxTokenLine = 8 * 1024;

// The token in the first line of `device`, without surrounding white space. Blocks until a line or the end arrives.
// Standard input is to be opened with QIODevice::Unbuffered, or a line in a pipe that stays open is never seen.
// The error is a line for people, translated: nothing there, too long, or not printable ASCII, which is all that
// an Authorization header carries.
Expected<QByteArray, QString> readTokenLine(QIODevice &device);

} // namespace tidings
