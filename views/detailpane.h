// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "event.h"
#include "eventsummary.h"
#include "notification.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
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
    void copyJson() const; // of the whole record, pretty, to the clipboard

protected:
    void setHint(const QString &text);
    void setTitle(const QString &title);
    void setLevelLine(const QString &iconName, const QString &label, const QString &rest, Level level);
    // Null hides the box.
    void setMessage(const QString &message);
    void setRecord(const QList<FactGroup> &groups, const QByteArray &raw);
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

signals:
    void editRequested();
    void openRequested(); // in the web interface

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
    void setNotification(const Notification &notification);
    void clearNotification();

signals:
    void seenToggled(bool seen);
    void eventRequested();
    void linkRequested(const QString &url);

private:
    std::optional<Notification> m_notification;
    QPushButton *m_seen;
    QPushButton *m_event;
    QPushButton *m_link;
};

} // namespace tidings
