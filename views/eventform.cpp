// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventform.h"

#include "actioncatalog.h"
#include "icons.h"
#include "jsonedit.h"
#include "plainlabel.h"
#include "theme.h"
#include "timesteps.h"
#include "timetext.h"
#include "visibletext.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

QList<EventField> jsonFields()
{
    return {EventField::Context, EventField::User, EventField::Brand};
}

// Django's check is stricter than Qt's, which also takes "127.1", octal parts and zones.
bool isAddress(const QString &text)
{
    const QHostAddress address(text);
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address.toString() == text;
    return address.protocol() == QAbstractSocket::IPv6Protocol && !text.contains(u'%');
}

void setInvalid(QWidget *widget, bool isInvalid)
{
    if (widget->property("invalid").toBool() == isInvalid)
        return;
    widget->setProperty("invalid", isInvalid);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString itemText(const ActionInfoEntry &entry)
{
    return entry.label == entry.value ? entry.label : u"%1 · %2"_s.arg(entry.label, entry.value);
}

void setMessage(PlainLabel *label, const QString &text)
{
    if (label->plainText() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

EventForm::EventForm(QWidget *parent)
    : QWidget(parent)
    , m_action(new QComboBox(this))
    , m_app(new QLineEdit(this))
    , m_clientIp(new QLineEdit(this))
    , m_expires(new QDateTimeEdit(this))
    , m_zone(new QComboBox(this))
    , m_jsonPages(new QStackedWidget(this))
    , m_jsonTabs(new QButtonGroup(this))
{
    buildAction();
    m_app->setObjectName(u"appEdit"_s);
    m_clientIp->setObjectName(u"clientIpEdit"_s);
    m_clientIp->setPlaceholderText(tr("none"));
    buildExpires();

    auto *const grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::paneMargin);
    grid->setVerticalSpacing(metrics::margin);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addLayout(block(EventField::Action, tr("&Action"), m_action), 0, 0);
    grid->addLayout(block(EventField::App, tr("A&pplication"), m_app), 0, 1);
    grid->addLayout(block(EventField::ClientIp, tr("Client &IP address"), m_clientIp), 1, 0);
    grid->addLayout(block(EventField::Expires, tr("E&xpires"), m_expires, m_zone), 1, 1);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::margin);
    column->addLayout(grid);
    column->addWidget(buildJson(), 1);

    connect(m_action, &QComboBox::editTextChanged, this, [this] { fieldEdited(EventField::Action); });
    connect(m_action->lineEdit(), &QLineEdit::editingFinished, this, [this] { touch(EventField::Action); });
    connect(m_app, &QLineEdit::textChanged, this, [this] { fieldEdited(EventField::App); });
    connect(m_app, &QLineEdit::editingFinished, this, [this] { touch(EventField::App); });
    connect(m_clientIp, &QLineEdit::textChanged, this, [this] { fieldEdited(EventField::ClientIp); });
    connect(m_clientIp, &QLineEdit::editingFinished, this, [this] { touch(EventField::ClientIp); });
    connect(m_expires, &QDateTimeEdit::dateTimeChanged, this, &EventForm::timeEdited);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &EventForm::zoneChosen);
    loadNew();
}

void EventForm::setKnownActions(const QStringList &actions)
{
    m_knownActions = actions;
    const bool wasLoading = std::exchange(m_isLoading, true);
    fillActions();
    loadAction();
    m_isLoading = wasLoading;
    showMessages(EventField::Action);
}

void EventForm::loadNew()
{
    load({}, true);
}

void EventForm::loadCopy(const Event &event)
{
    load({}, true);
    m_isLoading = true;
    if (holdsText(event, EventField::Action)) {
        const int index = m_action->findData(event.action);
        if (index >= 0)
            m_action->setCurrentIndex(index);
        else
            m_action->setEditText(event.action);
    }
    if (holdsText(event, EventField::App))
        m_app->setText(event.app);
    m_clientIp->setText(visibleLine(event.clientIp));
    for (const EventField field : jsonFields()) {
        const QByteArray raw = rawField(event, field);
        if (!raw.isEmpty() && raw != "null")
            jsonEdit(field)->replaceText(prettyJson(raw));
    }
    m_isLoading = false;
    m_touched = {EventField::Action, EventField::ClientIp};
    showAllMessages();
    emit edited();
}

void EventForm::loadRecord(const Event &event)
{
    load(event, false);
}

bool EventForm::hasChanges() const
{
    return !textChanges().isEmpty()
        || std::any_of(m_json.cbegin(), m_json.cend(), [](const JsonEdit *edit) { return edit->isModified(); });
}

EventChanges EventForm::textChanges() const
{
    EventChanges changes;
    const QString action = actionValue();
    if (m_action->currentText() != m_shown.value(EventField::Action)
        && (action != m_base.action || !holdsText(m_base, EventField::Action)))
        changes.action = action;
    const QString app = m_app->text().trimmed();
    if (m_app->text() != m_shown.value(EventField::App) && (app != m_base.app || !holdsText(m_base, EventField::App)))
        changes.app = app;
    const QString address = m_clientIp->text().trimmed();
    if (address != m_shown.value(EventField::ClientIp))
        changes.clientIp = address;
    if (hasTime() && m_time && m_time != m_base.expires)
        changes.expires = m_time;
    return changes;
}

EventChanges EventForm::changes() const
{
    EventChanges changes = textChanges();
    const auto changed = [this](EventField field) {
        const JsonEdit *const edit = jsonEdit(field);
        return edit->isModified() ? std::optional(edit->json()) : std::nullopt;
    };
    changes.context = changed(EventField::Context);
    changes.user = changed(EventField::User);
    changes.brand = changed(EventField::Brand);
    return changes;
}

QList<EventField> EventForm::invalidFields() const
{
    QList<EventField> fields;
    std::copy_if(allEventFields.begin(), allEventFields.end(), std::back_inserter(fields),
        [this](EventField field) { return !problemOf(field).isEmpty(); });
    return fields;
}

bool EventForm::validate()
{
    for (const EventField field : jsonFields())
        jsonEdit(field)->check();
    for (const EventField field : allEventFields)
        m_touched.insert(field);
    showAllMessages();
    const QList<EventField> invalid = invalidFields();
    if (invalid.isEmpty())
        return true;
    showJson(invalid.constFirst());
    control(invalid.constFirst())->setFocus(Qt::OtherFocusReason);
    return false;
}

QStringList EventForm::showRefusals(const QMap<QString, QStringList> &refusals)
{
    QStringList others;
    QMap<EventField, QStringList> texts;
    for (auto it = refusals.cbegin(); it != refusals.cend(); ++it) {
        const QString text = visibleLine(it.value().join(u' '));
        const auto field = eventFieldOfRefusal(it.key());
        const QString below = it.key().section(u'.', 1);
        if (field)
            texts[*field] += below.isEmpty() ? text : visibleLine(below) + u": "_s + text;
        else
            others += it.key() == "non_field_errors"_L1 ? text : visibleLine(it.key()) + u": "_s + text;
    }
    m_refusals.clear();
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        m_refusals.insert(it.key(), tr("authentik refuses this: “%1”").arg(it.value().join(u' ')));
    for (const EventField field : jsonFields())
        jsonEdit(field)->setRefusal(m_refusals.value(field));
    showAllMessages();
    if (!m_refusals.isEmpty()) {
        showJson(m_refusals.firstKey());
        control(m_refusals.firstKey())->setFocus(Qt::OtherFocusReason);
    }
    return others;
}

void EventForm::focusFirst()
{
    m_action->setFocus(Qt::OtherFocusReason);
    m_action->lineEdit()->selectAll();
}

bool EventForm::eventFilter(QObject *watched, QEvent *event)
{
    // Scrolling the form must not turn a value that happens to be under the pointer.
    const auto *const widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && widget && !widget->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EventForm::buildAction()
{
    m_action->setObjectName(u"actionEdit"_s);
    m_action->setEditable(true);
    m_action->setInsertPolicy(QComboBox::NoInsert);
    m_action->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_action->setMinimumContentsLength(18);
    m_action->setFocusPolicy(Qt::StrongFocus);
    m_action->installEventFilter(this);
    m_action->lineEdit()->setPlaceholderText(tr("Choose, or type a name"));
    m_action->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_action->completer()->setFilterMode(Qt::MatchContains);
    m_action->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    fillActions();
}

void EventForm::buildExpires()
{
    m_expires->setObjectName(u"expiresEdit"_s);
    m_expires->setLayoutDirection(Qt::LeftToRight); // before the format, which is turned round otherwise
    m_expires->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_expires->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_expires->setDateRange(QDate(100, 1, 2), QDate(9999, 12, 30));
    m_expires->setFocusPolicy(Qt::StrongFocus);
    m_expires->installEventFilter(this);
    m_zone->setObjectName(u"expiresZone"_s);
    m_zone->setAccessibleName(tr("Time zone of the expiry"));
    m_zone->setFocusPolicy(Qt::StrongFocus);
    m_zone->installEventFilter(this);
}

QWidget *EventForm::buildJson()
{
    auto *const area = new QWidget(this);
    auto *const tabs = new QHBoxLayout;
    tabs->setSpacing(metrics::gap);
    const QList<std::tuple<EventField, QString, QString>> pages = {{EventField::Context, tr("&Context"), u"context"_s},
        {EventField::User, tr("&User"), u"user"_s}, {EventField::Brand, tr("&Brand"), u"brand"_s}};
    for (const auto &[field, label, name] : pages) {
        auto *const tab = new QPushButton(label, area);
        tab->setObjectName(name + u"Tab"_s);
        tab->setCheckable(true);
        tab->setAutoDefault(false);
        // The style makes the chosen one bold, but asks for the room of the plain text.
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        constexpr int padding = 34;
        tab->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(label) + padding);
        m_jsonTabs->addButton(tab, static_cast<int>(field));
        tabs->addWidget(tab);
        auto *const edit = new JsonEdit(m_jsonPages);
        edit->setObjectName(name + u"Edit"_s);
        edit->setEditorName(eventFieldLabel(field));
        constexpr int lowest = 96;
        edit->editor()->setMinimumHeight(lowest);
        m_json.insert(field, edit);
        m_jsonPages->addWidget(edit);
        connect(edit, &JsonEdit::edited, this, [this, which = field] { m_refusals.remove(which); });
        connect(edit, &JsonEdit::checked, this, [this, which = field] { fieldEdited(which); });
    }
    tabs->addStretch();
    m_jsonTabs->setExclusive(true);
    connect(m_jsonTabs, &QButtonGroup::idClicked, this, [this](int id) { showJson(static_cast<EventField>(id)); });
    jsonEdit(EventField::Brand)->setPlaceholderText(tr("Nothing: authentik's default"));

    auto *const column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addLayout(tabs);
    column->addWidget(m_jsonPages, 1);
    showJson(EventField::Context);
    return area;
}

QBoxLayout *EventForm::block(EventField field, const QString &label, QWidget *control, QWidget *second)
{
    auto *const caption = new QLabel(label, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setWordWrap(true);
    caption->setBuddy(control);
    control->setAccessibleName(eventFieldLabel(field));
    Row row;
    row.problem = new PlainLabel({}, PlainLabel::Look::Error, this);
    row.hint = new PlainLabel({}, PlainLabel::Look::Muted, this);
    row.problem->setObjectName(control->objectName() + u"Problem"_s);
    row.hint->setObjectName(control->objectName() + u"Hint"_s);
    row.problem->hide();
    row.hint->hide();
    m_rows.insert(field, row);

    auto *const column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(caption);
    if (second) {
        auto *const line = new QHBoxLayout;
        line->setSpacing(metrics::gap);
        line->addWidget(control, 1);
        line->addWidget(second, 1);
        column->addLayout(line);
    } else {
        column->addWidget(control);
    }
    column->addWidget(row.problem);
    column->addWidget(row.hint);
    column->addStretch();
    return column;
}

void EventForm::load(const Event &event, bool isNew)
{
    m_isLoading = true;
    m_base = event;
    m_isNew = isNew;
    m_touched.clear();
    m_refusals.clear();
    loadAction();
    for (const auto &[field, edit] : {std::pair(EventField::App, m_app), std::pair(EventField::ClientIp, m_clientIp)}) {
        const QString text = visibleLine(fieldText(event, field));
        edit->setText(text);
        edit->setCursorPosition(0);
        m_shown.insert(field, text);
    }
    loadExpires();
    for (const EventField field : jsonFields()) {
        const bool startsEmpty = isNew && field != EventField::Brand;
        jsonEdit(field)->setJson(startsEmpty ? QByteArrayLiteral("{}") : rawField(event, field));
    }
    showJson(EventField::Context);
    m_isLoading = false;
    showAllMessages();
    emit edited();
}

void EventForm::fillActions()
{
    QList<ActionInfoEntry> entries;
    const QList<ActionInfoEntry> catalog = knownActionEntries();
    std::copy_if(catalog.cbegin(), catalog.cend(), std::back_inserter(entries), [this](const ActionInfoEntry &entry) {
        return m_knownActions.isEmpty() || m_knownActions.contains(entry.value);
    });
    for (const QString &action : std::as_const(m_knownActions)) {
        const ActionInfoEntry entry = actionEntry(action);
        if (!entry.isKnown)
            entries += entry;
    }
    entries += actionEntry(u"custom_"_s);
    std::sort(entries.begin(), entries.end(),
        [](const ActionInfoEntry &a, const ActionInfoEntry &b) { return a.label.localeAwareCompare(b.label) < 0; });
    m_action->clear();
    for (const ActionInfoEntry &entry : std::as_const(entries))
        m_action->addItem(icon(entry.icon), itemText(entry), entry.value);
}

void EventForm::loadAction()
{
    const QString text = fieldText(m_base, EventField::Action);
    const int index = holdsText(m_base, EventField::Action) ? m_action->findData(text) : -1;
    m_action->setCurrentIndex(index);
    if (index < 0)
        m_action->setEditText(visibleLine(text));
    m_action->lineEdit()->setCursorPosition(0);
    m_shown.insert(EventField::Action, m_action->currentText());
}

void EventForm::loadExpires()
{
    const QSignalBlocker quietZone(m_zone);
    m_zone->clear();
    m_time = m_base.expires;
    if (m_isNew)
        m_zone->addItem(tr("Server default"), static_cast<int>(Zone::Unset));
    else if (!isShowable(m_time))
        m_zone->addItem(tr("As it is"), static_cast<int>(Zone::Kept));
    const bool isOther = !m_display.isLocal() && !m_display.isUtc();
    if (isOther)
        m_zone->addItem(zoneText(m_display), static_cast<int>(Zone::Chosen));
    m_zone->addItem(tr("Local time"), static_cast<int>(Zone::Local));
    m_zone->addItem(tr("UTC"), static_cast<int>(Zone::Utc));
    m_zone->setCurrentIndex(0);
    if (zone() == Zone::Local && m_display.isUtc())
        m_zone->setCurrentIndex(m_zone->findData(static_cast<int>(Zone::Utc)));
    displayExpires();
}

void EventForm::showJson(EventField field)
{
    if (!isJsonField(field))
        return;
    m_jsonPages->setCurrentWidget(jsonEdit(field));
    m_jsonTabs->button(static_cast<int>(field))->setChecked(true);
}

JsonEdit *EventForm::jsonEdit(EventField field) const
{
    return m_json.value(field);
}

QWidget *EventForm::control(EventField field) const
{
    switch (field) {
    case EventField::Action:
        return m_action;
    case EventField::App:
        return m_app;
    case EventField::ClientIp:
        return m_clientIp;
    case EventField::Expires:
        return hasTime() ? static_cast<QWidget *>(m_expires) : m_zone;
    case EventField::Context:
    case EventField::User:
    case EventField::Brand:
        break;
    }
    return jsonEdit(field)->editor();
}

// Takes an entry of the list, a label, or a name as authentik writes it.
QString EventForm::actionValue() const
{
    QString text = m_action->currentText().trimmed();
    const int item = m_action->findText(text, Qt::MatchFixedString);
    if (item >= 0)
        return m_action->itemData(item).toString();
    for (int i = 0; i < m_action->count(); ++i) {
        QString value = m_action->itemData(i).toString();
        if (actionEntry(value).label.compare(text, Qt::CaseInsensitive) == 0)
            return value;
    }
    return text;
}

EventForm::Zone EventForm::zone() const
{
    return static_cast<Zone>(m_zone->currentData().toInt());
}

bool EventForm::hasTime() const
{
    return zone() == Zone::Local || zone() == Zone::Utc || zone() == Zone::Chosen;
}

void EventForm::zoneChosen()
{
    if (hasTime() && !isShowable(m_time)) {
        constexpr int usualDays = 365; // authentik's default retention
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_time = fromDateTime(QDateTime(now.date().addDays(usualDays), QTime(now.time().hour(), 0), Qt::UTC));
    }
    displayExpires();
    fieldEdited(EventField::Expires);
}

void EventForm::timeEdited()
{
    // The editor knows no other zones: it shows the wall clock of one as if it were UTC.
    const QDateTime shown = m_expires->dateTime();
    m_time = fromDateTime(zone() == Zone::Chosen ? m_display.on(shown.date(), shown.time()) : shown);
    m_touched.insert(EventField::Expires);
    fieldEdited(EventField::Expires);
}

bool EventForm::isShowable(const std::optional<Timestamp> &time) const
{
    return time && toDateTime(*time).date() > m_expires->minimumDate()
        && toDateTime(*time).date() < m_expires->maximumDate();
}

// The editor shows the exact time cut to seconds; it is read back only when somebody types, so that neither the
// microseconds nor the hour that a clock change repeats get lost.
void EventForm::displayExpires()
{
    const QSignalBlocker quiet(m_expires);
    m_expires->setVisible(hasTime());
    m_expires->setTimeSpec(zone() == Zone::Local ? Qt::LocalTime : Qt::UTC);
    if (hasTime() && m_time) {
        const QDateTime utc
            = toDateTime(*m_time - ((*m_time % timesteps::second) + timesteps::second) % timesteps::second);
        if (zone() == Zone::Chosen) {
            const QDateTime wall = m_display.at(utc);
            m_expires->setDateTime(QDateTime(wall.date(), wall.time(), Qt::UTC));
        } else {
            m_expires->setDateTime(zone() == Zone::Local ? utc.toLocalTime() : utc);
        }
    }
}

QString EventForm::problemOf(EventField field) const
{
    const EventChanges now = textChanges();
    switch (field) {
    case EventField::Action:
        if (now.action ? now.action->isEmpty() : m_isNew)
            return tr("An event needs an action.");
        break;
    case EventField::App:
        if (now.app ? now.app->isEmpty() : m_isNew)
            return tr("An event needs the name of an application, such as authentik.events.");
        break;
    case EventField::ClientIp:
        if (now.clientIp && !now.clientIp->isEmpty() && !isAddress(*now.clientIp))
            return tr("This is not an IPv4 or IPv6 address. Leave it empty for none.");
        break;
    case EventField::Expires:
        break;
    case EventField::Context:
    case EventField::User:
    case EventField::Brand:
        if (const auto problem = jsonEdit(field)->problem())
            return problem->message;
        break;
    }
    return {};
}

QString EventForm::hintOf(EventField field) const
{
    const EventChanges now = textChanges();
    const auto kept = [&](bool isChanged) {
        if (m_isNew || isChanged)
            return QString();
        const QByteArray raw = rawField(m_base, field);
        if (!holdsText(m_base, field) && !raw.isEmpty() && raw != "null")
            return tr("The stored value is no text. It stays as it is unless you change it.");
        const QString text = fieldText(m_base, field);
        if (visibleLine(text) != text)
            return tr("Invisible characters are shown as marks. They stay as they are unless you change this field.");
        return QString();
    };
    switch (field) {
    case EventField::Action: {
        const QString action = actionValue();
        if ((m_isNew || now.action) && !action.isEmpty() && isRefusedByEnum(action, m_knownActions))
            return tr("authentik accepts only actions from its list here, or custom_ alone. It will refuse “%1”.")
                .arg(visibleLine(action));
        if (now.action && m_action->findText(m_action->currentText().trimmed(), Qt::MatchFixedString) < 0
            && action != m_action->currentText().trimmed())
            return tr("Will be sent as %1.").arg(action);
        return kept(now.action.has_value());
    }
    case EventField::App:
        return kept(now.app.has_value());
    case EventField::ClientIp:
        if (m_clientIp->text().trimmed() == "255.255.255.255"_L1)
            return tr("authentik writes this address where it could not find out the real one.");
        return kept(now.clientIp.has_value());
    case EventField::Expires:
        if (zone() == Zone::Kept) {
            const QByteArray raw = rawField(m_base, field);
            return raw.isEmpty()
                ? tr("The record has no expiry.")
                : tr("Stored as %1, which cannot be shown as a date.").arg(visibleLine(QString::fromUtf8(raw)));
        }
        if (zone() == Zone::Unset || !m_time)
            return {};
        if (toDateTime(*m_time) < QDateTime::currentDateTimeUtc())
            return tr("This is in the past: authentik's next cleanup deletes the event.");
        if (zone() == Zone::Chosen)
            return offsetText(m_display.at(*m_time));
        return zone() == Zone::Local ? offsetText(m_expires->dateTime()) : QString();
    case EventField::Context:
    case EventField::User:
    case EventField::Brand:
        break;
    }
    return {};
}

void EventForm::fieldEdited(EventField field)
{
    if (m_isLoading)
        return;
    if (!isJsonField(field))
        m_refusals.remove(field);
    showMessages(field);
    emit edited();
}

void EventForm::touch(EventField field)
{
    m_touched.insert(field);
    showMessages(field);
}

void EventForm::showMessages(EventField field)
{
    if (isJsonField(field)) {
        auto *const tab = m_jsonTabs->button(static_cast<int>(field));
        const bool isInvalid = m_refusals.contains(field) || jsonEdit(field)->problem();
        const bool isChanged = jsonEdit(field)->isModified();
        tab->setIcon(isInvalid ? icon(u"alert"_s) : isChanged ? icon(u"edit"_s) : QIcon());
        tab->setAccessibleDescription(isInvalid ? tr("needs attention") : isChanged ? tr("changed") : QString());
        return;
    }
    const Row row = m_rows.value(field);
    QString problem = m_refusals.value(field);
    if (problem.isEmpty() && m_touched.contains(field))
        problem = problemOf(field);
    setMessage(row.problem, problem);
    setMessage(row.hint, problem.isEmpty() ? hintOf(field) : QString());
    setInvalid(control(field), !problem.isEmpty());
    control(field)->setAccessibleDescription(problem.isEmpty() ? row.hint->plainText() : problem);
}

void EventForm::showAllMessages()
{
    for (const EventField field : allEventFields)
        showMessages(field);
}

} // namespace tidings
