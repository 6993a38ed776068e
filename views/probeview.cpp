// SPDX-License-Identifier: GPL-3.0-or-later
#include "probeview.h"

#include "theme.h"
#include "visibletext.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

using Mark = NoteLine::Mark;

QString rightText(Right right)
{
    switch (right) {
    case Right::Granted:
        return ProbeView::tr("allowed");
    case Right::Denied:
        return ProbeView::tr("not allowed");
    case Right::Unknown:
        break;
    }
    return ProbeView::tr("not known until tried (authentik does not tell)");
}

Mark rightMark(Right right)
{
    switch (right) {
    case Right::Granted:
        return Mark::Good;
    case Right::Denied:
        return Mark::Missing;
    case Right::Unknown:
        break;
    }
    return Mark::Note;
}

// The plural forms of translations take an int.
int pluralNumber(qint64 count)
{
    return static_cast<int>(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

QString shortLine(const QString &text)
{
    constexpr int longest = 120;
    return visibleLine(text).left(longest);
}

} // namespace

ProbeView::ProbeView(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setProperty("box", true);
    m_column->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    m_column->setSpacing(metrics::gap);
    hide();
}

void ProbeView::setResult(const ServerAddress &address, const ServerInfo &info)
{
    clear();
    add(Mark::Good,
        info.version.isEmpty() ? tr("authentik at %1 (it does not tell its version)").arg(address.toString())
                               : tr("authentik %1 at %2").arg(shortLine(info.version), address.toString()));

    QString person = shortLine(info.user.username);
    if (!info.user.name.isEmpty() && info.user.name != info.user.username)
        person = tr("%1 (%2)", "user name and full name").arg(person, shortLine(info.user.name));
    add(Mark::Good,
        info.user.isSuperuser ? tr("Signed in as %1, superuser").arg(person) : tr("Signed in as %1").arg(person));
    addRights(info);
    addNotifications(info);
    addQueryLanguage(info);
    show();
}

void ProbeView::clear()
{
    hide();
    for (NoteLine *const line : std::as_const(m_lines)) {
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
}

QStringList ProbeView::lines() const
{
    QStringList texts;
    for (const NoteLine *const line : m_lines)
        texts += line->text();
    return texts;
}

void ProbeView::add(NoteLine::Mark mark, const QString &text)
{
    auto *const line = new NoteLine(this);
    line->setObjectName(u"checkLine%1"_s.arg(m_lines.size()));
    m_column->addWidget(line);
    line->say(mark, text);
    m_lines += line;
}

void ProbeView::addRights(const ServerInfo &info)
{
    const ServerCapabilities &can = info.capabilities;
    switch (can.viewEvents) {
    case Right::Granted:
        add(Mark::Good, tr("Events: may read (%Ln event(s))", nullptr, pluralNumber(info.eventCount)));
        break;
    case Right::Denied:
        add(Mark::Missing,
            tr("Events: no right to list them. The token's owner needs “Can view Event”. The inbox works without it."));
        break;
    case Right::Unknown:
        add(Mark::Warning, tr("Events: the server could not list them just now"));
        break;
    }

    if (can.addEvents == can.changeEvents && can.changeEvents == can.deleteEvents) {
        add(rightMark(can.addEvents), tr("Creating, changing and deleting events: %1").arg(rightText(can.addEvents)));
        return;
    }
    add(rightMark(can.addEvents), tr("Creating events: %1").arg(rightText(can.addEvents)));
    add(rightMark(can.changeEvents), tr("Changing events: %1").arg(rightText(can.changeEvents)));
    add(rightMark(can.deleteEvents), tr("Deleting events: %1").arg(rightText(can.deleteEvents)));
}

void ProbeView::addNotifications(const ServerInfo &info)
{
    switch (info.capabilities.viewNotifications) {
    case Right::Granted:
        add(Mark::Good, tr("Notifications: own ones, %Ln unseen", nullptr, pluralNumber(info.unseenCount)));
        break;
    case Right::Denied:
        add(Mark::Missing, tr("Notifications: not allowed"));
        break;
    case Right::Unknown:
        add(Mark::Warning, tr("Notifications: the server could not list them just now"));
        break;
    }
}

// The probe asks a question that every event answers: without events it tells nothing.
void ProbeView::addQueryLanguage(const ServerInfo &info)
{
    if (info.capabilities.answersAkql)
        add(Mark::Good, tr("Query language: answers"));
    else if (info.capabilities.viewEvents != Right::Granted)
        add(Mark::Note, tr("Query language: not known without events"));
    else if (info.eventCount == 0)
        add(Mark::Note, tr("Query language: not known, there are no events yet"));
    else
        add(Mark::Note, tr("Query language: does not answer. Tidings filters by itself."));
}

QString describeProbeFailure(const ApiError &error, ServerProbe::Stage stage, const ServerAddress &address)
{
    if (stage == ServerProbe::Stage::Address) {
        switch (error.kind) {
        case ApiError::Kind::NotFound:
            return ProbeView::tr("There is no authentik at %1. If yours lives under a path, the address needs it.")
                .arg(address.toString());
        case ApiError::Kind::TokenInvalid:
        case ApiError::Kind::Forbidden:
            return ProbeView::tr(
                "Something in front of the server asks for a login of its own (HTTP %1) before authentik "
                "is reached. The token was not sent. Let %2 pass without it.")
                .arg(QString::number(error.httpStatus), address.apiUrl({}).toString(QUrl::FullyEncoded));
        default:
            break;
        }
    }
    return visibleText(describe(error));
}

} // namespace tidings
