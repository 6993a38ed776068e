// SPDX-License-Identifier: GPL-3.0-or-later
#include "demooptions.h"
#include "demoparentwatch.h"
#include "demoserver.h"

#include <QCoreApplication>

#include <cstdio>
#include <memory>

namespace {

void printLine(FILE *file, const QString &line)
{
    std::fprintf(file, "%s\n", qUtf8Printable(line));
    std::fflush(file);
}

QString translated(const char *text)
{
    return QCoreApplication::translate("DemoOptions", text);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    tidings::DemoCommandLine line = tidings::parseDemoCommandLine(QCoreApplication::arguments());
    if (!line.help.isEmpty()) {
        std::fputs(qUtf8Printable(line.help), stdout);
        return 0;
    }
    constexpr int badUsage = 2;
    if (!line.options) {
        printLine(stderr, line.error);
        return badUsage;
    }
    tidings::DemoOptions options = *line.options;
    std::unique_ptr<tidings::DemoParentWatch> watch;
    if (options.tokenFromStdin) {
        options.token = tidings::DemoParentWatch::readLine();
        if (options.token.isEmpty()) {
            printLine(stderr, translated("There is no token on standard input"));
            return badUsage;
        }
        watch = std::make_unique<tidings::DemoParentWatch>();
        QObject::connect(watch.get(), &tidings::DemoParentWatch::parentGone, &application, &QCoreApplication::quit);
    }
    tidings::DemoServer server(options);
    if (!server.listen(options.port)) {
        printLine(stderr, translated("Cannot listen on port %1").arg(options.port));
        return 1;
    }
    printLine(stdout, QStringLiteral("listening on http://127.0.0.1:%1").arg(server.port()));
    if (options.token.isEmpty())
        printLine(stdout, QStringLiteral("token %1").arg(server.token()));
    return QCoreApplication::exec();
}
