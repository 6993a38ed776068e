// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"
#include "changesview.h"
#include "codec.h"
#include "eventdialog.h"
#include "eventeditor.h"
#include "eventform.h"
#include "jsonedit.h"
#include "messagebar.h"
#include "plainlabel.h"
#include "support/faultserver.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include <memory>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray path = "/api/v3/events/events/";
const QByteArray recordPath = path + "0c2f1a52-3b1d-4d8e-9d6e-6f3a1b2c4d5e/";

// `action` and `app` as JSON.
QByteArray record(const QByteArray &action = R"("login")", const QByteArray &app = R"("authentik.core")",
    const QByteArray &context = R"({"n":12345678901234567890,"f":1.0})", const QByteArray &user = R"({"pk":7})")
{
    return R"({"pk":"0c2f1a52-3b1d-4d8e-9d6e-6f3a1b2c4d5e","user":)" + user + R"(,"action":)" + action + R"(,"app":)"
        + app + R"(,"context":)" + context
        + R"(,"client_ip":"203.0.113.24","created":"2026-11-19T07:58:12.104233Z",)"
          R"("expires":"2099-11-19T07:58:12.104233Z","brand":{"pk":"fc4c"}})";
}

Event eventOf(const QByteArray &json)
{
    const auto event = codec::decodeEvent(json);
    return event ? *event : Event();
}

} // namespace

class TestEventDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<Event>("tidings::Event"); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
        m_server = std::make_unique<FaultServer>();
        QVERIFY(m_server->start());
        ApiClientOptions options;
        const auto address = ServerAddress::parse(m_server->url());
        QVERIFY(address);
        options.address = *address;
        options.token = "sEcReT0123456789";
        options.maxAttempts = 1;
        m_client = std::make_unique<ApiClient>(options);
        m_editor = std::make_unique<EventEditor>();
        m_editor->setClient(m_client.get());
        ServerCapabilities capabilities;
        capabilities.knownActions = {u"login"_s, u"login_failed"_s, u"logout"_s, u"custom_"_s};
        m_editor->setCapabilities(capabilities);
        m_dialog = std::make_unique<EventDialog>(*m_editor);
        m_saved = std::make_unique<QSignalSpy>(m_dialog.get(), &EventDialog::saved);
    }

    void cleanup()
    {
        m_saved.reset();
        m_dialog.reset();
        m_editor.reset();
        m_client.reset();
        m_server.reset();
    }

    void create_sendsWhatWasFilledIn()
    {
        openNew();
        QVERIFY(!button("saveButton")->isEnabled());
        combo("actionEdit")->setEditText(u"Failed login"_s); // a label
        line("appEdit")->setText(u" authentik.core "_s);
        line("clientIpEdit")->setText(u"2001:db8::1"_s);
        type("contextEdit", u"{\"n\": 12345678901234567890}"_s);
        QVERIFY(button("saveButton")->isEnabled());
        m_server->reply("POST", path, Answer::json(record(), 201));
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->count(), 1);
        QCOMPARE(m_server->last().method, QByteArray("POST"));
        QCOMPARE(m_server->last().body,
            QByteArray(R"({"action":"login_failed","app":"authentik.core","client_ip":"2001:db8::1",)"
                       R"("context":{"n": 12345678901234567890}})"));
        QVERIFY(m_dialog->isHidden());
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
    }

    void create_showsProblemsAndFocusesTheFirst()
    {
        openNew();
        combo("actionEdit")->setEditText(u"login"_s);
        line("clientIpEdit")->setText(u"127.1"_s);
        type("contextEdit", u"{\n  \"a\": }"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!shown("appEditProblem").isEmpty());
        QVERIFY(!shown("clientIpEditProblem").isEmpty());
        QVERIFY(jsonProblem("contextEdit").contains(u"Line 2, column 8"_s));
        QVERIFY(line("appEdit")->hasFocus());
        QVERIFY(!button("saveButton")->isEnabled());
        QCOMPARE(m_server->count(), 0);
    }

    void create_expiryIsSentInUtc()
    {
        openNew();
        combo("actionEdit")->setEditText(u"login"_s);
        line("appEdit")->setText(u"a"_s);
        auto *const zone = combo("expiresZone");
        zone->setCurrentIndex(zone->findText(u"UTC"_s));
        auto *const time = m_dialog->findChild<QDateTimeEdit *>(u"expiresEdit"_s);
        time->setDateTime(QDateTime(QDate(2001, 2, 3), QTime(4, 5, 6), Qt::UTC));
        QVERIFY(shown("expiresEditHint").contains(u"past"_s));
        m_server->reply("POST", path, Answer::json(record(), 201));
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->count(), 1);
        QCOMPARE(m_server->last().body,
            QByteArray(R"({"action":"login","app":"a","expires":"2001-02-03T04:05:06.000000Z"})"));
    }

    void refusals_standBesideTheirFieldsAndInputStays()
    {
        openNew();
        combo("actionEdit")->setEditText(u"custom_vpn"_s);
        QVERIFY(shown("actionEditHint").contains(u"custom_"_s));
        line("appEdit")->setText(u"a"_s);
        type("userEdit", u"{\"x\": 1}"_s);
        m_server->reply("POST", path,
            Answer::json(R"({"action":["This is not a valid choice."],"user":{"x":["Odd <b>x</b>."]},)"
                         R"("non_field_errors":["Both together."]})",
                400));
        button("saveButton")->click();
        QTRY_VERIFY(shown("actionEditProblem").contains(u"is not a valid choice."_s));
        QVERIFY(jsonProblem("userEdit").contains(u"x: Odd <b>x</b>."_s));
        QVERIFY(bar()->text().contains(u"Both together."_s));
        QCOMPARE(combo("actionEdit")->currentText(), u"custom_vpn"_s);
        QCOMPARE(line("appEdit")->text(), u"a"_s);
        QVERIFY(m_dialog->isVisible());
        combo("actionEdit")->setEditText(u"login"_s);
        QVERIFY(shown("actionEditProblem").isEmpty());
    }

    void create_lostAnswerIsNotRetriedBlindly()
    {
        openNew();
        combo("actionEdit")->setEditText(u"login"_s);
        line("appEdit")->setText(u"a"_s);
        m_server->reply("POST", path, Answer::closing());
        button("saveButton")->click();
        QTRY_VERIFY(bar()->text().contains(u"may have been created"_s));
        QVERIFY(bar()->findChild<QPushButton *>(u"messageBarAction"_s)->isHidden());
        QVERIFY(button("saveButton")->text().contains(u"again"_s));
        QCOMPARE(m_server->count("POST"), 1);
    }

    void copy_leavesOutTheExpiry()
    {
        m_dialog->loadCopy(eventOf(record()));
        m_dialog->open();
        m_server->reply("POST", path, Answer::json(record(), 201));
        button("saveButton")->click();
        QTRY_COMPARE(m_saved->count(), 1);
        QVERIFY(m_server->last().body.contains("12345678901234567890"));
        QVERIFY(m_server->last().body.contains(R"("client_ip":"203.0.113.24")"));
        QVERIFY(!m_server->last().body.contains("expires"));
    }

    void edit_reviewsAndPutsTheChangedFieldsAlone()
    {
        openRecord(record());
        QVERIFY(!button("saveButton")->isEnabled());
        type("contextEdit", u"{\"n\": 12345678901234567890, \"f\": 1.00}"_s);
        QVERIFY(button("saveButton")->isEnabled());
        m_server->reply("GET", recordPath, Answer::json(record()));
        button("saveButton")->click();
        QTRY_COMPARE(page(), 1);
        const QString review = changes("reviewChanges")->toPlainText();
        QVERIFY2(review.contains(u"−   \"f\": 1.0\n+   \"f\": 1.00"_s), qPrintable(review));
        QVERIFY(shown("reviewRequest").contains(u"PUT"_s));
        QCOMPARE(shown("rulesWarning"),
            u"authentik may run its notification rules again for this event and send messages again."_s);
        QCOMPARE(m_server->count("PUT"), 0);
        m_server->reply("PUT", recordPath, Answer::json(record()));
        button("sendButton")->click();
        QTRY_COMPARE(m_saved->count(), 1);
        QCOMPARE(m_server->last().body,
            QByteArray(
                R"({"action":"login","app":"authentik.core","context":{"n": 12345678901234567890, "f": 1.00}})"));
    }

    void edit_customActionGoesByPatch()
    {
        openRecord(record(R"("custom_vpn")"));
        QCOMPARE(combo("actionEdit")->currentText(), u"custom_vpn"_s);
        line("clientIpEdit")->clear();
        m_server->reply("GET", recordPath, Answer::json(record(R"("custom_vpn")")));
        button("saveButton")->click();
        QTRY_COMPARE(page(), 1);
        QVERIFY(shown("reviewRequest").contains(u"PATCH"_s));
        m_server->reply("PATCH", recordPath, Answer::json(record(R"("custom_vpn")")));
        button("sendButton")->click();
        QTRY_COMPARE(m_saved->count(), 1);
        QCOMPARE(m_server->last().method, QByteArray("PATCH"));
        QCOMPARE(m_server->last().body, QByteArray(R"({"client_ip":null})"));
    }

    void edit_oddFieldsStayUntouched()
    {
        const QByteArray odd
            = record("5", "null", R"(["x"])", R"("root")").replace("2099-11-19T07:58:12.104233Z", "soon");
        openRecord(odd);
        QCOMPARE(combo("actionEdit")->currentText(), u"5"_s);
        QVERIFY(!button("saveButton")->isEnabled());
        QCOMPARE(json("userEdit")->json(), QByteArray(R"("root")"));
        line("clientIpEdit")->setText(u"192.0.2.1"_s);
        QVERIFY(button("saveButton")->isEnabled());
        m_server->reply("GET", recordPath, Answer::json(odd));
        button("saveButton")->click();
        QTRY_COMPARE(page(), 1);
        m_server->reply("PATCH", recordPath, Answer::json(odd));
        button("sendButton")->click();
        QTRY_COMPARE(m_saved->count(), 1);
        QCOMPARE(m_server->last().body, QByteArray(R"({"client_ip":"192.0.2.1"})"));
    }

    // The zone in which all times are shown is offered too; the editor shows its wall clock.
    void edit_inAnotherZone()
    {
        openRecord(record());
        m_dialog->setTimeDisplay({.isRelative = false, .zone = zoneNamed(u"Asia/Tokyo"_s)});
        m_dialog->loadRecord(eventOf(record()));
        QCOMPARE(combo("expiresZone")->currentText(), u"Asia/Tokyo"_s);
        auto *const time = m_dialog->findChild<QDateTimeEdit *>(u"expiresEdit"_s);
        QCOMPARE(time->dateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s), u"2099-11-19 16:58:12"_s);
        QVERIFY(shown("expiresEditHint").contains(u"UTC+09:00"_s));
        auto *const form = m_dialog->findChild<EventForm *>();
        QVERIFY(!form->hasChanges());
        time->setTime(QTime(17, 0, 0));
        QCOMPARE(timestampToIso(form->changes().expires.value()), u"2099-11-19T08:00:00.000000Z"_s);
    }

    void edit_zoneAloneIsNoChange()
    {
        openRecord(record());
        combo("expiresZone")->setCurrentIndex(1);
        combo("expiresZone")->setCurrentIndex(0);
        QVERIFY(!button("saveButton")->isEnabled());
    }

    void conflict_keepMineSendsOnlyMyFields()
    {
        reachConflict();
        QVERIFY(changes("theirChanges")->toPlainText().contains(u"authentik.other"_s));
        QVERIFY(changes("myChanges")->toPlainText().contains(u"192.0.2.1"_s));
        // Ctrl+Enter must not choose.
        QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_server->count("PUT"), 0);
        m_server->reply("PUT", recordPath, Answer::json(record()));
        button("keepMineButton")->click();
        QTRY_COMPARE(m_saved->count(), 1);
        QCOMPARE(
            m_server->last().body, QByteArray(R"({"action":"login","app":"authentik.other","client_ip":"192.0.2.1"})"));
    }

    void conflict_takeTheirsReloads()
    {
        reachConflict();
        button("takeTheirsButton")->click();
        QCOMPARE(page(), 0);
        QCOMPARE(line("appEdit")->text(), u"authentik.other"_s);
        QCOMPARE(line("clientIpEdit")->text(), u"203.0.113.24"_s);
        QVERIFY(!button("saveButton")->isEnabled());
        QCOMPARE(m_server->count("PUT"), 0);
    }

    void conflict_backKeepsTheInput()
    {
        reachConflict();
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QCOMPARE(page(), 0);
        QCOMPARE(line("clientIpEdit")->text(), u"192.0.2.1"_s);
        QVERIFY(button("saveButton")->isEnabled());
    }

    void gone_isSaidPlainly()
    {
        openRecord(record());
        line("appEdit")->setText(u"b"_s);
        m_server->reply("GET", recordPath, Answer::json(R"({"detail":"Not found."})", 404));
        button("saveButton")->click();
        QTRY_VERIFY(bar()->text().contains(u"no longer on the server"_s));
        QCOMPARE(line("appEdit")->text(), u"b"_s);
        QCOMPARE(page(), 0);
    }

    void reading_canBeTriedAgain()
    {
        openRecord(record());
        line("appEdit")->setText(u"b"_s);
        m_server->reply("GET", recordPath, Answer::html("<h1>Server Error (500)</h1>", 500));
        m_server->reply("GET", recordPath, Answer::json(record()));
        button("saveButton")->click();
        auto *const retry = bar()->findChild<QPushButton *>(u"messageBarAction"_s);
        QTRY_VERIFY(retry->isVisible());
        retry->click();
        QTRY_COMPARE(page(), 1);
    }

    void update_lostAnswerIsLookedUp()
    {
        openRecord(record());
        line("appEdit")->setText(u"b"_s);
        m_server->reply("GET", recordPath, Answer::json(record()));
        m_server->reply("GET", recordPath, Answer::json(record(R"("login")", R"("b")")));
        m_server->reply("PUT", recordPath, Answer::closing());
        button("saveButton")->click();
        QTRY_COMPARE(page(), 1);
        button("sendButton")->click();
        QTRY_VERIFY(bar()->text().contains(u"may have been saved"_s));
        QCOMPARE(m_saved->count(), 0);
        bar()->findChild<QPushButton *>(u"messageBarAction"_s)->click();
        QTRY_COMPARE(m_saved->count(), 1);
        QCOMPARE(m_server->count("PUT"), 1);
    }

    void closing_whileWritingWarnsOnce()
    {
        openNew();
        combo("actionEdit")->setEditText(u"login"_s);
        line("appEdit")->setText(u"a"_s);
        m_server->reply("POST", path, Answer::held(record(), 201));
        button("saveButton")->click();
        QTRY_COMPARE(m_server->heldCount(), 1);
        button("cancelButton")->click();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(bar()->text().contains(u"may still arrive"_s));
        button("cancelButton")->click();
        QVERIFY(m_dialog->isHidden());
        QVERIFY(!m_editor->isBusy());
        QCOMPARE(m_saved->count(), 0);
    }

    void closing_whileWritingCanWait()
    {
        openNew();
        combo("actionEdit")->setEditText(u"login"_s);
        line("appEdit")->setText(u"a"_s);
        m_server->reply("POST", path, Answer::held(record(), 201));
        button("saveButton")->click();
        QTRY_COMPARE(m_server->heldCount(), 1);
        m_dialog->reject();
        QVERIFY(m_dialog->isVisible());
        m_server->release();
        QTRY_COMPARE(m_saved->count(), 1);
        QVERIFY(m_dialog->isHidden());
    }

    void escape_discardsInputOnlyTheSecondTime()
    {
        openNew();
        line("appEdit")->setText(u"a"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!bar()->text().isEmpty());
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(m_dialog->isHidden());
    }

    void enter_inAFieldPressesNoButton()
    {
        openNew();
        combo("actionEdit")->setEditText(u"login"_s);
        line("appEdit")->setText(u"a"_s);
        QTest::keyClick(line("appEdit"), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!m_editor->isBusy());
    }

    void noServer_isSaid()
    {
        m_editor->setClient(nullptr);
        openNew();
        combo("actionEdit")->setEditText(u"login"_s);
        line("appEdit")->setText(u"a"_s);
        button("saveButton")->click();
        QVERIFY(bar()->text().contains(u"no connection"_s));
    }

private:
    void openNew()
    {
        m_dialog->loadNew();
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void openRecord(const QByteArray &json)
    {
        m_dialog->loadRecord(eventOf(json));
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void reachConflict()
    {
        openRecord(record());
        line("clientIpEdit")->setText(u"192.0.2.1"_s);
        m_server->reply("GET", recordPath, Answer::json(record(R"("login")", R"("authentik.other")")));
        button("saveButton")->click();
        QTRY_COMPARE(page(), 2);
    }

    template <class T> T *child(const char *name) const { return m_dialog->findChild<T *>(QString::fromLatin1(name)); }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    QLineEdit *line(const char *name) const { return child<QLineEdit>(name); }
    QComboBox *combo(const char *name) const { return child<QComboBox>(name); }
    JsonEdit *json(const char *name) const { return child<JsonEdit>(name); }
    ChangesView *changes(const char *name) const { return child<ChangesView>(name); }
    MessageBar *bar() const { return child<MessageBar>("dialogBar"); }
    int page() const { return child<QStackedWidget>("dialogPages")->currentIndex(); }
    QString shown(const char *name) const
    {
        const auto *const label = child<PlainLabel>(name);
        return label->isHidden() ? QString() : label->plainText();
    }
    QString jsonProblem(const char *name) const
    {
        const auto *const label = json(name)->findChild<PlainLabel *>(u"jsonProblem"_s);
        return label->isHidden() ? QString() : label->plainText();
    }
    void type(const char *name, const QString &text)
    {
        QTextCursor cursor(json(name)->editor()->document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(text);
        json(name)->check();
    }

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<EventEditor> m_editor;
    std::unique_ptr<EventDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_saved;
};

QTEST_MAIN(TestEventDialog)
#include "tst_eventdialog.moc"
