// SPDX-License-Identifier: GPL-3.0-or-later
// Asking questions on the events page: the query language, chips, time ranges, and the way back.
#include "akqlparser.h"
#include "akqlprinter.h"
#include "conditionbar.h"
#include "conditionchip.h"
#include "conditiondialog.h"
#include "eventcondition.h"
#include "queryedit.h"
#include "queryproblem.h"
#include "support/pages.h"
#include "timerangebutton.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QMenu>

using namespace tidings;
using namespace tidings::test;

namespace {

QAction &commandOf(EventsPage &page, const char *name)
{
    const auto all = page.filterActions();
    for (QAction *const action : all) {
        if (action->objectName() == QLatin1StringView(name))
            return *action;
    }
    qFatal("no command %s", name);
}

QStringList chipTexts(EventsPage &page)
{
    QStringList texts;
    for (const Condition &condition : child<ConditionBar>(page, "conditionBar")->conditions())
        texts += conditionText(condition.node).sentence();
    return texts;
}

QList<ConditionChip *> chipsOf(EventsPage &page)
{
    QList<ConditionChip *> chips;
    const auto all = page.findChildren<ConditionChip *>();
    for (ConditionChip *const chip : all) {
        if (chip->isVisible())
            chips += chip;
    }
    return chips;
}

akql::Node node(const QString &text)
{
    const auto parsed = akql::parse(text);
    if (!parsed)
        qFatal("no query: %s", qPrintable(text));
    return *parsed.query;
}

} // namespace

class ExploreTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void queryBecomesChipsAndBack()
    {
        Site site(demoOptions(3000));
        Events e;
        e.connectTo(site);
        QVERIFY(e.settle());
        e.type(u"action = \"login_failed\" and user.username != \"svc-backup\""_s);
        QVERIFY(e.settle());
        const qint64 matching = e.feed.matching();
        QVERIFY(matching > 0 && matching < 3000);
        QVERIFY(chipsOf(e.page).isEmpty());
        commandOf(e.page, "actionToConditions").trigger();
        QVERIFY(e.settle());
        QCOMPARE(chipTexts(e.page), (QStringList{u"action is Failed login"_s, u"user is not svc-backup"_s}));
        QVERIFY(child<QLineEdit>(e.page, "eventsQuery")->text().isEmpty());
        QCOMPARE(e.feed.matching(), matching); // the same question
        commandOf(e.page, "actionToQuery").trigger();
        QVERIFY(e.settle());
        QVERIFY(chipsOf(e.page).isEmpty());
        QCOMPARE(child<QLineEdit>(e.page, "eventsQuery")->text(),
            u"action = \"login_failed\" and user.username != \"svc-backup\""_s);
        QCOMPARE(e.feed.matching(), matching);
    }

    void chipCommands()
    {
        Site site(demoOptions(2000));
        Events e;
        e.connectTo(site);
        QVERIFY(e.settle());
        const qint64 all = e.feed.matching();
        e.page.addCondition(node(u"action = \"login\""_s));
        QVERIFY(e.settle());
        const qint64 logins = e.feed.matching();
        QCOMPARE(chipsOf(e.page).size(), 1);
        const auto menuAction = [&](const char *name) {
            return child<QAction>(*chipsOf(e.page).first()->menu(), name);
        };
        menuAction("conditionCopy")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"action = \"login\""_s);
        menuAction("conditionNegate")->trigger();
        QVERIFY(e.settle());
        QCOMPARE(e.feed.matching(), all - logins);
        QCOMPARE(chipTexts(e.page), QStringList{u"action is not Login"_s});
        menuAction("conditionToggle")->trigger();
        QVERIFY(e.settle());
        QCOMPARE(e.feed.matching(), all); // switched off, but still there
        QCOMPARE(chipsOf(e.page).size(), 1);
        QVERIFY(chipsOf(e.page).first()->accessibleName().contains(u"switched off"_s));
        menuAction("conditionToggle")->trigger();
        QVERIFY(e.settle());
        QCOMPARE(e.feed.matching(), all - logins);
        // By keyboard: Delete on the chip
        chipsOf(e.page).first()->setFocus();
        QTest::keyClick(chipsOf(e.page).first(), Qt::Key_Delete);
        QVERIFY(e.settle());
        QCOMPARE(e.feed.matching(), all);
        QVERIFY(chipsOf(e.page).isEmpty());
    }

    void chipsByKeyboard()
    {
        Events e;
        for (const auto &text : {u"action = \"login\""_s, u"app ~ \"core\""_s, u"client_ip = \"192.0.2.1\""_s})
            e.page.addCondition(node(text));
        e.page.addCondition(node(u"app ~ \"core\""_s)); // once is enough
        const auto chips = chipsOf(e.page);
        QCOMPARE(chips.size(), 3);
        chips.at(0)->setFocus();
        QTest::keyClick(chips.at(0), Qt::Key_Right);
        QVERIFY(chips.at(1)->hasFocus());
        QTest::keyClick(chips.at(1), Qt::Key_Left);
        QVERIFY(chips.at(0)->hasFocus());
        chips.at(2)->setFocus();
        QTest::keyClick(chips.at(2), Qt::Key_Right);
        QVERIFY(child<QPushButton>(e.page, "conditionAdd")->hasFocus());
        QTest::mouseClick(child<QPushButton>(e.page, "conditionClear"), Qt::LeftButton);
        QVERIFY(e.feed.query().isEmpty());
        QVERIFY(chipsOf(e.page).isEmpty());
    }

    void dialogMakesAndEditsAChip()
    {
        Site site(demoOptions(2000));
        Events e;
        e.connectTo(site);
        QVERIFY(e.settle());
        commandOf(e.page, "actionAddFilter").trigger();
        auto *dialog = child<ConditionDialog>(e.page, "conditionDialog");
        auto *const ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        auto *const field = child<QComboBox>(*dialog, "conditionField");
        field->setCurrentIndex(field->findData(u"client_ip"_s));
        auto *const value = child<QComboBox>(*dialog, "conditionValue");
        QVERIFY(value->count() > 0); // seen in the rows
        value->setCurrentText(u"10.1"_s);
        QVERIFY(!ok->isEnabled());
        QVERIFY2(child<PlainLabel>(*dialog, "conditionProblem")->plainText().contains(u"address"_s),
            qPrintable(child<PlainLabel>(*dialog, "conditionProblem")->plainText()));
        value->setCurrentText(u"2001:DB8:0::1, 10.0.0.1"_s);
        auto *const relation = child<QComboBox>(*dialog, "conditionRelation");
        relation->setCurrentIndex(relation->findData(static_cast<int>(akql::Operator::NotIn)));
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(chipTexts(e.page), QStringList{u"address is none of 2001:db8::1, 10.0.0.1"_s});

        child<QAction>(*chipsOf(e.page).first()->menu(), "conditionEdit")->trigger();
        const auto dialogs = e.page.findChildren<ConditionDialog *>();
        dialog = *std::find_if(dialogs.begin(), dialogs.end(), [](const QDialog *d) { return d->isVisible(); });
        QCOMPARE(child<QComboBox>(*dialog, "conditionValue")->currentText(), u"2001:db8::1, 10.0.0.1"_s);
        child<QComboBox>(*dialog, "conditionValue")->setCurrentText(u"10.0.0.1"_s);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(chipTexts(e.page), QStringList{u"address is none of 10.0.0.1"_s});
    }

    // Values typed by attackers are offered as visible text, and asked for as they are.
    void hostileValues()
    {
        const QString hostile = u"<b>x</b>\u202Egnp"_s;
        ConditionDialog dialog(
            akql::Schema::events(), [&](const QStringList & /*path*/) { return QList<akql::Literal>{hostile}; },
            nullptr);
        QList<akql::Node> chosen;
        connect(
            &dialog, &ConditionDialog::chosen, this, [&chosen](const akql::Node &condition) { chosen += condition; });
        auto *const field = child<QComboBox>(dialog, "conditionField");
        field->setCurrentIndex(field->findData(u"user.username"_s));
        auto *const value = child<QComboBox>(dialog, "conditionValue");
        QCOMPARE(value->count(), 1);
        QVERIFY(!value->itemText(0).contains(u'\u202E'));
        value->setCurrentIndex(0);
        QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(std::get<QString>(chosen.first().comparison().values.first()), hostile);
        const ConditionChip chip({chosen.first()}, nullptr);
        QVERIFY(!chip.accessibleName().contains(u'\u202E') && !chip.toolTip().contains(u"<b>"_s));
    }

    void cellCommands()
    {
        Site site(demoOptions(3000));
        Events e;
        e.connectTo(site);
        QVERIFY(e.settle());
        const qint64 all = e.feed.matching();
        e.table().setCurrentIndex(e.model.index(3, EventTableModel::UserColumn));
        const QString user = e.model.eventAt(3).user.username;
        QAction &filterFor = commandOf(e.page, "actionFilterFor");
        if (user.isEmpty())
            QSKIP("the demo data changed");
        QVERIFY2(filterFor.text().contains(user), qPrintable(filterFor.text()));
        filterFor.trigger();
        QVERIFY(e.settle());
        QVERIFY(e.feed.matching() < all);
        for (int row = 0; row < e.model.rowCount(); ++row)
            QCOMPARE(e.model.eventAt(row).user.username, user);
        e.table().setCurrentIndex(e.model.index(0, EventTableModel::ActionColumn));
        const QString action = e.model.eventAt(0).action;
        commandOf(e.page, "actionFilterOut").trigger();
        QVERIFY(e.settle());
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(e.model.eventAt(row).action != action);
        QCOMPARE(chipsOf(e.page).size(), 2);

        commandOf(e.page, "actionClearFilter").trigger();
        QVERIFY(e.settle());
        QCOMPARE(e.feed.matching(), all);
        e.table().setCurrentIndex(e.model.index(40, EventTableModel::UserColumn));
        const Event middle = e.model.eventAt(40);
        commandOf(e.page, "actionAround").trigger();
        QVERIFY(e.settle());
        QVERIFY(e.model.rowCount() > 0);
        QVERIFY(e.model.contains(middle));
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(std::abs(*e.model.eventAt(row).created - *middle.created) <= 600'000'000);
    }

    // "Failed logins of one user outside Germany last week, not from the VPN", by typing alone.
    void oneQuestionInEveryRelease_data()
    {
        QTest::addColumn<int>("release");
        QTest::newRow("2026.8") << static_cast<int>(DemoRelease::V2026_8);
        QTest::newRow("2024.8") << static_cast<int>(DemoRelease::V2024_8);
    }

    void oneQuestionInEveryRelease()
    {
        QFETCH(const int, release);
        Site site(demoOptions(1500, static_cast<DemoRelease>(release)));
        Events e;
        e.connectTo(site);
        QVERIFY(e.settle());
        e.type(u"action = \"login_failed\" and context.geo.country != \"DE\" and client_ip not startswith \"10.\""_s);
        QTRY_VERIFY_WITH_TIMEOUT(e.feed.state() != FeedState::Loading && e.model.rowCount() > 0, longTime);
        for (int row = 0; row < e.model.rowCount(); ++row) {
            const Event event = e.model.eventAt(row);
            QCOMPARE(event.action, u"login_failed"_s);
            QVERIFY(event.context.country != u"DE"_s);
            QVERIFY(!event.clientIp.startsWith(u"10."_s));
        }
        QCOMPARE(e.page.engineText().contains(u"AKQL"_s), release == static_cast<int>(DemoRelease::V2026_8));
        const int found = e.model.rowCount();
        TimeRange range;
        range.last = 24h;
        e.page.setTimeRange(range);
        QTRY_VERIFY_WITH_TIMEOUT(e.feed.state() == FeedState::Complete, longTime);
        QVERIFY(e.model.rowCount() <= found);
        const Timestamp now = fromDateTime(QDateTime::currentDateTimeUtc());
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(*e.model.eventAt(row).created > now - std::chrono::microseconds(25h).count());
    }

    // A server without the language has no time range; the place is found by bisection.
    void oldTimesOnOldServers()
    {
        Site site(demoOptions(20'000, DemoRelease::V2024_8));
        Events e;
        e.connectTo(site);
        QVERIFY(e.settle());
        const Timestamp newest = *e.model.eventAt(0).created;
        const Timestamp oldestLoaded = *e.model.eventAt(e.model.rowCount() - 1).created;
        // Far below what is loaded
        const Timestamp until = newest - (newest - oldestLoaded) * 150;
        e.page.setTimeRange({.last = {}, .from = until - (newest - oldestLoaded) / 4, .until = until});
        QTRY_COMPARE_WITH_TIMEOUT(e.feed.state(), FeedState::Complete, longTime);
        QVERIFY(e.model.rowCount() > 0);
        QVERIFY(e.page.engineText().contains(u"this computer"_s));
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(*e.model.eventAt(row).created < until);
    }

    void everythingIsLoaded()
    {
        Site site(demoOptions(2500));
        Events e;
        e.connectTo(site);
        QVERIFY(e.settle());
        QVERIFY(e.model.rowCount() < 2500);
        auto *const progress = child<QWidget>(e.page, "loadProgress");
        QVERIFY(!progress->isVisible());
        commandOf(e.page, "actionLoadAll").trigger();
        QVERIFY(progress->isVisible());
        QTRY_VERIFY(e.model.rowCount() > 300);
        QTest::mouseClick(child<QPushButton>(*progress, "loadPause"), Qt::LeftButton);
        QTRY_COMPARE(e.feed.state(), FeedState::Idle);
        const int paused = e.model.rowCount();
        QVERIFY(paused < 2500);
        QVERIFY(child<PlainLabel>(*progress, "loadProgressText")->plainText().contains(u"paused"_s));
        QTest::mouseClick(child<QPushButton>(*progress, "loadPause"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(e.feed.state(), FeedState::Complete, longTime);
        QCOMPARE(e.model.rowCount(), e.feed.matching());
        QVERIFY(!progress->isVisible());
        QVERIFY(!commandOf(e.page, "actionLoadAll").isEnabled());
        // Another question ends it.
        e.page.setFilter({.actions = {u"login"_s}, .text = {}, .conditions = {}, .range = {}});
        QVERIFY(e.settle());
        commandOf(e.page, "actionLoadAll").trigger();
        e.page.setFilter({});
        QVERIFY(!progress->isVisible());
        QVERIFY(!e.feed.isLoadingAll());
    }

    void wayBack()
    {
        Events e;
        QVERIFY(!commandOf(e.page, "actionBack").isEnabled());
        e.page.addCondition(node(u"action = \"login\""_s));
        e.page.addCondition(node(u"app = \"x\""_s));
        QVERIFY(!commandOf(e.page, "actionForward").isEnabled());
        commandOf(e.page, "actionBack").trigger();
        QCOMPARE(chipTexts(e.page), QStringList{u"action is Login"_s});
        QCOMPARE(e.feed.query().conditions.size(), 1);
        commandOf(e.page, "actionBack").trigger();
        QVERIFY(e.feed.query().isEmpty());
        QVERIFY(!commandOf(e.page, "actionBack").isEnabled());
        commandOf(e.page, "actionForward").trigger();
        commandOf(e.page, "actionForward").trigger();
        QCOMPARE(chipsOf(e.page).size(), 2);
        QVERIFY(!commandOf(e.page, "actionForward").isEnabled());
    }

    void wrongQueryIsMarked()
    {
        Events e;
        auto *const problem = child<QueryProblem>(e.page, "queryProblem");
        e.type(u"action = login"_s);
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(u"Column 10"_s), qPrintable(problem->text()));
        QVERIFY(problem->text().contains(u"quotes"_s));
        auto *const query = child<QueryEdit>(e.page, "eventsQuery");
        QVERIFY(query->xOf(9) > query->xOf(0));
        e.type(u"action = \"login\""_s);
        QVERIFY(!problem->isVisible());
        e.type(u"alice berlin"_s); // plain words are no mistake
        QVERIFY(!problem->isVisible());
        e.type(u"client_ip = "_s);
        QVERIFY(problem->isVisible());
        commandOf(e.page, "actionClearFilter").trigger();
        QVERIFY(!problem->isVisible());
    }

    void completion()
    {
        Site site(demoOptions(500));
        Events e;
        e.connectTo(site);
        QVERIFY(e.settle());
        auto *const query = child<QueryEdit>(e.page, "eventsQuery");
        auto *const popup = query->findChild<QCompleter *>()->popup();
        query->setFocus();
        QTest::keyClicks(query, u"ac"_s);
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(query->text(), u"action "_s);
        QTest::keyClicks(query, u"= log"_s);
        QVERIFY(popup->isVisible());
        const auto shown = [popup](int row) {
            return popup->model()->index(row, 0).data().toString();
        };
        QCOMPARE(shown(0), u"\"login\""_s);
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        // Plain words are left alone, and Enter asks.
        query->clear();
        QTest::keyClicks(query, u"alice xyz"_s);
        QVERIFY(!popup->isVisible());
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(e.feed.query().text, u"alice xyz"_s);
        // Asked for
        query->clear();
        QTest::keyClick(query, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(popup->isVisible());
        popup->hide();
    }

    void timeRangeButton()
    {
        Events e;
        auto *const button = child<TimeRangeButton>(e.page, "eventsRange");
        QCOMPARE(button->text(), u"Any time"_s);
        QVERIFY(!commandOf(e.page, "actionEarlier").isEnabled());
        const auto presets = button->menu()->actions();
        const auto day = std::find_if(
            presets.begin(), presets.end(), [](const QAction *action) { return action->text() == u"Last 24 hours"_s; });
        QVERIFY(day != presets.end());
        (*day)->trigger();
        QCOMPARE(e.feed.query().range.last, std::chrono::seconds(24h));
        QCOMPARE(button->text(), u"Last 24 hours"_s);
        commandOf(e.page, "actionEarlier").trigger();
        const TimeRange before = e.feed.query().range;
        QCOMPARE(*before.until - *before.from, std::chrono::microseconds(24h).count());
        commandOf(e.page, "actionLater").trigger();
        QCOMPARE(*e.feed.query().range.from, *before.until);
        commandOf(e.page, "actionWider").trigger();
        QCOMPARE(*e.feed.query().range.until - *e.feed.query().range.from, std::chrono::microseconds(48h).count());

        commandOf(e.page, "actionRange").trigger();
        auto *const dialog = child<QDialog>(e.page, "timeRangeDialog");
        auto *const ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        child<QLineEdit>(*dialog, "timeFrom")->setText(u"2026-11-20T16:27:41+01:00"_s);
        child<QLineEdit>(*dialog, "timeUntil")->setText(u"2026-11-20 15:00Z"_s);
        QVERIFY(!ok->isEnabled()); // before the beginning
        child<QLineEdit>(*dialog, "timeUntil")->setText(u"soon"_s);
        QVERIFY(!ok->isEnabled());
        child<QLineEdit>(*dialog, "timeUntil")->clear();
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(e.feed.query().range, (TimeRange{.last = {}, .from = 1'795'188'461'000'000, .until = {}}));
        commandOf(e.page, "actionAnyTime").trigger();
        QVERIFY(e.feed.query().isEmpty());
    }
};

QTEST_MAIN(ExploreTest)
#include "tst_explore.moc"
