// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventdialog.h"

#include "changesview.h"
#include "eventeditor.h"
#include "eventform.h"
#include "icons.h"
#include "jsontext.h"
#include "messagebar.h"
#include "plainlabel.h"
#include "theme.h"
#include "timetext.h"
#include "visibletext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

QScrollArea *scrolling(QWidget *content, const QString &name)
{
    auto *const area = new QScrollArea;
    area->setObjectName(name);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    content->setObjectName(u"pane"_s);
    area->setWidget(content);
    return area;
}

QVBoxLayout *paneColumn(QWidget *pane)
{
    auto *const column = new QVBoxLayout(pane);
    column->setContentsMargins(metrics::paneMargin, metrics::margin, metrics::paneMargin, metrics::margin);
    column->setSpacing(metrics::gap);
    return column;
}

// The warning with its icon: an edit is no quiet act.
QWidget *rulesWarning(QWidget *parent)
{
    auto *const box = new QFrame(parent);
    box->setProperty("box", true);
    auto *const row = new QHBoxLayout(box);
    row->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, metrics::gap);
    row->setSpacing(metrics::gap);
    auto *const mark = new QLabel(box);
    mark->setPixmap(
        iconPixmap(u"warning"_s, metrics::iconSize, colorsOf(parent->palette()).warning, parent->devicePixelRatioF()));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *const text = new PlainLabel(
        EventDialog::tr("authentik may run its notification rules again for this event and send messages again."),
        PlainLabel::Look::Normal, box);
    text->setObjectName(u"rulesWarning"_s);
    row->addWidget(text, 1);
    return box;
}

QString joined(const QList<EventField> &fields)
{
    QStringList names;
    for (const EventField field : fields)
        names += eventFieldLabel(field);
    return names.join(u", "_s);
}

} // namespace

EventDialog::EventDialog(EventEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_editor(&editor)
    , m_title(new PlainLabel({}, PlainLabel::Look::Title, this))
    , m_subtitle(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_bar(new MessageBar(this))
    , m_progress(new QProgressBar(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"eventDialog"_s);
    m_title->setObjectName(u"dialogTitle"_s);
    m_subtitle->setObjectName(u"dialogSubtitle"_s);
    m_bar->setObjectName(u"dialogBar"_s);
    m_progress->setObjectName(u"dialogProgress"_s);
    m_pages->setObjectName(u"dialogPages"_s);
    m_progress->setAccessibleName(tr("Waiting for the server"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 0);
    constexpr int progressHeight = 4;
    m_progress->setFixedHeight(progressHeight);
    QSizePolicy keepsSpace = m_progress->sizePolicy();
    keepsSpace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsSpace);
    m_progress->hide();

    auto *const head = new QVBoxLayout;
    head->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::gap);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);

    m_pages->addWidget(buildFormPage());
    m_pages->addWidget(buildReviewPage());
    m_pages->addWidget(buildConflictPage());

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_progress);
    column->addWidget(m_pages, 1);
    column->addWidget(buildFooter());

    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *const shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &EventDialog::submit);
    }
    connect(m_form, &EventForm::edited, this, [this] {
        m_hasWarned = false;
        updateState();
    });
    connect(m_bar, &MessageBar::actionTriggered, this, [this] {
        const auto act = std::exchange(m_barAction, {});
        m_bar->clear();
        if (act)
            act();
    });
    connect(&editor, &EventEditor::created, this, [this](const Event &event) {
        if (m_waiting == Waiting::Creating)
            finish(event);
    });
    connect(&editor, &EventEditor::updated, this, [this](const Event &event) {
        if (m_waiting == Waiting::Updating)
            finish(event);
    });
    connect(&editor, &EventEditor::fetched, this, &EventDialog::handleFetched);
    connect(&editor, &EventEditor::failed, this, &EventDialog::handleFailure);

    constexpr QSize usual(720, 640);
    constexpr QSize smallest(480, 400);
    resize(usual);
    setMinimumSize(smallest);
    loadNew();
}

void EventDialog::setTimeDisplay(const TimeDisplay &display)
{
    m_form->setTimeDisplay(display);
}

void EventDialog::loadNew()
{
    m_base = {};
    prepare(true);
    m_form->loadNew();
}

void EventDialog::loadCopy(const Event &event)
{
    m_base = {};
    prepare(true);
    m_form->loadCopy(event);
}

void EventDialog::loadRecord(const Event &event)
{
    m_base = event;
    prepare(false);
    m_form->loadRecord(event);
    const QString created = event.created
        ? exactTime(*event.created)
        : tr("at an unknown time (%1)").arg(event.oddities.isEmpty() ? tr("missing") : event.oddities.join(u", "_s));
    m_subtitle->setText(tr("Created %1\n%2").arg(visibleLine(created), visibleLine(event.id)));
}

void EventDialog::reject()
{
    if (isWriting() && !m_hasWarned) {
        m_hasWarned = true;
        m_bar->showMessage(MessageBar::Kind::Warning,
            m_isNew ? tr("The event is on its way to the server and may still arrive if you close now.")
                    : tr("The change is on its way to the server and may still arrive if you close now."),
            tr("Close anyway"));
        m_barAction = [this] {
            reject();
        };
        return;
    }
    if (m_waiting != Waiting::Nothing && m_editor)
        m_editor->cancel();
    m_waiting = Waiting::Nothing;
    QDialog::reject();
}

void EventDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier) {
        // Not QDialog's: Enter in a field must not press a button.
        if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
            QDialog::keyPressEvent(event);
        return;
    }
    if (m_waiting == Waiting::Nothing && m_page != Page::Form)
        return setPage(Page::Form);
    if (m_waiting == Waiting::Nothing && m_form->hasChanges() && !m_hasWarned) {
        m_hasWarned = true;
        m_bar->showMessage(MessageBar::Kind::Warning, tr("Your input was not sent. Press Esc once more to discard it."),
            tr("Discard"));
        m_barAction = [this] {
            reject();
        };
        return;
    }
    reject();
}

QWidget *EventDialog::buildFormPage()
{
    auto *const pane = new QWidget;
    m_form = new EventForm(pane);
    m_form->setObjectName(u"eventForm"_s);
    paneColumn(pane)->addWidget(m_form);
    return scrolling(pane, u"formPage"_s);
}

QWidget *EventDialog::buildReviewPage()
{
    auto *const pane = new QWidget;
    m_reviewChanges = new ChangesView(pane);
    m_reviewChanges->setObjectName(u"reviewChanges"_s);
    m_reviewRequest = new PlainLabel({}, PlainLabel::Look::Muted, pane);
    m_reviewRequest->setObjectName(u"reviewRequest"_s);
    auto *const column = paneColumn(pane);
    column->addWidget(m_reviewChanges);
    column->addWidget(m_reviewRequest);
    column->addWidget(rulesWarning(pane));
    column->addStretch();
    return scrolling(pane, u"reviewPage"_s);
}

QWidget *EventDialog::buildConflictPage()
{
    auto *const pane = new QWidget;
    m_conflictText = new PlainLabel(pane);
    m_conflictText->setObjectName(u"conflictText"_s);
    m_theirChanges = new ChangesView(pane);
    m_theirChanges->setObjectName(u"theirChanges"_s);
    m_myChanges = new ChangesView(pane);
    m_myChanges->setObjectName(u"myChanges"_s);
    m_conflictRequest = new PlainLabel({}, PlainLabel::Look::Muted, pane);
    m_conflictRequest->setObjectName(u"conflictRequest"_s);
    const auto separator = [pane] {
        auto *const line = new QFrame(pane);
        line->setProperty("separator", true);
        return line;
    };
    const auto title = [pane](const QString &text) {
        auto *const label = new PlainLabel(text, PlainLabel::Look::Title, pane);
        label->setFocusPolicy(Qt::NoFocus);
        return label;
    };
    auto *const column = paneColumn(pane);
    column->addWidget(m_conflictText);
    column->addWidget(separator());
    column->addWidget(title(tr("What changed on the server")));
    column->addWidget(m_theirChanges);
    column->addWidget(separator());
    column->addWidget(title(tr("What you changed")));
    column->addWidget(m_myChanges);
    column->addWidget(m_conflictRequest);
    column->addWidget(rulesWarning(pane));
    column->addStretch();
    return scrolling(pane, u"conflictPage"_s);
}

QWidget *EventDialog::buildFooter()
{
    auto *const footer = new QWidget(this);
    m_status = new PlainLabel({}, PlainLabel::Look::Muted, footer);
    m_status->setObjectName(u"statusText"_s);
    auto *const row = new QHBoxLayout;
    row->setContentsMargins(metrics::paneMargin, metrics::margin, metrics::paneMargin, metrics::margin);
    row->setSpacing(metrics::gap);
    row->addWidget(m_status, 1);
    const auto button = [&](const QString &text, const QString &name, bool isPrimary, auto act) {
        auto *const made = new QPushButton(text, footer);
        made->setObjectName(name);
        made->setAutoDefault(false);
        made->setProperty("primary", isPrimary);
        connect(made, &QPushButton::clicked, this, act);
        row->addWidget(made);
        return made;
    };
    m_back = button(tr("Bac&k to editing"), u"backButton"_s, false, [this] { setPage(Page::Form); });
    m_cancel = button(tr("Ca&ncel"), u"cancelButton"_s, false, [this] { reject(); });
    m_takeTheirs = button(tr("&Take theirs"), u"takeTheirsButton"_s, false, [this] { takeTheirs(); });
    m_save = button({}, u"saveButton"_s, true, [this] { save(); });
    m_send = button(tr("&Send changes"), u"sendButton"_s, true, [this] { sendChanges(); });
    m_keepMine = button(tr("Keep &mine"), u"keepMineButton"_s, true, [this] { sendChanges(); });
    m_takeTheirs->setToolTip(tr("Load the record as it is on the server now; your changes are dropped"));
    m_keepMine->setToolTip(tr("Send only the fields you changed, on top of the record as it is on the server now"));

    auto *const line = new QFrame(footer);
    line->setProperty("separator", true);
    auto *const column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addLayout(row);
    return footer;
}

void EventDialog::prepare(bool isNew)
{
    if (m_waiting != Waiting::Nothing && m_editor)
        m_editor->cancel();
    m_waiting = Waiting::Nothing;
    m_isNew = isNew;
    m_current = {};
    m_changes = {};
    m_answerGotLost = false;
    m_hasWarned = false;
    m_bar->clear();
    m_barAction = {};
    setWindowTitle(isNew ? tr("New event") : tr("Edit event"));
    m_title->setText(windowTitle());
    m_subtitle->setText(isNew ? tr("authentik stores the event as it is written here, dated now, and runs its "
                                   "notification rules for it.")
                              : QString());
    if (m_editor) {
        m_form->setKnownActions(m_editor->capabilities().knownActions);
        const Right right = isNew ? m_editor->capabilities().addEvents : m_editor->capabilities().changeEvents;
        if (right == Right::Denied) {
            m_bar->showMessage(MessageBar::Kind::Warning,
                isNew ? tr("The server has refused this token the right to create events.")
                      : tr("The server has refused this token the right to change events."));
        }
    }
    setPage(Page::Form);
}

void EventDialog::save()
{
    if (m_waiting != Waiting::Nothing || m_page != Page::Form)
        return;
    m_bar->clear();
    m_hasWarned = false;
    if (!m_form->validate()) {
        updateState();
        return;
    }
    m_changes = m_form->changes();
    if (m_isNew)
        create();
    else if (!m_changes.isEmpty())
        readAgain();
}

void EventDialog::submit()
{
    switch (m_page) {
    case Page::Form:
        return save();
    case Page::Review:
        return sendChanges();
    case Page::Conflict: // needs a choice, not a habit
        return;
    }
}

void EventDialog::create()
{
    if (!m_editor || m_editor->isBusy())
        return begin(Waiting::Nothing);
    m_editor->create(m_changes);
    begin(Waiting::Creating);
}

void EventDialog::readAgain()
{
    if (!m_editor || m_editor->isBusy())
        return begin(Waiting::Nothing);
    m_editor->fetch(m_base.id);
    begin(Waiting::Reading);
}

void EventDialog::handleFetched(const Event &current)
{
    if (m_waiting != Waiting::Reading)
        return;
    end();
    m_current = current;
    if (holdsAll(current, m_changes))
        return finish(current); // an answer that got lost, or somebody made the same change
    if (compactJson(current.raw) == compactJson(m_base.raw))
        showReview();
    else
        showConflict();
}

void EventDialog::showReview()
{
    m_reviewChanges->setChanges(changesTo(m_current, m_changes));
    m_reviewRequest->setText(requestText());
    setPage(Page::Review);
}

void EventDialog::showConflict()
{
    const QList<EventField> theirs = fieldsThatDiffer(m_base, m_current);
    const QList<EventField> mine = changedFields(m_changes);
    QList<FieldChange> list = changesTo(m_base, m_changes);
    QList<EventField> both;
    for (qsizetype i = 0; i < mine.size(); ++i) {
        if (!theirs.contains(mine.at(i)))
            continue;
        both += mine.at(i);
        list[i].note = tr("Also changed on the server. Keeping yours replaces that version as a whole.");
    }
    const QString text = both.isEmpty()
        ? tr("Somebody changed this event while you were editing it. Your changes are in other fields, so both can be "
             "kept.")
        : tr("Somebody changed this event while you were editing it. Changed by both of you: %1.").arg(joined(both));
    m_conflictText->setText(text);
    m_theirChanges->setChanges(changesBetween(m_base, m_current));
    m_myChanges->setChanges(list);
    m_conflictRequest->setText(tr("If you keep yours: %1").arg(requestText()));
    setPage(Page::Conflict);
}

void EventDialog::sendChanges()
{
    if (m_waiting != Waiting::Nothing || m_page == Page::Form)
        return;
    m_bar->clear();
    m_hasWarned = false;
    if (!m_editor || m_editor->isBusy())
        return begin(Waiting::Nothing);
    m_editor->update(m_current, m_changes);
    begin(Waiting::Updating);
}

void EventDialog::takeTheirs()
{
    const Event theirs = m_current;
    loadRecord(theirs);
    m_form->focusFirst();
}

void EventDialog::finish(const Event &event)
{
    end();
    emit saved(event);
    accept();
}

void EventDialog::handleFailure(const ApiError &error)
{
    const Waiting what = m_waiting;
    if (what == Waiting::Nothing)
        return;
    end();
    using Kind = ApiError::Kind;
    if (error.kind == Kind::NotFound) {
        setPage(Page::Form);
        return showProblem(
            tr("This event is no longer on the server: it was deleted or has expired. Nothing was changed. "
               "Your input stays here, so that you can copy it."));
    }
    if (what != Waiting::Reading && error.kind == Kind::Validation)
        return handleRefusal(error);
    if (what != Waiting::Reading && error.mayHaveArrived)
        return handleLostAnswer(error, what);
    const bool isWorthRetrying = error.kind == Kind::Unreachable || error.kind == Kind::Timeout
        || error.kind == Kind::RateLimited || error.kind == Kind::Server;
    if (!isWorthRetrying)
        return showProblem(visibleText(describe(error)));
    showProblem(visibleText(describe(error)), tr("Try again"), [this, what] {
        // From the form on, so that what was typed meanwhile is looked at too.
        if (what == Waiting::Updating)
            sendChanges();
        else
            save();
    });
}

void EventDialog::handleRefusal(const ApiError &error)
{
    setPage(Page::Form);
    const QStringList others = m_form->showRefusals(error.fieldErrors);
    if (error.fieldErrors.isEmpty())
        showProblem(visibleText(describe(error)));
    else if (!others.isEmpty())
        showProblem(tr("authentik refuses this: “%1”").arg(others.join(u' ')));
    else
        showProblem(tr("authentik refused the event. What is wrong is said beside the fields; nothing was saved."));
}

void EventDialog::handleLostAnswer(const ApiError &error, Waiting what)
{
    m_answerGotLost = true;
    setPage(Page::Form);
    ApiError cause = error;
    cause.mayHaveArrived = false; // said here in other words
    const QString reason = visibleText(describe(cause));
    if (what == Waiting::Creating) {
        showProblem(tr("%1 The event may have been created all the same. Look for it in the list before you create it "
                       "again, or there may be two of it.")
                        .arg(reason));
        return;
    }
    showProblem(
        tr("%1 The change may have been saved all the same.").arg(reason), tr("Check the record"), [this] { save(); });
}

void EventDialog::begin(Waiting what)
{
    // The editor takes one request at a time, and none without a server.
    if (what == Waiting::Nothing)
        return showProblem(tr("Another change is still under way. Try again in a moment."));
    if (!m_editor->isBusy())
        return showProblem(tr("There is no connection to a server."));
    m_focusBefore = focusWidget();
    m_waiting = what;
    updateState();
    m_cancel->setFocus();
}

void EventDialog::end()
{
    m_waiting = Waiting::Nothing;
    m_hasWarned = false;
    m_barAction = {};
    m_bar->clear();
    updateState();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

void EventDialog::setPage(Page page)
{
    const bool isBack = page == Page::Form && m_page != Page::Form;
    m_page = page;
    m_pages->setCurrentIndex(static_cast<int>(page));
    switch (page) {
    case Page::Form:
        m_title->setText(windowTitle());
        break;
    case Page::Review:
        m_title->setText(tr("What will change"));
        break;
    case Page::Conflict:
        m_title->setText(tr("Changed by somebody else"));
        break;
    }
    updateState();
    if (isBack)
        m_form->focusFirst();
    else if (page == Page::Review)
        m_send->setFocus();
    else if (page == Page::Conflict)
        m_back->setFocus();
}

void EventDialog::showProblem(const QString &text, const QString &action, const std::function<void()> &act)
{
    m_bar->showMessage(MessageBar::Kind::Problem, text, action);
    m_barAction = act;
}

void EventDialog::updateState()
{
    const bool isIdle = m_waiting == Waiting::Nothing;
    m_progress->setVisible(!isIdle);
    m_pages->setEnabled(isIdle);
    m_save->setVisible(m_page == Page::Form);
    m_send->setVisible(m_page == Page::Review);
    m_keepMine->setVisible(m_page == Page::Conflict);
    m_takeTheirs->setVisible(m_page == Page::Conflict);
    m_back->setVisible(m_page != Page::Form);
    for (QPushButton *const button : {m_send, m_keepMine, m_takeTheirs, m_back})
        button->setEnabled(isIdle);
    m_save->setText(!m_isNew ? tr("&Save…") : m_answerGotLost ? tr("Create again an&yway") : tr("Cr&eate event"));

    const QList<EventField> invalid = m_form->invalidFields();
    m_save->setEnabled(isIdle && invalid.isEmpty() && m_form->hasChanges());

    QString status;
    switch (m_waiting) {
    case Waiting::Reading:
        status = tr("Looking whether the record has changed…");
        break;
    case Waiting::Creating:
    case Waiting::Updating:
        status = tr("Sending…");
        break;
    case Waiting::Nothing:
        if (m_page != Page::Form)
            break;
        if (!invalid.isEmpty())
            status = tr("To be completed: %1").arg(joined(invalid));
        else if (!m_form->hasChanges())
            status = tr("Nothing is changed yet.");
        break;
    }
    m_status->setText(status);
}

QString EventDialog::requestText() const
{
    const QStringList known = m_editor ? m_editor->capabilities().knownActions : QStringList();
    if (updateWrite(m_current, m_changes, known).verb == EventWrite::Verb::Patch) {
        return tr("One PATCH request with these fields alone, because authentik would refuse to take back the stored "
                  "action or application. Everything else keeps its value.");
    }
    return tr("One PUT request with these fields, and with the action and the application, which authentik requires. "
              "Everything else keeps its value.");
}

bool EventDialog::isWriting() const
{
    const bool isWrite = m_waiting == Waiting::Creating || m_waiting == Waiting::Updating;
    return isWrite && m_editor && m_editor->isBusy();
}

} // namespace tidings
