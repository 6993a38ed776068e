// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfiltercommands.h"

#include "command.h"
#include "eventtablemodel.h"
#include "plainlabel.h"

#include <QAction>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

std::optional<Trait> traitOfColumn(int column)
{
    if (column < 0 || column >= EventTableModel::ColumnCount)
        return std::nullopt;
    switch (static_cast<EventTableModel::Column>(column)) {
    case EventTableModel::ActionColumn:
        return Trait::Action;
    case EventTableModel::UserColumn:
        return Trait::User;
    case EventTableModel::ApplicationColumn:
        return Trait::Application;
    case EventTableModel::FromColumn:
        return Trait::Address;
    case EventTableModel::BrandColumn:
        return Trait::Brand;
    case EventTableModel::SummaryColumn:
        return Trait::Subject;
    case EventTableModel::TimeColumn:
    case EventTableModel::ColumnCount:
        break;
    }
    return std::nullopt;
}

} // namespace

EventFilterCommands::EventFilterCommands(QObject *parent)
    : QObject(parent)
    , m_for(add(u"actionFilterFor"_s, u"filter"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
          tr("Show only events with this value, among those shown")))
    , m_out(add(u"actionFilterOut"_s, u"filter-out"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X),
          tr("Leave out events with this value")))
    , m_only(add(u"actionFilterOnly"_s, u"filter-only"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
          tr("Forget all other conditions and show events with this value")))
{
    connect(m_for, &QAction::triggered, this, [this] { emit addRequested(*m_cell); });
    connect(m_out, &QAction::triggered, this, [this] { emit addRequested(akql::negated(*m_cell)); });
    connect(m_only, &QAction::triggered, this, [this] { emit onlyRequested(*m_cell); });
    addSeparator();
    struct Entry
    {
        Trait trait;
        QString name;
        QString iconName;
        QString text;
        Qt::Key key;
    };
    const Entry more[] = {
        {Trait::Person, u"actionSameUser"_s, u"user"_s, tr("All events of this &user"), Qt::Key_U},
        {Trait::Address, u"actionSameAddress"_s, u"globe"_s, tr("All events from this &address"), Qt::Key_I},
        {Trait::Application, u"actionSameApplication"_s, u"action-authorize-application"_s,
            tr("All events of this a&pplication"), Qt::Key_P},
        {Trait::Object, u"actionSameObject"_s, u"action-custom"_s, tr("All events of this ob&ject"), Qt::Key_J},
        {Trait::Request, u"actionSameRequest"_s, u"action-flow"_s, tr("All events of this &request"), Qt::Key_R},
    };
    for (const auto &[trait, name, iconName, text, key] : more) {
        QAction *const action = add(
            name, iconName, QKeySequence(Qt::ALT | Qt::SHIFT | key), tr("Forget all other conditions and show these"));
        action->setText(text);
        m_more += More{trait, action};
        connect(action, &QAction::triggered, this, [this, trait = trait] {
            if (const auto condition = conditionFor(*m_event, trait))
                emit onlyRequested(*condition);
        });
    }
    addSeparator();
    m_around = add(u"actionAround"_s, u"clock"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_T),
        tr("Show everything from ten minutes before this event to ten minutes after"));
    m_around->setText(tr("&Ten minutes around this event"));
    connect(m_around, &QAction::triggered, this, [this] { emit aroundRequested(*m_event->created); });
    show({}, {});
}

QAction *EventFilterCommands::add(
    const QString &name, const QString &iconName, const QKeySequence &key, const QString &tip)
{
    QAction *const action = makeCommand(this, {}, name, iconName, {}, tip);
    action->setShortcut(key);
    m_actions += action;
    return action;
}

void EventFilterCommands::addSeparator()
{
    auto *const separator = new QAction(this);
    separator->setSeparator(true);
    m_actions += separator;
}

void EventFilterCommands::setSubject(const std::optional<Event> &event, const EventTableModel &model, int column)
{
    std::optional<akql::Node> cell;
    if (const QStringList path = model.fieldPathAt(column); event && !path.isEmpty())
        cell = conditionAt(*event, path);
    else if (const auto trait = traitOfColumn(column); event && trait)
        cell = conditionFor(*event, *trait);
    show(event, cell);
}

void EventFilterCommands::show(const std::optional<Event> &event, const std::optional<akql::Node> &cell)
{
    m_event = event;
    m_cell = cell;
    const QString what = m_cell ? plainMenuText(conditionText(*m_cell, m_display).sentence()) : tr("this value");
    const QString negated
        = m_cell ? plainMenuText(conditionText(akql::negated(*m_cell), m_display).sentence()) : QString();
    m_for->setText(tr("&Filter: %1").arg(what));
    m_out->setText(m_cell ? tr("F&ilter: %1").arg(negated) : tr("F&ilter out this value"));
    m_only->setText(m_cell ? tr("O&nly: %1").arg(what) : tr("O&nly this value"));
    for (QAction *const action : {m_for, m_out, m_only})
        action->setEnabled(m_cell.has_value());
    for (const More &more : std::as_const(m_more))
        more.action->setEnabled(event && conditionFor(*event, more.trait));
    m_around->setEnabled(event && event->created);
}

} // namespace tidings
