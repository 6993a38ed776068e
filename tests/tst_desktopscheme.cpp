// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark, as the desktop's settings portal has it.
#include "desktopscheme.h"
#include "privatebus.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

// The part of the portal that is asked. Its Read() wraps the value twice, as the real one does.
class MockPortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit MockPortal(const QString &address, uint chosen)
        : scheme(chosen)
        , m_bus(QDBusConnection::connectToBus(address, u"portal"_s))
    {
        m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~MockPortal() override { QDBusConnection::disconnectFromBus(u"portal"_s); }

    void choose(uint value)
    {
        scheme = value;
        emit SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(value));
    }

    uint scheme;
    int reads = 0;

public slots:
    QDBusVariant Read(const QString &space, const QString &key)
    {
        ++reads;
        if (space != u"org.freedesktop.appearance"_s || key != u"color-scheme"_s)
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"Requested setting not found"_s);
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

signals:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
};

} // namespace

class DesktopSchemeTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup() { QDBusConnection::disconnectFromBus(u"program"_s); }

    void withoutABus()
    {
        const DesktopScheme scheme{QDBusConnection(u"none"_s)};
        QCOMPARE(scheme.scheme(), ColorScheme::NoPreference);
    }

    void isReadAndFollowed()
    {
        const PrivateBus bus;
        QVERIFY(!bus.address().isEmpty());
        MockPortal portal(bus.address(), 1);
        DesktopScheme scheme(QDBusConnection::connectToBus(bus.address(), u"program"_s));
        QSignalSpy changed(&scheme, &DesktopScheme::changed);
        QCOMPARE(scheme.scheme(), ColorScheme::NoPreference); // not asked by waiting
        QTRY_COMPARE(scheme.scheme(), ColorScheme::Dark);
        QCOMPARE(changed.size(), 1);
        portal.choose(2);
        QTRY_COMPARE(scheme.scheme(), ColorScheme::Light);
        QCOMPARE(changed.size(), 2);
    }

    void otherSettingsAndOtherSenders()
    {
        const PrivateBus bus;
        MockPortal portal(bus.address(), 1);
        DesktopScheme scheme(QDBusConnection::connectToBus(bus.address(), u"program"_s));
        QTRY_COMPARE(scheme.scheme(), ColorScheme::Dark);
        QSignalSpy changed(&scheme, &DesktopScheme::changed);
        emit portal.SettingChanged(u"org.freedesktop.appearance"_s, u"accent-color"_s, QDBusVariant(2U));
        emit portal.SettingChanged(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, QDBusVariant(2U));
        QDBusConnection stranger = QDBusConnection::connectToBus(bus.address(), u"stranger"_s);
        QDBusMessage forged = QDBusMessage::createSignal(
            u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        forged << u"org.freedesktop.appearance"_s << u"color-scheme"_s << QVariant::fromValue(QDBusVariant(2U));
        QVERIFY(stranger.send(forged));
        // The bus has passed the stranger's signal on when it answers it.
        QVERIFY(stranger
                    .call(QDBusMessage::createMethodCall(
                        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"GetId"_s))
                    .type()
            == QDBusMessage::ReplyMessage);
        portal.choose(0);
        QTRY_COMPARE(scheme.scheme(), ColorScheme::NoPreference);
        QCOMPARE(changed.size(), 1);
        QDBusConnection::disconnectFromBus(u"stranger"_s);
    }

    // The portal may come later, and come back.
    void portalThatComesLater()
    {
        const PrivateBus bus;
        DesktopScheme scheme(QDBusConnection::connectToBus(bus.address(), u"program"_s));
        auto portal = std::make_unique<MockPortal>(bus.address(), 1);
        QTRY_COMPARE(scheme.scheme(), ColorScheme::Dark);
        portal.reset();
        portal = std::make_unique<MockPortal>(bus.address(), 2);
        QTRY_COMPARE(scheme.scheme(), ColorScheme::Light);
        portal->choose(1);
        QTRY_COMPARE(scheme.scheme(), ColorScheme::Dark);
    }
};

QTEST_GUILESS_MAIN(DesktopSchemeTest)

#include "tst_desktopscheme.moc"
