// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationidreader.h"
#include "support/records.h"

#include <QTest>

#include <numeric>
#include <optional>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 5000; // more than are read at once

// A list of so many notifications, newest first; of every second one the id is wanted.
struct Reading
{
    explicit Reading(int count)
    {
        QList<Notification> notifications;
        for (int i = 0; i < count; ++i)
            notifications += makeNotification({.id = uuidOf(i), .created = timeText(-i)});
        model.merge(notifications);
    }
    void start(const QList<int> &chosen = {})
    {
        std::vector<int> rows(chosen.begin(), chosen.end());
        if (rows.empty()) {
            rows.resize(static_cast<size_t>(model.rowCount()));
            std::iota(rows.begin(), rows.end(), 0);
        }
        reader.read(
            std::move(rows), [](int row) { return row % 2 == 0; },
            [this](const QStringList &ids) {
                QVERIFY(!read);
                read = ids;
            });
    }
    [[nodiscard]] static QStringList evenIds(int count)
    {
        QStringList ids;
        for (int i = 0; i < count; i += 2)
            ids += uuidOf(i);
        return ids;
    }

    NotificationTableModel model;
    NotificationIdReader reader{model};
    std::optional<QStringList> read;
};

} // namespace

class NotificationIdReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fewAreReadAtOnce()
    {
        Reading r(10);
        r.start({4, 3, 2});
        QVERIFY(!r.reader.isReading());
        QCOMPARE(r.read.value(), (QStringList{uuidOf(4), uuidOf(2)}));
    }

    void noneIsAnAnswerToo()
    {
        Reading r(4);
        r.start({1, 3});
        QCOMPARE(r.read.value(), QStringList());
    }

    void onlyWhatTheServerCanBeAskedFor()
    {
        Reading r(1);
        r.model.merge({makeNotification({.id = u"../../users"_s, .created = timeText(1)}),
            makeNotification({.id = {}, .created = timeText(2)})});
        QCOMPARE(r.model.rowCount(), 3);
        r.start({0, 1, 2});
        QCOMPARE(r.read.value(), QStringList{uuidOf(0)});
    }

    void manyAreReadInTurnsOfTheEventLoop()
    {
        Reading r(many);
        r.start();
        QVERIFY(r.reader.isReading());
        QVERIFY(!r.read);
        QTRY_VERIFY(!r.reader.isReading());
        QCOMPARE(r.read.value(), Reading::evenIds(many));
    }

    void rowsMayMoveOrGoMeanwhile()
    {
        {
            Reading r(many);
            r.start();
            r.model.merge({makeNotification({.id = uuidOf(many), .created = timeText(1)})});
            QVERIFY(!r.read); // not from within the change
            QTRY_VERIFY(r.read);
            QCOMPARE(r.read.value(), Reading::evenIds(many));
        }
        {
            Reading r(many);
            r.start();
            QVERIFY(r.model.remove(r.model.keyOf(3)));
            QTRY_VERIFY(r.read);
            QCOMPARE(r.read.value(), Reading::evenIds(many));
        }
        {
            Reading r(many);
            r.start();
            r.model.clear();
            QTRY_VERIFY(r.read);
            QCOMPARE(r.read.value(), Reading::evenIds(many));
        }
    }

    void anotherOneWaitsForTheFirst()
    {
        Reading r(many);
        r.start();
        QStringList second;
        r.reader.read(
            {7}, [](int) { return true; },
            [&](const QStringList &ids) {
                QVERIFY(r.read);
                second = ids;
            });
        QCOMPARE(r.read.value(), Reading::evenIds(many));
        QCOMPARE(second, QStringList{uuidOf(7)});
    }

    void finishesWhenToldTo()
    {
        Reading r(many);
        r.reader.finish(); // nothing to do
        r.start();
        r.reader.finish();
        QCOMPARE(r.read.value(), Reading::evenIds(many));
        QVERIFY(!r.reader.isReading());
    }

    void mayGoMeanwhile()
    {
        bool wasCalled = false;
        Reading r(many);
        {
            NotificationIdReader reader(r.model);
            reader.read(
                std::vector<int>(many), [](int) { return true; }, [&](const QStringList &) { wasCalled = true; });
        }
        r.model.clear();
        QTest::qWait(0);
        QVERIFY(!wasCalled);
    }
};

QTEST_GUILESS_MAIN(NotificationIdReaderTest)
#include "tst_notificationidreader.moc"
