// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "event.h"
#include "eventwrite.h"
#include "timedisplay.h"

#include <QDialog>
#include <QPointer>

#include <functional>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace tidings {

class ChangesView;
class EventEditor;
class EventForm;
class MessageBar;
class PlainLabel;

// Creates an event, or changes one. Show it with open(); it reports by saved() and never blocks.
//
// A change goes Save -> the record is fetched again -> either a review of what exactly will change, or, where somebody
// else changed the record since the dialog was loaded, a choice between both versions -> one write with the changed
// fields alone. Refusals of the server appear beside their fields; whatever goes wrong, the user's input stays. A
// dialog whose write is under way closes only on the second attempt, after it has said that the write may still arrive.
class EventDialog : public QDialog
{
    Q_OBJECT

public:
    explicit EventDialog(EventEditor &editor, QWidget *parent = nullptr);

    void setTimeDisplay(const TimeDisplay &display); // call before loading
    void loadNew();
    void loadCopy(const Event &event); // a new event that begins with the fields of this one
    void loadRecord(const Event &event); // to change this one

    void reject() override;

signals:
    void saved(const tidings::Event &event); // as the server answered; the dialog closes after it

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Page { Form, Review, Conflict };
    enum class Waiting { Nothing, Reading, Creating, Updating };

    QWidget *buildFormPage();
    QWidget *buildReviewPage();
    QWidget *buildConflictPage();
    QWidget *buildFooter();
    void prepare(bool isNew);

    void save();
    void submit(); // what Ctrl+Enter means on this page
    void create();
    void readAgain();
    void handleFetched(const Event &current);
    void showReview();
    void showConflict();
    void sendChanges();
    void takeTheirs();
    void finish(const Event &event);
    void handleFailure(const ApiError &error);
    void handleRefusal(const ApiError &error);
    void handleLostAnswer(const ApiError &error, Waiting what);

    void begin(Waiting what); // after the request was handed to the editor
    void end();
    void setPage(Page page);
    void showProblem(const QString &text, const QString &action = {}, const std::function<void()> &act = {});
    void updateState();
    [[nodiscard]] QString requestText() const;
    [[nodiscard]] bool isWriting() const;

    QPointer<EventEditor> m_editor;
    Event m_base; // the record as the form was loaded with
    Event m_current; // as last fetched
    EventChanges m_changes; // what Save was pressed for
    bool m_isNew = true;
    bool m_answerGotLost = false;
    bool m_hasWarned = false; // that closing loses something; the next attempt closes
    Page m_page = Page::Form;
    Waiting m_waiting = Waiting::Nothing;
    std::function<void()> m_barAction;
    QPointer<QWidget> m_focusBefore;

    PlainLabel *m_title;
    PlainLabel *m_subtitle;
    MessageBar *m_bar;
    QProgressBar *m_progress;
    QStackedWidget *m_pages;
    EventForm *m_form = nullptr;
    ChangesView *m_reviewChanges = nullptr;
    PlainLabel *m_reviewRequest = nullptr;
    PlainLabel *m_conflictText = nullptr;
    ChangesView *m_theirChanges = nullptr;
    ChangesView *m_myChanges = nullptr;
    PlainLabel *m_conflictRequest = nullptr;
    PlainLabel *m_status = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_takeTheirs = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_keepMine = nullptr;
};

} // namespace tidings
