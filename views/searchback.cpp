// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchback.h"

#include "plainlabel.h"
#include "recordtable.h"
#include "theme.h"
#include "timetext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QList<SearchBack::Choice> SearchBack::choices()
{
    return {
        {tr("Until 100 &more match"), tr("Read on until a hundred more are found"), 100, 0},
        {tr("One &day further"), tr("Read what is up to one day older"), 0, 1},
        {tr("&Seven days further"), tr("Read what is up to seven days older"), 0, 7},
        {tr("&Thirty days further"), tr("Read what is up to thirty days older"), 0, 30},
        {tr("&Everything"), tr("Read all of the list, however far back it goes"), 0, 0},
    };
}

SearchBack::SearchBack(const QString &name, RecordFeed &feed, RecordTable &table, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_table(table)
    , m_text(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_further(new QPushButton(tr("Search further back"), this))
    , m_choose(new QPushButton(tr("How far"), this))
{
    setObjectName(name + u"SearchBack"_s);
    m_text->setObjectName(name + u"SearchBackText"_s);
    m_text->setWordWrap(false);
    m_further->setObjectName(name + u"SearchBackFurther"_s);
    m_choose->setObjectName(name + u"SearchBackChoose"_s);
    auto *const menu = new QMenu(m_choose);
    const QList<Choice> all = choices();
    for (const Choice &choice : all)
        connect(menu->addAction(choice.text), &QAction::triggered, this, [this, choice] { search(choice); });
    m_choose->setMenu(menu);
    for (QPushButton *const button : {m_further, m_choose})
        button->setProperty("link", true);
    connect(m_further, &QPushButton::clicked, this, [this] { search(choices().constFirst()); });

    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::margin, 2, metrics::margin, 2);
    row->setSpacing(metrics::gap);
    row->addWidget(m_text, 1);
    row->addWidget(m_further);
    row->addWidget(m_choose);
    connect(&m_feed, &RecordFeed::stateChanged, this, &SearchBack::follow);
    connect(&m_feed, &RecordFeed::countsChanged, this, &SearchBack::follow);
    hide();
}

void SearchBack::search(const Choice &choice)
{
    if (m_feed.state() != FeedState::Idle && m_feed.state() != FeedState::Loading)
        return;
    SearchGoal goal;
    goal.enough = choice.enough;
    if (choice.days > 0) {
        goal.bound
            = m_feed.reached().value_or(currentTimestamp()) - std::chrono::microseconds(choice.days * 24h).count();
    }
    emit requested(goal);
}

void SearchBack::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    follow();
}

bool SearchBack::isNeeded() const
{
    const bool isOpen = m_feed.state() == FeedState::Idle && m_feed.matching() > m_feed.examined();
    const QAbstractItemModel *const model = m_table.model();
    if (!isOpen || m_feed.isSearching() || !model || model->rowCount() == 0)
        return false;
    // With this line's own height, so that showing it does not change the answer.
    const int height = m_table.height() + (isHidden() ? 0 : this->height());
    const bool isFull = model->rowCount() * m_table.verticalHeader()->defaultSectionSize() >= height;
    return !isFull || m_feed.examined() > m_feed.found();
}

void SearchBack::follow()
{
    // Where scrolling down asks for a few more, the line stays.
    const bool staysOpen
        = isVisible() && m_feed.state() == FeedState::Loading && !m_feed.isSearching() && m_feed.examined() > 0;
    setVisible(isNeeded() || staysOpen);
    if (!isHidden())
        m_text->setText(searchedText(m_feed, m_display));
}

QString searchedText(const RecordFeed &feed, const TimeDisplay &display)
{
    const QLocale locale;
    const QString read = locale.toString(feed.examined());
    const QString most = locale.toString(feed.matching());
    const bool isBounded = feed.matching() > 0;
    QString text
        = isBounded ? SearchBack::tr("%1 of at most %2 read").arg(read, most) : SearchBack::tr("%1 read").arg(read);
    if (const auto reached = feed.reached()) {
        TimeDisplay absolute = display;
        absolute.isRelative = false;
        const QString time = columnTime(*reached, QDateTime::currentDateTimeUtc(), absolute);
        text = isBounded ? SearchBack::tr("%1 of at most %2 read, back to %3").arg(read, most, time)
                         : SearchBack::tr("%1 read, back to %2").arg(read, time);
    }
    if (feed.examined() > feed.found())
        text += u" · "_s + SearchBack::tr("%1 found").arg(locale.toString(feed.found()));
    return text;
}

} // namespace tidings
