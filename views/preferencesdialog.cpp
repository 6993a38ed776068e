// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferencesdialog.h"

#include "icons.h"
#include "plainbox.h"
#include "plainlabel.h"
#include "theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 470;
constexpr int choiceWidth = 240;
constexpr int timeWidth = 88;
constexpr int room = 60; // on the screen, for the frame of the window and a panel
constexpr int intervals[] = {5, 10, 15, 30, 60, 120, 300, 900, 3600}; // seconds
constexpr int rates[] = {1, 2, 3, 4, 6, 10, 20, 30};
constexpr int secondsOfMinute = 60;
constexpr int ages[] = {7, 30, 90, 180, 365}; // days
constexpr int archiveSizes[] = {10, 50, 100, 250, 500}; // megabytes

QString intervalText(int seconds)
{
    return seconds % secondsOfMinute == 0 ? PreferencesDialog::tr("%n minute(s)", "every …", seconds / secondsOfMinute)
                                          : PreferencesDialog::tr("%n second(s)", "every …", seconds);
}

QString ageText(int days)
{
    return PreferencesDialog::tr("%n day(s)", "at most …", days);
}

QString sizeText(int megabytes)
{
    return PreferencesDialog::tr("%1 MB").arg(QLocale().toString(megabytes));
}

// The value of a settings file may be none of those offered.
void choose(QComboBox *box, int value, const QString &text)
{
    if (box->findData(value) < 0) {
        int at = 0;
        while (at < box->count() && box->itemData(at).toInt() < value)
            ++at;
        box->insertItem(at, text, value);
    }
    box->setCurrentIndex(box->findData(value));
}

QComboBox *styleBox(const QString &objectName, QWidget *parent)
{
    auto *const box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->addItem(PreferencesDialog::tr("Do not show"), static_cast<int>(AlertStyle::Off));
    box->addItem(PreferencesDialog::tr("Show"), static_cast<int>(AlertStyle::Silent));
    box->addItem(PreferencesDialog::tr("Show, with a sound"), static_cast<int>(AlertStyle::Sound));
    return box;
}

AlertStyle styleIn(const QComboBox *box)
{
    return static_cast<AlertStyle>(box->currentData().toInt());
}

QTimeEdit *timeEdit(const QString &objectName, const QString &name, QWidget *parent)
{
    auto *const edit = new QTimeEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setDisplayFormat(u"HH:mm"_s);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    edit->setFixedWidth(zoomed(timeWidth));
    return edit;
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &preferences, bool hasTray, QWidget *parent)
    : QDialog(parent)
    , m_before(preferences)
    , m_hasTray(hasTray)
    , m_interval(new QComboBox(this))
    , m_notice(styleBox(u"alertsNotice"_s, this))
    , m_warning(styleBox(u"alertsWarning"_s, this))
    , m_alert(styleBox(u"alertsAlert"_s, this))
    , m_perMinute(new QComboBox(this))
    , m_quiet(new QCheckBox(tr("&Quiet hours, from"), this))
    , m_quietFrom(timeEdit(u"quietFrom"_s, tr("Quiet from"), this))
    , m_quietUntil(timeEdit(u"quietUntil"_s, tr("Quiet until"), this))
    , m_history(new QCheckBox(tr("&Keep notifications on this computer, also when the server deletes them"), this))
    , m_historyDays(new QComboBox(this))
    , m_historySize(new QComboBox(this))
    , m_historyState(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_wipeHistory(new QPushButton(icon(u"delete"_s), tr("&Delete history…"), this))
    , m_tray(new QCheckBox(tr("Show an icon with the number of unseen notifications in the &tray"), this))
    , m_closeToTray(new QCheckBox(tr("Closing the window &leaves Tidings in the tray"), this))
    , m_autostart(new QCheckBox(tr("&Start Tidings when I log in to this computer"), this))
    , m_startHidden(new QCheckBox(tr("… with&out its window"), this))
{
    setObjectName(u"preferencesDialog"_s);
    setWindowTitle(tr("Preferences"));
    m_interval->setObjectName(u"pollInterval"_s);
    m_perMinute->setObjectName(u"alertsPerMinute"_s);
    m_quiet->setObjectName(u"quietHours"_s);
    m_history->setObjectName(u"historyKept"_s);
    m_historyDays->setObjectName(u"historyDays"_s);
    m_historySize->setObjectName(u"historySize"_s);
    m_historyState->setObjectName(u"historyState"_s);
    m_wipeHistory->setObjectName(u"wipeHistory"_s);
    m_wipeHistory->setAutoDefault(false);
    for (const int days : ages)
        m_historyDays->addItem(ageText(days), days);
    for (const int megabytes : archiveSizes)
        m_historySize->addItem(sizeText(megabytes), megabytes);
    m_tray->setObjectName(u"trayIcon"_s);
    m_closeToTray->setObjectName(u"closeToTray"_s);
    m_autostart->setObjectName(u"autostart"_s);
    m_startHidden->setObjectName(u"startHidden"_s);
    for (const int seconds : intervals)
        m_interval->addItem(intervalText(seconds), seconds);
    for (const int rate : rates)
        m_perMinute->addItem(tr("%n in a minute", "at most …", rate), rate);
    build();
    showValues(preferences);
    for (QCheckBox *const box : {m_quiet, m_history, m_tray, m_autostart})
        connect(box, &QCheckBox::toggled, this, &PreferencesDialog::updateControls);
    connect(m_wipeHistory, &QPushButton::clicked, this, &PreferencesDialog::confirmWipe);
    showHistory(std::nullopt, 0);
}

// The choices scroll; the buttons stay.
void PreferencesDialog::build()
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *const area = new QScrollArea(this);
    area->setObjectName(u"preferencesArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    auto *const content = new QWidget(area);
    content->setAutoFillBackground(false);
    auto *const grid = new QGridLayout(content);
    grid->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    grid->setHorizontalSpacing(metrics::paneMargin);
    grid->setVerticalSpacing(metrics::gap);
    grid->setColumnStretch(1, 1);
    fillGrid(grid, content);
    grid->setRowStretch(grid->rowCount(), 1);
    area->setWidget(content);
    column->addWidget(area, 1);

    auto *const line = new QFrame(this);
    line->setProperty("separator", true);
    column->addWidget(line);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setContentsMargins(metrics::paneMargin, metrics::margin, metrics::paneMargin, metrics::margin);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Apply"));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(shown());
        accept();
    });

    // As large as all of it where the screen has room, and never wider than it can be scrolled.
    ensurePolished();
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, area);
    const int width = std::max(leastWidth, content->sizeHint().width() + bar);
    const int height = content->heightForWidth(width - bar) >= 0 ? content->heightForWidth(width - bar)
                                                                 : content->sizeHint().height();
    setMinimumWidth(width);
    const QScreen *const where = parentWidget() ? parentWidget()->screen() : screen();
    const int most = where->availableGeometry().height() - room;
    resize(width, std::min(height + line->sizeHint().height() + buttons->sizeHint().height() + 2, most));
}

void PreferencesDialog::fillGrid(QGridLayout *grid, QWidget *content)
{
    const auto addHeading = [content, grid](const QString &text) {
        const int row = grid->rowCount();
        if (row > 1)
            grid->setRowMinimumHeight(row, metrics::margin);
        auto *const heading = new QLabel(text, content);
        heading->setProperty("heading", true);
        grid->addWidget(heading, row + 1, 0, 1, 2);
    };
    const auto addField = [content, grid](const QString &text, QWidget *field) {
        auto *const label = new QLabel(text, content);
        label->setBuddy(field);
        field->setMinimumWidth(choiceWidth);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1, Qt::AlignLeading);
    };
    const auto addSwitch = [grid](QWidget *box, int indent = 0) {
        auto *const line = new QHBoxLayout;
        line->setContentsMargins(indent, 0, 0, 0);
        line->addWidget(box);
        line->addStretch();
        grid->addLayout(line, grid->rowCount(), 0, 1, 2);
    };
    const auto addNote = [content, grid](const QString &text) {
        auto *const note = new PlainLabel(text, PlainLabel::Look::Muted, content);
        note->setMinimumHeight(note->heightForWidth(leastWidth - 2 * metrics::paneMargin));
        grid->addWidget(note, grid->rowCount(), 0, 1, 2);
    };

    addHeading(tr("New events and notifications"));
    addField(tr("Ask the server &every"), m_interval);

    addHeading(tr("Desktop notifications"));
    addField(tr("&Notices"), m_notice);
    addField(tr("&Warnings"), m_warning);
    addField(tr("&Alerts"), m_alert);
    addField(tr("At &most"), m_perMinute);
    auto *const quiet = new QHBoxLayout;
    quiet->setSpacing(metrics::gap);
    auto *const until = new QLabel(tr("&until"), content);
    until->setBuddy(m_quietUntil);
    for (QWidget *const part : {static_cast<QWidget *>(m_quiet), static_cast<QWidget *>(m_quietFrom),
             static_cast<QWidget *>(until), static_cast<QWidget *>(m_quietUntil)})
        quiet->addWidget(part);
    quiet->addStretch();
    grid->addLayout(quiet, grid->rowCount(), 0, 1, 2);
    addNote(tr("What comes faster, or in quiet hours, is joined and shown later. The inbox always has everything."));

    addHeading(tr("History"));
    addSwitch(m_history);
    addField(tr("At most t&his old"), m_historyDays);
    addField(tr("At most this lar&ge"), m_historySize);
    auto *const history = new QHBoxLayout;
    history->setSpacing(metrics::gap);
    history->addWidget(m_historyState, 1);
    history->addWidget(m_wipeHistory);
    grid->addLayout(history, grid->rowCount(), 0, 1, 2);

    addHeading(tr("Tray and start"));
    addSwitch(m_tray);
    constexpr int indent = 24;
    addSwitch(m_closeToTray, indent);
    if (!m_hasTray)
        addNote(tr("This desktop has no tray."));
    addSwitch(m_autostart);
    addSwitch(m_startHidden, indent);
}

// One question, which says how many.
void PreferencesDialog::confirmWipe()
{
    auto *const box = makePlainBox(QMessageBox::Question, tr("Delete history"),
        tr("Delete %Ln notification(s) from the history on this computer? Nothing changes on the server.", nullptr,
            static_cast<int>(std::min<qint64>(m_kept, std::numeric_limits<int>::max())))
            + u"\n\n"_s + tr("What the server has deleted cannot be read any more afterwards."),
        QMessageBox::Cancel, this, u"wipeHistoryBox"_s);
    QPushButton *const wipe = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    wipe->setObjectName(u"wipeHistoryNow"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(wipe, &QPushButton::clicked, this, &PreferencesDialog::historyWipeRequested);
    box->open();
}

void PreferencesDialog::showHistory(std::optional<qint64> notifications, qint64 bytes)
{
    m_kept = notifications.value_or(0);
    const auto count = static_cast<int>(std::min<qint64>(m_kept, std::numeric_limits<int>::max()));
    m_keptText = tr("No server is shown.");
    if (notifications && m_kept == 0)
        m_keptText = tr("Nothing is kept of the server shown.");
    else if (notifications)
        m_keptText = tr("%Ln notification(s) of the server shown", nullptr, count) + u" · "_s
            + QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
    updateControls();
}

void PreferencesDialog::showValues(const Preferences &preferences)
{
    choose(m_interval, preferences.pollSeconds, intervalText(preferences.pollSeconds));
    const AlertSettings &alerts = preferences.alerts;
    m_notice->setCurrentIndex(m_notice->findData(static_cast<int>(alerts.notice)));
    m_warning->setCurrentIndex(m_warning->findData(static_cast<int>(alerts.warning)));
    m_alert->setCurrentIndex(m_alert->findData(static_cast<int>(alerts.alert)));
    choose(m_perMinute, alerts.perMinute, tr("%n in a minute", "at most …", alerts.perMinute));
    m_quiet->setChecked(alerts.quietHours);
    m_quietFrom->setTime(alerts.quietFrom);
    m_quietUntil->setTime(alerts.quietUntil);
    m_history->setChecked(preferences.history.isKept);
    choose(m_historyDays, preferences.history.days, ageText(preferences.history.days));
    choose(m_historySize, preferences.history.megabytes, sizeText(preferences.history.megabytes));
    m_tray->setChecked(preferences.trayIcon);
    m_closeToTray->setChecked(preferences.closeToTray);
    m_autostart->setChecked(preferences.autostart);
    m_startHidden->setChecked(preferences.startHidden);
}

void PreferencesDialog::updateControls()
{
    m_quietFrom->setEnabled(m_quiet->isChecked());
    m_quietUntil->setEnabled(m_quiet->isChecked());
    m_historyDays->setEnabled(m_history->isChecked());
    m_historySize->setEnabled(m_history->isChecked());
    m_wipeHistory->setEnabled(m_kept > 0);
    const bool stays = m_kept > 0 && !m_history->isChecked();
    m_historyState->setText(
        stays ? QString(m_keptText + u'\n' + tr("Nothing more is kept. This stays until it is deleted.")) : m_keptText);
    m_tray->setEnabled(m_hasTray);
    m_closeToTray->setEnabled(m_hasTray && m_tray->isChecked());
    m_startHidden->setEnabled(m_autostart->isChecked());
}

Preferences PreferencesDialog::shown() const
{
    Preferences preferences = m_before;
    preferences.pollSeconds = m_interval->currentData().toInt();
    AlertSettings &alerts = preferences.alerts;
    alerts.notice = styleIn(m_notice);
    alerts.warning = styleIn(m_warning);
    alerts.alert = styleIn(m_alert);
    alerts.perMinute = m_perMinute->currentData().toInt();
    alerts.quietHours = m_quiet->isChecked();
    alerts.quietFrom = m_quietFrom->time();
    alerts.quietUntil = m_quietUntil->time();
    preferences.history.isKept = m_history->isChecked();
    preferences.history.days = m_historyDays->currentData().toInt();
    preferences.history.megabytes = m_historySize->currentData().toInt();
    preferences.trayIcon = m_tray->isChecked();
    preferences.closeToTray = m_closeToTray->isChecked();
    preferences.autostart = m_autostart->isChecked();
    preferences.startHidden = m_startHidden->isChecked();
    return preferences;
}

} // namespace tidings
