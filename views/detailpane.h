// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "event.h"
#include "eventsummary.h"
#include "notification.h"
#include "timedisplay.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace tidings {

class EmptyState;
class FactsView;
class JsonTreeView;
class PlainLabel;

// The frame of both detail panes: a title, a line with icon and level, buttons, then facts or the raw JSON tree. Shows
// a hint while nothing is chosen.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPane(QWidget *parent = nullptr);

    void clear(); // nothing chosen
    [[nodiscard]] QByteArray rawJson() const { return m_raw; }
    void showRaw(bool raw); // facts or JSON
    void setTimeDisplay(const TimeDisplay &display);
    void copyJson() const; // of the whole record, pretty, to the clipboard

protected:
    virtual void refresh() = 0; // shows the record again
    [[nodiscard]] const TimeDisplay &timeDisplay() const { return m_display; }
    void setHint(const QString &text);
    void setTitle(const QString &title);
    void setLevelLine(const QString &iconName, const QString &label, const QString &rest, Level level);
    // Null hides the box.
    void setMessage(const QString &message);
    void setRecord(const QList<FactGroup> &groups, const QByteArray &raw);
    [[nodiscard]] JsonTreeView &jsonTree() const { return *m_json; }
    QPushButton *addButton(const QString &text, const QString &objectName);
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintLevelIcon();
    void arrangeButtons();

    QStackedWidget *m_stack;
    EmptyState *m_hint;
    PlainLabel *m_title;
    QLabel *m_levelIcon;
    PlainLabel *m_levelLabel;
    PlainLabel *m_levelRest;
    QHBoxLayout *m_buttons;
    PlainLabel *m_message;
    QWidget *m_messageBox;
    FactsView *m_facts;
    JsonTreeView *m_json;
    QStackedWidget *m_views;
    QButtonGroup *m_switch;
    QByteArray m_raw;
    TimeDisplay m_display;
    QString m_iconName;
    Level m_level = Level::Ordinary;
};

class EventDetail : public DetailPane
{
    Q_OBJECT

public:
    explicit EventDetail(QWidget *parent = nullptr);
    void setEvent(const Event &event);
    void clearEvent();
    [[nodiscard]] const std::optional<Event> &shownEvent() const { return m_event; }
    // Greys the button out and says why.
    void setEditable(bool editable, const QString &reason);
    void hideCommands(); // of events that are on no server

protected:
    void refresh() override;

signals:
    void editRequested();
    void openRequested(); // in the web interface
    void columnRequested(const QString &field); // a path in the raw JSON

private:
    std::optional<Event> m_event;
    QPushButton *m_edit;
    QPushButton *m_open;
};

class NotificationDetail : public DetailPane
{
    Q_OBJECT

public:
    explicit NotificationDetail(QWidget *parent = nullptr);
    // `gone`: since when the server has it no more. `pending`: it has not confirmed whether it is seen. `problem`: why
    // its last change was refused.
    void setNotification(const Notification &notification, std::optional<Timestamp> gone = {}, bool pending = false,
        const QString &problem = {});
    void clearNotification();
    void setSnoozeMenu(QMenu *menu); // of its button; not owned

protected:
    void refresh() override;

signals:
    void seenToggled(bool seen);
    void eventRequested();
    void linkRequested(const QString &url);

private:
    std::optional<Notification> m_notification;
    std::optional<Timestamp> m_gone;
    bool m_pending = false;
    QString m_problem;
    QPushButton *m_seen;
    QPushButton *m_snooze;
    QPushButton *m_event;
    QPushButton *m_link;
};

} // namespace tidings
