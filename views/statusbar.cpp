// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusbar.h"

#include "eventlistfeed.h"
#include "plainlabel.h"
#include "pollstatus.h"
#include "theme.h"
#include "timecommands.h"
#include "visibletext.h"
#include "warninglabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QToolButton>

#include <cstdlib>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QLabel *makeStatusLabel(const QString &objectName, QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(objectName);
    label->setProperty("muted", true);
    return label;
}

} // namespace

StatusBar::StatusBar(TimeCommands &times, QWidget *parent)
    : QStatusBar(parent)
    , m_times(times)
    , m_counts(makeStatusLabel(u"statusCounts"_s, this))
    , m_engine(makeStatusLabel(u"statusEngine"_s, this))
    , m_age(makeStatusLabel(u"statusAge"_s, this))
    , m_warning(new WarningLabel(this))
    , m_note(makeStatusLabel(u"statusNote"_s, this))
    , m_server(makeStatusLabel(u"statusServer"_s, this))
{
    setSizeGripEnabled(false);
    m_engine->setProperty("chip", true);
    m_note->setProperty("chip", true);
    m_note->hide();
    for (QLabel *const label : {m_counts, m_engine})
        label->setMinimumWidth(1); // rather cut short than widening the window
    m_warning->setObjectName(u"statusWarning"_s);
    // In one widget, which the bar hides behind a message as a whole: they come and go by themselves.
    auto *const said = new QWidget(this);
    auto *const row = new QHBoxLayout(said);
    row->setContentsMargins({});
    row->setSpacing(metrics::margin / 2);
    for (QLabel *const label : {m_counts, m_engine, m_age})
        row->addWidget(label);
    row->addWidget(m_warning, 1);
    row->addStretch(); // takes the room where there is no warning
    addWidget(said, 1);
    addPermanentWidget(m_note);
    addPermanentWidget(&m_times.button());
    addPermanentWidget(m_server);
    setContentsMargins(metrics::margin - 4, 2, metrics::margin, 2);
}

void StatusBar::setServer(const ServerAddress &address, const ServerInfo &info)
{
    m_address = address;
    m_info = info;
}

void StatusBar::setOffline()
{
    m_address.reset();
    m_info = {};
}

void StatusBar::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void StatusBar::showPage(const Page &page)
{
    m_counts->setText(page.counts);
    m_counts->setToolTip(plainToolTip(page.counts));
    const QString warning = page.events ? page.events->warning() : QString();
    m_engine->setVisible(page.events != nullptr);
    if (page.events)
        m_engine->setText(page.isNarrow || !warning.isEmpty() ? page.events->shortEngineText() : page.engine);
    m_engine->setToolTip(plainToolTip(page.engine));
    m_warning->setVisible(!warning.isEmpty());
    m_warning->setText(warning);

    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_age->setToolTip(plainToolTip(page.polled ? pollingText(*page.polled, now) : QString()));
    m_age->setText(page.polled ? freshnessText(*page.polled, now) : QString());
    showSkew();
    showServer(page.isNarrow);
    m_times.setCompact(page.isNarrow);
}

void StatusBar::showSkew()
{
    QString remark;
    QString shortRemark;
    constexpr auto noteworthySkew = 5s;
    const int skew = static_cast<int>(std::abs(m_skew.count()));
    if (m_address && (m_skew > noteworthySkew || m_skew < -noteworthySkew)) {
        remark = m_skew > 0s ? tr("server clock is %n s ahead", nullptr, skew)
                             : tr("server clock is %n s behind", nullptr, skew);
        shortRemark = m_skew > 0s ? tr("server +%n s", "its clock is ahead", skew)
                                  : tr("server −%n s", "its clock is behind", skew);
    }
    m_times.setRemark(remark, shortRemark);
}

void StatusBar::showServer(bool isNarrow)
{
    QString server = tr("not connected");
    if (m_address) {
        server = m_info.version.isEmpty() ? m_address->host() : tr("authentik %1").arg(visibleLine(m_info.version));
        server += u" · "_s + visibleLine(m_info.user.username);
        if (!m_address->isEncrypted())
            server += u" · "_s + tr("not encrypted");
    }
    // A narrow window has room for the mark alone.
    if (isNarrow && m_address)
        server = m_address->isEncrypted() ? QString() : tr("not encrypted");
    m_server->setText(server);
}

} // namespace tidings
