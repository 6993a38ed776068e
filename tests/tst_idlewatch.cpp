// SPDX-License-Identifier: GPL-3.0-or-later
#include "idlewatch.h"

#include <QEvent>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class IdleWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void comesAndGoes()
    {
        QObject window;
        IdleWatch watch(window, 20ms);
        QSignalSpy changed(&watch, &IdleWatch::idleChanged);
        QVERIFY(!watch.isIdle());
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(changed.takeFirst().first().toBool());
        QVERIFY(watch.isIdle());
        // What the program does itself is no use of it.
        for (const QEvent::Type type : {QEvent::Timer, QEvent::Paint, QEvent::User}) {
            QEvent event(type);
            QCoreApplication::sendEvent(&window, &event);
        }
        QVERIFY(watch.isIdle());
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::MouseMove, QEvent::MouseButtonPress, QEvent::Wheel}) {
            QTRY_VERIFY(watch.isIdle());
            changed.clear();
            QEvent event(type);
            QCoreApplication::sendEvent(&window, &event);
            QVERIFY(!watch.isIdle());
            QCOMPARE(changed.size(), 1);
            QVERIFY(!changed.first().first().toBool());
        }
    }
};

QTEST_GUILESS_MAIN(IdleWatchTest)
#include "tst_idlewatch.moc"
