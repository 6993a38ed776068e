// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watchrule.h"

#include <QObject>

namespace tidings {

// The user's watch rules in their order.
class WatchRules : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QList<WatchRule> &rules() const { return m_rules; }
    void setRules(const QList<WatchRule> &rules) { m_rules = rules; } // as loaded; no signal
    void change(const QList<WatchRule> &rules)
    {
        if (rules == m_rules)
            return;
        m_rules = rules;
        emit changed();
    }

signals:
    void changed(); // by the user; to be kept

private:
    QList<WatchRule> m_rules;
};

} // namespace tidings
