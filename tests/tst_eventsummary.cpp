// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncatalog.h"
#include "eventsummary.h"
#include "support/records.h"

#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

QList<Event> sampleEvents()
{
    QFile file(QStringLiteral(TIDINGS_TEST_DATA "/sample-events.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return codec::decodeEventPage(
        "{\"pagination\":{\"next\":0,\"previous\":0,\"count\":12,\"current\":1,\"total_pages\":1,"
        "\"start_index\":1,\"end_index\":12},\"results\":"
        + file.readAll() + "}")
        .value()
        .items;
}

QString factOf(const QList<FactGroup> &groups, const QString &label)
{
    for (const FactGroup &group : groups) {
        for (const Fact &fact : group.facts) {
            if (fact.label == label)
                return fact.value;
        }
    }
    return {};
}

const QDateTime now = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

} // namespace

class EventSummaryTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void samples()
    {
        QStringList sentences;
        for (const Event &event : sampleEvents())
            sentences += summarySentence(event);
        QCOMPARE(sentences.mid(0, 8),
            (QStringList{
                u"alice.weber signed in with a password and a second factor from Berlin, DE"_s,
                u"root failed to sign in from NL"_s,
                u"alice.weber signed out from Berlin, DE"_s,
                u"bob.tanaka authorized Grafana from Berlin, DE"_s,
                u"akadmin created user “Carol Novak” from 192.0.2.10"_s,
                u"akadmin changed oauth2provider “Provider for Wiki” (redirect_uris, access_token_validity) from 192.0.2.10"_s,
                u"akadmin deleted group “legacy-group” from 192.0.2.10"_s,
                u"alice.weber wrote to user alice.weber from 203.0.113.24"_s,
            }));
        QCOMPARE(sentences.size(), 12);
        QCOMPARE(sentences.at(8), u"Policy exception: Policy failed to execute"_s);
        QVERIFY(sentences.at(9).startsWith(u"Email sent: “"_s));
        QVERIFY(sentences.at(10).startsWith(u"Configuration error: "_s));
        QVERIFY(sentences.at(11).contains(u" started to act as "_s));
    }

    // Every known action and many odd shapes: something is said, on one visible line.
    void neverEmpty()
    {
        QStringList actions{u""_s, u" "_s, u"custom_"_s, u"custom_x"_s, u"brand_new"_s};
        for (const ActionInfoEntry &entry : knownActionEntries())
            actions += entry.value;
        const QByteArrayList contexts{"{}", "null", "[]", "\"text\"", "7",
            R"({"model":null,"authorized_application":5,"geo":"x"})",
            R"({"model":{"pk":"","app":"","name":"","model_name":""},"message":""})",
            R"({"message":"hi\nthere\u202e","username":"%1 %2"})", R"({"model":{"pk":3}})",
            R"({"to_email":["a@b"],"subject":""})", R"({"diff":{"a":1,"b":2,"c":3,"d":4,"e":5}})"};
        const QByteArrayList users{"{}", "null", "[]", R"({"pk":5})", R"({"username":"%1%2%n"})",
            R"({"username":"admin","on_behalf_of":{"pk":9,"email":"","username":""}})"};
        for (const QString &action : std::as_const(actions)) {
            for (const QByteArray &context : contexts) {
                for (const QByteArray &user : users) {
                    const Event event = makeEvent(
                        {.id = uuidOf(1), .action = action, .context = context, .clientIp = QString(), .user = user});
                    const QByteArray what = event.raw.left(300);
                    const QString sentence = summarySentence(event);
                    QVERIFY2(!sentence.trimmed().isEmpty(), what.constData());
                    QVERIFY2(!sentence.contains(u'\n') && !sentence.contains(QChar(0x202E)), what.constData());
                    QVERIFY2(!sentence.endsWith(u' ') && !sentence.contains(u"“”"_s), qPrintable(sentence));
                    QVERIFY(!actorText(event).trimmed().isEmpty());
                    QVERIFY2(!whatHappened(event).contains(u'\n'), what.constData());
                    for (const FactGroup &group : factGroups(event, now)) {
                        QVERIFY(!group.title.isEmpty() && !group.facts.isEmpty());
                        for (const Fact &fact : group.facts)
                            QVERIFY2(!fact.label.isEmpty() && !fact.value.isEmpty(), what.constData());
                    }
                }
            }
        }
        codec::EventDecoder decoder;
        for (const char *const raw : {"null", "[]", "{}", "3", "{\"pk\":1}", "not json"}) {
            QVERIFY2(!summarySentence(decoder.decode(raw)).trimmed().isEmpty(), raw);
            QVERIFY(!factGroups(decoder.decode(raw), now).isEmpty() || QByteArray(raw) != "{\"pk\":1}");
        }
    }

    void placeholdersInNamesStay()
    {
        const Event event = makeEvent({.id = uuidOf(1),
            .action = u"login"_s,
            .username = u"%2 %1"_s,
            .context = R"({"auth_method":"%1%3","geo":{"city":"%2"}})"});
        QCOMPARE(summarySentence(event), u"%2 %1 signed in with %1%3 from %2"_s);
    }

    // So that the digits of an address stay in their order beside them.
    void rightToLeftNamesAreIsolated()
    {
        const Event event = makeEvent({.id = uuidOf(1),
            .action = u"model_deleted"_s,
            .username = u"שלום"_s,
            .context = QByteArray(R"({"model":{"model_name":"group","name":"محمد"}})")});
        QCOMPARE(summarySentence(event), u"\u2068שלום\u2069 deleted group “\u2068محمد\u2069” from 192.0.2.1"_s);
        QCOMPARE(whatHappened(event), u"Deleted group “\u2068محمد\u2069”"_s);
        QCOMPARE(actorText(event), u"שלום"_s); // alone in its column
        const QList<FactGroup> facts = factGroups(event, now);
        QCOMPARE(factOf(facts, u"Object"_s), u"group “\u2068محمد\u2069”"_s);
        QCOMPARE(factOf(facts, u"User"_s), u"שלום"_s);
        const Event failed = makeEvent({.id = uuidOf(1),
            .action = u"login_failed"_s,
            .context = QByteArray("{\"username\":\"\xE2\x81\xA9שלום\"}")}); // with an end of its own
        QCOMPARE(summarySentence(failed), u"\u2068‹U+2069›שלום\u2069 failed to sign in from 192.0.2.1"_s);
        const Event message
            = makeEvent({.id = uuidOf(1), .action = u"custom_x"_s, .context = QByteArray("{\"message\":\"שלום\"}")});
        QCOMPARE(whatHappened(message), u"שלום"_s);
        QVERIFY(summarySentence(message).endsWith(u": \u2068שלום\u2069"_s));
    }

    void onBehalfOfIsVisible()
    {
        const auto event = [](const QString &action, const QByteArray &other) {
            return makeEvent({.id = uuidOf(1),
                .action = action,
                .user = R"({"pk":5,"email":"","username":"akadmin","on_behalf_of":)" + other + "}"});
        };
        const QByteArray tan = R"({"pk":9,"email":"m@x","username":"m.tan"})";
        QCOMPARE(actorText(event(u"model_deleted"_s, tan)), u"akadmin on behalf of m.tan"_s);
        QVERIFY(summarySentence(event(u"model_deleted"_s, tan)).startsWith(u"akadmin on behalf of m.tan deleted"_s));
        QCOMPARE(
            actorText(event(u"login"_s, R"({"pk":9,"email":"m@x","username":""})")), u"akadmin on behalf of m@x"_s);
        QCOMPARE(actorText(event(u"login"_s, R"({"pk":9,"email":"","username":""})")), u"akadmin on behalf of #9"_s);
        QCOMPARE(actorText(event(u"login"_s, "{}")), u"akadmin"_s);
        QVERIFY(
            summarySentence(event(u"impersonation_started"_s, tan)).startsWith(u"akadmin started to act as m.tan"_s));
        QCOMPARE(factOf(factGroups(event(u"login"_s, tan), now), u"On behalf of"_s), u"m.tan"_s);
        const Event pending = makeEvent(
            {.id = uuidOf(1), .user = R"({"pk":5,"username":"bob","authenticated_as":{"pk":1,"username":"eve"}})"});
        QCOMPARE(actorText(pending), u"bob, signed in as eve"_s);
        QCOMPARE(actorText(makeEvent({.user = "{}"})), u"system"_s);
    }

    void longTextsAreCut()
    {
        const Event event = makeEvent({.id = uuidOf(1),
            .action = u"model_deleted"_s,
            .context = R"({"model":{"name":")" + QByteArray(5000, 'x') + R"(","model_name":"group"}})"});
        QVERIFY(summarySentence(event).size() < 250);
        QVERIFY(summarySentence(event).contains(u'…'));
        QVERIFY(factOf(factGroups(event, now), u"Object"_s).startsWith(u"group “xxx"_s));
        // The name of a failed login may be as long as a request.
        const Event flood = makeEvent({.id = uuidOf(1),
            .action = u"login_failed"_s,
            .username = QString(1'000'000, u'n'),
            .context = R"({"username":")" + QByteArray(2'000'000, 'x') + R"(","message":")" + QByteArray(2'000'000, 'm')
                + R"("})"});
        const QList<FactGroup> facts = factGroups(flood, now);
        const QString name = factOf(facts, u"Name tried"_s);
        QVERIFY(name.startsWith(u"xxx"_s));
        QVERIFY(name.contains(u"1996000"_s)); // what is left out is said
        for (const FactGroup &group : facts) {
            for (const Fact &fact : group.facts)
                QVERIFY2(fact.value.size() < 4200, qPrintable(fact.label));
        }
    }

    void facts()
    {
        const QList<Event> events = sampleEvents();
        QCOMPARE(events.size(), 12);
        const QList<FactGroup> login = factGroups(events.at(0), now);
        QCOMPARE(factOf(login, u"User"_s), u"alice.weber"_s);
        QCOMPARE(factOf(login, u"Address"_s), u"203.0.113.24"_s);
        QCOMPARE(factOf(login, u"Place"_s), u"Berlin, Germany"_s);
        QCOMPARE(factOf(login, u"Network"_s), u"AS64500 Example Net GmbH"_s);
        QCOMPARE(factOf(login, u"Browser"_s), u"Firefox 140 on Linux"_s);
        QCOMPARE(factOf(login, u"Signed in with"_s), u"a password and a second factor"_s);
        QCOMPARE(factOf(login, u"Event id"_s), events.at(0).id);
        QVERIFY(factOf(login, u"Path"_s).startsWith(u"GET /api/v3/"_s));
        QVERIFY(factOf(login, u"Time"_s).contains(u"07:58:12"_s));
        QCOMPARE(factOf(factGroups(events.at(1), now), u"Name tried"_s), u"root"_s);
        QCOMPARE(factOf(factGroups(events.at(5), now), u"Changed"_s), u"redirect_uris, access_token_validity"_s);
        const Event hostile = makeEvent({.id = uuidOf(1), .context = R"({"reason":"a\u202eb\nc"})"});
        QCOMPARE(factOf(factGroups(hostile, now), u"Reason"_s), u"a‹U+202E›b\nc"_s);
        QVERIFY(!factOf(factGroups(makeEvent({.created = u"bad"_s}), now), u"Odd"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(EventSummaryTest)
#include "tst_eventsummary.moc"
