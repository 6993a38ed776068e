// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

// One text of a translation file. A numerus text has one form per grammatical number, every other text one form.
struct Message
{
    QString context;
    QString source;
    QString comment;
    QString state; // the type attribute: empty when finished, else unfinished, vanished or obsolete
    bool isNumerus = false;
    QStringList forms;

    QString name() const { return context + u": "_s + source + (comment.isEmpty() ? QString() : u" | "_s + comment); }
};

struct File
{
    QString language;
    QList<Message> messages;
    QString error;
};

constexpr int formsOfANumerus = 2; // both languages know singular and plural only

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.isNumerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            message.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.state = xml.attributes().value("type"_L1).toString();
            if (!message.isNumerus) {
                message.forms += xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement()) {
                if (xml.name() == "numerusform"_L1)
                    message.forms += xml.readElementText();
                else
                    xml.skipCurrentElement();
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

File readFile(const QString &language)
{
    File file;
    QFile device(QStringLiteral(TIDINGS_SOURCE_DIR) + u"/translations/tidings_"_s + language + u".ts"_s);
    if (!device.open(QIODevice::ReadOnly)) {
        file.error = device.fileName() + u": "_s + device.errorString();
        return file;
    }
    QXmlStreamReader xml(&device);
    if (!xml.readNextStartElement() || xml.name() != "TS"_L1) {
        file.error = u"This is no translation file."_s;
        return file;
    }
    file.language = xml.attributes().value("language"_L1).toString();
    while (xml.readNextStartElement()) {
        if (xml.name() != "context"_L1) {
            xml.skipCurrentElement();
            continue;
        }
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "message"_L1)
                file.messages += readMessage(xml, context);
            else
                xml.skipCurrentElement();
        }
    }
    if (xml.hasError())
        file.error = xml.errorString();
    return file;
}

QStringList found(const QString &text, const QString &pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    QStringList all;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext())
        all += matches.next().captured();
    all.sort();
    return all;
}

QString leadingSpace(const QString &text)
{
    qsizetype end = 0;
    while (end < text.size() && text.at(end).isSpace())
        ++end;
    return text.first(end);
}

QString trailingSpace(const QString &text)
{
    qsizetype begin = text.size();
    while (begin > 0 && text.at(begin - 1).isSpace())
        --begin;
    return text.sliced(begin);
}

QStringList faultsOfForm(const QString &source, const QString &form, const QString &language)
{
    if (form.trimmed().isEmpty())
        return {u"empty"_s};
    QStringList faults;
    // A place marker may stand elsewhere, but neither more nor less often, and L changes how a number looks.
    const auto compare = [&](const QString &pattern, const QString &fault) {
        if (found(source, pattern) != found(form, pattern))
            faults += fault;
    };
    compare(u"%L?(?:n|[0-9]{1,2})"_s, u"placeholders"_s);
    compare(u"…|\\.\\.\\."_s, u"ellipsis"_s);
    compare(u"[\\n\\t]"_s, u"lines"_s);
    // Which letter a mnemonic takes is the translator's choice, that there is one is not.
    if (found(source, u"&(?=[\\w])"_s).size() != found(form, u"&(?=[\\w])"_s).size())
        faults += u"mnemonic"_s;
    if (leadingSpace(source) != leadingSpace(form) || trailingSpace(source) != trailingSpace(form))
        faults += u"space"_s;
    const QStringList allowed = found(source, u"</?[A-Za-z!][^>]*>|&#?\\w+;"_s);
    for (const QString &tag : found(form, u"</?[A-Za-z!][^>]*>|&#?\\w+;"_s)) {
        if (!allowed.contains(tag))
            faults += u"tag"_s;
    }
    const bool isGerman = language == "de"_L1;
    const QChar opening = isGerman ? u'„' : u'“';
    const QChar closing = isGerman ? u'“' : u'”';
    if (source.count(u'“') != form.count(opening) || source.count(u'”') != form.count(closing)
        || (isGerman && form.contains(u'”')))
        faults += u"quotes"_s;
    return faults;
}

// What is wrong with the translation; empty: nothing.
QStringList faultsOf(const Message &message, const QString &language)
{
    QStringList faults;
    if (!message.state.isEmpty())
        faults += message.state;
    if (message.forms.size() != (message.isNumerus ? formsOfANumerus : 1))
        faults += u"forms"_s;
    for (const QString &form : message.forms)
        faults += faultsOfForm(message.source, form, language);
    return faults;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void checkerFindsFaults_data();
    void checkerFindsFaults();
    void filesAreFaultless_data();
    void filesAreFaultless();
    void englishHasEveryPlural();
    void compiledFilesAreCurrent_data();
    void compiledFilesAreCurrent();
    void germanTexts();
    void germanPlurals_data();
    void germanPlurals();
    void englishPlurals_data();
    void englishPlurals();

private:
    static std::unique_ptr<QTranslator> install(const QString &language);
};

// Null when the file is not embedded. A translator that is destroyed leaves the application by itself.
std::unique_ptr<QTranslator> TestTranslations::install(const QString &language)
{
    auto translator = std::make_unique<QTranslator>();
    const bool isLoaded = translator->load(u":/i18n/tidings_"_s + language + u".qm"_s);
    if (!isLoaded || !QCoreApplication::installTranslator(translator.get()))
        return {};
    return translator;
}

void TestTranslations::checkerFindsFaults_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("forms");
    QTest::addColumn<bool>("isNumerus");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("faults");

    const QStringList none;
    const auto plain = [](const char *row, const QString &source, const QString &form, const QStringList &faults) {
        QTest::newRow(row) << source << QStringList{form} << false << QString() << faults;
    };
    plain("good", u"&Edit “%1” of %2…"_s, u"„%1“ von %2 &bearbeiten…"_s, none);
    plain("placeholders change places", u"%1 on %2"_s, u"auf %2: %1"_s, none);
    plain("empty", u"Edit"_s, QString(), {u"empty"_s});
    plain("blank", u"Edit"_s, u"  "_s, {u"empty"_s});
    plain("placeholder lost", u"%1 on %2"_s, u"%1"_s, {u"placeholders"_s});
    plain("placeholder twice", u"Open %1"_s, u"%1 %1"_s, {u"placeholders"_s});
    plain("placeholder of another number", u"Open %1"_s, u"%2"_s, {u"placeholders"_s});
    plain("placeholder without L", u"%Ln events"_s, u"%n Ereignisse"_s, {u"placeholders"_s});
    plain("ellipsis lost", u"Edit…"_s, u"Bearbeiten"_s, {u"ellipsis"_s});
    plain("ellipsis of full stops", u"Edit…"_s, u"Bearbeiten..."_s, {u"ellipsis"_s});
    plain("line break lost", u"a\nb"_s, u"a b"_s, {u"lines"_s});
    plain("mnemonic lost", u"&Edit"_s, u"Bearbeiten"_s, {u"mnemonic"_s});
    plain("two mnemonics", u"&Edit"_s, u"&Bear&beiten"_s, {u"mnemonic"_s});
    plain("mnemonic at an umlaut", u"&Over"_s, u"&Über"_s, none);
    plain("space before", u"Edit"_s, u" Bearbeiten"_s, {u"space"_s});
    plain("space after lost", u"Edit "_s, u"Bearbeiten"_s, {u"space"_s});
    plain("tag", u"Edit"_s, u"<b>Bearbeiten</b>"_s, {u"tag"_s, u"tag"_s});
    plain("tag of the source", u"<i>a"_s, u"<i>b"_s, none);
    plain("English quotes", u"“%1”"_s, u"“%1”"_s, {u"quotes"_s});
    plain("unbalanced quotes", u"“%1”"_s, u"„%1"_s, {u"quotes"_s});
    QTest::newRow("unfinished") << u"a"_s << QStringList{u"b"_s} << false << u"unfinished"_s
                                << QStringList{u"unfinished"_s};
    QTest::newRow("vanished") << u"a"_s << QStringList{u"b"_s} << false << u"vanished"_s << QStringList{u"vanished"_s};
    QTest::newRow("obsolete") << u"a"_s << QStringList{u"b"_s} << false << u"obsolete"_s << QStringList{u"obsolete"_s};
    QTest::newRow("good numerus") << u"%n field(s)"_s << QStringList{u"%n Feld"_s, u"%n Felder"_s} << true << QString()
                                  << none;
    QTest::newRow("one form of a numerus")
        << u"%n field(s)"_s << QStringList{u"%n Feld"_s} << true << QString() << QStringList{u"forms"_s};
    QTest::newRow("number lost in a form") << u"%n field(s)"_s << QStringList{u"ein Feld"_s, u"%n Felder"_s} << true
                                           << QString() << QStringList{u"placeholders"_s};
    QTest::newRow("empty form") << u"%n field(s)"_s << QStringList{u"%n Feld"_s, QString()} << true << QString()
                                << QStringList{u"empty"_s};
}

void TestTranslations::checkerFindsFaults()
{
    QFETCH(const QString, source);
    QFETCH(const QStringList, forms);
    QFETCH(const bool, isNumerus);
    QFETCH(const QString, state);
    QFETCH(const QStringList, faults);
    QCOMPARE(faultsOf({u"Context"_s, source, {}, state, isNumerus, forms}, u"de"_s), faults);
}

void TestTranslations::filesAreFaultless_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << u"de"_s;
    QTest::newRow("English") << u"en"_s;
}

void TestTranslations::filesAreFaultless()
{
    QFETCH(const QString, language);
    const File file = readFile(language);
    QCOMPARE(file.error, QString());
    QCOMPARE(file.language, language);
    QVERIFY(!file.messages.isEmpty());
    QStringList problems;
    for (const Message &message : file.messages) {
        const QStringList faults = faultsOf(message, language);
        if (!faults.isEmpty())
            problems += faults.join(u", "_s) + u" in "_s + message.name() + u" -> "_s + message.forms.join(u" / "_s);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
}

void TestTranslations::englishHasEveryPlural()
{
    // The German file holds all texts; the English one exactly those whose wording depends on a number.
    QSet<QString> plurals;
    for (const Message &message : readFile(u"de"_s).messages) {
        if (message.isNumerus)
            plurals += message.name();
    }
    QSet<QString> english;
    for (const Message &message : readFile(u"en"_s).messages) {
        QVERIFY2(message.isNumerus, qPrintable(message.name()));
        english += message.name();
        for (const QString &form : message.forms)
            QVERIFY2(!form.contains("(s)"_L1), qPrintable(form));
    }
    QVERIFY(!plurals.isEmpty());
    QCOMPARE(english, plurals);
}

void TestTranslations::compiledFilesAreCurrent_data()
{
    filesAreFaultless_data();
}

void TestTranslations::compiledFilesAreCurrent()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/tidings_"_s + language + u".qm"_s));
    const File file = readFile(language);
    QVERIFY(!file.messages.isEmpty());
    for (const Message &message : file.messages) {
        for (qsizetype i = 0; i < message.forms.size(); ++i) {
            const int number = message.isNumerus ? static_cast<int>(i) + 1 : -1;
            const QString text = translator.translate(message.context.toUtf8().constData(),
                message.source.toUtf8().constData(), message.comment.toUtf8().constData(), number);
            QVERIFY2(text == message.forms.at(i), qPrintable(message.name() + u" -> "_s + text));
        }
    }
}

void TestTranslations::germanTexts()
{
    QCOMPARE(QCoreApplication::translate("tidings::MainWindow", "&Quit"), u"&Quit"_s);
    const auto translator = install(u"de"_s);
    QVERIFY(translator);
    QCOMPARE(QCoreApplication::translate("tidings::MainWindow", "&Quit"), u"&Beenden"_s);
    QCOMPARE(QCoreApplication::translate("tidings::MainWindow", "Inbox"), u"Posteingang"_s);
    QCOMPARE(QCoreApplication::translate("Severity", "Notice"), u"Hinweis"_s);
    QCOMPARE(QCoreApplication::translate("Severity", "Warning"), u"Warnung"_s);
    QCOMPARE(QCoreApplication::translate("Severity", "Alert"), u"Alarm"_s);
    QCOMPARE(QCoreApplication::translate("tidings::EventDialog", "Created %1\n%2"), u"Erstellt %1\n%2"_s);
    QCOMPARE(QCoreApplication::translate("tidings::CertificateView", "%1 (by itself)", "issuer of a certificate"),
        u"%1 (sich selbst)"_s);
    // A text that no file knows stays as it is.
    QCOMPARE(QCoreApplication::translate("tidings::MainWindow", "no such text"), u"no such text"_s);
}

void TestTranslations::germanPlurals_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("age");
    QTest::newRow("none") << 0 << u"0 Felder"_s << u"vor 0 Tagen"_s;
    QTest::newRow("one") << 1 << u"1 Feld"_s << u"vor 1 Tag"_s;
    QTest::newRow("two") << 2 << u"2 Felder"_s << u"vor 2 Tagen"_s;
    QTest::newRow("twenty-one") << 21 << u"21 Felder"_s << u"vor 21 Tagen"_s;
}

void TestTranslations::germanPlurals()
{
    QFETCH(const int, number);
    QFETCH(const QString, fields);
    QFETCH(const QString, age);
    const auto translator = install(u"de"_s);
    QVERIFY(translator);
    QCOMPARE(QCoreApplication::translate("tidings::JsonTreeModel", "%n field(s)", nullptr, number), fields);
    const QString days = QCoreApplication::translate("Time", "%n day(s)", nullptr, number);
    QCOMPARE(QCoreApplication::translate("Time", "%1 ago").arg(days), age);
}

void TestTranslations::englishPlurals_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("seen");
    QTest::newRow("none") << 0 << u"0 fields"_s << u"0 notifications marked seen"_s;
    QTest::newRow("one") << 1 << u"1 field"_s << u"1 notification marked seen"_s;
    QTest::newRow("two") << 2 << u"2 fields"_s << u"2 notifications marked seen"_s;
    QTest::newRow("twenty-one") << 21 << u"21 fields"_s << u"21 notifications marked seen"_s;
}

void TestTranslations::englishPlurals()
{
    QFETCH(const int, number);
    QFETCH(const QString, fields);
    QFETCH(const QString, seen);
    const auto translator = install(u"en"_s);
    QVERIFY(translator);
    QCOMPARE(QCoreApplication::translate("tidings::JsonTreeModel", "%n field(s)", nullptr, number), fields);
    QCOMPARE(QCoreApplication::translate("SeenCommand", "%n notification(s) marked seen", nullptr, number), seen);
    // Every other text is the source's own.
    QCOMPARE(QCoreApplication::translate("tidings::MainWindow", "&Quit"), u"&Quit"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
