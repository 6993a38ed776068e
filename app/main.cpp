// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "commandline.h"
#include "desktoppresence.h"
#include "heap.h"
#include "singleinstance.h"
#include "translations.h"

#include <QApplication>
#include <QFile>
#include <QIcon>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace tidings;

    tuneHeap();
    // Answered without a display.
    QStringList early;
    for (int i = 0; i < argc; ++i)
        early += QString::fromLocal8Bit(argv[i]);
    QCoreApplication::setApplicationName(QStringLiteral("tidings"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIDINGS_VERSION));
    if (early.contains(QStringLiteral("--version")) || early.contains(QStringLiteral("-v"))) {
        std::printf("tidings %s\n", TIDINGS_VERSION);
        return 0;
    }

    if (early.contains(QStringLiteral("--help")) || early.contains(QStringLiteral("-h"))) {
        QCoreApplication console(argc, argv);
        installTranslations(console, languageOf(QCoreApplication::arguments()));
        const auto commandLine = parseCommandLine(QCoreApplication::arguments());
        if (commandLine && commandLine->action == CommandLine::Action::ShowHelp) {
            std::printf("%s\n", qPrintable(commandLine->helpText));
            return 0;
        }
    }

    const QVariantMap platformData = SingleInstance::platformDataOfEnvironment();
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Tidings"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.tidings.Tidings"));

    installTranslations(application, languageOf(QCoreApplication::arguments()));
    const auto commandLine = parseCommandLine(QCoreApplication::arguments());
    if (!commandLine) {
        std::fprintf(stderr, "tidings: %s\n", qPrintable(commandLine.error()));
        return 2;
    }
    if (commandLine->action == CommandLine::Action::ShowHelp) {
        std::printf("%s\n", qPrintable(commandLine->helpText));
        return 0;
    }
    QByteArray token;
    if (commandLine->tokenFromStdin) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            std::fprintf(stderr, "tidings: %s\n",
                qPrintable(QCoreApplication::translate("CommandLine", "The standard input cannot be read.")));
            return 2;
        }
        const auto line = readTokenLine(input);
        if (!line) {
            std::fprintf(stderr, "tidings: %s\n", qPrintable(line.error()));
            return 2;
        }
        token = *line;
    }
    SingleInstance instance(existingSessionBus());
    instance.setPlatformData(platformData);
    if (canHandOver(*commandLine) && instance.begin(*commandLine) == SingleInstance::Role::Second)
        return 0;
    Application program(*commandLine, token, instance);
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/org.tidings.Tidings.svg")));
    program.start();
    return QApplication::exec();
}
