// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadprogress.h"

#include "plainlabel.h"
#include "recordfeed.h"
#include "recordtablemodel.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 1000;

} // namespace

LoadProgress::LoadProgress(RecordFeed &feed, const RecordTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_model(model)
    , m_bar(new QProgressBar(this))
    , m_text(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_pause(new QPushButton(tr("Pause"), this))
    , m_cancel(new QPushButton(tr("Stop"), this))
{
    setObjectName(u"loadProgress"_s);
    m_text->setObjectName(u"loadProgressText"_s);
    m_text->setWordWrap(false);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Loading everything"));
    m_pause->setObjectName(u"loadPause"_s);
    m_cancel->setObjectName(u"loadStop"_s);
    for (QPushButton *const button : {m_pause, m_cancel})
        button->setProperty("link", true);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::margin, 0, metrics::margin, metrics::gap);
    row->setSpacing(metrics::gap);
    row->addWidget(m_bar, 1);
    row->addWidget(m_text);
    row->addWidget(m_pause);
    row->addWidget(m_cancel);
    connect(m_pause, &QPushButton::clicked, this, &LoadProgress::pauseOrGoOn);
    connect(m_cancel, &QPushButton::clicked, this, &LoadProgress::end);
    connect(&m_feed, &RecordFeed::countsChanged, this, &LoadProgress::follow);
    connect(&m_feed, &RecordFeed::stateChanged, this, &LoadProgress::follow);
    hide();
}

void LoadProgress::start()
{
    m_paused = false;
    m_rowsAtStart = m_model.rowCount();
    m_running.start();
    m_feed.loadAll();
    show();
    follow();
}

void LoadProgress::pauseOrGoOn()
{
    if (!m_paused) {
        m_paused = true;
        m_feed.stopLoadingAll();
        follow();
    } else {
        start();
    }
}

void LoadProgress::end()
{
    m_paused = false;
    m_feed.stopLoadingAll();
    hide();
}

QString LoadProgress::text() const
{
    const QLocale locale;
    const int loaded = m_model.rowCount();
    const qint64 matching = m_feed.matching();
    QString text = matching > 0 ? tr("%1 of at most %2").arg(locale.toString(loaded), locale.toString(matching))
                                : tr("%1 loaded").arg(locale.toString(loaded));
    if (m_paused)
        return text + u" · "_s + tr("paused");
    const double seconds = static_cast<double>(m_running.elapsed()) / 1000;
    const double rate = seconds > 1 ? (loaded - m_rowsAtStart) / seconds : 0;
    if (rate < 1)
        return text;
    text += u" · "_s + tr("%1 a second").arg(locale.toString(static_cast<int>(rate)));
    if (matching > loaded) {
        const int left = static_cast<int>(std::min(static_cast<double>(matching - loaded) / rate, 1e6)) + 1;
        text += u" · "_s + (left < 120 ? tr("%n s left", nullptr, left) : tr("%n min left", nullptr, left / 60));
    }
    return text;
}

void LoadProgress::follow()
{
    if (isHidden())
        return;
    if (!m_paused && !m_feed.isLoadingAll())
        return hide(); // done, failed (the page says so), or something else is asked
    const qint64 matching = m_feed.matching();
    m_bar->setRange(0, matching > 0 ? steps : 0);
    if (matching > 0)
        m_bar->setValue(static_cast<int>(std::min<qint64>(steps, m_model.rowCount() * qint64{steps} / matching)));
    m_text->setText(text());
    m_pause->setText(m_paused ? tr("Continue") : tr("Pause"));
}

} // namespace tidings
