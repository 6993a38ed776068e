// SPDX-License-Identifier: GPL-3.0-or-later
// seenworker URL USER-PK JOURNAL each|all|back|undo|finish, the token on standard input: marks all notifications seen
// as the inbox does, goes on with what an earlier run left (back: takes that back; undo: undoes the last command;
// finish: does nothing else), and ends with 0 when nothing is left to do. Made to be killed at any moment.
#include "notificationfeed.h"

#include <QCoreApplication>
#include <QTimer>

#include <iostream>
#include <string>

using namespace tidings;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    std::string token;
    if (arguments.size() != 5 || !std::getline(std::cin, token))
        return 2;
    const QString mode = arguments.at(4);
    ApiClientOptions options;
    options.address = ServerAddress::parse(arguments.at(1)).value();
    options.token = QByteArray::fromStdString(token);
    ApiClient client(options);
    NotificationTableModel model;
    NotificationFeed feed(model);
    SeenWork &work = feed.work();

    bool isAsked = false;
    const auto begin = [&] {
        if (isAsked || work.isOpening() || feed.state() == FeedState::Loading)
            return;
        if (work.unfinished() > 0) {
            isAsked = true;
            if (mode == u"back")
                work.takeUnfinishedBack();
            else
                work.resumeUnfinished();
            if (work.changer().pending() == 0)
                QCoreApplication::exit(0); // there was nothing to take back
        } else if (mode == u"undo" && work.undoStack().canUndo()) {
            isAsked = true;
            work.undoStack().undo();
        } else if (mode == u"back" || mode == u"undo" || mode == u"finish" || work.undoStack().canUndo()) {
            QCoreApplication::exit(0); // an earlier run did it
        } else if (mode == u"all") {
            isAsked = true;
            feed.markAllSeen();
        } else if (feed.state() == FeedState::Complete) {
            isAsked = true;
            feed.setSeen(model.unseenKeys(), true);
        } else {
            feed.loadAll();
        }
    };
    QObject::connect(&feed, &RecordFeed::stateChanged, &feed, begin, Qt::QueuedConnection);
    // The journal may be open after the list has come, and nothing tells of an empty one.
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &feed, begin);
    look.start(20);
    QObject::connect(&work.changer(), &SeenChanger::finished, &feed,
        [&](const SeenResult &result) { QCoreApplication::exit(result.failed + result.deleted > 0 ? 1 : 0); });
    QObject::connect(&work, &SeenWork::journalProblem, &feed, [](const QString &text) {
        std::cerr << qPrintable(text) << '\n';
        QCoreApplication::exit(3);
    });
    work.setJournal(arguments.at(3));
    feed.setClient(&client, arguments.at(2).toLongLong());
    return QCoreApplication::exec();
}
