// SPDX-License-Identifier: GPL-3.0-or-later
#include "timecommands.h"

#include "command.h"
#include "plainlabel.h"
#include "timetext.h"
#include "timezonedialog.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

namespace tidings {

using namespace Qt::StringLiterals;

TimeCommands::TimeCommands(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_menu(new QMenu(tr("Ti&me"), window))
    , m_button(new QToolButton(window))
    , m_relative(add(tr("&Relative times"), u"actionRelativeTimes"_s, u"clock"_s,
          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R), tr("Show in the lists how long ago something happened"), true))
    , m_local(add(tr("&Local time"), u"actionLocalTime"_s, u"clock"_s, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H),
          tr("Show all times in the zone of this computer"), true))
    , m_utc(add(tr("&UTC"), u"actionUtc"_s, u"clock"_s, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U),
          tr("Show all times in universal time"), true))
    , m_zone(add(tr("&Chosen zone"), u"actionChosenZone"_s, u"globe"_s, {}, tr("Show all times in this zone"), true))
    , m_other(add(tr("&Other zone…"), u"actionOtherZone"_s, u"globe"_s, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Z),
          tr("Show all times in a zone of your choice"), false))
{
    m_menu->setObjectName(u"timeMenu"_s);
    m_menu->addAction(m_relative);
    m_menu->addSeparator();
    m_menu->addActions({m_local, m_utc, m_zone, m_other});
    auto *const zones = new QActionGroup(this);
    for (QAction *const action : {m_local, m_utc, m_zone})
        zones->addAction(action);
    m_button->setObjectName(u"statusZone"_s);
    m_button->setProperty("flat", true);
    m_button->setProperty("muted", true);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setMenu(m_menu);
    m_button->setStatusTip(tr("Choose in which zone times are shown"));

    connect(m_relative, &QAction::triggered, this, [this](bool isRelative) {
        TimeDisplay display = m_display;
        display.isRelative = isRelative;
        emit chosen(display);
    });
    connect(m_local, &QAction::triggered, this, [this] { chooseZone({}); });
    connect(m_utc, &QAction::triggered, this, [this] { chooseZone(QTimeZone::utc()); });
    connect(m_zone, &QAction::triggered, this, [this] { chooseZone(m_zone->data().value<QTimeZone>()); });
    connect(m_other, &QAction::triggered, this, &TimeCommands::openDialog);
    m_zone->setVisible(false);
    setDisplay({});
}

QAction *TimeCommands::add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
    const QString &tip, bool isCheckable)
{
    QAction *const action = makeCommand(this, text, name, iconName, {}, tip);
    action->setShortcut(key);
    action->setCheckable(isCheckable);
    m_window->addAction(action);
    return action;
}

void TimeCommands::setDisplay(const TimeDisplay &display)
{
    m_display = display;
    m_relative->setChecked(display.isRelative);
    if (!display.isLocal() && !display.isUtc()) {
        // Stays in the menu, to go to and fro.
        m_zone->setData(QVariant::fromValue(display.zone));
        m_zone->setText(plainMenuText(zoneText(display)));
        m_zone->setVisible(true);
    }
    (display.isLocal() ? m_local : display.isUtc() ? m_utc : m_zone)->setChecked(true);
    updateButton();
}

void TimeCommands::setRemark(const QString &remark, const QString &shortRemark)
{
    m_remark = remark;
    m_shortRemark = shortRemark;
    updateButton();
}

void TimeCommands::setCompact(bool compact)
{
    m_compact = compact;
    updateButton();
}

void TimeCommands::updateButton()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QString whole = zoneText(m_display, now);
    if (!m_remark.isEmpty())
        whole += u" · "_s + m_remark;
    QString text = m_compact ? offsetText(m_display.at(now)) : whole;
    if (m_compact && !m_shortRemark.isEmpty())
        text += u" · "_s + m_shortRemark;
    text += u" ▾"_s;
    if (m_button->text() == text && m_button->toolTip() == plainToolTip(whole))
        return;
    m_button->setText(text);
    m_button->setToolTip(plainToolTip(whole));
    m_button->setAccessibleName(tr("Times are shown in: %1").arg(whole));
}

void TimeCommands::chooseZone(const QTimeZone &zone)
{
    TimeDisplay display = m_display;
    display.zone = zone;
    emit chosen(display);
}

void TimeCommands::openDialog()
{
    auto *const dialog = new TimeZoneDialog(m_display, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TimeZoneDialog::chosen, this, &TimeCommands::chooseZone);
    dialog->open();
}

} // namespace tidings
