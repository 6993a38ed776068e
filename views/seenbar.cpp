// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenbar.h"

#include "seenwork.h"
#include "timetext.h"
#include "visibletext.h"

#include <QLocale>
#include <QPushButton>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewest = 30; // changes that are worth a bar
constexpr qsizetype fewestRead = 300; // notifications whose reading is
constexpr qint64 updateInterval = 100; // milliseconds

} // namespace

SeenBar::SeenBar(SeenWork &work, QWidget *parent)
    : ProgressLine(u"seen"_s, tr("Changes sent to the server"), parent)
    , m_work(work)
{
    connect(&firstButton(), &QPushButton::clicked, this, &SeenBar::handleFirst);
    connect(&secondButton(), &QPushButton::clicked, this, &SeenBar::handleSecond);
    SeenChanger &changer = m_work.changer();
    connect(&changer, &SeenChanger::progressed, this, &SeenBar::follow);
    connect(&changer, &SeenChanger::stateChanged, this, &SeenBar::update);
    connect(&changer, &SeenChanger::finished, this, &SeenBar::update);
    connect(&changer, &SeenChanger::announced, this, &SeenBar::follow);
    connect(&m_work, &SeenWork::unfinishedChanged, this, &SeenBar::update);
    connect(&m_work.collector(), &UnseenCollector::progressed, this, &SeenBar::follow);
    connect(&m_work.collector(), &UnseenCollector::stateChanged, this, [this] {
        m_reading.start();
        m_readAtStart = m_work.collector().read();
        update();
    });
}

SeenBar::Shows SeenBar::shows() const
{
    const UnseenCollector &collector = m_work.collector();
    const bool isRead = collector.state() == UnseenCollector::State::Reading;
    if (isRead ? collector.count() >= fewestRead : collector.state() != UnseenCollector::State::Idle)
        return Shows::Collecting;
    const SeenChanger &changer = m_work.changer();
    switch (changer.state()) {
    case SeenChanger::State::Waiting:
        return Shows::Waiting;
    case SeenChanger::State::Paused:
        return Shows::Progress;
    case SeenChanger::State::Running:
        if (changer.total() >= fewest)
            return Shows::Progress;
        break;
    case SeenChanger::State::Idle:
        break;
    }
    return m_work.unfinished() > 0 ? Shows::Unfinished : Shows::Nothing;
}

void SeenBar::follow()
{
    if (!m_sinceUpdate.isValid() || m_sinceUpdate.hasExpired(updateInterval))
        update();
}

void SeenBar::update()
{
    m_sinceUpdate.start();
    const bool runs = m_work.changer().state() == SeenChanger::State::Running;
    if (runs && !m_isRunning) {
        m_running.start();
        m_doneAtStart = m_work.changer().done();
    }
    m_isRunning = runs;
    switch (shows()) {
    case Shows::Nothing:
        return hide();
    case Shows::Unfinished:
        showUnfinished();
        break;
    case Shows::Progress:
        showRunning();
        break;
    case Shows::Waiting:
        showWaiting();
        break;
    case Shows::Collecting:
        showCollecting();
        break;
    }
    show();
}

void SeenBar::showCollecting()
{
    using State = UnseenCollector::State;
    const UnseenCollector &collector = m_work.collector();
    const QLocale locale;
    const qint64 count = std::max<qint64>(collector.count(), collector.read());
    const QString read = locale.toString(collector.read());
    QString text = tr("Reading what is unseen: %1 of %2 read").arg(read, locale.toString(count));
    firstButton().show();
    firstButton().setText(tr("Continue"));
    secondButton().setText(tr("Stop"));
    switch (collector.state()) {
    case State::Idle:
        break;
    case State::Reading:
        text += paceText(
            static_cast<qint64>(collector.read() - m_readAtStart), count - collector.read(), m_reading.elapsed());
        firstButton().setText(tr("Pause"));
        break;
    case State::Paused:
        text += u" · "_s + tr("paused");
        break;
    case State::Failed:
        text = tr("Nothing was marked seen: what is unseen could not be read to its end.") + u' '
            + visibleText(describe(collector.error()));
        if (collector.count() > 0)
            text += u" · "_s + tr("%1 of %2 read").arg(read, locale.toString(count));
        firstButton().setText(tr("Try again"));
        break;
    case State::Full:
        text = tr("%1 are unseen. All of them can be marked seen, but Undo will bring back only the newest %2.")
                   .arg(locale.toString(count), read);
        firstButton().setText(tr("Mark all seen"));
        break;
    }
    if (collector.state() == State::Reading || collector.state() == State::Paused)
        showProgress(collector.read(), count);
    else
        hideProgress();
    setText(text);
}

void SeenBar::showUnfinished()
{
    hideProgress();
    const int count = static_cast<int>(m_work.unfinished());
    const QDateTime since = m_work.unfinishedSince();
    setText(tr("%n change(s) of an earlier session were not finished.", nullptr, count) + u' '
        + tr("Asked for %1.").arg(relativeTime(since.toMSecsSinceEpoch() * 1000, QDateTime::currentDateTimeUtc())));
    firstButton().setText(tr("Resume"));
    firstButton().show();
    secondButton().setText(tr("Take back"));
}

void SeenBar::showRunning()
{
    const SeenChanger &changer = m_work.changer();
    const bool isPaused = changer.state() == SeenChanger::State::Paused;
    showProgress(changer.done(), changer.total());
    const QLocale locale;
    QString text = tr("%1 of %2 changed").arg(locale.toString(changer.done()), locale.toString(changer.total()));
    if (isPaused)
        text += u" · "_s + tr("paused");
    else
        text += paceText(changer.done() - m_doneAtStart, changer.total() - changer.done(), m_running.elapsed());
    setText(text);
    firstButton().setText(isPaused ? tr("Continue") : tr("Pause"));
    firstButton().show();
    secondButton().setText(tr("Stop"));
}

void SeenBar::showWaiting()
{
    hideProgress();
    const SeenChanger &changer = m_work.changer();
    QString text = tr("%n change(s) wait for the server and will be sent in order.", nullptr, changer.pending());
    if (changer.waitingFor())
        text += u' ' + visibleText(describe(*changer.waitingFor()));
    setText(text);
    firstButton().setText(tr("Try now"));
    firstButton().setVisible(changer.waitingFor().has_value());
    secondButton().setText(tr("Take back"));
}

void SeenBar::handleFirst()
{
    SeenChanger &changer = m_work.changer();
    switch (shows()) {
    case Shows::Nothing:
        return;
    case Shows::Unfinished:
        return m_work.resumeUnfinished();
    case Shows::Progress:
        return changer.state() == SeenChanger::State::Paused ? changer.goOn() : changer.pause();
    case Shows::Waiting:
        return changer.tryNow();
    case Shows::Collecting:
        return m_work.collector().state() == UnseenCollector::State::Reading ? m_work.collector().pause()
                                                                             : m_work.collector().goOn();
    }
}

void SeenBar::handleSecond()
{
    if (shows() == Shows::Collecting)
        m_work.collector().cancel();
    else if (shows() == Shows::Unfinished)
        m_work.takeUnfinishedBack();
    else
        m_work.changer().cancel();
}

} // namespace tidings
