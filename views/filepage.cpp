// SPDX-License-Identifier: GPL-3.0-or-later
#include "filepage.h"

#include "detailpane.h"
#include "emptystate.h"
#include "icons.h"
#include "recordtable.h"
#include "sortcommands.h"
#include "theme.h"

#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

FilePage::FilePage(EventTableModel &model, FileFeed &feed, QWidget *parent)
    : FilePage(model, feed, new QPushButton(icon(u"sort"_s), {}), parent)
{
}

FilePage::FilePage(EventTableModel &model, FileFeed &feed, QPushButton *sort, QWidget *parent)
    : EventsPage({.name = u"file"_s,
                     .rowHeight = metrics::rowHeight,
                     .typingPause = 200ms,
                     .queryLabel = tr("Search the events of the file"),
                     .queryHint = queryHint(),
                     .loadingText = tr("Reading the file…"),
                     .forbiddenText = {},
                     .failedIcon = u"file"_s},
        model, feed, sort, parent)
    , m_model(model)
    , m_feed(feed)
    , m_sort(sort)
{
    detail().hideCommands();
    table().setAccessibleName(tr("Events of the file"));
    buildSortMenu();
    connect(&m_feed, &FileFeed::planChanged, this, &FilePage::updateSortState);
    connect(&m_feed, &FileFeed::progressChanged, this, &FilePage::countsChanged);
    connect(
        &m_feed, &FileFeed::fileChanged, this, [this](const QString &text) { showProblem(text, tr("Read again")); });
    updateSortState();
    updateEmptyState();
}

void FilePage::buildSortMenu()
{
    m_sort->setObjectName(u"fileSort"_s);
    auto *const menu = new QMenu(m_sort);
    sorting().fillMenu(menu);
    m_sort->setMenu(menu);
    m_sort->setToolTip(tr("What the rows are sorted by. With Shift, a further key is added."));
}

void FilePage::updateSortState()
{
    const QString order = sorting().orderText();
    m_sort->setText(order + u"  ▾"_s);
    const QList<SortKey> &keys = m_feed.sortKeys();
    m_sort->setAccessibleName(tr("Sorted by: %1").arg(keys.isEmpty() ? order : sortOrderText(keys)));
}

QString FilePage::countsText() const
{
    const QLocale locale;
    if (m_feed.progress() >= 0)
        return tr("Reading the file: %1 %").arg(m_feed.progress() / 10);
    if (m_feed.state() == FeedState::Failed)
        return {};
    QString text = tr("%1 shown").arg(locale.toString(m_model.rowCount())) + u" · "_s
        + tr("%1 in the file").arg(locale.toString(m_feed.total()));
    if (m_feed.damaged() > 0)
        text += u" · "_s + tr("%1 not readable").arg(locale.toString(m_feed.damaged()));
    if (const qint64 others = m_feed.otherLines(); others > 0)
        text += u" · "_s + tr("%1 other log line(s)", nullptr, static_cast<int>(others)).arg(locale.toString(others));
    if (m_feed.repeated() > 0)
        text += u" · "_s + tr("%1 repeated").arg(locale.toString(m_feed.repeated()));
    return text;
}

QString FilePage::problemsText() const
{
    QStringList lines;
    for (const FileProblem &problem : m_feed.problems())
        lines += tr("Line %1: %2").arg(QLocale().toString(problem.line), problem.reason);
    if (const qint64 more = m_feed.damaged() - lines.size(); more > 0)
        lines += tr("… and %1 more").arg(QLocale().toString(more));
    return lines.join(u'\n');
}

void FilePage::describeEmpty(EmptyState &empty) const
{
    if (m_feed.query().isEmpty())
        empty.setContent(u"empty"_s, tr("No event of the file is left."));
    else
        empty.setContent(
            u"search"_s, tr("No event of the file matches. Try other words or fewer actions."), tr("Clear the filter"));
}

void FilePage::handleState()
{
    if (m_feed.total() == 0)
        m_known = nullptr;
    if (m_feed.state() == FeedState::Complete && m_known != &m_model.store()) {
        m_known = &m_model.store();
        // What occurs is what can be chosen.
        std::vector<bool> occurs(m_known->dictionary().textCount());
        const CodeColumn &codes = m_known->codes(EventStore::Column::Action);
        for (size_t slot = 0; slot < codes.size(); ++slot)
            occurs[codes[slot]] = true;
        QStringList actions;
        for (EventStore::Code code = 1; code < occurs.size(); ++code) {
            if (occurs[code])
                actions += m_known->dictionary().text(code);
        }
        std::sort(actions.begin(), actions.end());
        setKnownActions(actions);
    }
    EventsPage::handleState();
}

} // namespace tidings
