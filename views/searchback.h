// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recordfeed.h"
#include "timedisplay.h"

#include <QWidget>

class QPushButton;

namespace tidings {

class PlainLabel;
class RecordTable;

// The line under a table that says how far back the list was read and how many rows of it match, with a button for
// searching further: the first choice, or one of its menu. Hidden while everything is read, while a search goes on, and
// where scrolling down brings more rows all of which match.
class SearchBack : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString text; // translated, with a mnemonic
        QString tip;
        int enough = 0; // more rows
        int days = 0; // further back
    };
    static QList<Choice> choices(); // the first is that of the button

    // `name` is the start of the object names: <name>SearchBack, <name>SearchBackText, …
    SearchBack(const QString &name, RecordFeed &feed, RecordTable &table, QWidget *parent);

    void search(const Choice &choice); // does nothing where all is read
    void setTimeDisplay(const TimeDisplay &display);

signals:
    void requested(const tidings::SearchGoal &goal);

private:
    void follow(); // the feed went on
    [[nodiscard]] bool isNeeded() const;

    RecordFeed &m_feed;
    RecordTable &m_table;
    PlainLabel *m_text;
    QPushButton *m_further;
    QPushButton *m_choose;
    TimeDisplay m_display;
};

// "3,000 of at most 41,200 searched, back to 3 Nov 2026, 14:00 · 12 found"; short where everything read is found.
QString searchedText(const RecordFeed &feed, const TimeDisplay &display);

} // namespace tidings
