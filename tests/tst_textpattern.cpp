// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/records.h"
#include "textpattern.h"

#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

class TextPatternTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void patterns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("words stay") << u"Invalid client secret"_s << u"Invalid client secret"_s;
        QTest::newRow("number") << u"12 failed logins"_s << u"* failed logins"_s;
        QTest::newRow("address") << u"Login failed from 203.0.113.24"_s << u"Login failed from *"_s;
        QTest::newRow("IPv6") << u"Login failed from 2001:db8::1, again"_s << u"Login failed from *, again"_s;
        QTest::newRow("mail") << u"Mail to ana@example.org failed"_s << u"Mail to * failed"_s;
        QTest::newRow("uuid") << u"Task 5d7ab3f6-9c8f-4ddd-bc31-b7051dc99924 ended"_s << u"Task * ended"_s;
        QTest::newRow("path") << u"Unknown path /static/x asked"_s << u"Unknown path * asked"_s;
        QTest::newRow("link") << u"See https://x.example/ now"_s << u"See * now"_s;
        QTest::newRow("version") << u"New version 2026.8.4 available!"_s << u"New version * available!"_s;
        QTest::newRow("double quotes") << u"Policy \"geo fence\" raised"_s << u"Policy * raised"_s;
        QTest::newRow("curly quotes") << u"Policy \u201Cgeo fence\u201D raised"_s << u"Policy * raised"_s;
        QTest::newRow("German quotes") << u"Regel \u201Egeo\u201C brach ab"_s << u"Regel * brach ab"_s;
        QTest::newRow("apostrophe") << u"Can't connect, won't retry"_s << u"Can't connect, won't retry"_s;
        QTest::newRow("open quote") << u"A 'broken quote"_s << u"A 'broken quote"_s;
        QTest::newRow("neighbours merge") << u"From 1 2 3 to 4"_s << u"From * to *"_s;
        QTest::newRow("dict") << u"login_failed: {'username': 'root'}"_s << u"login_failed: *"_s;
        QTest::newRow("first line") << u"  Sync failed\n  with 12 errors"_s << u"Sync failed"_s;
        QTest::newRow("traceback") << u"  Traceback (most recent call last):\n  File \"/x.py\", line 3\n    raise "
                                      "E\nValueError: no group 7 here\n\n"_s
                                   << u"ValueError: no group * here"_s;
        QTest::newRow("traceback alone") << u"Traceback (most recent call last):\n"_s
                                         << u"Traceback (most recent call last):"_s;
        QTest::newRow("blanks") << u"a   b\tc"_s << u"a b\tc"_s;
        QTest::newRow("only values") << u"7"_s << u"*"_s;
        QTest::newRow("markup is text") << u"<b>x</b> &amp;"_s << u"<b>x</b> &amp;"_s;
    }
    void patterns()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, pattern);
        QCOMPARE(textPattern(text), pattern);
        QCOMPARE(textPattern(pattern), pattern); // a normal form
    }

    // However long a text is, only its two ends are looked at.
    void tellingLines()
    {
        const QString head = u"Traceback (most recent call last):\n"_s;
        const QString middle = u"  File \"/x.py\", line 1\n"_s.repeated(200'000);
        QCOMPARE(tellingLine(head + middle + u"KeyError: 'x'\n"_s).toString(), u"KeyError: 'x'"_s);
        QCOMPARE(tellingLine(head + u"ValueError: a\n\nDuring this, another exception occurred:\n\n"_s + head + middle
                     + u"\r\nTypeError: b\r\n"_s)
                     .toString(),
            u"TypeError: b"_s); // of several the last
        // An exception whose line begins too far up.
        QCOMPARE(tellingLine(head + QString(1'000'000, u'x')).toString(), head.trimmed());
        QCOMPARE(tellingLine(u"Task: "_s + head + u"E"_s).toString(), u"Task: Traceback (most recent call last):"_s);
        QCOMPARE(tellingLine(u"  \n a \n b"_s).toString(), u"a"_s);
        QVERIFY(tellingLine({}).isEmpty());
    }

    void namesDiffer()
    {
        const QStringList names{u"ana.duarte"_s, u"ana"_s, QString()};
        QCOMPARE(textPattern(u"Login failed for ana.duarte from 192.0.2.1."_s, names), u"Login failed for * from *"_s);
        QCOMPARE(textPattern(u"ana: banana, anagram; see ana."_s, {u"ana"_s}), u"*: banana, anagram; see *"_s);
        QCOMPARE(textPattern(u"*"_s, {u"*"_s}), u"*"_s); // a user of that name hangs nothing
    }

    void longTextsAreCut()
    {
        const QString words = QString(u"word "_s).repeated(100'000);
        QVERIFY(textPattern(words).size() <= 400);
        QVERIFY(textPattern(QString(1'000'000, u'"')).size() <= 400);
    }

    void kindOfANotification()
    {
        const auto kind = [](const QString &body, const QString &user, const QString &severity = u"alert"_s) {
            return kindOf(makeNotification({.id = uuidOf(1),
                .severity = severity,
                .body = body,
                .event = toJson(EventSpec{.id = uuidOf(2), .action = u"login_failed"_s, .username = user})}));
        };
        const NotificationKind one = kind(u"Login failed for alice at 192.0.2.1"_s, u"alice"_s);
        QCOMPARE(one.action, u"login_failed"_s);
        QCOMPARE(one.severity, u"alert"_s);
        QCOMPARE(one.pattern, u"Login failed for * at *"_s);
        QCOMPARE(kind(u"Login failed for bob at 192.0.2.9"_s, u"bob"_s), one);
        QVERIFY(kind(u"Login failed for bob at 192.0.2.9"_s, u"bob"_s, u"notice"_s) != one);
        QVERIFY(kindOf(makeNotification({.id = uuidOf(1), .body = u"x"_s})).action.isEmpty());
    }

    void labelsAndWords()
    {
        QCOMPARE(patternLabel(u"login_failed: *"_s), u"Failed login"_s);
        QCOMPARE(patternLabel(u"Something: *"_s), u"Something: *"_s);
        QCOMPARE(patternLabel(u"a\u202Eb"_s), u"a‹U+202E›b"_s);
        QCOMPARE(longestWords(u"Login failed for * from *"_s), u"Login failed for"_s);
        QCOMPARE(longestWords(u"*"_s), QString());
        QCOMPARE(longestWords(u"login_failed: *"_s), u"login_failed"_s);
    }
};

QTEST_GUILESS_MAIN(TextPatternTest)
#include "tst_textpattern.moc"
