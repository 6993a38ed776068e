// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailpane.h"

#include "emptystate.h"
#include "factsview.h"
#include "icons.h"
#include "jsontext.h"
#include "jsontreeview.h"
#include "notificationtablemodel.h"
#include "plainlabel.h"
#include "theme.h"
#include "timetext.h"
#include "visibletext.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int factsView = 0;
constexpr int jsonView = 1;
constexpr qsizetype longestBody = 20'000; // characters of a notification that are shown

} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_hint(new EmptyState(m_stack))
    , m_views(new QStackedWidget(m_stack))
    , m_switch(new QButtonGroup(this))
{
    auto *const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    auto *const pane = new QWidget(m_stack);
    auto *const column = new QVBoxLayout(pane);
    column->setContentsMargins(metrics::paneMargin, metrics::paneMargin, 0, 0);
    column->setSpacing(metrics::gap);

    auto *const head = new QVBoxLayout;
    head->setContentsMargins(0, 0, metrics::paneMargin, 0);
    head->setSpacing(metrics::gap);
    column->addLayout(head);
    m_title = new PlainLabel({}, PlainLabel::Look::Title, pane);
    m_title->setObjectName(u"detailTitle"_s);
    head->addWidget(m_title);

    auto *const levelRow = new QHBoxLayout;
    levelRow->setSpacing(6);
    m_levelIcon = new QLabel(pane);
    m_levelLabel = new PlainLabel(pane);
    m_levelLabel->setWordWrap(false);
    m_levelRest = new PlainLabel({}, PlainLabel::Look::Muted, pane);
    m_levelRest->setObjectName(u"detailLevel"_s);
    levelRow->addWidget(m_levelIcon, 0, Qt::AlignTop);
    levelRow->addWidget(m_levelLabel, 0, Qt::AlignTop);
    levelRow->addWidget(m_levelRest, 1);
    head->addLayout(levelRow);

    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(metrics::gap);
    m_buttons->addStretch();
    head->addLayout(m_buttons);

    auto *const switchRow = new QHBoxLayout;
    switchRow->setSpacing(4);
    for (const auto &[id, text, name] : {std::tuple(factsView, tr("Fields"), u"detailFieldsButton"_s),
             std::tuple(jsonView, tr("Raw JSON"), u"detailJsonButton"_s)}) {
        auto *const button = new QPushButton(text, pane);
        button->setObjectName(name);
        button->setCheckable(true);
        m_switch->addButton(button, id);
        switchRow->addWidget(button);
    }
    m_switch->button(factsView)->setChecked(true);
    switchRow->addStretch();
    auto *const copy = new QToolButton(pane);
    copy->setProperty("button", true);
    copy->setIcon(icon(u"copy"_s));
    copy->setToolTip(tr("Copy JSON"));
    copy->setAccessibleName(tr("Copy JSON"));
    copy->setObjectName(u"detailCopyButton"_s);
    switchRow->addWidget(copy);
    head->addLayout(switchRow);

    auto *const scroll = new QScrollArea(m_views);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *const content = new QWidget(scroll);
    content->setObjectName(u"pane"_s);
    auto *const contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, metrics::gap, metrics::paneMargin, metrics::paneMargin);
    contentColumn->setSpacing(metrics::margin);
    m_messageBox = new QFrame(content);
    m_messageBox->setProperty("box", true);
    auto *const boxColumn = new QVBoxLayout(m_messageBox);
    boxColumn->setContentsMargins(10, 8, 10, 8);
    m_message = new PlainLabel({}, PlainLabel::Look::Code, m_messageBox);
    m_message->setObjectName(u"detailMessage"_s);
    boxColumn->addWidget(m_message);
    contentColumn->addWidget(m_messageBox);
    m_facts = new FactsView(content);
    m_facts->setObjectName(u"detailFacts"_s);
    contentColumn->addWidget(m_facts);
    contentColumn->addStretch();
    scroll->setWidget(content);
    m_views->addWidget(scroll);
    m_json = new JsonTreeView(m_views);
    m_json->setObjectName(u"detailJson"_s);
    m_json->setFrameShape(QFrame::NoFrame);
    m_views->addWidget(m_json);
    // Takes what the head leaves, and never squeezes it.
    m_views->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    column->addWidget(m_views, 1);

    m_stack->addWidget(m_hint);
    m_stack->addWidget(pane);

    connect(m_switch, &QButtonGroup::idClicked, this, [this](int id) { showRaw(id == jsonView); });
    connect(copy, &QToolButton::clicked, this, &DetailPane::copyJson);
}

void DetailPane::setHint(const QString &text)
{
    m_hint->setContent(u"detail-pane"_s, text);
}

void DetailPane::clear()
{
    m_raw.clear();
    m_stack->setCurrentIndex(0);
}

void DetailPane::showRaw(bool raw)
{
    m_switch->button(raw ? jsonView : factsView)->setChecked(true);
    m_views->setCurrentIndex(raw ? jsonView : factsView);
    if (raw)
        m_json->setJson(m_raw);
}

void DetailPane::copyJson() const
{
    if (!m_raw.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(prettyJson(m_raw)));
}

void DetailPane::setTimeDisplay(const TimeDisplay &display)
{
    if (display == m_display)
        return;
    m_display = display;
    refresh();
}

void DetailPane::setTitle(const QString &title)
{
    m_title->setText(title);
}

void DetailPane::setLevelLine(const QString &iconName, const QString &label, const QString &rest, Level level)
{
    m_iconName = iconName;
    m_level = level;
    m_levelLabel->setText(label);
    m_levelRest->setText(rest);
    paintLevelIcon();
}

void DetailPane::paintLevelIcon()
{
    if (m_iconName.isEmpty())
        return;
    const QColor color = currentColors().level(m_level);
    m_levelIcon->setPixmap(iconPixmap(m_iconName, metrics::iconSize, color, devicePixelRatioF()));
    // A style sheet of its own, since the program's would undo a palette. Only when it changes: this is a style change.
    const QString sheet = u"color: %1"_s.arg(color.name());
    if (m_levelLabel->styleSheet() != sheet)
        m_levelLabel->setStyleSheet(sheet);
}

void DetailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        paintLevelIcon();
}

void DetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeButtons();
}

// Beside each other where they fit, else below each other: some languages need the room.
void DetailPane::arrangeButtons()
{
    int needed = 0;
    for (int i = 0; i < m_buttons->count(); ++i) {
        if (const QWidget *const button = m_buttons->itemAt(i)->widget(); button && !button->isHidden())
            needed += button->sizeHint().width() + metrics::gap;
    }
    const bool fits = needed - metrics::gap <= width() - 2 * metrics::paneMargin;
    m_buttons->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void DetailPane::setMessage(const QString &message)
{
    m_messageBox->setHidden(message.isNull());
    m_message->setText(message);
}

void DetailPane::setRecord(const QList<FactGroup> &groups, const QByteArray &raw)
{
    m_facts->setGroups(groups);
    m_raw = raw;
    if (m_views->currentIndex() == jsonView)
        m_json->setJson(raw);
    m_stack->setCurrentIndex(1);
    arrangeButtons();
}

QPushButton *DetailPane::addButton(const QString &text, const QString &objectName)
{
    auto *const button = new QPushButton(text, this);
    button->setObjectName(objectName);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

EventDetail::EventDetail(QWidget *parent)
    : DetailPane(parent)
    , m_edit(addButton(tr("Edit…"), u"detailEditButton"_s))
    , m_open(addButton(tr("Open in authentik"), u"detailOpenButton"_s))
{
    setHint(tr("Choose an event to see what happened."));
    setMessage({});
    m_open->setIcon(icon(u"open-external"_s));
    connect(m_edit, &QPushButton::clicked, this, &EventDetail::editRequested);
    connect(m_open, &QPushButton::clicked, this, &EventDetail::openRequested);
    jsonTree().offerColumns();
    connect(&jsonTree(), &JsonTreeView::columnRequested, this, &EventDetail::columnRequested);
    clear();
}

void EventDetail::setEvent(const Event &event)
{
    m_event = event;
    const ActionInfoEntry action = actionEntry(event.action);
    setTitle(summarySentence(event));
    setLevelLine(
        action.icon, action.label, tr("· %1, derived from the action").arg(levelName(action.level)), action.level);
    setRecord(factGroups(event, QDateTime::currentDateTimeUtc(), timeDisplay()), event.raw);
    m_open->setEnabled(isUuid(event.id));
}

void EventDetail::refresh()
{
    if (const auto event = m_event)
        setEvent(*event);
}

void EventDetail::clearEvent()
{
    m_event.reset();
    clear();
}

void EventDetail::setEditable(bool editable, const QString &reason)
{
    m_edit->setEnabled(editable);
    m_edit->setToolTip(plainToolTip(reason));
}

void EventDetail::hideCommands()
{
    m_edit->hide();
    m_open->hide();
}

NotificationDetail::NotificationDetail(QWidget *parent)
    : DetailPane(parent)
    , m_seen(addButton({}, u"detailSeenButton"_s))
    , m_snooze(addButton(tr("Snooze"), u"detailSnoozeButton"_s))
    , m_event(addButton(tr("Show event"), u"detailEventButton"_s))
    , m_link(addButton({}, u"detailLinkButton"_s))
{
    setHint(tr("Choose a notification to read it."));
    m_seen->setProperty("primary", true);
    m_snooze->setIcon(icon(u"snooze"_s));
    m_snooze->setToolTip(plainToolTip(tr("Put it aside for a while, on this computer only")));
    m_link->setIcon(icon(u"open-external"_s));
    connect(m_seen, &QPushButton::clicked, this, [this] {
        if (m_notification)
            emit seenToggled(!m_notification->seen);
    });
    connect(m_event, &QPushButton::clicked, this, &NotificationDetail::eventRequested);
    connect(m_link, &QPushButton::clicked, this, [this] {
        if (m_notification)
            emit linkRequested(m_notification->hyperlink);
    });
    clear();
}

void NotificationDetail::setNotification(
    const Notification &notification, std::optional<Timestamp> gone, bool pending, const QString &problem)
{
    m_notification = notification;
    m_gone = gone;
    m_pending = pending;
    m_problem = problem;
    const ActionInfoEntry severity = severityEntry(notification.severity);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    setTitle(notificationTitle(notification));
    QString rest = notification.seen ? tr("· seen") : tr("· not seen");
    if (notification.created)
        rest.prepend(u"· %1 "_s.arg(relativeTime(*notification.created, now)));
    if (gone)
        rest += u" · "_s + goneText();
    if (pending)
        rest += u" · "_s + pendingText();
    setLevelLine(severity.icon, severity.label, rest, severity.level);
    m_seen->setText(notification.seen ? tr("Mark unseen") : tr("Mark seen"));
    m_seen->setEnabled(!gone);
    m_seen->setToolTip(gone ? plainToolTip(goneText(*gone, timeDisplay())) : QString());
    m_event->setEnabled(notification.event.has_value());
    m_event->setToolTip(notification.event ? QString() : plainToolTip(tr("The event was deleted on the server.")));
    // The host stands on the button: the server's label alone could promise anything.
    const QUrl link(notification.hyperlink, QUrl::StrictMode);
    const bool isWeb = link.scheme() == "https"_L1 || link.scheme() == "http"_L1 || link.isRelative();
    m_link->setVisible(!notification.hyperlink.isEmpty() && link.isValid() && isWeb);
    m_link->setText(link.host().isEmpty()
            ? tr("Open link")
            : tr("Open %1").arg(plainMenuText(visibleLine(link.host(QUrl::EncodeUnicode)).left(40))));
    m_link->setToolTip(plainToolTip(visibleLine(notification.hyperlink).left(300)));

    QString body = visibleText(notification.body.left(longestBody).trimmed());
    if (body == notificationTitle(notification))
        body.clear();
    if (const qsizetype more = notification.body.size() - longestBody; more > 0)
        body += u"… "_s + tr("(%n more character(s) in the raw JSON)", nullptr, static_cast<int>(more));
    setMessage(body.isEmpty() ? QString() : body);
    QList<FactGroup> groups;
    if (notification.event)
        groups = factGroups(*notification.event, now, timeDisplay());
    FactGroup own{tr("Notification"), {}};
    if (notification.created)
        own.facts += Fact{tr("Sent"), exactTime(*notification.created, timeDisplay()), false};
    if (gone)
        own.facts += Fact{tr("History"), goneText(*gone, timeDisplay()), false};
    if (!problem.isEmpty())
        own.facts += Fact{tr("Last change"), problem, false};
    own.facts += Fact{tr("Notification id"), visibleLine(notification.id), true};
    if (!notification.event)
        own.facts += Fact{tr("Event"), tr("deleted on the server"), false};
    if (!notification.oddities.isEmpty())
        own.facts += Fact{tr("Odd"), notification.oddities.join(u", "_s), false};
    groups += own;
    setRecord(groups, notification.raw);
}

void NotificationDetail::refresh()
{
    if (const auto notification = m_notification)
        setNotification(*notification, m_gone, m_pending, m_problem);
}

void NotificationDetail::setSnoozeMenu(QMenu *menu)
{
    m_snooze->setMenu(menu);
}

void NotificationDetail::clearNotification()
{
    m_notification.reset();
    clear();
}

} // namespace tidings
