// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tidings {

class PlainLabel;

// What a list shows when it has no rows: one icon, one sentence, at most one button, in the middle.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setContent(const QString &iconName, const QString &text, const QString &action = {});
    [[nodiscard]] QString text() const;

signals:
    void actionTriggered();

private:
    QLabel *m_icon;
    PlainLabel *m_text;
    QPushButton *m_action;
};

} // namespace tidings
