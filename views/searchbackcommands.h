// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QMenu;

namespace tidings {

class SearchBack;

// The choices of how far to search back as commands of a menu, for the page that is shown.
class SearchBackCommands : public QObject
{
    Q_OBJECT

public:
    SearchBackCommands(const std::function<SearchBack &()> &current, QWidget *parent);

    [[nodiscard]] QMenu *menu() const { return m_menu; }

private:
    QMenu *m_menu;
};

} // namespace tidings
