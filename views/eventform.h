// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventfields.h"
#include "eventwrite.h"
#include "timedisplay.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tidings {

class JsonEdit;
class PlainLabel;

// The fields of an event, for a new one or for a stored one. Knows what was changed, what is wrong with it, and shows
// both; sends nothing. A stored field that is not as authentik defines it is shown as it is and counts as unchanged
// until it is changed.
class EventForm : public QWidget
{
    Q_OBJECT

public:
    explicit EventForm(QWidget *parent = nullptr);

    // What the server's enum accepts; empty when that is not known. Call before loading.
    void setKnownActions(const QStringList &actions);

    // Another zone than local time and UTC is offered for the expiry too. Call before loading.
    void setTimeDisplay(const TimeDisplay &display) { m_display = display; }

    void loadNew();
    void loadCopy(
        const Event &event); // a new event with the fields of another; without its expiry, which belongs to it
    void loadRecord(const Event &event);

    // The changed fields, and only those. A JSON field with only its white space changed is not changed.
    [[nodiscard]] EventChanges changes() const;
    [[nodiscard]] bool hasChanges() const;
    // The fields that cannot be sent as they are, whether or not that is shown yet.
    [[nodiscard]] QList<EventField> invalidFields() const;

    // Checks everything now, shows all problems and gives the first invalid field the focus. True when there is none.
    bool validate();
    // Shows a server's refusals beside their fields, until those are changed; the first one gets the focus. Returns the
    // texts that belong to no field.
    QStringList showRefusals(const QMap<QString, QStringList> &refusals);

    void focusFirst();

signals:
    void edited(); // after a change was looked at; JSON is looked at with a delay

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        PlainLabel *problem = nullptr;
        PlainLabel *hint = nullptr;
    };
    enum class Zone { Unset, Kept, Local, Utc, Chosen }; // what the choice beside the time says

    void buildAction();
    void buildExpires();
    QWidget *buildJson();
    QBoxLayout *block(EventField field, const QString &label, QWidget *control, QWidget *second = nullptr);
    void load(const Event &event, bool isNew);
    void fillActions();
    void loadAction();
    void loadExpires();
    void showJson(EventField field);

    [[nodiscard]] JsonEdit *jsonEdit(EventField field) const;
    [[nodiscard]] QWidget *control(EventField field) const;
    [[nodiscard]] EventChanges textChanges() const; // without the JSON fields, which cost more to read
    [[nodiscard]] QString actionValue() const;
    [[nodiscard]] Zone zone() const;
    [[nodiscard]] bool hasTime() const; // the zone is one to give a time in
    void zoneChosen();
    void timeEdited();
    void displayExpires();
    [[nodiscard]] bool isShowable(const std::optional<Timestamp> &time) const;
    [[nodiscard]] QString problemOf(EventField field) const;
    [[nodiscard]] QString hintOf(EventField field) const;
    void fieldEdited(EventField field);
    void touch(EventField field);
    void showMessages(EventField field);
    void showAllMessages();

    QComboBox *m_action;
    QLineEdit *m_app;
    QLineEdit *m_clientIp;
    QDateTimeEdit *m_expires;
    QComboBox *m_zone;
    QStackedWidget *m_jsonPages;
    QButtonGroup *m_jsonTabs;
    QMap<EventField, JsonEdit *> m_json;
    QMap<EventField, Row> m_rows;

    Event m_base; // empty for a new event
    bool m_isNew = true;
    bool m_isLoading = false;
    QStringList m_knownActions;
    TimeDisplay m_display;
    QMap<EventField, QString> m_shown; // text fields as they were loaded
    std::optional<Timestamp> m_time; // exact; the editor shows whole seconds
    QSet<EventField> m_touched;
    QMap<EventField, QString> m_refusals;
};

} // namespace tidings
