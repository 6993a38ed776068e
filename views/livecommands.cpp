// SPDX-License-Identifier: GPL-3.0-or-later
#include "livecommands.h"

#include "command.h"
#include "eventspage.h"
#include "eventsummary.h"
#include "icons.h"
#include "mainwindow.h"
#include "preferencesdialog.h"
#include "recordtable.h"
#include "seenfields.h"
#include "watchfeed.h"
#include "watchrulesdialog.h"

#include <QAction>
#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QTimeZone>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3600; // s
constexpr qsizetype longestLabel = 80;

// Until it is switched off.
QDateTime forGood()
{
    return {QDate(9999, 1, 1), QTime(0, 0)};
}

QDateTime nextMorning()
{
    constexpr int morning = 8;
    QDateTime then(QDate::currentDate(), QTime(morning, 0));
    return then > QDateTime::currentDateTime() ? then : then.addDays(1);
}

} // namespace

LiveCommands::LiveCommands(const Parts &parts, MainWindow &window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_quiet(std::make_unique<QMenu>(tr("&Do not disturb")))
    , m_preferences(add(tr("&Preferences…"), u"settings"_s, QKeySequence(Qt::CTRL | Qt::Key_Comma),
          tr("How often the server is asked, what the desktop shows, tray and start"), u"actionPreferences"_s,
          &LiveCommands::openPreferences))
    , m_rules(add(tr("&Watch rules…"), u"live"_s, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_W),
          tr("The events that Tidings alerts you of"), u"actionWatchRules"_s, &LiveCommands::showRules))
    , m_ruleForEvent(add(tr("A&lert me on events like this…"), u"alert"_s, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_A),
          tr("Make a watch rule from the chosen event"), u"actionRuleForEvent"_s, &LiveCommands::addRuleForEvent))
    , m_ruleForQuestion(add(tr("Alert me on this &question…"), u"alert"_s, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Q),
          tr("Make a watch rule from the conditions and the query of the Events page"), u"actionRuleForQuestion"_s,
          &LiveCommands::addRuleForQuestion))
{
    buildQuietMenu();
    window.addLiveCommands(m_preferences, {m_ruleForEvent}, {m_ruleForQuestion, m_rules}, m_quiet.get());
    connect(&window, &MainWindow::currentRecordChanged, this, &LiveCommands::updateCommands);
    connect(&window.eventsPage(), &EventsPage::filterChanged, this, &LiveCommands::updateCommands);
    connect(&m_parts.alerts, &AlertCenter::doNotDisturbChanged, this, &LiveCommands::updateQuiet);
    updateQuiet();
    updateCommands();
}

LiveCommands::~LiveCommands() = default;

QAction *LiveCommands::add(const QString &text, const QString &iconName, const QKeySequence &key, const QString &tip,
    const QString &objectName, void (LiveCommands::*act)())
{
    QAction *const action = makeCommand(this, text, objectName, iconName, {}, tip);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, act);
    m_window.addAction(action);
    return action;
}

void LiveCommands::buildQuietMenu()
{
    m_quiet->setIcon(icon(u"pause"_s));
    m_quiet->menuAction()->setObjectName(u"actionDoNotDisturb"_s);
    m_quiet->menuAction()->setStatusTip(tr("Hold desktop notifications back for some time"));
    m_quietNow = m_quiet->addAction(QString());
    m_quietNow->setObjectName(u"quietNow"_s);
    m_quietNow->setEnabled(false);
    m_quiet->addSeparator();
    const auto choice = [this](const QString &text, const QString &name, auto &&until) {
        QAction *const action = m_quiet->addAction(text);
        action->setObjectName(name);
        action->setStatusTip(tr("Hold desktop notifications back for some time"));
        connect(action, &QAction::triggered, this, [this, until] { m_parts.alerts.setDoNotDisturb(until()); });
        return action;
    };
    const auto hours = [](qint64 count) {
        return [count] {
            return QDateTime::currentDateTime().addSecs(count * hour);
        };
    };
    choice(tr("For an &hour"), u"quietHour"_s, hours(1));
    choice(tr("For &four hours"), u"quietFourHours"_s, hours(4));
    choice(tr("Until tomorrow &morning"), u"quietMorning"_s, &nextMorning);
    choice(tr("Until I &switch it off"), u"quietForGood"_s, &forGood);
    m_quiet->addSeparator();
    m_quietOff = choice(tr("&Off"), u"quietOff"_s, [] { return QDateTime(); });
    m_quietOff->setStatusTip(tr("Show desktop notifications again, and what was held back"));
}

void LiveCommands::updateQuiet()
{
    const QDateTime until = m_parts.alerts.doNotDisturb();
    m_quietOff->setEnabled(until.isValid());
    if (!until.isValid())
        m_quietNow->setText(tr("Off: notifications are shown"));
    else if (until == forGood())
        m_quietNow->setText(tr("On until switched off"));
    else
        m_quietNow->setText(tr("On until %1").arg(QLocale().toString(until, QLocale::ShortFormat)));
}

void LiveCommands::openPreferences()
{
    auto *const dialog = new PreferencesDialog(m_parts.preferences(), m_parts.hasTray(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::chosen, this, &LiveCommands::preferencesChosen);
    emit preferencesOpened(dialog);
    dialog->open();
}

WatchRulesDialog *LiveCommands::openRules()
{
    const EventTableModel &model = m_window.eventsPage().model();
    auto *const dialog = new WatchRulesDialog(m_parts.rules, model, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSources(akql::Schema::events(), [&model](const QStringList &path) { return seenValues(model, path); });
    if (const WatchFeed *const watch = m_parts.watch) {
        const auto show = [dialog, watch] {
            dialog->showState(watchStateText(*watch, QDateTime::currentDateTimeUtc()), watch->error().has_value());
        };
        connect(watch, &WatchFeed::checked, dialog, show);
        connect(watch, &WatchFeed::stateChanged, dialog, show);
        show();
    }
    dialog->open();
    return dialog;
}

void LiveCommands::addRuleForEvent()
{
    const auto event = m_window.currentEvent();
    if (event)
        openRules()->addRule(actionEntry(event->action).label.left(longestLabel), watchQueryFor(*event));
}

void LiveCommands::addRuleForQuestion()
{
    const EventQuery &question = m_window.eventsPage().filter();
    const QString query = watchQueryFor(question);
    const QString words = watchWordsFor(question);
    if (!query.isEmpty() || !words.isEmpty())
        openRules()->addRule(tr("My question"), query, words);
}

void LiveCommands::updateCommands()
{
    const auto event = m_window.currentEvent();
    m_ruleForEvent->setEnabled(event && !watchQueryFor(*event).isEmpty());
    const EventQuery &question = m_window.eventsPage().filter();
    m_ruleForQuestion->setEnabled(!watchQueryFor(question).isEmpty() || !watchWordsFor(question).isEmpty());
}

} // namespace tidings
