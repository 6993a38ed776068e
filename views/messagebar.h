// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace tidings {

class PlainLabel;

// A problem over a list, with at most one action. Hidden until show…() is called; never modal.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Problem };

    explicit MessageBar(QWidget *parent = nullptr);

    // An empty `action` shows no button.
    void showMessage(Kind kind, const QString &text, const QString &action = {});
    void clear();
    [[nodiscard]] QString text() const;

signals:
    void actionTriggered();
    void dismissed();

private:
    QLabel *m_icon;
    PlainLabel *m_text;
    QPushButton *m_action;
    Kind m_kind = Kind::Info;
};

} // namespace tidings
