// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notification.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace tidings {

// The line that says what a text is about, trimmed: its first one; of a Python traceback the last one, which is the
// exception. Looks at the beginning and the end only, however long the text is.
QStringView tellingLine(QStringView text);

// What like notifications have in common: the telling line of a text with everything that differs from one to the next
// replaced by "*", as in "Login failed for * from *". Numbers, addresses, ids, paths, quoted words and the given names
// differ; a Python-style dict text is cut off. It is made of the body as the server sent it, so that it is the same in
// every language of the program. Of long lines the first 400 characters count. Empty for an empty text.
QString textPattern(const QString &text, const QStringList &names = {});

// Where two notifications have the same kind, they are like each other. A part of a rule that is empty stands for any.
struct NotificationKind
{
    QString action; // of the event
    QString severity;
    QString pattern; // of the body

    bool operator==(const NotificationKind &) const = default;
};
size_t qHash(const NotificationKind &kind, size_t seed = 0) noexcept;

// The users and addresses of the event are names for its pattern.
NotificationKind kindOf(const Notification &notification);

// A pattern for people: "Failed login" instead of "login_failed: *". Visible plain text.
QString patternLabel(const QString &pattern);
// The longest run of words without "*", to search for; may be empty.
QString longestWords(const QString &pattern);

} // namespace tidings
