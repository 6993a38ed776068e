// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadprogress.h"

#include "recordtablemodel.h"
#include "searchback.h"

#include <QPushButton>

namespace tidings {

using namespace Qt::StringLiterals;

LoadProgress::LoadProgress(RecordFeed &feed, const RecordTableModel &model, QWidget *parent)
    : ProgressLine(u"load"_s, tr("Loading everything"), parent)
    , m_feed(feed)
    , m_model(model)
{
    secondButton().setText(tr("Stop"));
    connect(&firstButton(), &QPushButton::clicked, this, &LoadProgress::pauseOrGoOn);
    connect(&secondButton(), &QPushButton::clicked, this, &LoadProgress::end);
    connect(&m_feed, &RecordFeed::countsChanged, this, &LoadProgress::follow);
    connect(&m_feed, &RecordFeed::stateChanged, this, &LoadProgress::follow);
    connect(&m_feed, &RecordFeed::reloaded, this, &LoadProgress::forget);
}

void LoadProgress::start(const SearchGoal &goal)
{
    m_goal = goal;
    m_enough = goal.enough > 0 ? m_feed.found() + goal.enough : 0;
    goOn();
}

void LoadProgress::goOn()
{
    m_paused = false;
    m_rowsAtStart = m_feed.examined();
    m_running.start();
    SearchGoal rest = m_goal;
    if (m_enough > 0)
        rest.enough = static_cast<int>(std::max<qint64>(1, m_enough - m_feed.found()));
    m_feed.searchBack(rest);
    show();
    follow();
}

void LoadProgress::pauseOrGoOn()
{
    if (m_feed.isLoadingInterrupted()) {
        m_feed.retry();
    } else if (!m_paused) {
        m_paused = true;
        m_feed.stopLoadingAll();
        follow();
    } else {
        goOn();
    }
}

void LoadProgress::end()
{
    forget();
    m_feed.stopLoadingAll();
}

void LoadProgress::forget()
{
    m_paused = false;
    hide();
}

QString LoadProgress::text() const
{
    const QString text = searchedText(m_feed, m_model.timeDisplay());
    if (m_paused)
        return text + u" · "_s + tr("paused");
    if (m_feed.isLoadingInterrupted())
        return text + u" · "_s + tr("interrupted");
    const qint64 read = m_feed.examined();
    // How many rows a search with a goal will read is not known.
    const qint64 left = m_goal.isEverything() ? m_feed.matching() - read : 0;
    return text + paceText(read - m_rowsAtStart, left, m_running.elapsed());
}

void LoadProgress::follow()
{
    if (isHidden()) {
        if (!m_feed.isLoadingAll() || m_feed.state() != FeedState::Loading)
            return;
        // The feed reads everything anew by itself.
        m_goal = {};
        m_enough = 0;
        m_rowsAtStart = m_feed.examined();
        m_running.start();
        show();
    }
    const bool isInterrupted = m_feed.isLoadingInterrupted();
    if (m_feed.state() == FeedState::Complete || (!m_paused && !isInterrupted && !m_feed.isSearching()))
        return forget(); // done, or something else is asked
    showProgress(m_feed.examined(), m_feed.matching());
    setText(text());
    firstButton().setText(m_paused || isInterrupted ? tr("Continue") : tr("Pause"));
}

} // namespace tidings
