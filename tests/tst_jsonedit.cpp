// SPDX-License-Identifier: GPL-3.0-or-later
#include "changesview.h"
#include "jsonedit.h"
#include "jsonhighlighter.h"
#include "plainlabel.h"
#include "theme.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

void type(QPlainTextEdit *edit, const QString &text)
{
    QTextCursor cursor(edit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

QString problemText(const JsonEdit &edit)
{
    const auto *const label = edit.findChild<PlainLabel *>(u"jsonProblem"_s);
    return label->isHidden() ? QString() : label->plainText();
}

QString diffText(const QString &before, const QString &after)
{
    QString out;
    for (const DiffLine &line : lineDiff(before, after))
        out += u"=-+~"_s.at(static_cast<qsizetype>(line.kind)) + line.text + u'|';
    return out;
}

} // namespace

class TestJsonEdit : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
        applyAppearance(*static_cast<QApplication *>(QApplication::instance()), Appearance::Light);
    }

    void untouched_givesTheStoredBytes_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::newRow("big integer and blanks") << QByteArray(R"({"n" :12345678901234567890,"f":1.0,"e":1E400})");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("not an object") << QByteArray(R"(["a",null])");
        QTest::newRow("no-break space, separators")
            << QByteArray("{\"a\":\"\xC2\xA0\xE2\x80\xA8\xE2\x80\xA9\xEF\xB7\x90\"}");
    }
    void untouched_givesTheStoredBytes()
    {
        QFETCH(QByteArray, raw);
        JsonEdit edit;
        edit.setJson(raw);
        QCOMPARE(edit.json(), raw);
        QVERIFY(!edit.isModified());
        QVERIFY(!edit.check());
        QCOMPARE(problemText(edit), QString());
    }

    void whiteSpace_isNoChange()
    {
        JsonEdit edit;
        edit.setJson(R"({"a":[1,2]})");
        type(edit.editor(), u"{ \"a\" : [ 1,\n 2 ] }"_s);
        QVERIFY(!edit.isModified());
        type(edit.editor(), u"{ \"a\" : [ 1,\n 3 ] }"_s);
        QVERIFY(edit.isModified());
        QCOMPARE(edit.json(), QByteArray("{ \"a\" : [ 1,\n 3 ] }"));
    }

    // What the text control changes or hides must survive a change elsewhere.
    void specialCharacters_surviveAnEdit()
    {
        JsonEdit edit;
        edit.setJson("{\"a\":\"x\xC2\xA0y\xE2\x80\xA9z\xE2\x80\xAEw\",\"b\":1}");
        QVERIFY(!edit.editor()->toPlainText().contains(QChar(0x202E)));
        QTextCursor cursor = edit.editor()->document()->find(u"1"_s, edit.editor()->document()->find(u"\"b\""_s));
        cursor.insertText(u"2"_s);
        QVERIFY(!edit.check());
        QCOMPARE(compactJson(edit.json()), QByteArray("{\"a\":\"x\xC2\xA0y\\u2029z\\u202ew\",\"b\":2}"));
    }

    void problem_namesLineAndColumnAndUnderlines()
    {
        JsonEdit edit;
        edit.setJson("{}");
        type(edit.editor(), u"{\n  \"a\": 1,\n  \"b\" 2\n}"_s);
        const auto problem = edit.check();
        QVERIFY(problem);
        QCOMPARE(problem->line, 3);
        QCOMPARE(problem->column, 7);
        QVERIFY(problemText(edit).contains(u"Line 3, column 7"_s));
        const auto marks = edit.editor()->extraSelections();
        const auto wave = std::find_if(marks.cbegin(), marks.cend(), [](const QTextEdit::ExtraSelection &mark) {
            return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline;
        });
        QVERIFY(wave != marks.cend());
        QCOMPARE(wave->cursor.selectedText(), u"2"_s);
        QVERIFY(!edit.findChild<QPushButton *>(u"jsonFormat"_s)->isEnabled());
    }

    void typing_isCheckedAfterAPause()
    {
        JsonEdit edit;
        edit.setJson("{}");
        const QSignalSpy checked(&edit, &JsonEdit::checked);
        type(edit.editor(), u"{"_s);
        QVERIFY(!edit.problem());
        QTRY_VERIFY(edit.problem());
        QVERIFY(!checked.isEmpty());
    }

    void notAnObject_isKeptAndSaidButBlocksNothing()
    {
        JsonEdit edit;
        edit.setJson("\"text\"");
        QVERIFY(!edit.problem());
        QVERIFY(!edit.findChild<PlainLabel *>(u"jsonHint"_s)->isHidden());
        type(edit.editor(), u"\"other\""_s);
        QVERIFY(edit.check());
    }

    void refusal_staysUntilTheTextChanges()
    {
        JsonEdit edit;
        edit.setJson("{}");
        edit.setRefusal(u"no <b>good</b>"_s);
        QCOMPARE(problemText(edit), u"no <b>good</b>"_s);
        type(edit.editor(), u"{\"a\":1}"_s);
        edit.check();
        QCOMPARE(problemText(edit), QString());
    }

    void format_keepsTokens()
    {
        JsonEdit edit;
        edit.setJson("{}");
        type(edit.editor(), u"{\"n\":12345678901234567890,\"f\":1.0}"_s);
        edit.check();
        edit.findChild<QPushButton *>(u"jsonFormat"_s)->click();
        QCOMPARE(edit.json(), QByteArray("{\n  \"n\": 12345678901234567890,\n  \"f\": 1.0\n}"));
        edit.editor()->undo();
        QCOMPARE(edit.json(), QByteArray("{\"n\":12345678901234567890,\"f\":1.0}"));
    }

    void keys_tabLeavesAndEnterIndents()
    {
        QWidget window;
        auto *const edit = new JsonEdit(&window);
        edit->setJson("{}");
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        QTextCursor cursor = edit->editor()->textCursor();
        cursor.setPosition(1);
        edit->editor()->setTextCursor(cursor);
        QTest::keyClick(edit->editor(), Qt::Key_Return);
        QTest::keyClicks(edit->editor(), u"\"a\": 1,"_s);
        QTest::keyClick(edit->editor(), Qt::Key_Return);
        QCOMPARE(edit->json(), QByteArray("{\n  \"a\": 1,\n  \n}"));
        QVERIFY(edit->editor()->hasFocus());
        QTest::keyClick(edit->editor(), Qt::Key_Tab);
        QVERIFY(!edit->editor()->hasFocus());
        QVERIFY(!edit->json().contains('\t'));
    }

    void brackets_areMatchedOutsideOfTexts()
    {
        JsonEdit edit;
        edit.setJson("{}");
        type(edit.editor(), u"{\"a\": \"}\", \"b\": [1]}"_s);
        QTextCursor cursor = edit.editor()->textCursor();
        cursor.setPosition(0);
        edit.editor()->setTextCursor(cursor);
        QList<int> places;
        for (const auto &mark : edit.editor()->extraSelections())
            places += mark.cursor.selectionStart();
        QCOMPARE(places, (QList<int>{0, 19}));
    }

    void colours_haveContrastAndFollowTheTheme_data()
    {
        QTest::addColumn<int>("appearance");
        QTest::newRow("light") << static_cast<int>(Appearance::Light);
        QTest::newRow("dark") << static_cast<int>(Appearance::Dark);
    }
    void colours_haveContrastAndFollowTheTheme()
    {
        QFETCH(int, appearance);
        JsonEdit edit;
        edit.setJson(R"({"key":"text","n":-1.5,"l":null})");
        edit.show();
        applyAppearance(*static_cast<QApplication *>(QApplication::instance()), static_cast<Appearance>(appearance));
        const Colors colors = colorsOf(edit.palette());
        const auto coloured = [&] {
            QSet<QRgb> used;
            for (QTextBlock block = edit.editor()->document()->begin(); block.isValid(); block = block.next()) {
                for (const auto &range : block.layout()->formats())
                    used.insert(range.format.foreground().color().rgb());
            }
            return used;
        };
        QTRY_VERIFY(coloured().contains(colors.good.rgb()));
        const QSet<QRgb> used = coloured();
        QCOMPARE(used.size(), 5);
        for (const QRgb color : used)
            QVERIFY2(contrast(QColor(color), colors.base) >= 4.5, qPrintable(QColor(color).name()));
    }

    void largeText_keepsItsBytes()
    {
        QByteArray raw = "{\"first\":12345678901234567890";
        for (int i = 0; raw.size() < 1'000'000; ++i)
            raw += ",\"key" + QByteArray::number(i) + "\":{\"a\":[1,2,\"text\"]}";
        raw += '}';
        JsonEdit edit;
        edit.setJson(raw);
        edit.show();
        QCOMPARE(edit.json(), raw);
        QTextCursor cursor = edit.editor()->document()->find(u"\"text\""_s);
        cursor.insertText(u"true"_s);
        QVERIFY(!edit.check());
        QVERIFY(edit.isModified());
        QVERIFY(edit.json().contains("12345678901234567890"));
    }

    void diff_isMinimal_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same, few lines") << u"a\nb"_s << u"a\nb"_s << u"=a|=b|"_s;
        QTest::newRow("from nothing") << QString() << u"a\nb"_s << u"+a|+b|"_s;
        QTest::newRow("to nothing") << u"a"_s << QString() << u"-a|"_s;
        QTest::newRow("replaced") << u"a\nb\nc"_s << u"a\nx\nc"_s << u"=a|-b|+x|=c|"_s;
        QTest::newRow("two places") << u"a\nb\nc\nd\ne"_s << u"b\nc\nx\nd\ne"_s << u"-a|=b|=c|+x|=d|=e|"_s;
        QTest::newRow("moved") << u"a\nb\nc"_s << u"c\na\nb"_s << u"+c|=a|=b|-c|"_s;
    }
    void diff_isMinimal()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        QCOMPARE(diffText(before, after), expected);
    }

    void diff_rebuildsBothTexts()
    {
        // Pseudo-random, the same in each run.
        quint32 state = 7;
        const auto next = [&state](quint32 limit) {
            return (state = state * 1664525U + 1013904223U) / 65536U % limit;
        };
        for (int round = 0; round < 300; ++round) {
            QStringList before;
            QStringList after;
            for (quint32 i = next(12); i > 0; --i)
                before += QString::number(next(4));
            for (quint32 i = next(12); i > 0; --i)
                after += QString::number(next(4));
            QStringList a;
            QStringList b;
            bool isCut = false;
            for (const DiffLine &line : lineDiff(before.join(u'\n'), after.join(u'\n'))) {
                isCut = isCut || line.kind == DiffLine::Kind::Skipped;
                if (line.kind != DiffLine::Kind::Added)
                    a += line.text;
                if (line.kind != DiffLine::Kind::Removed)
                    b += line.text;
            }
            if (isCut)
                continue;
            QCOMPARE(a, before);
            QCOMPARE(b, after);
        }
    }

    void diff_showsWhereLongLinesDiffer()
    {
        const QString filler(5'000, u'x');
        const QString text = diffText(filler + u"OLD"_s + filler, filler + u"NEW"_s + filler);
        QVERIFY(text.contains(u"OLD"_s));
        QVERIFY(text.contains(u"NEW"_s));
        QVERIFY(text.size() < 3'000);
    }
};

QTEST_MAIN(TestJsonEdit)
#include "tst_jsonedit.moc"
