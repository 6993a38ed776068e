// SPDX-License-Identifier: GPL-3.0-or-later
#include "addressedit.h"
#include "certificateview.h"
#include "connectdialog.h"
#include "demoserver.h"
#include "keychainpanel.h"
#include "noteline.h"
#include "plainlabel.h"
#include "probeview.h"
#include "support/faultserver.h"
#include "theme.h"
#include "tokenedit.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMetaProperty>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUuid>

#include <memory>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(tidings::DemoRelease)
Q_DECLARE_METATYPE(tidings::DemoRights)
Q_DECLARE_METATYPE(tidings::SecretError::Kind)

namespace {

const QString secret = u"s3cr3tTokenThatNobodyMaySee0123456789"_s;
constexpr int patience = 10'000;

QStringList &logged()
{
    static QStringList lines;
    return lines;
}

QtMessageHandler &nextHandler()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

void record(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    logged() += text;
    if (nextHandler())
        nextHandler()(type, context, text);
}

// Answers each write as it is told to, or holds it back until answer().
class FakeStore final : public SecretStore
{
public:
    QList<std::optional<SecretError>> answers; // used up first to last; then everything succeeds
    bool holds = false;
    QMap<QString, QByteArray> kept;
    QStringList removed;
    int writes = 0;

    void read(const QString & /*key*/, QObject * /*context*/, ReadDone /*done*/) override { qFatal("not read here"); }

    void write(const QString &key, const QByteArray &value, QObject *context, Done done) override
    {
        ++writes;
        m_pending = [this, key, value, context = QPointer<QObject>(context), done = std::move(done)](
                        const std::optional<SecretError> &error) {
            if (!error)
                kept.insert(key, value);
            if (!context)
                return;
            QMetaObject::invokeMethod(
                context.data(),
                [done, error] {
                    if (error)
                        done(Unexpected<SecretError>(*error));
                    else
                        done(std::monostate());
                },
                Qt::QueuedConnection);
        };
        if (!holds)
            answer(answers.isEmpty() ? std::nullopt : answers.takeFirst());
    }

    void remove(const QString &key, QObject *context, Done done) override
    {
        removed += key;
        kept.remove(key);
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(std::monostate()); }, Qt::QueuedConnection);
    }

    void answer(const std::optional<SecretError> &error)
    {
        if (const auto pending = std::exchange(m_pending, {}))
            pending(error);
    }

private:
    std::function<void(const std::optional<SecretError> &)> m_pending;
};

QString keyOf(const Connection &connection)
{
    return connection.server + u'|' + connection.id;
}

std::optional<SecretError> failure(SecretError::Kind kind)
{
    return SecretError{kind, u"words of the keychain"_s};
}

// The least that a server has to say to be taken for authentik.
void answerLikeAuthentik(FaultServer &server)
{
    const QByteArray emptyPage
        = R"({"pagination":{"next":0,"previous":0,"count":0,"current":1,"total_pages":1,"start_index":0,"end_index":0},"results":[]})";
    server.replyAlways("GET", "/api/v3/root/config/", Answer::json(R"({"capabilities":[]})"));
    server.replyAlways("GET", "/api/v3/core/users/me/",
        Answer::json(R"({"user":{"pk":7,"username":"alice","name":"Alice Weber","is_superuser":false}})"));
    server.replyAlways("GET", "/api/v3/admin/version/", Answer::json(R"({"version_current":"2025.10.1"})"));
    server.replyAlways("GET", "/api/v3/events/events/", Answer::json(emptyPage));
    server.replyAlways("GET", "/api/v3/events/events/actions/", Answer::json("[]"));
    server.replyAlways("GET", "/api/v3/events/notifications/", Answer::json(emptyPage));
}

// A dialog on the screen, with its parts at hand.
struct Shown
{
    explicit Shown(const Connection &connection = {})
        : dialog(store, keyOf)
    {
        dialog.setConnection(connection);
        dialog.open();
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("the dialog does not become active");
    }

    template <class T> T *find(const QString &name) const
    {
        auto *const found = dialog.findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    QLineEdit *line(const QString &name) const { return find<QLineEdit>(name); }
    QPushButton *button(const QString &name) const { return find<QPushButton>(name); }
    QString note(const QString &name) const { return find<NoteLine>(name)->text(); }
    QString results() const { return find<ProbeView>(u"testResult"_s)->lines().join(u'\n'); }
    QString keychain() const { return find<KeychainPanel>(u"keychainPanel"_s)->text(); }

    void type(const QString &name, const QString &text) const
    {
        line(name)->setFocus();
        line(name)->selectAll();
        QTest::keyClick(line(name), Qt::Key_Delete);
        QTest::keyClicks(line(name), text);
    }
    void fill(const QString &server, const QString &token = secret) const
    {
        type(u"server"_s, server);
        type(u"token"_s, token);
    }
    // Presses the button and waits until a test has ended.
    [[nodiscard]] bool run(const QString &name = u"test"_s)
    {
        QSignalSpy finished(&dialog, &ConnectDialog::testFinished);
        button(name)->click();
        return (!finished.isEmpty() || finished.wait(patience)) && finished.first().first().toBool();
    }

    FakeStore store;
    ConnectDialog dialog;
};

QString urlOf(const DemoServer &server)
{
    return u"http://127.0.0.1:%1"_s.arg(server.port());
}

std::unique_ptr<DemoServer> demo(
    DemoRights rights = DemoRights::Edit, DemoRelease release = DemoRelease::V2026_8, quint32 events = 50)
{
    DemoOptions options;
    options.token = secret;
    options.rights = rights;
    options.release = release;
    options.events = events;
    auto server = std::make_unique<DemoServer>(options);
    if (!server->listen())
        qFatal("no port for the demo server");
    return server;
}

// Everything a widget says, to eyes, pointers, screen readers and scripts, but for the text of the token field itself.
QString saidBy(const QWidget &root)
{
    QStringList all;
    auto widgets = root.findChildren<QWidget *>();
    widgets.prepend(const_cast<QWidget *>(&root));
    for (const QWidget *const widget : std::as_const(widgets)) {
        const QMetaObject *const meta = widget->metaObject();
        for (int at = 0; at < meta->propertyCount(); ++at) {
            const QMetaProperty property = meta->property(at);
            const bool isOwnText = widget->objectName() == "token"_L1
                && (QByteArrayView(property.name()).contains("ext")); // text, displayText, selectedText
            if (!isOwnText)
                all += property.read(widget).toString();
        }
        const auto dynamic = widget->dynamicPropertyNames();
        for (const QByteArray &name : dynamic)
            all += widget->property(name.constData()).toString();
        if (const auto *const label = qobject_cast<const QLabel *>(widget))
            all += label->text();
    }
    return all.join(u'\n');
}

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void showsWhatBecomesOfAnAddress_data();
    void showsWhatBecomesOfAnAddress();
    void complainsOnlyWhenTheAddressIsLeft();
    void cleansTokens_data();
    void cleansTokens();
    void keepsTheTokenOffTheClipboard();
    void showsAndHidesTheToken();
    void leadsToTheFirstEmptyField();
    void tellsRightsAndReleases_data();
    void tellsRightsAndReleases();
    void doesNotJudgeTheQueryLanguageWithoutEvents();
    void explainsAWrongToken();
    void explainsProblemsOfTheServer_data();
    void explainsProblemsOfTheServer();
    void neverFollowsARedirect();
    void offersNoRedirectThatIsNotEncrypted();
    void givesUpOnASilentServer();
    void stopsATest();
    void forgetsAResultWhenAFieldChanges();
    void pinsACertificateAfterItWasShown();
    void warnsOfAnotherCertificate();
    void acceptsItsOwnAuthority();
    void checksTheAuthorityFile_data();
    void checksTheAuthorityFile();
    void choosesTheAuthorityFile();
    void connectsOnce();
    void keepsWhatWasEdited();
    void asksForTheTokenOfAnotherAddress();
    void dropsAPin();
    void offersAWayOutOfEachKeychainProblem_data();
    void offersAWayOutOfEachKeychainProblem();
    void leavesNoSecretBehind_data();
    void leavesNoSecretBehind();
    void cancelsWithEscape();
    void worksByKeyboardAlone();
    void staysUsableWhenSmall_data();
    void staysUsableWhenSmall();
    void neverSaysTheToken();
    void treatsServerTextAsText();

private:
    std::optional<TestCertificate> m_certificate;
    QString m_noCertificate;
};

void TestConnectDialog::initTestCase()
{
    nextHandler() = qInstallMessageHandler(record);
    applyAppearance(*qApp, Appearance::Light);
    m_certificate = TestCertificate::create(&m_noCertificate);
}

void TestConnectDialog::cleanupTestCase()
{
    qInstallMessageHandler(nextHandler());
    QVERIFY(!logged().join(u'\n').contains(secret));
}

// ---- Fields -------------------------------------------------------------------------------------------------------

void TestConnectDialog::showsWhatBecomesOfAnAddress_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("address");
    QTest::addColumn<NoteLine::Mark>("mark");
    const auto good = NoteLine::Mark::Encrypted;
    QTest::newRow("plain") << u"https://auth.example.org"_s << u"https://auth.example.org"_s << good;
    QTest::newRow("log page") << u" https://auth.example.org/if/admin/#/events/log\n"_s << u"https://auth.example.org"_s
                              << good;
    QTest::newRow("user page") << u"https://auth.example.org/if/user/#/library"_s << u"https://auth.example.org"_s
                               << good;
    QTest::newRow("sub-path") << u"https://example.org/sso/if/admin/"_s << u"https://example.org/sso"_s << good;
    QTest::newRow("api") << u"https://example.org/sso/api/v3/root/config/"_s << u"https://example.org/sso"_s << good;
    QTest::newRow("no scheme") << u"auth.example.org:9443"_s << u"https://auth.example.org:9443"_s << good;
    QTest::newRow("loopback") << u"http://127.0.0.1:9000/"_s << u"http://127.0.0.1:9000"_s << NoteLine::Mark::Warning;
    QTest::newRow("localhost") << u"localhost:9000"_s << u"http://localhost:9000"_s << NoteLine::Mark::Warning;
    QTest::newRow("http") << u"http://auth.example.org"_s << QString() << NoteLine::Mark::Problem;
    QTest::newRow("password") << u"https://me:pw@auth.example.org"_s << QString() << NoteLine::Mark::Problem;
    QTest::newRow("other scheme") << u"ftp://auth.example.org"_s << QString() << NoteLine::Mark::Problem;
    QTest::newRow("two words") << u"my server"_s << QString() << NoteLine::Mark::Problem;
}

void TestConnectDialog::showsWhatBecomesOfAnAddress()
{
    QFETCH(const QString, pasted);
    QFETCH(const QString, address);
    QFETCH(const NoteLine::Mark, mark);
    const Shown shown;
    QGuiApplication::clipboard()->setText(pasted);
    shown.line(u"server"_s)->setFocus();
    shown.line(u"server"_s)->paste();
    shown.line(u"name"_s)->setFocus();
    const auto *const note = shown.find<NoteLine>(u"serverNote"_s);
    QVERIFY(!note->isHidden());
    QCOMPARE(note->mark(), mark);
    if (address.isEmpty()) {
        QCOMPARE(note->text(), ServerAddress::parse(pasted).error());
    } else {
        QVERIFY2(note->text().split(u' ').contains(address), qPrintable(note->text()));
        QCOMPARE(shown.line(u"name"_s)->placeholderText(), ServerAddress::parse(address)->host());
    }
    QCOMPARE(shown.line(u"server"_s)->property("invalid").toBool(), address.isEmpty());
}

void TestConnectDialog::complainsOnlyWhenTheAddressIsLeft()
{
    const Shown shown;
    shown.type(u"server"_s, u"http://auth.example.org"_s);
    QCOMPARE(shown.note(u"serverNote"_s), QString());
    QTest::keyClick(shown.line(u"server"_s), Qt::Key_Tab);
    QVERIFY(shown.note(u"serverNote"_s).contains(u"https://"_s));
}

void TestConnectDialog::cleansTokens_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("as it is") << u"abcDEF123"_s << QByteArray("abcDEF123");
    QTest::newRow("blanks around") << u" \tabc123\r\n"_s << QByteArray("abc123");
    QTest::newRow("wrapped") << u"abc\n  123"_s << QByteArray("abc123");
    QTest::newRow("Bearer") << u"Bearer abc123"_s << QByteArray("abc123");
    QTest::newRow("bearer") << u"  bearer   abc123 "_s << QByteArray("abc123");
    QTest::newRow("header") << u"Authorization: Bearer abc123"_s << QByteArray("abc123");
    QTest::newRow("invisible") << u"abc\u200B123\uFEFF"_s << QByteArray("abc123");
    QTest::newRow("no prefix") << u"Bearerabc123"_s << QByteArray("Bearerabc123");
    QTest::newRow("nothing") << u"  \n"_s << QByteArray();
}

void TestConnectDialog::cleansTokens()
{
    QFETCH(const QString, pasted);
    QFETCH(const QByteArray, token);
    TokenEdit edit;
    auto *const line = edit.findChild<QLineEdit *>(u"token"_s);
    QGuiApplication::clipboard()->setText(pasted);
    line->paste();
    QCOMPARE(edit.token(), token);
}

void TestConnectDialog::keepsTheTokenOffTheClipboard()
{
    TokenEdit edit;
    edit.show();
    auto *const line = edit.findChild<QLineEdit *>(u"token"_s);
    QTest::keyClicks(line, secret);
    const QString untouched = u"something else"_s;
    for (const bool isShown : {false, true}) {
        edit.findChild<QToolButton *>(u"showToken"_s)->setChecked(isShown);
        QGuiApplication::clipboard()->setText(untouched);
        line->selectAll();
        QTest::keySequence(line, QKeySequence(QKeySequence::Copy));
        QTest::keySequence(line, QKeySequence(QKeySequence::Cut));
        QCOMPARE(QGuiApplication::clipboard()->text(), untouched);
        QCOMPARE(edit.token(), secret.toUtf8());

        const QPoint middle = line->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, middle, line->mapToGlobal(middle));
        QCoreApplication::sendEvent(line, &event);
        auto *const menu = line->findChild<QMenu *>();
        QVERIFY(menu);
        QVERIFY(!menu->actions().isEmpty());
        const auto actions = menu->actions();
        for (QAction *const action : actions) {
            line->selectAll();
            action->trigger();
            QVERIFY2(QGuiApplication::clipboard()->text() == untouched, qPrintable(action->text()));
        }
        delete menu;
        line->clear();
        QTest::keyClicks(line, secret);
    }
    line->home(false);
    QTest::keySequence(line, QKeySequence(Qt::CTRL | Qt::Key_K));
    QCOMPARE(QGuiApplication::clipboard()->text(), untouched);
}

void TestConnectDialog::showsAndHidesTheToken()
{
    const Shown shown;
    const auto *const line = shown.line(u"token"_s);
    auto *const show = shown.find<QToolButton>(u"showToken"_s);
    shown.type(u"token"_s, secret);
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    const QString hidden = show->accessibleName();
    show->click();
    QCOMPARE(line->echoMode(), QLineEdit::Normal);
    QVERIFY(show->accessibleName() != hidden);
    QVERIFY(line->inputMethodHints().testFlag(Qt::ImhSensitiveData));
    show->click();
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    QCOMPARE(show->accessibleName(), hidden);
}

void TestConnectDialog::leadsToTheFirstEmptyField()
{
    Shown shown;
    shown.button(u"connect"_s)->setFocus();
    QVERIFY(!shown.run(u"connect"_s));
    QVERIFY(shown.line(u"server"_s)->hasFocus());
    QVERIFY(!shown.note(u"serverNote"_s).isEmpty());
    QVERIFY(!shown.note(u"tokenNote"_s).isEmpty());

    shown.type(u"server"_s, u"https://auth.example.org"_s);
    QVERIFY(!shown.run());
    QVERIFY(shown.line(u"token"_s)->hasFocus());
    QGuiApplication::clipboard()->setText(u"pässwort"_s);
    shown.line(u"token"_s)->paste();
    QCOMPARE(shown.note(u"tokenNote"_s), QString());
    QVERIFY(!shown.run());
    QVERIFY(!shown.note(u"tokenNote"_s).isEmpty());
    QVERIFY(!shown.dialog.isTesting());
}

// ---- The test -----------------------------------------------------------------------------------------------------

void TestConnectDialog::tellsRightsAndReleases_data()
{
    QTest::addColumn<DemoRights>("rights");
    QTest::addColumn<DemoRelease>("release");
    QTest::addColumn<QStringList>("words");
    const QString unseen = u"unseen"_s;
    const QString unknown = u"not known until tried"_s;
    QTest::newRow("superuser, 2026.8") << DemoRights::Edit << DemoRelease::V2026_8
                                       << QStringList{u"authentik 2026.8"_s, u"superuser"_s, u"may read (50"_s,
                                              u"deleting events: allowed"_s, unseen, u"language: answers"_s};
    QTest::newRow("superuser, 2025.10") << DemoRights::Edit << DemoRelease::V2025_10
                                        << QStringList{
                                               u"authentik 2025.10"_s, u"superuser"_s, u"may read (50"_s, unseen};
    QTest::newRow("superuser, 2024.8") << DemoRights::Edit << DemoRelease::V2024_8
                                       << QStringList{u"authentik 2024.8"_s, u"superuser"_s, u"may read (50"_s, unseen};
    QTest::newRow("reader, 2026.8") << DemoRights::View << DemoRelease::V2026_8
                                    << QStringList{u"authentik 2026.8"_s, u"may read (50"_s, unknown, unseen};
    QTest::newRow("reader, 2024.8") << DemoRights::View << DemoRelease::V2024_8
                                    << QStringList{u"authentik 2024.8"_s, u"may read (50"_s, unknown, unseen};
    QTest::newRow("guest, 2026.8") << DemoRights::None << DemoRelease::V2026_8
                                   << QStringList{u"Can view Event"_s, u"inbox"_s, unseen, u"not known without"_s};
    QTest::newRow("guest, 2024.8") << DemoRights::None << DemoRelease::V2024_8
                                   << QStringList{u"Can view Event"_s, u"inbox"_s, unseen, u"not known without"_s};
}

void TestConnectDialog::tellsRightsAndReleases()
{
    QFETCH(const DemoRights, rights);
    QFETCH(const DemoRelease, release);
    QFETCH(const QStringList, words);
    const auto server = demo(rights, release);
    Shown shown;
    shown.fill(urlOf(*server));
    QVERIFY(shown.run());
    const QString results = shown.results();
    for (const QString &word : words)
        QVERIFY2(results.contains(word), qPrintable(results));
    QVERIFY(results.contains(urlOf(*server)));
    QCOMPARE(results.contains(u"superuser"_s), rights == DemoRights::Edit);
    QCOMPARE(shown.find<NoteLine>(u"checkLine2"_s)->mark(),
        rights == DemoRights::None ? NoteLine::Mark::Missing : NoteLine::Mark::Good);
    // A token without the right to see events is still good for the inbox.
    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    shown.button(u"connect"_s)->click();
    QVERIFY(connected.wait(patience));
    QVERIFY(server->requestCount(QByteArray("POST"), u"/"_s) == 0);
}

void TestConnectDialog::doesNotJudgeTheQueryLanguageWithoutEvents()
{
    FaultServer server;
    QVERIFY(server.start());
    answerLikeAuthentik(server);
    Shown shown;
    shown.fill(server.url());
    QVERIFY(shown.run());
    QVERIFY2(shown.results().contains(u"Query language: not known"_s), qPrintable(shown.results()));
    QVERIFY(shown.results().contains(u"alice (Alice Weber)"_s));
}

void TestConnectDialog::explainsAWrongToken()
{
    const auto server = demo();
    Shown shown;
    shown.fill(urlOf(*server), u"another-token"_s);
    QVERIFY(!shown.run());
    QVERIFY(shown.note(u"tokenNote"_s).contains(u"Token invalid/expired"_s));
    QVERIFY(shown.note(u"tokenNote"_s).contains(u"Expiring API tokens"_s));
    QVERIFY(shown.line(u"token"_s)->hasFocus());
    QVERIFY(shown.line(u"token"_s)->property("invalid").toBool());
    QVERIFY(!shown.line(u"server"_s)->property("invalid").toBool());
    QCOMPARE(shown.results(), QString());
    // The field says so until it is changed.
    QTest::keyClicks(shown.line(u"token"_s), u"x"_s);
    QCOMPARE(shown.note(u"tokenNote"_s), QString());
}

void TestConnectDialog::explainsProblemsOfTheServer_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("word");
    QTest::newRow("web page") << Answer::html("<html>hello</html>") << u"text/html"_s;
    QTest::newRow("other JSON") << Answer::json(R"({"status":"up"})") << u"not an answer of authentik"_s;
    QTest::newRow("other API") << Answer::json(R"({"detail":"Not found."})", 404) << u"no authentik at"_s;
    QTest::newRow("not there") << Answer::html("<h1>404</h1>", 404) << u"HTTP 404"_s;
    QTest::newRow("login in front") << Answer::json(R"({"detail":"Authentication credentials were not provided."})",
        401) << u"in front of the server"_s;
    QTest::newRow("starting") << Answer::html("starting", 502) << u"HTTP 502"_s;
    QTest::newRow("busy") << Answer::json(R"({"detail":"Throttled."})", 429) << u"Too many requests"_s;
    QTest::newRow("dropped") << Answer::closing() << u"cannot be reached"_s;
    QTest::newRow("too much") << Answer::announcing(1LL << 40) << u"larger"_s;
}

void TestConnectDialog::explainsProblemsOfTheServer()
{
    QFETCH(const Answer, answer);
    QFETCH(const QString, word);
    FaultServer server;
    QVERIFY(server.start());
    server.replyAlways("GET", "/", answer);
    Shown shown;
    shown.fill(server.url());
    QVERIFY(!shown.run());
    QVERIFY2(shown.note(u"serverNote"_s).contains(word), qPrintable(shown.note(u"serverNote"_s)));
    QVERIFY(shown.line(u"server"_s)->hasFocus());
    // The token is sent to nobody who is not known to be an authentik, and a test is not repeated by itself.
    // (Qt itself asks once more when a connection is closed without an answer.)
    QVERIFY(server.count() == 1 || QLatin1StringView(QTest::currentDataTag()) == "dropped"_L1);
    for (const Request &request : server.requests())
        QVERIFY(!request.hasHeader("Authorization"));
    QCOMPARE(shown.store.writes, 0);
}

void TestConnectDialog::neverFollowsARedirect()
{
    const auto target = demo();
    FaultServer server;
    QVERIFY(server.start());
    server.replyAlways(
        "GET", "/", Answer::redirect(301, (urlOf(*target) + u"/api/v3/root/config/?next=1"_s).toLatin1()));
    Shown shown;
    shown.fill(server.url());
    QVERIFY(!shown.run());
    QVERIFY(shown.note(u"serverNote"_s).contains(urlOf(*target)));
    auto *const use = shown.button(u"useRedirect"_s);
    QVERIFY(use->isVisible());
    QVERIFY(use->hasFocus());
    QVERIFY(use->text().contains(urlOf(*target)));
    use->click();
    QCOMPARE(shown.line(u"server"_s)->text(), urlOf(*target));
    QVERIFY(!use->isVisible());
    QVERIFY(!shown.dialog.isTesting());
    QCOMPARE(target->requestCount(), 0);
    QVERIFY(shown.run());
}

void TestConnectDialog::offersNoRedirectThatIsNotEncrypted()
{
    FaultServer server;
    QVERIFY(server.start());
    server.replyAlways("GET", "/", Answer::redirect(302, "http://auth.example.org/api/v3/root/config/"));
    Shown shown;
    shown.fill(server.url());
    QVERIFY(!shown.run());
    QVERIFY(shown.note(u"serverNote"_s).contains(u"http://auth.example.org"_s));
    QVERIFY(!shown.button(u"useRedirect"_s)->isVisible());
    QVERIFY(shown.line(u"server"_s)->hasFocus());
}

void TestConnectDialog::givesUpOnASilentServer()
{
    FaultServer server;
    QVERIFY(server.start());
    server.replyAlways("GET", "/", Answer::held("{}"));
    Shown shown;
    shown.dialog.setTimeouts(200ms, 60s);
    shown.fill(server.url());
    QVERIFY(!shown.run());
    QVERIFY2(
        shown.note(u"serverNote"_s).contains(u"did not answer in time"_s), qPrintable(shown.note(u"serverNote"_s)));

    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    shown.type(u"server"_s, u"http://127.0.0.1:%1"_s.arg(port));
    QVERIFY(!shown.run());
    QVERIFY(shown.note(u"serverNote"_s).contains(u"cannot be reached"_s));
}

void TestConnectDialog::stopsATest()
{
    FaultServer server;
    QVERIFY(server.start());
    server.replyAlways("GET", "/", Answer::held(R"({"capabilities":[]})"));
    Shown shown;
    shown.fill(server.url());
    QSignalSpy arrived(&server, &FaultServer::requestArrived);
    QSignalSpy finished(&shown.dialog, &ConnectDialog::testFinished);
    const QString idle = shown.button(u"test"_s)->text();
    shown.button(u"test"_s)->click();
    QVERIFY(shown.dialog.isTesting());
    QVERIFY(shown.note(u"progress"_s).contains(server.url()));
    QVERIFY(shown.button(u"test"_s)->text() != idle);
    QVERIFY(arrived.wait(patience));
    shown.button(u"test"_s)->click();
    QVERIFY(!shown.dialog.isTesting());
    QCOMPARE(shown.note(u"progress"_s), QString());
    QCOMPARE(shown.button(u"test"_s)->text(), idle);
    server.release();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(server.count(), 1);

    // So does a change of a field.
    shown.button(u"test"_s)->click();
    QVERIFY(shown.dialog.isTesting());
    QTest::keyClicks(shown.line(u"token"_s), u"x"_s);
    QVERIFY(!shown.dialog.isTesting());
}

void TestConnectDialog::forgetsAResultWhenAFieldChanges()
{
    const auto server = demo();
    for (const QString &field : {u"server"_s, u"token"_s, u"caFile"_s}) {
        Shown shown;
        shown.fill(urlOf(*server));
        QVERIFY(shown.run());
        QVERIFY(!shown.results().isEmpty());
        QTest::keyClicks(shown.line(u"name"_s), u"Home"_s);
        QVERIFY(!shown.results().isEmpty());
        QTest::keyClicks(shown.line(field), u"x"_s);
        QCOMPARE(shown.results(), QString());
        QVERIFY(!shown.run(u"connect"_s));
        QCOMPARE(shown.store.writes, 0);
    }
}

// ---- TLS ----------------------------------------------------------------------------------------------------------

void TestConnectDialog::pinsACertificateAfterItWasShown()
{
    if (!m_certificate)
        QSKIP(qPrintable(m_noCertificate));
    FaultServer server;
    QVERIFY(server.start(m_certificate));
    answerLikeAuthentik(server);
    Shown shown;
    shown.fill(server.url());
    QVERIFY(!shown.run());
    QCOMPARE(server.count(), 0);
    QVERIFY(shown.note(u"serverNote"_s).contains(u"No secure connection"_s));
    QVERIFY(shown.note(u"serverNote"_s).contains(u"self-signed certificate"_s));
    auto *const trust = shown.find<QCheckBox>(u"trustCertificate"_s);
    auto *const again = shown.button(u"testAgain"_s);
    QVERIFY(trust->isVisible());
    QVERIFY(trust->hasFocus());
    QVERIFY(!again->isEnabled());
    QCOMPARE(shown.find<PlainLabel>(u"certificateSubject"_s)->plainText(), u"fault server"_s);
    QVERIFY(shown.find<PlainLabel>(u"certificateIssuer"_s)->plainText().startsWith(u"fault server"_s));
    QVERIFY(!shown.find<PlainLabel>(u"certificateValidity"_s)->plainText().isEmpty());
    QString fingerprint = shown.find<PlainLabel>(u"certificateFingerprint"_s)->plainText();
    QCOMPARE(fingerprint.count(u' ') + fingerprint.count(u'\n'), 7);
    QCOMPARE(
        QByteArray::fromHex(fingerprint.remove(u' ').remove(u'\n').remove(u':').toLatin1()), m_certificate->sha256());

    // Not without the tick, and not by the tick alone.
    QVERIFY(!shown.run());
    QCOMPARE(server.count(), 0);
    QTest::keyClick(trust, Qt::Key_Space);
    QVERIFY(trust->isChecked());
    QVERIFY(!shown.dialog.isTesting());
    QVERIFY(again->isEnabled());
    QVERIFY(shown.run(u"testAgain"_s));
    QVERIFY(!trust->isVisible());
    QVERIFY(shown.find<PlainLabel>(u"pinnedFingerprint"_s)->isVisible());

    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    shown.button(u"connect"_s)->click();
    QVERIFY(connected.wait(patience));
    const auto result = connected.first().first().value<Connection>();
    QCOMPARE(result.pinnedSha256, m_certificate->sha256());
}

void TestConnectDialog::warnsOfAnotherCertificate()
{
    if (!m_certificate)
        QSKIP(qPrintable(m_noCertificate));
    FaultServer server;
    QVERIFY(server.start(m_certificate));
    answerLikeAuthentik(server);
    Connection known;
    known.id = u"known"_s;
    known.server = server.url();
    known.token = secret.toUtf8();
    known.pinnedSha256 = QByteArray(32, 'x');
    Shown shown(known);
    QVERIFY(!shown.run());
    QCOMPARE(server.count(), 0);
    QVERIFY(!shown.note(u"certificateWarning"_s).isEmpty());
    // Ticked and unticked: as before.
    auto *const trust = shown.find<QCheckBox>(u"trustCertificate"_s);
    trust->click();
    trust->click();
    QVERIFY(!shown.run());
    QCOMPARE(server.count(), 0);
    shown.find<QCheckBox>(u"trustCertificate"_s)->click();
    QVERIFY(shown.run());
}

void TestConnectDialog::acceptsItsOwnAuthority()
{
    if (!m_certificate)
        QSKIP(qPrintable(m_noCertificate));
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"own ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_certificate->certificate.toPem());
    file.close();
    FaultServer server;
    QVERIFY(server.start(m_certificate));
    answerLikeAuthentik(server);
    Shown shown;
    shown.fill(server.url());
    shown.find<QToolButton>(u"advanced"_s)->click();
    shown.type(u"caFile"_s, file.fileName());
    QTest::keyClick(shown.line(u"caFile"_s), Qt::Key_Tab);
    QCOMPARE(shown.find<NoteLine>(u"caFileNote"_s)->mark(), NoteLine::Mark::Good);
    QVERIFY2(shown.run(), qPrintable(shown.note(u"serverNote"_s)));
    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    shown.button(u"connect"_s)->click();
    QVERIFY(connected.wait(patience));
    const auto result = connected.first().first().value<Connection>();
    QCOMPARE(result.caFile, file.fileName());
    QVERIFY(result.pinnedSha256.isEmpty());
}

void TestConnectDialog::checksTheAuthorityFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("missing") << u"missing"_s;
    QTest::newRow("folder") << u"folder"_s;
    QTest::newRow("text") << u"text"_s;
    QTest::newRow("huge") << u"huge"_s;
}

void TestConnectDialog::checksTheAuthorityFile()
{
    QFETCH(const QString, kind);
    const QTemporaryDir folder;
    QString path = folder.filePath(u"ca.pem"_s);
    if (kind == "folder"_L1)
        path = folder.path();
    QFile file(path);
    if (kind == "text"_L1 || kind == "huge"_L1) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no certificate");
        if (kind == "huge"_L1)
            QVERIFY(file.resize(1LL << 30));
    }
    Shown shown;
    shown.fill(u"https://auth.example.org"_s);
    shown.type(u"caFile"_s, path);
    QVERIFY(!shown.run());
    QVERIFY(!shown.note(u"caFileNote"_s).isEmpty());
    QVERIFY(shown.line(u"caFile"_s)->isVisible());
    QVERIFY(shown.line(u"caFile"_s)->hasFocus());
    QVERIFY(!shown.dialog.isTesting());
}

void TestConnectDialog::choosesTheAuthorityFile()
{
    const Shown shown;
    shown.find<QToolButton>(u"advanced"_s)->click();
    shown.button(u"chooseCaFile"_s)->click();
    auto *const chooser = shown.find<QFileDialog>(u"caFileDialog"_s);
    emit chooser->fileSelected(u"/there is no such file"_s);
    QCOMPARE(shown.line(u"caFile"_s)->text(), u"/there is no such file"_s);
    QVERIFY(!shown.note(u"caFileNote"_s).isEmpty());
    chooser->reject();
}

// ---- Connecting ---------------------------------------------------------------------------------------------------

void TestConnectDialog::connectsOnce()
{
    const auto server = demo();
    Shown shown;
    shown.fill(urlOf(*server) + u"/if/admin/#/events/log"_s);
    shown.find<QRadioButton>(u"colourGreen"_s)->click();
    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    shown.button(u"connect"_s)->click();
    shown.button(u"connect"_s)->click(); // twice is once
    QVERIFY(connected.wait(patience));
    QVERIFY(!shown.dialog.isVisible());
    QCOMPARE(shown.dialog.result(), int(QDialog::Accepted));

    const auto result = connected.first().first().value<Connection>();
    QVERIFY(!connected.first().at(1).toBool());
    QVERIFY(!QUuid(result.id).isNull());
    QCOMPARE(result.server, urlOf(*server));
    QCOMPARE(result.name, u"127.0.0.1"_s);
    QCOMPARE(result.colour, u"#1e7a46"_s);
    QCOMPARE(result.token, secret.toUtf8());
    QCOMPARE(result.userName, result.info.user.username);
    QVERIFY(!result.userName.isEmpty());
    QCOMPARE(result.info.capabilities.viewEvents, Right::Granted);
    const QMap<QString, QByteArray> expected{{keyOf(result), secret.toUtf8()}};
    QCOMPARE(shown.store.kept, expected);
    QCOMPARE(shown.store.writes, 1);
    QVERIFY(shown.store.removed.isEmpty());

    // The token is gone from the dialog.
    QCOMPARE(shown.line(u"token"_s)->text(), QString());
    shown.button(u"connect"_s)->click();
    shown.dialog.reject();
    QCoreApplication::processEvents();
    QCOMPARE(connected.size(), 1);
}

void TestConnectDialog::keepsWhatWasEdited()
{
    const auto server = demo();
    Connection known;
    known.id = u"known"_s;
    known.name = u"Home"_s;
    known.colour = u"#123456"_s; // none of the swatches
    known.server = urlOf(*server) + u'/';
    known.token = secret.toUtf8();
    known.pinnedSha256 = QByteArray(32, 'p');
    Shown shown(known);
    QCOMPARE(shown.line(u"server"_s)->text(), urlOf(*server));
    QCOMPARE(shown.line(u"name"_s)->text(), u"Home"_s);
    QCOMPARE(shown.line(u"token"_s)->text(), QString());
    QVERIFY(!saidBy(shown.dialog).contains(secret));
    shown.type(u"name"_s, u" Other   name "_s);
    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    shown.button(u"connect"_s)->click();
    QVERIFY(connected.wait(patience));
    const auto result = connected.first().first().value<Connection>();
    QCOMPARE(result.id, u"known"_s);
    QCOMPARE(result.name, u"Other name"_s);
    QCOMPARE(result.colour, u"#123456"_s);
    QCOMPARE(result.token, secret.toUtf8());
    QCOMPARE(result.pinnedSha256, known.pinnedSha256);
}

void TestConnectDialog::asksForTheTokenOfAnotherAddress()
{
    const auto server = demo();
    FaultServer other;
    QVERIFY(other.start());
    answerLikeAuthentik(other);
    Connection known;
    known.id = u"known"_s;
    known.server = urlOf(*server);
    known.token = secret.toUtf8();
    known.pinnedSha256 = QByteArray(32, 'p');
    Shown shown(known);
    for (const QString &elsewhere : {other.url(), urlOf(*server) + u"/sub"_s}) {
        shown.type(u"server"_s, elsewhere);
        QVERIFY(!shown.note(u"tokenNote"_s).isEmpty());
        QVERIFY(!shown.run());
        QVERIFY(shown.line(u"token"_s)->hasFocus());
        QCOMPARE(other.count(), 0);
        QCOMPARE(server->requestCount(), 0);
    }
    // Back again it is the one it was.
    shown.type(u"server"_s, urlOf(*server));
    QCOMPARE(shown.note(u"tokenNote"_s), QString());
    QVERIFY(shown.run());

    shown.type(u"server"_s, other.url());
    shown.type(u"token"_s, u"othertoken"_s);
    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    shown.button(u"connect"_s)->click();
    QVERIFY(connected.wait(patience));
    const auto result = connected.first().first().value<Connection>();
    QCOMPARE(result.token, QByteArray("othertoken"));
    QVERIFY(result.pinnedSha256.isEmpty());
    for (const Request &request : other.requests())
        QVERIFY(!request.header("Authorization").contains(secret.toLatin1()));
    QVERIFY(!shown.store.kept.values().contains(secret.toUtf8()));
}

void TestConnectDialog::dropsAPin()
{
    if (!m_certificate)
        QSKIP(qPrintable(m_noCertificate));
    FaultServer server;
    QVERIFY(server.start(m_certificate));
    answerLikeAuthentik(server);
    Connection known;
    known.id = u"known"_s;
    known.server = server.url();
    known.token = secret.toUtf8();
    known.pinnedSha256 = m_certificate->sha256();
    Shown shown(known);
    QVERIFY(shown.run());
    const auto *const pinned = shown.find<PlainLabel>(u"pinnedFingerprint"_s);
    QVERIFY(pinned->isVisible());
    shown.button(u"dropPin"_s)->click();
    QVERIFY(!pinned->isVisible());
    QCOMPARE(shown.results(), QString());
    QVERIFY(!shown.run());
    QVERIFY(shown.note(u"certificateWarning"_s).isEmpty());
}

// ---- The keychain -------------------------------------------------------------------------------------------------

void TestConnectDialog::offersAWayOutOfEachKeychainProblem_data()
{
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::newRow("NotFound") << SecretError::Kind::NotFound;
    QTest::newRow("Unavailable") << SecretError::Kind::Unavailable;
    QTest::newRow("Denied") << SecretError::Kind::Denied;
    QTest::newRow("Timeout") << SecretError::Kind::Timeout;
    QTest::newRow("TooLarge") << SecretError::Kind::TooLarge;
    QTest::newRow("Other") << SecretError::Kind::Other;
}

void TestConnectDialog::offersAWayOutOfEachKeychainProblem()
{
    QFETCH(const SecretError::Kind, kind);
    const auto server = demo();
    for (const bool isRetry : {true, false}) {
        Shown shown;
        shown.store.answers = {failure(kind), failure(kind)};
        shown.fill(urlOf(*server));
        QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
        shown.button(u"connect"_s)->click();
        const QString words = describe(*failure(kind));
        QTRY_VERIFY2(shown.keychain().contains(words), qPrintable(shown.keychain()));
        QVERIFY(shown.button(u"keychainRetry"_s)->hasFocus());
        QVERIFY(shown.line(u"token"_s)->isEnabled());
        QCOMPARE(connected.size(), 0);
        QVERIFY(shown.dialog.isVisible());

        if (isRetry) {
            shown.button(u"keychainRetry"_s)->click(); // fails again
            QVERIFY(!shown.keychain().contains(words));
            QTRY_VERIFY(shown.keychain().contains(words));
            shown.button(u"keychainRetry"_s)->click();
        } else {
            shown.button(u"sessionOnly"_s)->click();
        }
        QTRY_COMPARE(connected.size(), 1);
        QCOMPARE(connected.first().at(1).toBool(), !isRetry);
        QCOMPARE(connected.first().first().value<Connection>().token, secret.toUtf8());
        QCOMPARE(shown.store.kept.size(), isRetry ? 1 : 0);
        QVERIFY(!shown.dialog.isVisible());
    }
}

void TestConnectDialog::leavesNoSecretBehind_data()
{
    QTest::addColumn<bool>("isCancelled");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("session only") << false << false;
    QTest::newRow("cancelled") << true << false;
    QTest::newRow("session only, known") << false << true;
    QTest::newRow("cancelled, known") << true << true;
}

// The keychain is still asking for its password when the person decides otherwise.
void TestConnectDialog::leavesNoSecretBehind()
{
    QFETCH(const bool, isCancelled);
    QFETCH(const bool, isKnown);
    const auto server = demo();
    Connection connection;
    if (isKnown) {
        connection.id = u"known"_s;
        connection.server = urlOf(*server);
    }
    Shown shown(connection);
    shown.store.holds = true;
    shown.fill(urlOf(*server));
    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    shown.button(u"connect"_s)->click();
    QTRY_COMPARE(shown.store.writes, 1);
    QVERIFY(shown.keychain().contains(u"Waiting for the keychain"_s));
    QVERIFY(!shown.button(u"keychainRetry"_s)->isVisible());
    QVERIFY(!shown.line(u"token"_s)->isEnabled());
    QTest::keyClick(shown.dialog.focusWidget(), Qt::Key_Return); // neither cancels nor decides
    QVERIFY(shown.dialog.isVisible());
    QCOMPARE(shown.store.writes, 1);

    if (isCancelled)
        QTest::keyClick(&shown.dialog, Qt::Key_Escape);
    else
        shown.button(u"sessionOnly"_s)->click();
    QVERIFY(!shown.dialog.isVisible());
    QCOMPARE(connected.size(), isCancelled ? 0 : 1);
    // What is stored after this is taken away again; but never the token that a known connection had before.
    QCOMPARE(shown.store.removed.size(), isKnown ? 0 : 1);
    shown.store.answer({});
    QCoreApplication::processEvents();
    QCOMPARE(connected.size(), isCancelled ? 0 : 1);
}

// ---- Manners ------------------------------------------------------------------------------------------------------

void TestConnectDialog::cancelsWithEscape()
{
    FaultServer server;
    QVERIFY(server.start());
    server.replyAlways("GET", "/", Answer::held("{}"));
    Shown shown;
    shown.fill(server.url());
    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    QSignalSpy rejected(&shown.dialog, &QDialog::rejected);
    shown.button(u"connect"_s)->click();
    QVERIFY(shown.dialog.isTesting());
    QTest::keyClick(shown.line(u"server"_s), Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
    QVERIFY(!shown.dialog.isTesting());
    QCOMPARE(shown.line(u"token"_s)->text(), QString());
    QCOMPARE(connected.size(), 0);
}

void TestConnectDialog::worksByKeyboardAlone()
{
    const auto server = demo();
    Shown shown;
    QVERIFY(shown.line(u"server"_s)->hasFocus());
    QTest::keyClicks(shown.dialog.focusWidget(), urlOf(*server));
    // Every control is reached, in the order of reading.
    QStringList order;
    for (int step = 0; step < 40; ++step) {
        const QString name = shown.dialog.focusWidget()->objectName();
        if (order.contains(name))
            break;
        order += name;
        if (name == "token"_L1)
            QTest::keyClicks(shown.dialog.focusWidget(), secret);
        QTest::keyClick(shown.dialog.focusWidget(), Qt::Key_Tab);
    }
    const QStringList expected{u"server"_s, u"token"_s, u"showToken"_s, u"name"_s, u"colourBlue"_s, u"advanced"_s,
        u"test"_s, u"cancel"_s, u"connect"_s};
    QCOMPARE(order, expected);
    QSignalSpy connected(&shown.dialog, &ConnectDialog::connected);
    QVERIFY(shown.line(u"server"_s)->hasFocus());
    QTest::keyClick(shown.line(u"server"_s), Qt::Key_Return);
    QVERIFY(connected.wait(patience));

    // Whatever has no text of its own has a name.
    const auto buttons = shown.dialog.findChildren<QAbstractButton *>();
    for (const QAbstractButton *const button : buttons)
        QVERIFY2(button->isHidden() || !button->text().isEmpty() || !button->accessibleName().isEmpty(),
            qPrintable(button->objectName()));
}

void TestConnectDialog::staysUsableWhenSmall_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("800x500") << QSize(800, 500) << Qt::LeftToRight;
    QTest::newRow("800x500, right to left") << QSize(800, 500) << Qt::RightToLeft;
    QTest::newRow("smallest") << QSize(440, 320) << Qt::LeftToRight;
}

void TestConnectDialog::staysUsableWhenSmall()
{
    QFETCH(const QSize, size);
    QFETCH(const Qt::LayoutDirection, direction);
    if (!m_certificate)
        QSKIP(qPrintable(m_noCertificate));
    FaultServer tls;
    QVERIFY(tls.start(m_certificate));
    Shown shown;
    shown.dialog.setLayoutDirection(direction);
    shown.dialog.resize(size);
    QCOMPARE(shown.dialog.size(), size);
    shown.fill(tls.url());
    QVERIFY(!shown.run());
    shown.find<QToolButton>(u"advanced"_s)->click();
    const auto *const scroll = shown.dialog.findChild<QScrollArea *>();
    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
        qPrintable(QString::number(scroll->widget()->width())));
    // What has the focus is in sight.
    const auto isSeen = [&](const QWidget *widget) {
        const QRect place(widget->mapTo(scroll->viewport(), QPoint(0, 0)), widget->size());
        return scroll->viewport()->rect().contains(place.center());
    };
    QTRY_VERIFY(isSeen(shown.find<QCheckBox>(u"trustCertificate"_s)));
    for (const QString &name : {u"caFile"_s, u"token"_s, u"name"_s}) {
        // By the keyboard, as the scroll area follows only that.
        QWidget *before = shown.line(name)->previousInFocusChain();
        while (!(before->focusPolicy() & Qt::TabFocus) || !before->isVisible() || !before->isEnabled())
            before = before->previousInFocusChain();
        before->setFocus();
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY2(shown.line(name)->hasFocus(), qPrintable(name));
        QVERIFY2(isSeen(shown.line(name)), qPrintable(name));
    }
    for (const QString &name : {u"test"_s, u"cancel"_s, u"connect"_s}) {
        const QWidget *const button = shown.button(name);
        QVERIFY(shown.dialog.rect().contains(QRect(button->mapTo(&shown.dialog, QPoint(0, 0)), button->size())));
    }
}

void TestConnectDialog::neverSaysTheToken()
{
    // A server that repeats what it was sent, in every text a dialog might show.
    FaultServer echo;
    QVERIFY(echo.start());
    answerLikeAuthentik(echo);
    const auto refuse = [](const Request &request) {
        return Answer::json("{\"detail\":\"Token invalid/expired: " + request.header("Authorization") + "\"}", 403);
    };
    echo.replyWith("GET", "/api/v3/core/users/me/", refuse);
    Shown refused;
    refused.fill(echo.url());
    QVERIFY(!refused.run());
    QVERIFY(refused.note(u"tokenNote"_s).contains(u"Token invalid/expired"_s));
    QVERIFY(echo.last().header("Authorization").contains(secret.toLatin1()));
    QVERIFY(!saidBy(refused.dialog).contains(secret, Qt::CaseInsensitive));

    const auto server = demo();
    Shown good;
    good.store.answers = {failure(SecretError::Kind::Other)};
    good.fill(urlOf(*server));
    good.find<QToolButton>(u"showToken"_s)->click();
    QVERIFY(good.run());
    QVERIFY(!saidBy(good.dialog).contains(secret, Qt::CaseInsensitive));
    good.button(u"connect"_s)->click();
    QTRY_VERIFY(!good.keychain().isEmpty() && good.store.answers.isEmpty());
    QVERIFY(!saidBy(good.dialog).contains(secret, Qt::CaseInsensitive));
    QVERIFY(!logged().join(u'\n').contains(secret));
}

void TestConnectDialog::treatsServerTextAsText()
{
    FaultServer server;
    QVERIFY(server.start());
    answerLikeAuthentik(server);
    server.replyAlways("GET", "/api/v3/core/users/me/",
        Answer::json(R"({"user":{"pk":7,"username":"<b>bob</b>\u202egnp","name":"&amp;","is_superuser":false}})"));
    Shown shown;
    shown.fill(server.url());
    QVERIFY(shown.run());
    QVERIFY2(shown.results().contains(u"<b>bob</b>"_s), qPrintable(shown.results()));
    QVERIFY(shown.results().contains(u"&amp;"_s));
    QVERIFY(!shown.results().contains(QChar(0x202E)));
    const auto labels = shown.dialog.findChild<ProbeView *>()->findChildren<PlainLabel *>();
    QVERIFY(!labels.isEmpty());
    for (const PlainLabel *const label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
