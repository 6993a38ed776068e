// SPDX-License-Identifier: GPL-3.0-or-later
#include "visibletext.h"

#include <QRegularExpression>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

QString character(char32_t c)
{
    return QStringView(QChar::fromUcs4(c)).toString(); // fromUcs4() of QString would drop U+FEFF
}

QString mark(char32_t c)
{
    return u"‹U+%1›"_s.arg(QString::number(c, 16).toUpper().rightJustified(4, u'0'));
}

} // namespace

class VisibleTextTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void ordinaryTextStays()
    {
        for (const QString &text :
            {u""_s, u"alice@example.org"_s, u"<b>&amp;</b>"_s, u"Zoë Müller"_s, u"e\u0301"_s, u"山田太郎"_s, u"محمد"_s,
                u"שלום"_s, u"👩\u200D👩\u200D👧\u200D👦"_s, u"🏳\uFE0F\u200D🌈"_s, u"क्\u200Dष"_s, u"👍🏽"_s,
                u"1\uFE0F\u20E3"_s, u"©\uFE0F"_s, u"❤\uFE0F"_s, u"⠓⠊"_s, u"a\u00A0b"_s}) {
            QCOMPARE(visibleText(text), text);
            QCOMPARE(visibleLine(text), text);
        }
    }

    void invisibleCharactersAreMarked()
    {
        QList<char32_t> hidden{0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F, 0x2028,
            0x2029, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB, 0xE0001, 0xE0041, 0xE007F};
        for (char32_t c = 0x80; c < 0xA0; ++c)
            hidden += c;
        for (char32_t c = 0x202A; c <= 0x202E; ++c) // embeddings and overrides
            hidden += c;
        for (char32_t c = 0x2060; c <= 0x206F; ++c) // joiners, invisible operators, isolates
            hidden += c;
        for (char32_t c = 0x1D173; c <= 0x1D17A; ++c) // of musical notation
            hidden += c;
        for (char32_t c = 0xFE00; c <= 0xFE0F; ++c) // variation selectors
            hidden += c;
        for (const char32_t c : std::as_const(hidden)) {
            const QString text = u"a"_s + character(c) + u"b"_s;
            QCOMPARE(visibleText(text), u"a"_s + mark(c) + u"b"_s);
            QCOMPARE(visibleLine(text), u"a"_s + mark(c) + u"b"_s);
        }
        // A joiner that joins nothing
        QCOMPARE(visibleLine(u"ad\u200Dmin"_s), u"ad‹U+200D›min"_s);
        QCOMPARE(visibleLine(u"\u200Dadmin"_s), u"‹U+200D›admin"_s);
        QCOMPARE(visibleLine(u"ad\u200D\u200Dmin"_s), u"ad‹U+200D›‹U+200D›min"_s);
        // Selectors that select nothing
        QCOMPARE(visibleLine(u"ad\uFE0F\uFE0Fmin"_s), u"ad‹U+FE0F›‹U+FE0F›min"_s);
        QCOMPARE(visibleLine(u"é\uFE0E"_s), u"é‹U+FE0E›"_s);
    }

    void rightToLeftPartsAreIsolated()
    {
        for (const QString &text : {u""_s, u"alice"_s, u"Zoë 192.0.2.1"_s, u"山田"_s, u"👩\u200D👧"_s})
            QCOMPARE(isolatedText(text), text);
        for (const QString &text : {u"محمد"_s, u"a שלום 1"_s, u"x٣"_s, u"\U0001E900"_s})
            QCOMPARE(isolatedText(text), u'\u2068' + text + u'\u2069');
        // Those of the server are marked, whatever is around them.
        QCOMPARE(isolatedText(visibleLine(u"\u2069שלום"_s)), u"\u2068‹U+2069›שלום\u2069"_s);
    }

    void sentencesKeepTheirIsolates()
    {
        const QString sentence = isolatedText(u"שלום"_s) + u" from 192.0.2.1"_s;
        QCOMPARE(visibleSentence(sentence), sentence);
        QCOMPARE(visibleSentence(u"plain\u202E"_s), u"plain‹U+202E›"_s);
        QCOMPARE(visibleSentence(sentence, 3), u"\u2068של…\u2069"_s);
        QCOMPARE(visibleSentence(u"a\u2069b\u2067"_s), u"a‹U+2069›b‹U+2067›"_s);
        QCOMPARE(visibleLine(sentence).count(u'\u2068'), 0);
    }

    void controlsArePictures()
    {
        for (char16_t c = 0; c < 0x20; ++c) {
            if (c == u'\n' || c == u'\t' || c == u'\r')
                continue;
            const QString text = u"a"_s + QChar(c) + u"b"_s;
            QCOMPARE(visibleText(text), u"a"_s + QChar(0x2400 + c) + u"b"_s);
        }
        QCOMPARE(visibleText(u"a\u007Fb"_s), u"a␡b"_s);
        QCOMPARE(visibleText(u"\u001B[31mred"_s), u"␛[31mred"_s);
    }

    void lines()
    {
        const QString text = u"one\r\ntwo\nthree\rfour\tfive"_s;
        QCOMPARE(visibleText(text), u"one\ntwo\nthree␍four\tfive"_s);
        QCOMPARE(visibleLine(text), u"one ⏎ two ⏎ three␍four five"_s);
    }

    void loneSurrogates()
    {
        const QChar high(0xD83D);
        const QChar low(0xDE00);
        const QString replaced = u"a\uFFFDb"_s;
        QCOMPARE(visibleText(u"a"_s + high + u"b"_s), replaced);
        QCOMPARE(visibleText(u"a"_s + low + u"b"_s), replaced);
        QCOMPARE(visibleText(QString(high)), u"\uFFFD"_s);
        QCOMPARE(visibleText(QString(low) + high), u"\uFFFD\uFFFD"_s);
        QCOMPARE(visibleText(QString(high) + low), QString(high) + low);
    }

    void longLinesAreCut()
    {
        QCOMPARE(visibleLine(QString(2000, u'x')).size(), 2000);
        QCOMPARE(visibleLine(QString(2001, u'x')), QString(2000, u'x') + u'…');
        QCOMPARE(visibleText(QString(5000, u'x')).size(), 5000);
        // Never through the middle of a character
        QCOMPARE(visibleLine(u"xxx😀y"_s, 4), u"xxx…"_s);
        QCOMPARE(visibleLine(u"xxx😀y"_s, 5), u"xxx😀…"_s);
    }

    // Whatever comes in: what goes out holds nothing that hides, and is the same when done twice.
    void everyCharacter()
    {
        const QRegularExpression hidden(
            u"[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{200B}\\x{FEFF}\\x{00}-\\x{08}\\x{7F}-\\x{9F}]"_s);
        for (char32_t c = 0; c < 0x30000; ++c) {
            if (c >= 0xD800 && c < 0xE000)
                continue;
            const QString text = visibleLine(character(c));
            QVERIFY2(!text.isEmpty(), qPrintable(QString::number(c, 16)));
            if (text.contains(hidden) || visibleLine(text) != text)
                QFAIL(qPrintable(QString::number(c, 16)));
        }
    }
};

QTEST_GUILESS_MAIN(VisibleTextTest)
#include "tst_visibletext.moc"
