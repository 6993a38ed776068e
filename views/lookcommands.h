// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appearance.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace tidings {

// The commands for how everything looks: light or dark, the height of the rows, and the size of all texts. Keeps no
// setting: it asks for one, and shows what it is told.
class LookCommands : public QObject
{
    Q_OBJECT

public:
    explicit LookCommands(QWidget *window); // gets the actions

    void fillMenu(QMenu *menu);
    void setAppearance(Appearance appearance);
    [[nodiscard]] Density density() const { return m_density; }
    void setDensity(Density density);
    void setTextZoom(int percent);

signals:
    void appearanceChosen(tidings::Appearance appearance); // by the user
    void densityChosen(tidings::Density density);
    void textZoomChosen(int percent);

private:
    void buildAppearance();
    void buildDensity();
    void connectTextSize();
    QAction *add(const QString &text, const QString &name, const QString &iconName, const QList<QKeySequence> &keys,
        const QString &tip);

    QWidget *m_window;
    QMenu *m_appearanceMenu;
    QMenu *m_densityMenu;
    QMenu *m_textMenu;
    QActionGroup *m_appearances;
    QActionGroup *m_densities;
    QAction *m_larger;
    QAction *m_smaller;
    QAction *m_normal;
    Density m_density = Density::Normal;
    int m_percent = 100;
};

} // namespace tidings
