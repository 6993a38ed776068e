// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of preferences and watch rules, the tray icon, and what the settings keep of them.
#include "akqlschema.h"
#include "codec.h"
#include "eventtablemodel.h"
#include "noteline.h"
#include "plainlabel.h"
#include "preferencesdialog.h"
#include "queryedit.h"
#include "rulesfile.h"
#include "settings.h"
#include "theme.h"
#include "trayicon.h"
#include "viewsfile.h"
#include "watchrulesdialog.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>

using namespace tidings;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Preferences unusual()
{
    Preferences preferences;
    preferences.pollSeconds = 47; // none of those offered
    preferences.alerts.notice = AlertStyle::Off;
    preferences.alerts.alert = AlertStyle::Sound;
    preferences.alerts.perMinute = 7;
    preferences.alerts.quietHours = true;
    preferences.alerts.quietFrom = QTime(20, 15);
    preferences.alerts.quietUntil = QTime(6, 45);
    preferences.history = {false, 17, 33}; // none of those offered, too
    preferences.trayIcon = false;
    preferences.closeToTray = true;
    return preferences;
}

template <class Widget> Widget *find(QWidget &parent, const QString &name)
{
    auto *const widget = parent.findChild<Widget *>(name);
    if (!widget)
        qFatal("no %s", qPrintable(name));
    return widget;
}

QPushButton *button(QDialog &dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox *>()->button(which);
}

Event failedLogin(int minute)
{
    const QString json = u"{\"pk\":\"00000000-0000-4000-8000-%1\",\"action\":\"login_failed\",\"app\":\"a\","
                         "\"created\":\"2026-11-20T10:%2:00.000000Z\",\"user\":{},\"context\":{}}"_s;
    return codec::EventDecoder().decode(json.arg(minute, 12, 10, QChar(u'0')).arg(minute, 2, 10, QChar(u'0')).toUtf8());
}

} // namespace

class PreferencesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, Appearance::Light); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }

    void settingsKeepThem()
    {
        const QTemporaryDir folder;
        {
            Settings settings(folder.path());
            QCOMPARE(settings.preferences(), Preferences());
            settings.setPreferences(unusual());
            QVERIFY(!settings.wasTrayExplained());
            settings.setTrayExplained();
        }
        const Settings settings(folder.path());
        QCOMPARE(settings.preferences(), unusual());
        QVERIFY(settings.wasTrayExplained());
    }

    void settingsTakeNothingOdd()
    {
        const QTemporaryDir folder;
        {
            QSettings file(folder.filePath(u"tidings.ini"_s), QSettings::IniFormat);
            file.setValue(u"version"_s, 1);
            file.setValue(u"alerts/notice"_s, u"loud"_s);
            file.setValue(u"alerts/perMinute"_s, 99999);
            file.setValue(u"alerts/quietFrom"_s, u"25:00"_s);
            file.setValue(u"alerts/quietHours"_s, u"perhaps"_s);
            file.setValue(u"tray/icon"_s, u"?"_s);
            file.setValue(u"history/keep"_s, u"sometimes"_s);
            file.setValue(u"history/days"_s, -5);
            file.setValue(u"history/megabytes"_s, u"1e99"_s);
        }
        Preferences expected;
        expected.alerts.perMinute = AlertSettings::mostPerMinute;
        expected.history.days = HistorySettings::fewestDays;
        QCOMPARE(Settings(folder.path()).preferences(), expected);
    }

    void dialogShowsAndReturns()
    {
        PreferencesDialog dialog(unusual(), true, nullptr);
        QSignalSpy chosen(&dialog, &PreferencesDialog::chosen);
        QCOMPARE(find<QComboBox>(dialog, u"pollInterval"_s)->currentData().toInt(), 47);
        button(dialog, QDialogButtonBox::Ok)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Preferences>(), unusual()); // nothing lost
    }

    void dialogChanges()
    {
        PreferencesDialog dialog(Preferences(), true, nullptr);
        QSignalSpy chosen(&dialog, &PreferencesDialog::chosen);
        auto *const interval = find<QComboBox>(dialog, u"pollInterval"_s);
        interval->setCurrentIndex(interval->findData(5));
        auto *const warning = find<QComboBox>(dialog, u"alertsWarning"_s);
        warning->setCurrentIndex(warning->findData(static_cast<int>(AlertStyle::Sound)));
        auto *const from = find<QTimeEdit>(dialog, u"quietFrom"_s);
        QVERIFY(!from->isEnabled());
        find<QCheckBox>(dialog, u"quietHours"_s)->click();
        QVERIFY(from->isEnabled());
        from->setTime(QTime(21, 30));
        find<QCheckBox>(dialog, u"closeToTray"_s)->click();
        auto *const hidden = find<QCheckBox>(dialog, u"startHidden"_s);
        QVERIFY(!hidden->isEnabled());
        find<QCheckBox>(dialog, u"autostart"_s)->click();
        QVERIFY(hidden->isEnabled());
        hidden->click();
        button(dialog, QDialogButtonBox::Ok)->click();
        Preferences expected;
        expected.pollSeconds = 5;
        expected.alerts.warning = AlertStyle::Sound;
        expected.alerts.quietHours = true;
        expected.alerts.quietFrom = QTime(21, 30);
        expected.closeToTray = true;
        expected.autostart = true;
        expected.startHidden = false;
        QCOMPARE(chosen.first().first().value<Preferences>(), expected);
    }

    void dialogChangesTheHistory()
    {
        PreferencesDialog dialog(Preferences(), true, nullptr);
        QSignalSpy chosen(&dialog, &PreferencesDialog::chosen);
        auto *const days = find<QComboBox>(dialog, u"historyDays"_s);
        auto *const size = find<QComboBox>(dialog, u"historySize"_s);
        days->setCurrentIndex(days->findData(30));
        size->setCurrentIndex(size->findData(250));
        QVERIFY(days->isEnabled());
        find<QCheckBox>(dialog, u"historyKept"_s)->click();
        QVERIFY(!days->isEnabled());
        QVERIFY(!size->isEnabled());
        button(dialog, QDialogButtonBox::Ok)->click();
        QCOMPARE(chosen.first().first().value<Preferences>().history, (HistorySettings{false, 30, 250}));
    }

    void dialogDeletesTheHistory()
    {
        PreferencesDialog dialog(Preferences(), true, nullptr);
        QSignalSpy wipe(&dialog, &PreferencesDialog::historyWipeRequested);
        auto *const erase = find<QPushButton>(dialog, u"wipeHistory"_s);
        auto *const state = find<PlainLabel>(dialog, u"historyState"_s);
        QVERIFY(!erase->isEnabled());
        QCOMPARE(state->text(), u"No server is shown."_s);
        dialog.showHistory(0, 20'000);
        QVERIFY(!erase->isEnabled());
        dialog.showHistory(1234, 3 * 1024 * 1024);
        QVERIFY(erase->isEnabled());
        QVERIFY2(state->text().contains(u"1,234"_s) && state->text().endsWith(u"3.0 MB"_s), qPrintable(state->text()));
        // Switched off, what is there is still there, and said so.
        find<QCheckBox>(dialog, u"historyKept"_s)->click();
        QVERIFY(state->text().contains(u"until it is deleted"_s));
        QVERIFY(erase->isEnabled());
        // One question that says how many; Cancel is its default.
        dialog.show();
        erase->click();
        auto *box = find<QMessageBox>(dialog, u"wipeHistoryBox"_s);
        QVERIFY(box->text().contains(u"1,234"_s));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        box->button(QMessageBox::Cancel)->click();
        QVERIFY(wipe.isEmpty());
        QTRY_VERIFY(dialog.findChildren<QMessageBox *>().isEmpty());
        erase->click();
        find<QPushButton>(dialog, u"wipeHistoryNow"_s)->click();
        QCOMPARE(wipe.size(), 1);
        dialog.showHistory(0, 20'000);
        QVERIFY(!erase->isEnabled());
    }

    // The choices scroll, the buttons stay.
    void dialogFitsASmallScreen()
    {
        PreferencesDialog dialog(Preferences(), true, nullptr);
        dialog.showHistory(1234, 5000);
        dialog.resize(600, 400);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(dialog.size(), QSize(600, 400));
        const auto *const area = find<QScrollArea>(dialog, u"preferencesArea"_s);
        QVERIFY(area->verticalScrollBar()->maximum() > 0);
        QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
        const auto *const ok = button(dialog, QDialogButtonBox::Ok);
        QVERIFY(dialog.rect().contains(QRect(ok->mapTo(&dialog, QPoint()), ok->size())));
        // What gets the keyboard comes into sight.
        auto *const last = find<QCheckBox>(dialog, u"autostart"_s);
        last->setFocus();
        QTest::keyClick(last, Qt::Key_Tab);
        const QRect seen(area->viewport()->mapToGlobal(QPoint()), area->viewport()->size());
        QWidget *const focused = dialog.focusWidget();
        QVERIFY(focused && focused != last);
        find<QCheckBox>(dialog, u"quietHours"_s)->setFocus();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QVERIFY(seen.intersects(QRect(dialog.focusWidget()->mapToGlobal(QPoint()), dialog.focusWidget()->size())));
    }

    void dialogCancelled()
    {
        PreferencesDialog dialog(Preferences(), true, nullptr);
        QSignalSpy chosen(&dialog, &PreferencesDialog::chosen);
        find<QCheckBox>(dialog, u"autostart"_s)->click();
        button(dialog, QDialogButtonBox::Cancel)->click();
        QVERIFY(chosen.isEmpty());
    }

    // What needs a tray is switched off where there is none, and kept.
    void dialogWithoutTray()
    {
        Preferences preferences;
        preferences.closeToTray = true;
        PreferencesDialog dialog(preferences, false, nullptr);
        QSignalSpy chosen(&dialog, &PreferencesDialog::chosen);
        QVERIFY(!find<QCheckBox>(dialog, u"trayIcon"_s)->isEnabled());
        QVERIFY(!find<QCheckBox>(dialog, u"closeToTray"_s)->isEnabled());
        button(dialog, QDialogButtonBox::Ok)->click();
        QCOMPARE(chosen.first().first().value<Preferences>(), preferences);
    }

    void trayIcon()
    {
        QMenu quiet(u"Do not disturb"_s);
        TrayIcon tray(&quiet);
        tray.setShown(true);
        QVERIFY(!tray.isShown()); // nobody said that there is a tray
        tray.setShown(false);
        tray.setHostPresent(true);
        QVERIFY(!tray.isShown()); // nobody wants it
        tray.setTrouble(u"<b>no</b> network"_s, u"Rules"_s);
        QCOMPARE(tray.toolTip(), u"Tidings\nNo contact: ‹b›no‹/b› network\nRules"_s);
        tray.setTrouble({});
        tray.setUnseen(-1);
        QCOMPARE(tray.toolTip(), u"Tidings"_s);
        tray.setUnseen(3);
        QVERIFY2(tray.toolTip().contains(u'3'), qPrintable(tray.toolTip()));
        const auto pictureOf = [](qint64 count) {
            return TrayIcon::badged(count).pixmap(32, 32).toImage();
        };
        QVERIFY(pictureOf(0) != pictureOf(1));
        QVERIFY(pictureOf(1) != pictureOf(12));
        QVERIFY(pictureOf(0) != TrayIcon::badged(0, false).pixmap(32, 32).toImage());
        QCOMPARE(pictureOf(100), pictureOf(100'000)); // 99+
        QStringList texts;
        const auto actions = tray.menu().actions();
        for (const QAction *const action : actions)
            texts += action->objectName();
        QVERIFY(texts.contains(u"trayQuit"_s) && texts.contains(u"trayToggle"_s) && texts.contains(u"trayInbox"_s));
        QVERIFY(actions.contains(quiet.menuAction()));
        QSignalSpy quit(&tray, &TrayIcon::quitRequested);
        tray.menu().findChild<QAction *>(u"trayQuit"_s)->trigger();
        QCOMPARE(quit.size(), 1);
        auto *const toggle = tray.menu().findChild<QAction *>(u"trayToggle"_s);
        const QString before = toggle->text();
        tray.setWindowVisible(true);
        QVERIFY(toggle->text() != before);
    }

    void rulesFile()
    {
        const QTemporaryDir folder;
        RulesFile file(folder.path());
        QVERIFY(file.load().isEmpty());
        WatchRule rule;
        rule.id = u"f47ac10b-58cc-4372-a567-0e02b2c3d479"_s;
        rule.name = u"A"_s;
        rule.query = u"action = \"login\""_s;
        QCOMPARE(file.save({rule}), QString());
        QCOMPARE(file.load(), QList<WatchRule>{rule});
        // What could not be read again does not replace what can.
        QVERIFY(!file.save(QList<WatchRule>(1000, rule)).isEmpty());
        QCOMPARE(file.load(), QList<WatchRule>{rule});
        const QString path = folder.filePath(u"watchrules.json"_s);
        QCOMPARE(
            QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{");
        broken.close();
        QVERIFY(file.load().isEmpty());
        QVERIFY(!file.problem().isEmpty());
        QVERIFY(QFile::exists(path + u".broken"_s));
    }

    void viewsFile()
    {
        const QTemporaryDir folder;
        ViewsFile file(folder.path());
        QCOMPARE(file.load(), exampleViews());
        SavedView view;
        view.name = u"A"_s;
        view.query.text = u"action = \"login\""_s;
        QCOMPARE(file.save({view}), QString());
        QVERIFY(!file.save(QList<SavedView>(1000, view)).isEmpty());
        view.query.text = QString(2 << 20, u'x');
        QVERIFY(!file.save({view}).isEmpty());
        view.query.text = u"action = \"login\""_s;
        QCOMPARE(file.load(), QList<SavedView>{view});
        QVERIFY(file.problem().isEmpty());
    }

    void rulesBeginEmpty()
    {
        WatchRules rules;
        const EventTableModel events;
        WatchRulesDialog dialog(rules, events, nullptr);
        QCOMPARE(find<QListWidget>(dialog, u"ruleList"_s)->count(), 0);
        QVERIFY(!find<QPushButton>(dialog, u"ruleRemove"_s)->isEnabled());
        find<QPushButton>(dialog, u"ruleAdd"_s)->click();
        QCOMPARE(dialog.rules().size(), 1);
        QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled()); // it has no query yet
        find<QLineEdit>(dialog, u"ruleWords"_s)->setText(u" , ,"_s);
        QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled()); // there is no word to look for
        find<QLineEdit>(dialog, u"ruleWords"_s)->clear();
        find<QPushButton>(dialog, u"ruleRemove"_s)->click();
        QVERIFY(dialog.rules().isEmpty());
        QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled());
    }

    void ruleIsMadeTriedAndKept()
    {
        WatchRules rules;
        EventTableModel events;
        events.merge({failedLogin(1), failedLogin(2), failedLogin(3)});
        WatchRulesDialog dialog(rules, events, nullptr);
        dialog.show();
        dialog.addRule(u"Failed login"_s, u"action = \"login_failed\""_s);
        auto *const trial = find<NoteLine>(dialog, u"ruleTrial"_s);
        QTRY_VERIFY2(trial->text().contains(u"Would have fired 3"_s), qPrintable(trial->text()));
        find<QCheckBox>(dialog, u"ruleSeveral"_s)->click();
        find<QSpinBox>(dialog, u"ruleCount"_s)->setValue(3);
        find<QSpinBox>(dialog, u"ruleMinutes"_s)->setValue(10);
        QTRY_VERIFY2(trial->text().contains(u"Would have fired 1"_s), qPrintable(trial->text()));
        auto *const name = find<QLineEdit>(dialog, u"ruleName"_s);
        name->setText(u"  Many failures "_s);
        auto *const level = find<QComboBox>(dialog, u"ruleLevel"_s);
        level->setCurrentIndex(level->findData(static_cast<int>(Level::Alert)));
        QSignalSpy changed(&rules, &WatchRules::changed);
        button(dialog, QDialogButtonBox::Ok)->click();
        QCOMPARE(changed.size(), 1);
        const WatchRule rule = rules.rules().constFirst();
        QCOMPARE(rule.name, u"Many failures"_s);
        QCOMPARE(rule.count, 3);
        QCOMPARE(rule.within, 10min);
        QCOMPARE(rule.level, Level::Alert);
        QVERIFY(rule.enabled);
    }

    void problemNamesTheColumn()
    {
        WatchRules rules;
        const EventTableModel events;
        WatchRulesDialog dialog(rules, events, nullptr);
        dialog.addRule(u"A"_s, u"action = \"login\""_s);
        auto *const problem = find<PlainLabel>(dialog, u"ruleProblem"_s);
        auto *const query = find<QueryEdit>(dialog, u"ruleQuery"_s);
        QVERIFY(problem->isHidden());
        query->setText(u"action = "_s);
        QVERIFY(!problem->isHidden());
        QVERIFY2(problem->plainText().startsWith(u"Column "_s), qPrintable(problem->plainText()));
        QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
        QVERIFY(!find<QPushButton>(dialog, u"ruleCopyPolicy"_s)->isEnabled());
        // A rule that is not shown counts, too.
        dialog.addRule(u"B"_s, u"action = \"login\""_s);
        QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
        find<QListWidget>(dialog, u"ruleList"_s)->setCurrentRow(0);
        query->setText(u"action = \"logout\""_s);
        QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled());
        QCOMPARE(dialog.rules().at(0).query, u"action = \"logout\""_s);
        QCOMPARE(dialog.rules().at(1).query, u"action = \"login\""_s);
    }

    void policyIsCopied()
    {
        WatchRules rules;
        const EventTableModel events;
        WatchRulesDialog dialog(rules, events, nullptr);
        dialog.addRule(u"A"_s, u"action='login'"_s);
        find<QPushButton>(dialog, u"ruleCopyPolicy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"action = \"login\""_s);
    }

    void ruleIsSwitchedOffInTheList()
    {
        WatchRules rules;
        WatchRule rule;
        rule.id = u"x"_s;
        rule.name = u"<b>A</b>\u202E"_s;
        rule.query = u"action = \"login\""_s;
        rules.setRules({rule});
        const EventTableModel events;
        WatchRulesDialog dialog(rules, events, nullptr);
        auto *const list = find<QListWidget>(dialog, u"ruleList"_s);
        QCOMPARE(list->item(0)->text(), u"<b>A</b>‹U+202E›"_s);
        list->item(0)->setCheckState(Qt::Unchecked);
        button(dialog, QDialogButtonBox::Ok)->click();
        QVERIFY(!rules.rules().constFirst().enabled);
        QCOMPARE(rules.rules().constFirst().name, rule.name); // showing it changed nothing
    }
};

QTEST_MAIN(PreferencesTest)
#include "tst_preferences.moc"
