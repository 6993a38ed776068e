// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps the program in contact with its server, or says that it is not: tries again, contact that was lost, and
// the battery.
#include "contactwatch.h"
#include "powerwatch.h"
#include "privatebus.h"
#include "reconnect.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace tidings;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Part = ContactWatch::Part;

namespace {

ApiError errorOf(ApiError::Kind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

// The part of UPower that is asked.
class MockPower : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.UPower")
    Q_PROPERTY(bool OnBattery READ isOnBattery)

public:
    explicit MockPower(const QString &address)
        : m_bus(QDBusConnection::connectToBus(address, u"power"_s))
    {
        m_bus.registerObject(u"/org/freedesktop/UPower"_s, this, QDBusConnection::ExportAllProperties);
        m_bus.registerService(u"org.freedesktop.UPower"_s);
    }
    ~MockPower() override { QDBusConnection::disconnectFromBus(u"power"_s); }

    [[nodiscard]] bool isOnBattery() const { return m_onBattery; }
    void setOnBattery(bool onBattery)
    {
        m_onBattery = onBattery;
        QDBusMessage signal = QDBusMessage::createSignal(
            u"/org/freedesktop/UPower"_s, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        signal << u"org.freedesktop.UPower"_s << QVariantMap{{u"OnBattery"_s, onBattery}} << QStringList();
        m_bus.send(signal);
    }

private:
    QDBusConnection m_bus;
    bool m_onBattery = true;
};

} // namespace

class ContactTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatPasses()
    {
        for (const auto kind :
            {ApiError::Kind::Unreachable, ApiError::Kind::Timeout, ApiError::Kind::Server, ApiError::Kind::RateLimited})
            QVERIFY(Reconnect::isPassing(errorOf(kind)));
        for (const auto kind : {ApiError::Kind::TokenInvalid, ApiError::Kind::Tls, ApiError::Kind::Redirected,
                 ApiError::Kind::NotAuthentik, ApiError::Kind::Forbidden})
            QVERIFY(!Reconnect::isPassing(errorOf(kind)));
        QVERIFY(Reconnect::isPassing(SecretError{SecretError::Kind::Timeout, {}}));
        QVERIFY(Reconnect::isPassing(SecretError{SecretError::Kind::Unavailable, {}}));
        // Asking again would only show the keyring's window again.
        QVERIFY(!Reconnect::isPassing(SecretError{SecretError::Kind::NotFound, {}}));
        QVERIFY(!Reconnect::isPassing(SecretError{SecretError::Kind::Denied, {}}));
    }

    void saysWhenItTriesAgain()
    {
        Reconnect reconnect;
        QSignalSpy again(&reconnect, &Reconnect::again);
        QCOMPARE(reconnect.text(), QString());
        reconnect.schedule(u"Gone."_s, errorOf(ApiError::Kind::Unreachable));
        QVERIFY(reconnect.isWaiting());
        const QRegularExpression about10(u"^Gone\\. Trying again in (9|1[01]) s\\.$"_s);
        QVERIFY2(about10.match(reconnect.text()).hasMatch(), qPrintable(reconnect.text()));
        reconnect.now();
        QCOMPARE(again.size(), 1);
        QCOMPARE(reconnect.text(), u"Gone. Trying again now."_s);
        reconnect.now(); // it is under way
        QCOMPARE(again.size(), 1);
        // The wait is doubled, and never shorter than the server asks for.
        reconnect.schedule(u"Gone."_s, errorOf(ApiError::Kind::Unreachable));
        const QRegularExpression about20(u"Trying again in (1[89]|2[012]) "_s);
        QVERIFY2(about20.match(reconnect.text()).hasMatch(), qPrintable(reconnect.text()));
        reconnect.now();
        ApiError busy = errorOf(ApiError::Kind::RateLimited);
        busy.retryAfter = 600s;
        reconnect.schedule(u"Busy."_s, busy);
        const QRegularExpression about600(u"Trying again in 1[01] min"_s);
        QVERIFY2(about600.match(reconnect.text()).hasMatch(), qPrintable(reconnect.text()));
        // What worked begins anew.
        reconnect.stop();
        QVERIFY(!reconnect.isWaiting());
        QCOMPARE(reconnect.text(), QString());
        reconnect.schedule(u"Gone."_s);
        QVERIFY2(about10.match(reconnect.text()).hasMatch(), qPrintable(reconnect.text()));
    }

    void lostForLong()
    {
        ContactWatch watch(20ms);
        QSignalSpy changed(&watch, &ContactWatch::changed);
        QSignalSpy lost(&watch, &ContactWatch::lostForLong);
        QSignalSpy restored(&watch, &ContactWatch::restored);
        watch.setTrouble(Part::WatchRules, u"rules"_s); // is said, but is no loss of contact
        QCOMPARE(changed.size(), 1);
        QCOMPARE(watch.reason(), QString());
        watch.setTrouble(Part::Notifications, u"no answer"_s);
        watch.setTrouble(Part::Connection, u"no network"_s);
        QCOMPARE(watch.reason(), u"no network"_s);
        QTRY_COMPARE(lost.size(), 1);
        QCOMPARE(lost.first().first().toString(), u"no network"_s);
        watch.setTrouble(Part::Connection, {});
        QCOMPARE(watch.reason(), u"no answer"_s);
        QVERIFY(restored.isEmpty());
        watch.setTrouble(Part::Notifications, {});
        QCOMPARE(restored.size(), 1);
        QCOMPARE(watch.trouble(Part::WatchRules), u"rules"_s);
        QCOMPARE(lost.size(), 1);
        watch.setTrouble(Part::Notifications, u"no answer"_s);
        QTRY_COMPARE(lost.size(), 2);
    }

    void battery()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("dbus-daemon is not installed");
        const PrivateBus bus;
        QVERIFY(!bus.address().isEmpty());
        {
            PowerWatch watch(QDBusConnection::connectToBus(bus.address(), u"watch"_s));
            QSignalSpy changed(&watch, &PowerWatch::changed);
            QVERIFY(!watch.isOnBattery());
            auto power = std::make_unique<MockPower>(bus.address());
            QTRY_VERIFY(watch.isOnBattery());
            power->setOnBattery(false);
            QTRY_VERIFY(!watch.isOnBattery());
            power->setOnBattery(true);
            QTRY_VERIFY(watch.isOnBattery());
            power.reset(); // nobody says so any more
            QTRY_VERIFY(!watch.isOnBattery());
            QCOMPARE(changed.size(), 4);
        }
        QDBusConnection::disconnectFromBus(u"watch"_s);
        const PowerWatch without(QDBusConnection(u"no such bus"_s));
        QVERIFY(!without.isOnBattery());
    }
};

QTEST_GUILESS_MAIN(ContactTest)
#include "tst_contact.moc"
