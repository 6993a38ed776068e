// SPDX-License-Identifier: GPL-3.0-or-later
// The program on a desktop with a tray: a display of the test's own, and a panel, a notification server and a bus that
// belong to it. What a person sees is asked of the display.
#include "mocknotificationserver.h"
#include "mocktrayhost.h"
#include "privatebus.h"
#include "settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

constexpr int longTime = 60'000;
constexpr int longestProperty = 256; // in four bytes

template <class T> struct Freeing
{
    explicit Freeing(T *given)
        : value(given)
    {
    }
    ~Freeing() { std::free(value); }
    Q_DISABLE_COPY_MOVE(Freeing)
    T *value;
};

xcb_atom_t atomOf(xcb_connection_t *display, const QByteArray &name)
{
    const Freeing reply(xcb_intern_atom_reply(
        display, xcb_intern_atom(display, 0, static_cast<uint16_t>(name.size()), name.constData()), nullptr));
    return reply.value ? reply.value->atom : static_cast<xcb_atom_t>(XCB_ATOM_NONE);
}

} // namespace

class TrayTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void iconAndQuit();
    void closeHidesAndExplainsOnce();
    void explainsInTheWindow();
    void hiddenStart();
    void panelComesAndGoes();

private:
    void start(QProcess &process, const QStringList &arguments = {});
    [[nodiscard]] xcb_window_t shownWindow() const; // of the program, large enough to be the main one; 0: none
    void close(xcb_window_t window) const; // as a window manager does
    [[nodiscard]] bool wasExplained() const;

    QProcess m_screen;
    QString m_display;
    xcb_connection_t *m_connection = nullptr;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<MockTrayHost> m_panel;
    std::unique_ptr<MockNotificationServer> m_popups;
    std::unique_ptr<QProcess> m_program;
};

void TrayTest::initTestCase()
{
    for (const QString &program : {u"Xvfb"_s, u"dbus-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("Xvfb or dbus-daemon is not installed");
    }
    m_screen.setStandardErrorFile(QProcess::nullDevice());
    m_screen.start(
        u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1400x900x24"_s, u"-nolisten"_s, u"tcp"_s});
    QVERIFY(m_screen.waitForStarted() && m_screen.waitForReadyRead());
    m_display = u':' + QString::fromUtf8(m_screen.readLine()).trimmed();
    m_connection = xcb_connect(m_display.toUtf8().constData(), nullptr);
    QCOMPARE(xcb_connection_has_error(m_connection), 0);
}

void TrayTest::cleanupTestCase()
{
    if (m_connection)
        xcb_disconnect(m_connection);
    m_screen.kill();
    m_screen.waitForFinished();
}

void TrayTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    // A server that is known, so that nothing is asked in a dialog; without a keychain it is not connected to.
    Settings settings(m_home->filePath(u"config_home/tidings"_s));
    Profile profile;
    profile.name = u"Here"_s;
    profile.server = u"http://127.0.0.1:9"_s;
    settings.setCurrentProfile(settings.saveProfile(profile).id);
    Preferences preferences;
    preferences.closeToTray = true;
    settings.setPreferences(preferences);
    QVERIFY(settings.sync());
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(!m_bus->address().isEmpty());
    m_panel = std::make_unique<MockTrayHost>(m_bus->address());
    m_popups = std::make_unique<MockNotificationServer>(m_bus->address(), QStringList{u"body"_s, u"actions"_s});
    m_program = std::make_unique<QProcess>();
}

void TrayTest::cleanup()
{
    m_program->kill();
    m_program->waitForFinished(longTime);
    m_program.reset();
    m_popups.reset();
    m_panel.reset();
    m_bus.reset();
}

void TrayTest::start(QProcess &process, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"DISPLAY"_s, m_display);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->address());
    environment.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    environment.insert(u"HOME"_s, m_home->path());
    for (const QString &name : {u"CONFIG_HOME"_s, u"DATA_HOME"_s, u"CACHE_HOME"_s, u"STATE_HOME"_s, u"RUNTIME_DIR"_s}) {
        const QString folder = m_home->filePath(name.toLower());
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        environment.insert(u"XDG_"_s + name, folder);
    }
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice()); // of libraries, about what this display lacks
    process.start(QCoreApplication::applicationDirPath() + u"/tidings"_s, arguments);
    QVERIFY(process.waitForStarted(longTime));
}

xcb_window_t TrayTest::shownWindow() const
{
    constexpr uint16_t leastWidth = 600;
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    const Freeing tree(xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, root), nullptr));
    if (!tree.value)
        return 0;
    const xcb_window_t *const windows = xcb_query_tree_children(tree.value);
    for (int i = 0; i < xcb_query_tree_children_length(tree.value); ++i) {
        const xcb_window_t window = windows[i];
        const Freeing attributes(
            xcb_get_window_attributes_reply(m_connection, xcb_get_window_attributes(m_connection, window), nullptr));
        const Freeing geometry(xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr));
        const Freeing name(xcb_get_property_reply(m_connection,
            xcb_get_property(m_connection, 0, window, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING, 0, longestProperty),
            nullptr));
        if (!attributes.value || !geometry.value || !name.value || attributes.value->map_state != XCB_MAP_STATE_VIEWABLE
            || geometry.value->width < leastWidth)
            continue;
        const QByteArray words(
            static_cast<const char *>(xcb_get_property_value(name.value)), xcb_get_property_value_length(name.value));
        if (words.contains("tidings"))
            return window;
    }
    return 0;
}

void TrayTest::close(xcb_window_t window) const
{
    xcb_client_message_event_t event{};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = window;
    event.type = atomOf(m_connection, "WM_PROTOCOLS");
    event.data.data32[0] = atomOf(m_connection, "WM_DELETE_WINDOW");
    event.data.data32[1] = XCB_CURRENT_TIME;
    xcb_send_event(m_connection, 0, window, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char *>(&event));
    xcb_flush(m_connection);
}

bool TrayTest::wasExplained() const
{
    QFile file(m_home->filePath(u"config_home/tidings/tidings.ini"_s));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("explained=true");
}

void TrayTest::iconAndQuit()
{
    start(*m_program);
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->items.size(), 1, longTime);
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() != 0, longTime);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->menu().contains(u"Hide the window"_s), longTime);
    m_panel->activate();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() == 0, longTime);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->choose(u"Show the window"_s), longTime);
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() != 0, longTime);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->choose(u"Quit"_s), longTime);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, longTime);
    QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_program->exitCode(), 0);
}

void TrayTest::closeHidesAndExplainsOnce()
{
    start(*m_program);
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->items.size(), 1, longTime);
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() != 0, longTime);
    close(shownWindow());
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() == 0, longTime);
    QCOMPARE(m_popups->shown.size(), 1);
    QVERIFY2(m_popups->shown.first().summary.contains(u"still running"_s), qPrintable(m_popups->shown.first().summary));
    QTRY_VERIFY_WITH_TIMEOUT(wasExplained(), longTime);
    m_panel->activate();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() != 0, longTime);
    close(shownWindow());
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() == 0, longTime);
    QCOMPARE(m_program->state(), QProcess::Running);
    QCOMPARE(m_popups->shown.size(), 1);
}

// Nobody shows pop-ups: the first close is answered in the window.
void TrayTest::explainsInTheWindow()
{
    m_popups.reset();
    start(*m_program);
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->items.size(), 1, longTime);
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() != 0, longTime);
    close(shownWindow());
    QTRY_VERIFY_WITH_TIMEOUT(wasExplained(), longTime);
    QVERIFY(shownWindow() != 0);
    close(shownWindow());
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() == 0, longTime);
    QCOMPARE(m_program->state(), QProcess::Running);
}

void TrayTest::hiddenStart()
{
    start(*m_program, {u"--hidden"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->items.size(), 1, longTime);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->menu().contains(u"Show the window"_s), longTime);
    QCOMPARE(shownWindow(), 0U);
    QProcess second;
    start(second);
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, longTime);
    QCOMPARE(second.exitCode(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() != 0, longTime);
}

void TrayTest::panelComesAndGoes()
{
    m_panel.reset();
    start(*m_program);
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() != 0, longTime);
    m_panel = std::make_unique<MockTrayHost>(m_bus->address());
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->items.size(), 1, longTime);
    m_panel->activate();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() == 0, longTime);
    // Without its icon a hidden window could not be found again.
    m_panel.reset();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow() != 0, longTime);
    m_panel = std::make_unique<MockTrayHost>(m_bus->address());
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->items.size(), 1, longTime);
}

QTEST_GUILESS_MAIN(TrayTest)
#include "tst_tray.moc"
