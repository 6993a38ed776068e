// SPDX-License-Identifier: GPL-3.0-or-later
// Asking questions on the events page: the query language, chips, time ranges, and the way back.
#include "akqlevaluator.h"
#include "akqlparser.h"
#include "akqlprinter.h"
#include "checklistbutton.h"
#include "conditionbar.h"
#include "conditionchip.h"
#include "conditiondialog.h"
#include "eventcondition.h"
#include "eventrecord.h"
#include "queryedit.h"
#include "queryproblem.h"
#include "support/pages.h"
#include "support/records.h"
#include "timerangebutton.h"
#include "wholequestion.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
#include <QSet>
#include <QTimer>

#include <functional>
#include <random>

using namespace tidings;
using namespace tidings::test;

namespace {

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

// What the dialog for a condition gives after it was filled in, where it can be accepted then.
std::optional<akql::Node> acceptedCondition(
    const std::function<void(ConditionDialog &)> &fillIn, const QList<akql::Literal> &seen, const TimeDisplay &display)
{
    ConditionDialog dialog(
        akql::Schema::local(), [&seen](const QStringList & /*path*/) { return seen; }, nullptr);
    dialog.setTimeDisplay(display);
    std::optional<akql::Node> result;
    QObject::connect(
        &dialog, &ConditionDialog::chosen, &dialog, [&result](const akql::Node &chosen) { result = chosen; });
    fillIn(dialog);
    if (okOf(dialog).isEnabled())
        okOf(dialog).click();
    return result;
}

// What the controls of the dialog make of a value that is typed.
std::optional<akql::Node> typedCondition(const QString &field, akql::Operator op, const QString &value,
    const QList<akql::Literal> &seen, const TimeDisplay &display)
{
    const auto fillIn = [&](ConditionDialog &dialog) {
        auto *const fields = child<QComboBox>(dialog, "conditionField");
        if (const int known = fields->findData(field); known >= 0)
            fields->setCurrentIndex(known);
        else
            fields->setCurrentText(field);
        auto *const relation = child<QComboBox>(dialog, "conditionRelation");
        relation->setCurrentIndex(relation->findData(static_cast<int>(op)));
        child<QComboBox>(dialog, "conditionValue")->setCurrentText(value);
    };
    return acceptedCondition(fillIn, seen, display);
}

// As a person does it.
void goToTime(Events &e, Timestamp time)
{
    e.command("actionGoToTime").trigger();
    auto *const field = child<QLineEdit>(*child<QDialog>(e.page, "timeJumpDialog"), "jumpTime");
    field->setText(timestampToIso(time));
    QTest::keyClick(field, Qt::Key_Return);
}

// To the end of the list, however many rows fill the view.
[[nodiscard]] bool loadWhole(Events &e)
{
    if (!e.settle())
        return false;
    if (e.feed.state() != FeedState::Complete)
        e.command("actionLoadAll").trigger();
    return QTest::qWaitFor([&e] { return e.feed.state() == FeedState::Complete; }, longTime);
}

// Whether an event answers a question without a time range; decided by the evaluator alone.
bool answers(const EventQuery &query, const Event &event)
{
    const EventRecord record(event);
    const auto nodes = query.enabledConditions();
    const bool fulfils = std::all_of(
        nodes.begin(), nodes.end(), [&record](const akql::Node &each) { return akql::matches(each, record); });
    return fulfils && query.takesAction(event.action)
        && (query.text.isEmpty() || akql::matches(node(query.text), record));
}

// A question about what some events have in common.
EventQuery randomQuestion(std::mt19937 &random, const std::vector<Event> &events)
{
    const auto below = [&random](size_t n) {
        return static_cast<size_t>(random() % n);
    };
    const auto event = [&]() -> const Event & {
        return events[below(events.size())];
    };
    EventQuery query;
    if (below(3) == 0)
        query.levels = below(2) == 0 ? QList{Level::Alert, Level::Warning} : QList{Level::Ordinary};
    if (below(3) == 0)
        query.actions = {event().action, event().action};
    query.actions.removeDuplicates();
    for (size_t i = below(3); i > 0; --i) {
        const Trait traits[] = {Trait::Action, Trait::User, Trait::Person, Trait::Application, Trait::Country};
        auto condition = conditionFor(event(), traits[below(std::size(traits))]);
        if (!condition || below(4) == 0)
            condition = conditionOfAddress(event().clientIp + (below(2) == 0 ? u"/16"_s : u"/9"_s));
        if (!condition)
            continue;
        if (below(3) == 0)
            condition = akql::negated(*condition);
        query.conditions += Condition{*condition, below(5) != 0, false};
    }
    if (below(4) == 0)
        query.text = akql::print(akql::Node::any({node(u"app ~ \"core\""_s), node(u"action ~ \"log\""_s)}));
    return query;
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
        Events e(site);
        e.type(u"action = \"login_failed\" and user.username != \"svc-backup\""_s);
        QVERIFY(e.settle());
        const qint64 matching = e.feed.matching();
        QVERIFY(matching > 0 && matching < 3000);
        QVERIFY(chipsOf(e.page).isEmpty());
        e.command("actionToConditions").trigger();
        QVERIFY(e.settle());
        QCOMPARE(chipTexts(e.page), (QStringList{u"action is Failed login"_s, u"user is not svc-backup"_s}));
        QVERIFY(child<QLineEdit>(e.page, "eventsQuery")->text().isEmpty());
        QCOMPARE(e.feed.matching(), matching); // the same question
        e.command("actionToQuery").trigger();
        QVERIFY(e.settle());
        QVERIFY(chipsOf(e.page).isEmpty());
        QCOMPARE(child<QLineEdit>(e.page, "eventsQuery")->text(),
            u"action = \"login_failed\" and user.username != \"svc-backup\""_s);
        QCOMPARE(e.feed.matching(), matching);
    }

    void chipCommands()
    {
        Site site(demoOptions(2000));
        Events e(site);
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
        Events e(site);
        e.command("actionAddFilter").trigger();
        auto *dialog = child<ConditionDialog>(e.page, "conditionDialog");
        QAbstractButton *const ok = &okOf(*dialog);
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
        QTest::mouseClick(&okOf(*dialog), Qt::LeftButton);
        QCOMPARE(chipTexts(e.page), QStringList{u"address is none of 10.0.0.1"_s});
    }

    // By mouse: a network that several of the addresses belong to is one of the values.
    void dialogOffersNetworks()
    {
        ConditionDialog dialog(
            akql::Schema::local(),
            [](const QStringList & /*path*/) {
                return QList<akql::Literal>{u"10.20.0.13"_s, u"192.0.2.7"_s, u"10.20.0.49"_s};
            },
            nullptr);
        QList<akql::Node> chosen;
        connect(
            &dialog, &ConditionDialog::chosen, this, [&chosen](const akql::Node &condition) { chosen += condition; });
        auto *const field = child<QComboBox>(dialog, "conditionField");
        field->setCurrentIndex(field->findData(u"client_ip"_s));
        auto *const relation = child<QComboBox>(dialog, "conditionRelation");
        relation->setCurrentIndex(relation->findData(static_cast<int>(akql::Operator::NotEqual)));
        auto *const value = child<QComboBox>(dialog, "conditionValue");
        QCOMPARE(value->count(), 4);
        QCOMPARE(value->itemText(0), u"10.20.0.0/24"_s);
        value->setCurrentIndex(0);
        QTest::mouseClick(&okOf(dialog), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(akql::print(chosen.first()), u"client_ip != \"10.20.0.0/24\""_s);
        QCOMPARE(conditionText(chosen.first()).sentence(), u"address is not in 10.20.0.0/24"_s);

        ConditionDialog forServer(
            akql::Schema::events(),
            [](const QStringList & /*path*/) {
                return QList<akql::Literal>{u"10.20.0.13"_s, u"10.20.0.49"_s};
            },
            nullptr);
        auto *const other = child<QComboBox>(forServer, "conditionField");
        other->setCurrentIndex(other->findData(u"client_ip"_s));
        QCOMPARE(child<QComboBox>(forServer, "conditionValue")->count(), 2);
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
        QTest::mouseClick(&okOf(dialog), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(std::get<QString>(chosen.first().comparison().values.first()), hostile);
        const ConditionChip chip({chosen.first()}, {}, nullptr);
        QVERIFY(!chip.accessibleName().contains(u'\u202E') && !chip.toolTip().contains(u"<b>"_s));
    }

    void cellCommands()
    {
        Site site(demoOptions(3000));
        Events e(site);
        const qint64 all = e.feed.matching();
        e.table().setCurrentIndex(e.model.index(3, EventTableModel::UserColumn));
        const QString user = e.model.eventAt(3).user.username;
        QAction &filterFor = e.command("actionFilterFor");
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
        e.command("actionFilterOut").trigger();
        QVERIFY(e.settle());
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(e.model.eventAt(row).action != action);
        QCOMPARE(chipsOf(e.page).size(), 2);

        e.command("actionClearFilter").trigger();
        QVERIFY(e.settle());
        QCOMPARE(e.feed.matching(), all);
        e.table().setCurrentIndex(e.model.index(40, EventTableModel::UserColumn));
        const Event middle = e.model.eventAt(40);
        e.command("actionAround").trigger();
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
        Events e(site);
        e.type(u"action = \"login_failed\" and context.geo.country != \"DE\" and client_ip not startswith \"10.\""_s);
        QVERIFY(e.settleWithRows());
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
        QVERIFY(loadWhole(e));
        QVERIFY(e.model.rowCount() <= found);
        const Timestamp now = fromDateTime(QDateTime::currentDateTimeUtc());
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(*e.model.eventAt(row).created > now - std::chrono::microseconds(25h).count());
    }

    // A server without the language has no time range; the place is found by bisection.
    void oldTimesOnOldServers()
    {
        Site site(demoOptions(20'000, DemoRelease::V2024_8));
        Events e(site);
        const Timestamp newest = *e.model.eventAt(0).created;
        const Timestamp oldestLoaded = *e.model.eventAt(e.model.rowCount() - 1).created;
        // Far below what is loaded
        const Timestamp until = newest - (newest - oldestLoaded) * 150;
        const Timestamp from = until - std::chrono::microseconds(24h).count(); // a whole day: at night there is little
        e.page.setTimeRange({.last = {}, .from = from, .until = until});
        QVERIFY(loadWhole(e));
        QVERIFY(e.model.rowCount() > 0);
        QVERIFY(e.page.engineText().contains(u"this computer"_s));
        for (int row = 0; row < e.model.rowCount(); ++row) {
            const Timestamp created = *e.model.eventAt(row).created;
            QVERIFY(from <= created && created < until);
        }
    }

    void goToATimeAmongLoadedRows()
    {
        Site site(demoOptions(300));
        Events e(site);
        QCOMPARE(e.model.rowCount(), 100);
        const Timestamp time = e.model.createdAt(60);
        site.server->clearRequests();
        e.command("actionGoToTime").trigger();
        const QPointer<QDialog> dialog = child<QDialog>(e.page, "timeJumpDialog");
        QVERIFY(!dialog->isModal());
        QAbstractButton *const ok = &okOf(*dialog);
        auto *const field = child<QLineEdit>(*dialog, "jumpTime");
        QVERIFY(!ok->isEnabled());
        field->setText(u"soon"_s);
        QVERIFY(!ok->isEnabled());
        QVERIFY(child<PlainLabel>(*dialog, "jumpNote")->plainText().contains(u"no point in time"_s));
        field->setText(timestampToIso(time));
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(e.model.createdAt(e.table().currentIndex().row()), time);
        QVERIFY(
            std::abs(e.table().visualRect(e.table().currentIndex()).center().y() - e.table().viewport()->height() / 2)
            < 2 * e.table().rowHeight(0));
        QCOMPARE(site.server->requestCount(), 0);
        QVERIFY(!child<QWidget>(e.page, "jumpProgress")->isVisible());

        // Sorted by something else, the row is found all the same.
        e.page.sortBy(EventTableModel::ActionColumn, false);
        QTRY_VERIFY(!e.model.sortKeys().isEmpty());
        e.table().setCurrentIndex(e.model.index(0, 0));
        QTRY_VERIFY(!dialog);
        goToTime(e, time);
        QCOMPARE(e.model.createdAt(e.table().currentIndex().row()), time);
    }

    void goToATimeFarBack_data()
    {
        QTest::addColumn<int>("release");
        QTest::newRow("2024.8") << static_cast<int>(DemoRelease::V2024_8);
        QTest::newRow("2025.10") << static_cast<int>(DemoRelease::V2025_10);
        QTest::newRow("2026.8") << static_cast<int>(DemoRelease::V2026_8);
    }

    void goToATimeFarBack()
    {
        QFETCH(const int, release);
        Site site(demoOptions(20'000, static_cast<DemoRelease>(release)));
        Events e(site);
        const QByteArray newestKey = e.model.keyOf(0);
        const Timestamp newest = e.model.createdAt(0);
        constexpr Timestamp second = 1'000'000;
        const Timestamp time = (newest - (newest - e.model.createdAt(e.model.rowCount() - 1)) * 100) / second * second;
        site.server->clearRequests();
        goToTime(e, time);
        auto *const line = child<QWidget>(e.page, "jumpProgress");
        QVERIFY(e.settleWithRows());
        QVERIFY2(site.server->requestCount() <= 20, qPrintable(QString::number(site.server->requestCount())));
        QVERIFY(line->isVisible());
        QVERIFY(child<PlainLabel>(*line, "jumpProgressText")->plainText().contains(u"Newer events are not shown"_s));
        QVERIFY(!child<QPushButton>(*line, "jumpStop")->isVisible());
        QVERIFY(e.model.createdAt(0) < time + second);
        QTRY_COMPARE(e.table().currentIndex().row(), 0);
        QCOMPARE(e.page.currentEvent()->key(), e.model.keyOf(0));

        // A condition more leaves the place; the way back leads to the newest.
        e.page.addCondition(node(u"action != \"logout\""_s));
        QVERIFY(e.settleWithRows());
        QVERIFY(e.model.createdAt(0) < time + second);
        e.command("actionBack").trigger();
        QVERIFY(e.settleWithRows());
        QVERIFY(!line->isVisible());
        QCOMPARE(e.feed.query().conditions.size(), 1);
        e.command("actionBack").trigger();
        QVERIFY(e.settle());
        QCOMPARE(e.model.keyOf(0), newestKey);
    }

    void goToATimeIsStopped()
    {
        DemoOptions slow = demoOptions(20'000, DemoRelease::V2024_8);
        slow.latencyMs = 100;
        Site site(slow);
        Events e(site);
        const QByteArray newestKey = e.model.keyOf(0);
        const Timestamp newest = e.model.createdAt(0);
        const Timestamp time = newest - (newest - e.model.createdAt(e.model.rowCount() - 1)) * 100;
        auto *const line = child<QWidget>(e.page, "jumpProgress");
        e.feed.goTo(time);
        QTRY_VERIFY(child<PlainLabel>(*line, "jumpProgressText")->plainText().contains(u"of at most"_s));
        QVERIFY(child<QPushButton>(*line, "jumpStop")->isVisible());
        e.table().setFocus();
        QTest::keyClick(&e.table(), Qt::Key_Escape);
        QVERIFY(!e.feed.place());
        QVERIFY(e.settleWithRows());
        QCOMPARE(e.model.keyOf(0), newestKey);
        QVERIFY(!line->isVisible());
    }

    // What is chosen stays chosen as long as the question has it.
    void selectionOutlivesTheQuestion()
    {
        Site site(demoOptions(2000));
        Events e(site);
        int row = 20;
        while (e.model.eventAt(row).action != u"login"_s)
            ++row;
        const QByteArray key = e.model.keyOf(row);
        e.table().setCurrentIndex(e.model.index(row, EventTableModel::ActionColumn));
        e.page.addCondition(node(u"action = \"login\""_s));
        QVERIFY(e.settle());
        QCOMPARE(e.model.keyOf(e.table().currentIndex().row()), key);
        QCOMPARE(e.page.currentEvent()->key(), key);
        e.feed.reload();
        QVERIFY(e.settle());
        QCOMPARE(e.model.keyOf(e.table().currentIndex().row()), key);

        e.command("actionAround").trigger();
        QTRY_VERIFY_WITH_TIMEOUT(e.table().currentIndex().isValid(), longTime);
        QCOMPARE(e.model.keyOf(e.table().currentIndex().row()), key);

        e.page.setFilter({.actions = {u"logout"_s}, .text = {}, .conditions = {}, .range = {}});
        QVERIFY(e.settle());
        QVERIFY(!e.page.currentEvent());

        // What is shown meanwhile from elsewhere stays.
        e.table().setCurrentIndex(e.model.index(0, EventTableModel::ActionColumn));
        const Event other = makeEvent({.id = uuidOf(1)});
        e.page.setFilter({.actions = {u"login"_s}, .text = {}, .conditions = {}, .range = {}});
        e.page.select(other);
        QVERIFY(e.settle());
        QCOMPARE(e.page.currentEvent()->key(), other.key());
    }

    // Far from the newest of twenty busy minutes: further pages are read until the event is there.
    void aroundReadsOn()
    {
        QList<QByteArray> records;
        for (int n = 0; n < 500; ++n)
            records += toJson(EventSpec{.id = uuidOf(n), .created = timeText(-n)});
        FaultServer server;
        QVERIFY(server.start());
        server.replyWith("GET", "/api/v3/events/events/",
            [&records](const Request &request) { return pageAnswer(records, request); });
        const auto client = clientFor(server.url(), u"t"_s);
        Events e(client.get());
        QVERIFY(e.settle());
        for (int page = 0; page < 3; ++page) {
            e.feed.loadMore();
            QVERIFY(e.settle());
        }
        e.table().setCurrentIndex(e.model.index(350, EventTableModel::ActionColumn));
        e.command("actionAround").trigger();
        QTRY_VERIFY_WITH_TIMEOUT(e.table().currentIndex().isValid(), longTime);
        QCOMPARE(e.page.currentEvent()->id, uuidOf(350));
        e.feed.setClient(nullptr);
        QTRY_VERIFY(!e.page.currentEvent());
    }

    void everythingIsLoaded()
    {
        Site site(demoOptions(2500));
        Events e(site);
        QVERIFY(e.model.rowCount() < 2500);
        auto *const progress = child<QWidget>(e.page, "loadProgress");
        QVERIFY(!progress->isVisible());
        e.command("actionLoadAll").trigger();
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
        QVERIFY(!e.command("actionLoadAll").isEnabled());
        // Another question ends it.
        e.page.setFilter({.actions = {u"login"_s}, .text = {}, .conditions = {}, .range = {}});
        QVERIFY(e.settle());
        e.command("actionLoadAll").trigger();
        e.page.setFilter({});
        QVERIFY(!progress->isVisible());
        QVERIFY(!e.feed.isLoadingAll());
    }

    void wayBack()
    {
        Events e;
        QVERIFY(!e.command("actionBack").isEnabled());
        e.page.addCondition(node(u"action = \"login\""_s));
        e.page.addCondition(node(u"app = \"x\""_s));
        QVERIFY(!e.command("actionForward").isEnabled());
        e.command("actionBack").trigger();
        QCOMPARE(chipTexts(e.page), QStringList{u"action is Login"_s});
        QCOMPARE(e.feed.query().conditions.size(), 1);
        e.command("actionBack").trigger();
        QVERIFY(e.feed.query().isEmpty());
        QVERIFY(!e.command("actionBack").isEnabled());
        e.command("actionForward").trigger();
        e.command("actionForward").trigger();
        QCOMPARE(chipsOf(e.page).size(), 2);
        QVERIFY(!e.command("actionForward").isEnabled());
    }

    // Half a query is no words to search for, and Enter says so before it searches for them.
    void halfAQueryIsNotAsked()
    {
        Events e;
        auto *const problem = child<QueryProblem>(e.page, "queryProblem");
        auto *const query = child<QueryEdit>(e.page, "eventsQuery");
        auto *const words = child<QPushButton>(*problem, "queryProblemWords");
        e.type(u"app = \"x\""_s);
        const EventQuery asked = e.feed.query();
        QCOMPARE(asked.text, u"app = \"x\""_s);
        const auto pause = [&] {
            const auto timers = e.page.findChildren<QTimer *>(Qt::FindDirectChildrenOnly);
            for (QTimer *const timer : timers) {
                if (timer->isSingleShot() && timer->isActive())
                    timer->start(0);
            }
            return QTest::qWaitFor([&] {
                return std::none_of(timers.cbegin(), timers.cend(),
                    [](const QTimer *timer) { return timer->isSingleShot() && timer->isActive(); });
            });
        };
        query->setText(u"app = "_s);
        QVERIFY(pause());
        QCOMPARE(e.feed.query(), asked);
        QVERIFY(!problem->isVisible());
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(e.feed.query(), asked);
        QVERIFY(problem->isVisible() && words->isVisible());
        QVERIFY(!problem->text().contains(u"words were searched"_s));
        // What else is asked goes on with the question before.
        e.page.addCondition(node(u"action = \"login\""_s));
        QCOMPARE(e.feed.query().text, asked.text);
        query->setText(u"usr.username = \"bob\""_s);
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY2(problem->text().contains(u"Column 1:"_s) && problem->text().contains(u"usr"_s),
            qPrintable(problem->text()));
        QTest::mouseClick(words, Qt::LeftButton);
        QCOMPARE(e.feed.query().text, u"usr.username = \"bob\""_s);
        QVERIFY(problem->text().contains(u"words were searched"_s) && !words->isVisible());
        query->setText(u"words alone"_s);
        QVERIFY(pause());
        QCOMPARE(e.feed.query().text, u"words alone"_s);
    }

    // A few matches among many rows: the list says how far it was read, and goes on when told to.
    void searchesFurtherBack()
    {
        Site site(demoOptions(6000, DemoRelease::V2024_8));
        Events e(site);
        auto *const line = child<QWidget>(e.page, "eventsSearchBack");
        auto *const progress = child<QWidget>(e.page, "loadProgress");
        QVERIFY(!line->isVisible()); // scrolling brings more
        e.page.addCondition(node(u"context.geo.country = \"DE\" and app startswith \"authentik.\""_s));
        QVERIFY(e.settle());
        QCOMPARE(e.feed.state(), FeedState::Idle);
        QVERIFY(e.model.rowCount() > 0);
        QVERIFY(line->isVisible());
        const QString said = child<PlainLabel>(*line, "eventsSearchBackText")->plainText();
        QVERIFY2(said.contains(QString::number(e.model.rowCount()) + u" found"_s) && said.contains(u"back to"_s),
            qPrintable(said));
        QVERIFY(e.page.countsText().contains(QLocale().toString(e.feed.examined()) + u" loaded"_s));
        const int found = e.model.rowCount();
        QTest::mouseClick(child<QPushButton>(*line, "eventsSearchBackFurther"), Qt::LeftButton);
        QVERIFY(progress->isVisible() && !line->isVisible());
        QVERIFY(child<PlainLabel>(*progress, "loadProgressText")->plainText().contains(u"found"_s));
        QTest::mouseClick(child<QPushButton>(*progress, "loadPause"), Qt::LeftButton);
        QVERIFY(e.settle());
        QVERIFY(progress->isVisible());
        QTest::mouseClick(child<QPushButton>(*progress, "loadPause"), Qt::LeftButton);
        QVERIFY(e.settle());
        QVERIFY(!progress->isVisible());
        QVERIFY(e.model.rowCount() >= found + 100 || e.feed.state() == FeedState::Complete);
    }

    // What was paused is not to be gone on with when something else is asked.
    void pausedLoadingIsForgotten()
    {
        Site site(demoOptions(2500));
        Events e(site);
        auto *const progress = child<QWidget>(e.page, "loadProgress");
        e.command("actionLoadAll").trigger();
        QTest::mouseClick(child<QPushButton>(*progress, "loadPause"), Qt::LeftButton);
        QVERIFY(progress->isVisible());
        e.page.addCondition(node(u"app startswith \"authentik.\""_s));
        QVERIFY(!progress->isVisible());
        QVERIFY(e.settle());
        QVERIFY(!progress->isVisible());
    }

    // Back restores the order and what was chosen, too.
    void wayBackRestoresAll()
    {
        Site site(demoOptions(1500));
        Events e(site);
        e.page.sortBy(EventTableModel::UserColumn, false);
        QTRY_VERIFY(!e.model.sortKeys().isEmpty());
        e.feed.loadMore();
        QVERIFY(e.settle());
        QVERIFY(e.model.rowCount() > 150);
        // One that the first page does not have
        const QByteArray chosen = e.model.store().event(e.model.rowsByTime().back()).key();
        e.table().setCurrentIndex(e.model.index(e.model.rowOf(chosen), EventTableModel::ActionColumn));
        const QList<SortKey> order = e.feed.sortKeys();
        e.type(u"login"_s);
        QVERIFY(e.settle());
        child<QAction>(e.page, "sortNewest")->trigger();
        QVERIFY(!e.page.currentEvent());
        e.command("actionBack").trigger();
        QCOMPARE(e.feed.sortKeys(), order);
        QTRY_VERIFY_WITH_TIMEOUT(e.page.currentEvent().has_value(), longTime);
        QCOMPARE(e.page.currentEvent()->key(), chosen);
        e.command("actionForward").trigger();
        QVERIFY(e.feed.sortKeys().isEmpty());
        QCOMPARE(e.feed.query().text, u"login"_s);
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
        e.command("actionClearFilter").trigger();
        QVERIFY(!problem->isVisible());
    }

    void completion()
    {
        Site site(demoOptions(500));
        Events e(site);
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
        QVERIFY(!e.command("actionEarlier").isEnabled());
        const auto presets = button->menu()->actions();
        const auto day = std::find_if(
            presets.begin(), presets.end(), [](const QAction *action) { return action->text() == u"Last 24 hours"_s; });
        QVERIFY(day != presets.end());
        (*day)->trigger();
        QCOMPARE(e.feed.query().range.last, std::chrono::seconds(24h));
        QCOMPARE(button->text(), u"Last 24 hours"_s);
        e.command("actionEarlier").trigger();
        const TimeRange before = e.feed.query().range;
        QCOMPARE(*before.until - *before.from, std::chrono::microseconds(24h).count());
        e.command("actionLater").trigger();
        QCOMPARE(*e.feed.query().range.from, *before.until);
        e.command("actionWider").trigger();
        QCOMPARE(*e.feed.query().range.until - *e.feed.query().range.from, std::chrono::microseconds(48h).count());

        e.command("actionRange").trigger();
        auto *const dialog = child<QDialog>(e.page, "timeRangeDialog");
        QAbstractButton *const ok = &okOf(*dialog);
        child<QLineEdit>(*dialog, "timeFrom")->setText(u"2026-11-20T16:27:41+01:00"_s);
        child<QLineEdit>(*dialog, "timeUntil")->setText(u"2026-11-20 15:00Z"_s);
        QVERIFY(!ok->isEnabled()); // before the beginning
        child<QLineEdit>(*dialog, "timeUntil")->setText(u"soon"_s);
        QVERIFY(!ok->isEnabled());
        child<QLineEdit>(*dialog, "timeUntil")->clear();
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(e.feed.query().range, (TimeRange{.last = {}, .from = 1'795'188'461'000'000, .until = {}}));
        e.command("actionAnyTime").trigger();
        QVERIFY(e.feed.query().isEmpty());
    }

    // Editing a condition and changing nothing changes nothing.
    void dialogKeepsWhatItIsGiven_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *const text : {"app not endswith \"x\"", "user.username in (\"a, b\", \"c\")",
                 "user.username = \"a,b\"", "user.username != \" blank \"", "user.username = \"say \\\"x\\\"\"",
                 "user.username = \"7\"", "user.username = \"\"", "user.pk = 7", "user.pk in (7, \"7\")",
                 "context.n = 1.5", "context.n = True", "context.n = \"True\"", "context.n ~ \"7\"",
                 "client_ip in (\"10.0.0.0/8\", \"192.0.2.1\")", "created >= \"2026-11-20 10:00:00\"",
                 "action in (\"login\", \"custom_x\")", "app = \"1\" or app = \"2\""})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void dialogKeepsWhatItIsGiven()
    {
        QFETCH(const QString, text);
        TimeDisplay tokyo;
        tokyo.zone = QTimeZone("Asia/Tokyo");
        for (const auto &seen :
            {QList<akql::Literal>{}, QList<akql::Literal>{u"7"_s, u"bob"_s}, QList<akql::Literal>{qint64{7}, u"7"_s}}) {
            for (const TimeDisplay &display : {TimeDisplay(), tokyo}) {
                const auto same = acceptedCondition(
                    [&text](ConditionDialog &dialog) { dialog.setCondition(node(text)); }, seen, display);
                QVERIFY(same);
                QCOMPARE(akql::print(*same), akql::print(node(text)));
            }
        }
    }

    void dialogReadsWhatIsTyped()
    {
        using akql::Operator;
        const auto typed = [](const QString &field, Operator op, const QString &value,
                               const QList<akql::Literal> &seen = {}, const TimeDisplay &display = {}) {
            const auto condition = typedCondition(field, op, value, seen, display);
            return condition ? akql::print(*condition) : QString();
        };
        // A number where numbers are: always in some fields, elsewhere as the rows have it.
        QCOMPARE(typed(u"user.pk"_s, Operator::Equal, u"7"_s), u"user.pk = 7"_s);
        QCOMPARE(typed(u"user.username"_s, Operator::Equal, u"7"_s), u"user.username = \"7\""_s);
        QCOMPARE(typed(u"context.n"_s, Operator::Equal, u"7"_s), u"context.n = 7"_s);
        QCOMPARE(typed(u"context.n"_s, Operator::Equal, u"7"_s, {u"x"_s}), u"context.n = \"7\""_s);
        QCOMPARE(typed(u"context.n"_s, Operator::Equal, u"\"7\""_s), u"context.n = \"7\""_s);
        QCOMPARE(typed(u"context.n"_s, Operator::Contains, u"7"_s, {qint64{7}}), u"context.n ~ \"7\""_s);
        QCOMPARE(typed(u"app"_s, Operator::In, u"a, \"b, c\",d"_s), u"app in (\"a\", \"b, c\", \"d\")"_s);
        QCOMPARE(typed(u"app"_s, Operator::Equal, u"a, b"_s), u"app = \"a, b\""_s);
        QCOMPARE(typed(u"client_ip"_s, Operator::Equal, u"10.1.2.3/8"_s), u"client_ip = \"10.0.0.0/8\""_s);
        QVERIFY(typed(u"client_ip"_s, Operator::Equal, u"10.1.2.3/33"_s).isEmpty());
        QCOMPARE(typed(u"action"_s, Operator::Equal, u"failed LOGIN"_s), u"action = \"login_failed\""_s);
        // Times are those of the zone that is shown, or name their own.
        TimeDisplay tokyo;
        tokyo.zone = QTimeZone("Asia/Tokyo");
        QCOMPARE(typed(u"created"_s, Operator::GreaterEqual, u"2026-11-20 10:00"_s, {}, tokyo),
            u"created >= \"2026-11-20 01:00\""_s);
        QCOMPARE(typed(u"created"_s, Operator::Less, u"2026-11-20T16:27:41+01:00"_s, {}, tokyo),
            u"created < \"2026-11-20 15:27:41\""_s);
        QVERIFY(typed(u"created"_s, Operator::Less, u"soon"_s).isEmpty());
    }

    void networkChip()
    {
        Site site(demoOptions(1500));
        Events e(site);
        e.type(u"10.0.0.0/8"_s); // as words, until it is made a condition
        QVERIFY(e.settle());
        e.command("actionToConditions").trigger();
        QVERIFY(e.settle());
        QCOMPARE(chipTexts(e.page), QStringList{u"address is in 10.0.0.0/8"_s});
        QVERIFY(child<QLineEdit>(e.page, "eventsQuery")->text().isEmpty());
        QVERIFY2(e.page.engineText().contains(u"on this computer"_s), qPrintable(e.page.engineText()));
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(e.model.eventAt(row).clientIp.startsWith(u"10."_s));
        child<QAction>(*chipsOf(e.page).first()->menu(), "conditionNegate")->trigger();
        QVERIFY(e.settle());
        QCOMPARE(chipTexts(e.page), QStringList{u"address is not in 10.0.0.0/8"_s});
        QVERIFY(e.model.rowCount() > 0);
        for (int row = 0; row < e.model.rowCount(); ++row)
            QVERIFY(!e.model.eventAt(row).clientIp.startsWith(u"10."_s));
    }

    void levelFilter()
    {
        Site site(demoOptions(1500));
        Events e(site);
        auto *const button = child<ChecklistButton>(e.page, "eventsLevels");
        QVERIFY(button->toolTip().contains(u"derived"_s));
        for (const Level level : {Level::Alert, Level::Ordinary}) {
            EventQuery asked;
            asked.levels = {level};
            e.page.setFilter(asked);
            QVERIFY(e.settle());
            QCOMPARE(button->checked(), QStringList{levelWord(level)});
            QVERIFY(e.model.rowCount() > 0);
            for (int row = 0; row < e.model.rowCount(); ++row)
                QCOMPARE(actionLevel(e.model.eventAt(row).action), level);
            e.type(u" "_s); // asks what the controls say
            QCOMPARE(e.feed.query(), asked);
        }
        e.command("actionClearFilter").trigger();
        QVERIFY(e.feed.query().isEmpty());
        QVERIFY(button->checked().isEmpty());
    }

    void pinnedConditionsStay()
    {
        Events e;
        e.page.addCondition(node(u"user.username = \"bob\""_s));
        child<QAction>(*chipsOf(e.page).first()->menu(), "conditionPin")->trigger();
        QVERIFY(e.feed.query().conditions.first().pinned);
        QVERIFY(chipsOf(e.page).first()->accessibleName().contains(u"pinned"_s));
        QVERIFY(child<QPushButton>(e.page, "conditionClear")->isHidden());
        const EventQuery pinned = e.feed.query();
        // Negated, switched off and edited, it stays pinned.
        child<QAction>(*chipsOf(e.page).first()->menu(), "conditionNegate")->trigger();
        child<QAction>(*chipsOf(e.page).first()->menu(), "conditionNegate")->trigger();
        QCOMPARE(e.feed.query(), pinned);

        e.page.addCondition(node(u"app = \"x\""_s));
        QTest::mouseClick(child<QPushButton>(e.page, "conditionClear"), Qt::LeftButton);
        QCOMPARE(e.feed.query(), pinned);
        e.page.addCondition(node(u"app = \"x\""_s));
        e.command("actionToQuery").trigger();
        QCOMPARE(e.feed.query().text, u"app = \"x\""_s);
        QCOMPARE(e.feed.query().conditions, pinned.conditions);
        e.command("actionClearFilter").trigger();
        QCOMPARE(e.feed.query(), pinned);

        e.model.merge({makeEvent({.id = uuidOf(1)})});
        e.table().setCurrentIndex(e.model.index(0, EventTableModel::ActionColumn));
        e.command("actionFilterOnly").trigger();
        QCOMPARE(chipTexts(e.page), (QStringList{u"user is bob"_s, u"action is Login"_s}));

        e.command("actionClearFilter").trigger();
        QCOMPARE(e.feed.query(), pinned);
        e.command("actionClearFilter").trigger(); // nothing else was left
        QVERIFY(e.feed.query().conditions.isEmpty());
    }

    void oppositeTakesThePlace()
    {
        Events e;
        e.page.addCondition(node(u"user.username != \"bob\""_s));
        e.page.addCondition(node(u"app = \"x\""_s));
        e.page.addCondition(node(u"user.username = \"bob\""_s));
        QCOMPARE(chipTexts(e.page), (QStringList{u"user is bob"_s, u"app is x"_s}));
        e.page.addCondition(node(u"user.username != \"bob\""_s));
        QCOMPARE(chipTexts(e.page), (QStringList{u"user is not bob"_s, u"app is x"_s}));
    }

    void nothingIsLostOnTheWayToAQuery()
    {
        Events e;
        EventQuery asked;
        asked.actions = {u"login"_s, u"custom_x"_s};
        asked.conditions = {Condition{node(u"app = \"x\""_s)}, Condition{node(u"app = \"off\""_s), false, false}};
        asked.range.from = 1'795'188'461'500'000;
        asked.text = u"two words"_s;
        e.page.setFilter(asked);
        e.command("actionToQuery").trigger(); // words have no place in a query
        QCOMPARE(e.feed.query(), asked);
        e.command("actionCopyQuestion").trigger();
        QCOMPARE(e.feed.query(), asked);

        asked.text = u"app ~ \"x\" or app ~ \"y\""_s;
        e.page.setFilter(asked);
        e.command("actionCopyQuestion").trigger();
        const QString written
            = u"app = \"x\" and action in (\"login\", \"custom_x\") and (app ~ \"x\" or app ~ \"y\")"_s;
        QCOMPARE(QGuiApplication::clipboard()->text(), written + u" and created >= \"2026-11-20 15:27:41\""_s);
        QCOMPARE(e.feed.query(), asked);
        e.command("actionToQuery").trigger();
        QCOMPARE(e.feed.query().text, written);
        QVERIFY(e.feed.query().actions.isEmpty());
        QCOMPARE(e.feed.query().range, asked.range); // it has its own button
        QCOMPARE(e.feed.query().conditions, QList<Condition>{asked.conditions.last()});
        QVERIFY(!e.command("actionToQuery").isEnabled());
    }

    // Every release, and the way to a query and back, give the answer that the evaluator gives.
    void randomQuestions_data() { oneQuestionInEveryRelease_data(); }

    void randomQuestions()
    {
        QFETCH(const int, release);
        Site site(demoOptions(250, static_cast<DemoRelease>(release)));
        Events e(site);
        const auto found = [&e] {
            QSet<QString> ids;
            if (!loadWhole(e))
                qFatal("not loaded");
            for (int row = 0; row < e.model.rowCount(); ++row)
                ids.insert(e.model.eventAt(row).id);
            return ids;
        };
        QCOMPARE(found().size(), 250);
        std::vector<Event> events;
        for (int row = 0; row < e.model.rowCount(); ++row)
            events.push_back(e.model.eventAt(row));
        std::mt19937 random(20261120);
        qsizetype matches = 0;
        for (int i = 0; i < 40; ++i) {
            const EventQuery asked = randomQuestion(random, events);
            QSet<QString> expected;
            for (const Event &event : events) {
                if (answers(asked, event))
                    expected.insert(event.id);
            }
            matches += expected.size();
            e.page.setFilter(asked);
            const auto question = wholeQuestion(asked, 0);
            const QByteArray words = question ? akql::print(*question).toUtf8() : QByteArray();
            QVERIFY2(found() == expected, words.constData());
            e.command("actionToQuery").trigger();
            QVERIFY2(found() == expected, words.constData());
            e.command("actionToConditions").trigger();
            QVERIFY2(found() == expected, words.constData());
        }
        QVERIFY(matches > 250 && matches < 40 * 250);
    }

    void completionOfFieldsSeen()
    {
        Events e;
        e.model.merge({makeEvent({.id = uuidOf(1), .context = R"({"vpn":{"gateway":"north"}})"})});
        auto *const query = child<QueryEdit>(e.page, "eventsQuery");
        auto *const popup = query->findChild<QCompleter *>()->popup();
        query->setFocus();
        QTest::keyClicks(query, u"gatew"_s);
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->model()->index(0, 0).data().toString(), u"context.vpn.gateway"_s);
        popup->hide();
        query->setText(u"context.vpn.gateway = "_s);
        QTest::keyClick(query, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->model()->index(0, 0).data().toString(), u"\"north\""_s);
        popup->hide();
        e.command("actionAddFilter").trigger();
        QVERIFY(child<QComboBox>(*child<ConditionDialog>(e.page, "conditionDialog"), "conditionField")
                    ->findData(u"context.vpn.gateway"_s)
            >= 0);
    }

    void countsOfLoadedActions()
    {
        Events e;
        e.model.merge({makeEvent({.id = uuidOf(1)}), makeEvent({.id = uuidOf(2)}),
            makeEvent({.id = uuidOf(3), .action = u"custom_x"_s})});
        const auto spoken = [&e](const char *button, const QString &value) {
            auto *const checklist = child<ChecklistButton>(e.page, button);
            checklist->openList();
            auto *const list = child<QListWidget>(*checklist, "checklist");
            list->window()->hide();
            for (int row = 0; row < list->count(); ++row) {
                if (list->item(row)->data(Qt::UserRole).toString() == value)
                    return list->item(row)->data(Qt::AccessibleTextRole).toString();
            }
            return u"not listed"_s;
        };
        QVERIFY(spoken("eventsActions", u"login"_s).contains(u'2'));
        QVERIFY(spoken("eventsActions", u"custom_x"_s).contains(u'1'));
        QVERIFY(spoken("eventsActions", u"logout"_s).isEmpty());
        QVERIFY(spoken("eventsLevels", u"ordinary"_s).contains(u'3'));
    }

    void daysAndNarrower()
    {
        Events e;
        auto *const button = child<TimeRangeButton>(e.page, "eventsRange");
        QVERIFY(!e.command("actionNarrower").isEnabled());
        const auto presets = button->menu()->actions();
        const auto today = std::find_if(
            presets.begin(), presets.end(), [](const QAction *action) { return action->text() == u"Today"_s; });
        QVERIFY(today != presets.end());
        (*today)->trigger();
        // Not the day as it is now: tomorrow it is another.
        QCOMPARE(e.feed.query().range, TimeRange::ofDays(TimeRange::Days::Today));
        QCOMPARE(button->text(), u"Today"_s);
        e.command("actionEarlier").trigger();
        const TimeRange yesterday = TimeRange::ofDays(TimeRange::Days::Yesterday).resolved(currentTimestamp());
        QCOMPARE(e.feed.query().range, yesterday);
        e.command("actionNarrower").trigger();
        const TimeRange half = e.feed.query().range;
        QCOMPARE(*half.until - *half.from, (*yesterday.until - *yesterday.from) / 2);
        QCOMPARE(*half.from + *half.until, *yesterday.from + *yesterday.until);
        e.command("actionWider").trigger();
        QCOMPARE(e.feed.query().range, yesterday);
        e.page.setTimeRange({.last = 1h, .from = {}, .until = {}});
        e.command("actionNarrower").trigger();
        QCOMPARE(*e.feed.query().range.until - *e.feed.query().range.from, std::chrono::microseconds(30min).count());
        for (int i = 0; i < 40; ++i)
            e.command("actionNarrower").trigger();
        QVERIFY(*e.feed.query().range.until > *e.feed.query().range.from);
    }

    void pastedIntervalFillsBothEnds()
    {
        Events e;
        TimeDisplay utc = TimeDisplay::utc();
        e.page.setTimeDisplay(utc);
        e.command("actionRange").trigger();
        const QPointer<QDialog> dialog = child<QDialog>(e.page, "timeRangeDialog");
        QAbstractButton *const ok = &okOf(*dialog);
        auto *const from = child<QLineEdit>(*dialog, "timeFrom");
        auto *const until = child<QLineEdit>(*dialog, "timeUntil");
        QGuiApplication::clipboard()->setText(u"2026-11-20T16:00Z/PT1H"_s);
        from->setFocus();
        from->paste();
        QCOMPARE(from->text(), u"2026-11-20 16:00:00"_s);
        QCOMPARE(until->text(), u"2026-11-20 17:00:00"_s);
        QVERIFY(ok->isEnabled());
        // A moment from a cell, pasted as the end, is in the range, and stays when the dialog opens again.
        until->setText(u"2026-11-20T16:27:41.104233Z"_s);
        QTest::mouseClick(ok, Qt::LeftButton);
        const TimeRange range = e.feed.query().range;
        QVERIFY(range.contains(*parseTimestamp("2026-11-20T16:27:41.104233Z")));
        QVERIFY(!range.contains(*parseTimestamp("2026-11-20T16:27:41.104234Z")));
        QTRY_VERIFY(!dialog);
        e.command("actionRange").trigger();
        auto *const again = child<QDialog>(e.page, "timeRangeDialog");
        QTest::mouseClick(&okOf(*again), Qt::LeftButton);
        QCOMPARE(e.feed.query().range, range);
    }

    void typedInterval()
    {
        Events e;
        e.command("actionRange").trigger();
        auto *const dialog = child<QDialog>(e.page, "timeRangeDialog");
        auto *const from = child<QLineEdit>(*dialog, "timeFrom");
        from->setFocus();
        QTest::keyClicks(from, u"2026-11-20T16:00Z/2026-11-21T16:00Z"_s);
        QCOMPARE(from->text(), u"2026-11-20T16:00Z/2026-11-21T16:00Z"_s); // not taken apart under the fingers
        QTest::mouseClick(&okOf(*dialog), Qt::LeftButton);
        const TimeRange &range = e.feed.query().range;
        QCOMPARE(*range.until - *range.from, std::chrono::microseconds(24h).count());
    }
};

QTEST_MAIN(ExploreTest)
#include "tst_explore.moc"
