// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"

#include <QObject>

namespace tidings {

// Whether a server understands the query that a list is asked with, or takes it for plain words, which it does without
// saying so. Asks at most twice for every list that is opened, with one row each.
class AnswerCheck : public QObject
{
    Q_OBJECT

public:
    explicit AnswerCheck(QObject *parent = nullptr);

    void reset(); // another query or server, which is trusted again
    void stop(); // cancels what is asked
    void open() { m_isChecked = false; } // the list is asked anew
    // Mostly nothing is found where a query is taken for words. Tells that from a right answer; a second call asks
    // nothing. The client must outlive the answer, or stop() come first.
    void ask(ApiClient &client, const QString &search);
    void distrust(); // a row shows it
    [[nodiscard]] bool isDistrusted() const { return m_isDistrusted; }

signals:
    // Once until reset(), and later than what shows it: rows may be just in use.
    void distrusted();

private:
    PendingCall m_call;
    bool m_isChecked = false; // or is being checked
    bool m_isDistrusted = false;
};

} // namespace tidings
