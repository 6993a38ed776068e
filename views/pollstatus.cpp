// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollstatus.h"

#include "recordfeed.h"
#include "timetext.h"

#include <QCoreApplication>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct PollStatusText
{
    Q_DECLARE_TR_FUNCTIONS(PollStatus)
};

QString durationText(std::chrono::milliseconds time)
{
    const auto seconds = static_cast<int>(std::chrono::round<std::chrono::seconds>(time).count());
    constexpr int fromMinutes = 120;
    return seconds < fromMinutes ? PollStatusText::tr("%n s", nullptr, seconds)
                                 : PollStatusText::tr("%n min", nullptr, (seconds + 30) / 60);
}

QString reasonText(Poller::Pace pace)
{
    switch (pace) {
    case Poller::Pace::Usual:
        break;
    case Poller::Pace::Battery:
        return PollStatusText::tr("Slower, since the computer runs on battery");
    case Poller::Pace::Background:
        return PollStatusText::tr("Slower, since the window is in the background");
    case Poller::Pace::Idle:
        return PollStatusText::tr("Slower, since nobody has used the window for some minutes");
    case Poller::Pace::Failing:
        return PollStatusText::tr("Slower, since the last question failed");
    case Poller::Pace::ServerAsked:
        return PollStatusText::tr("Slower, since the server asked for it");
    }
    return {};
}

bool isTroubled(const Poller &poller)
{
    return poller.pace() == Poller::Pace::Failing || poller.pace() == Poller::Pace::ServerAsked;
}

} // namespace

QString freshnessText(const RecordFeed &feed, const QDateTime &now)
{
    const Poller &poller = feed.poller();
    if (!feed.lastSuccess().isValid())
        return {};
    const QString text = PollStatusText::tr("updated %1").arg(relativeTime(fromDateTime(feed.lastSuccess()), now));
    if (!poller.isEnabled())
        return text + u" · "_s + PollStatusText::tr("paused");
    if (isTroubled(poller) && poller.remaining() > 0ms)
        return text + u" · "_s + PollStatusText::tr("next try in %1").arg(durationText(poller.remaining()));
    return text;
}

QString pollingText(const RecordFeed &feed, const QDateTime &now)
{
    const Poller &poller = feed.poller();
    if (!feed.lastSuccess().isValid())
        return {};
    const Timestamp last = fromDateTime(feed.lastSuccess());
    QStringList lines{PollStatusText::tr("Last answer: %1, %2").arg(exactTime(last), relativeTime(last, now))};
    if (!poller.isEnabled())
        return lines.join(u'\n') + u'\n' + PollStatusText::tr("New records are not asked for");
    lines += poller.remaining() > 0ms
        ? PollStatusText::tr("Next question in %1, then one every %2")
              .arg(durationText(poller.remaining()), durationText(poller.wait()))
        : PollStatusText::tr("Asking now, then every %1").arg(durationText(poller.wait()));
    if (const QString reason = reasonText(poller.pace()); !reason.isEmpty())
        lines += reason;
    return lines.join(u'\n');
}

} // namespace tidings
