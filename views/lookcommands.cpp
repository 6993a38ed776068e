// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookcommands.h"

#include "command.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <array>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array zoomSteps{leastTextZoom, 90, 100, 110, 125, 150, 175, mostTextZoom}; // percent

} // namespace

LookCommands::LookCommands(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_appearanceMenu(new QMenu(tr("&Appearance"), window))
    , m_densityMenu(new QMenu(tr("De&nsity"), window))
    , m_textMenu(new QMenu(tr("Text si&ze"), window))
    , m_appearances(new QActionGroup(this))
    , m_densities(new QActionGroup(this))
    , m_larger(add(tr("&Larger"), u"actionTextLarger"_s, u"text-larger"_s,
          {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, tr("Show all texts larger")))
    , m_smaller(add(tr("&Smaller"), u"actionTextSmaller"_s, u"text-smaller"_s, {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
          tr("Show all texts smaller")))
    , m_normal(add(tr("&Normal size"), u"actionTextNormal"_s, u"text-normal"_s, {QKeySequence(Qt::CTRL | Qt::Key_0)},
          tr("Show all texts in the size of the desktop")))
{
    buildAppearance();
    buildDensity();
    connectTextSize();
    setDensity(m_density);
    setTextZoom(m_percent);
}

void LookCommands::buildAppearance()
{
    for (const auto &[value, text] : {std::pair(Appearance::System, tr("&System")),
             std::pair(Appearance::Light, tr("&Light")), std::pair(Appearance::Dark, tr("&Dark"))}) {
        QAction *const action = m_appearanceMenu->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(value));
        m_appearances->addAction(action);
    }
    connect(m_appearances, &QActionGroup::triggered, this,
        [this](const QAction *action) { emit appearanceChosen(static_cast<Appearance>(action->data().toInt())); });
}

void LookCommands::buildDensity()
{
    m_densityMenu->setObjectName(u"densityMenu"_s);
    const std::tuple<Density, QString, QString, QString> densities[] = {
        {Density::Compact, u"actionCompact"_s, tr("&Compact"), tr("Low rows: many of them are in view")},
        {Density::Normal, u"actionNormalDensity"_s, tr("&Normal"), tr("Rows of the usual height")},
        {Density::Roomy, u"actionRoomy"_s, tr("&Roomy"), tr("High rows: easy to tell apart and to point at")},
    };
    for (const auto &[density, name, text, tip] : densities) {
        QAction *const action = add(text, name, {}, {}, tip);
        action->setCheckable(true);
        action->setData(static_cast<int>(density));
        m_densities->addAction(action);
        m_densityMenu->addAction(action);
    }
    connect(m_densities, &QActionGroup::triggered, this,
        [this](const QAction *action) { emit densityChosen(static_cast<Density>(action->data().toInt())); });
}

void LookCommands::connectTextSize()
{
    m_textMenu->setObjectName(u"textSizeMenu"_s);
    m_textMenu->addActions({m_larger, m_smaller, m_normal});
    connect(m_larger, &QAction::triggered, this, [this] {
        const auto *const step = std::upper_bound(zoomSteps.begin(), zoomSteps.end(), m_percent);
        if (step != zoomSteps.end())
            emit textZoomChosen(*step);
    });
    connect(m_smaller, &QAction::triggered, this, [this] {
        const auto *const step = std::lower_bound(zoomSteps.begin(), zoomSteps.end(), m_percent);
        if (step != zoomSteps.begin())
            emit textZoomChosen(*(step - 1));
    });
    connect(m_normal, &QAction::triggered, this, [this] { emit textZoomChosen(100); });
}

void LookCommands::fillMenu(QMenu *menu)
{
    menu->addMenu(m_appearanceMenu);
    menu->addMenu(m_densityMenu);
    menu->addMenu(m_textMenu);
}

QAction *LookCommands::add(const QString &text, const QString &name, const QString &iconName,
    const QList<QKeySequence> &keys, const QString &tip)
{
    QAction *const action = makeCommand(this, text, name, iconName, keys, tip);
    m_window->addAction(action);
    return action;
}

void LookCommands::setAppearance(Appearance appearance)
{
    checkChoice(*m_appearances, static_cast<int>(appearance));
}

void LookCommands::setDensity(Density density)
{
    m_density = density;
    checkChoice(*m_densities, static_cast<int>(density));
}

void LookCommands::setTextZoom(int percent)
{
    m_percent = percent;
    m_larger->setEnabled(percent < mostTextZoom);
    m_smaller->setEnabled(percent > leastTextZoom);
}

} // namespace tidings
