// SPDX-License-Identifier: GPL-3.0-or-later
#include "heap.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <vector>

using namespace tidings;

namespace {

// Tells when it is freed.
class Value
{
public:
    Value(int number, std::vector<int> &freed)
        : m_number(number)
        , m_freed(&freed)
    {
    }
    Value(Value &&other) noexcept
        : m_number(other.m_number)
        , m_freed(std::exchange(other.m_freed, nullptr))
    {
    }
    Value &operator=(Value &&) = delete;
    ~Value()
    {
        if (m_freed)
            m_freed->push_back(m_number);
    }

private:
    int m_number;
    std::vector<int> *m_freed;
};

std::vector<Value> valuesOf(int count, std::vector<int> &freed)
{
    std::vector<Value> values;
    values.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        values.emplace_back(i, freed);
    return values;
}

} // namespace

class HeapTest : public QObject
{
    Q_OBJECT

private slots:
    void fewAreFreedHere()
    {
        std::vector<int> freed;
        auto rest = std::make_shared<int>(1);
        const std::weak_ptr<int> restSeen = rest;
        giveBack(valuesOf(10, freed), std::move(rest));
        QCOMPARE(freed.size(), 10U);
        QVERIFY(restSeen.expired());
    }

    void manyAreFreedInTurnsTheNewestFirst()
    {
        constexpr int many = 20'000;
        std::vector<int> freed;
        auto rest = std::make_shared<int>(1);
        const std::weak_ptr<int> restSeen = rest;
        giveBack(valuesOf(many, freed), std::move(rest));
        QVERIFY(freed.empty());
        QTRY_COMPARE(freed.size(), static_cast<size_t>(many));
        std::vector<int> expected(many);
        std::iota(expected.rbegin(), expected.rend(), 0);
        QVERIFY(freed == expected);
        QTRY_VERIFY(restSeen.expired());
    }

    void oneAfterAnother()
    {
        constexpr int many = 3000;
        std::vector<int> first;
        std::vector<int> second;
        giveBack(valuesOf(many, first));
        giveBack(valuesOf(many, second));
        QTRY_VERIFY(!second.empty());
        QCOMPARE(first.size(), static_cast<size_t>(many));
        QTRY_COMPARE(second.size(), static_cast<size_t>(many));
    }

    // Where no event loop is sure to run.
    void atOnceOnAnotherThread()
    {
        constexpr int many = 3000;
        std::vector<int> freed;
        const std::unique_ptr<QThread> thread(QThread::create([&freed] { giveBack(valuesOf(many, freed)); }));
        thread->start();
        QVERIFY(thread->wait());
        QCOMPARE(freed.size(), static_cast<size_t>(many));
    }

    void elsewhereInOrder()
    {
        std::vector<int> seen; // by that one thread
        std::atomic<int> count = 0;
        for (int i = 0; i < 5; ++i) {
            releaseElsewhere([&seen, &count, i] {
                seen.push_back(i);
                ++count;
            });
        }
        QTRY_COMPARE(count.load(), 5);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }
};

QTEST_GUILESS_MAIN(HeapTest)
#include "tst_heap.moc"
