// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventstore.h"
#include "support/records.h"

#include <QTest>

#include <random>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

class EventStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // Bytes of any kind and size come back as they were, also from blocks that were packed long ago, in any order.
    void rawBytesRoundTrip()
    {
        std::mt19937 random(3);
        RawBlocks blocks;
        QList<QByteArray> expected;
        std::vector<RawBlocks::Place> places;
        for (int i = 0; i < 6000; ++i) {
            QByteArray bytes(static_cast<qsizetype>(random() % 2000), Qt::Uninitialized);
            for (char &c : bytes)
                c = static_cast<char>(i % 3 == 0 ? static_cast<int>(random() & 0xff) : 'a' + i % 20);
            if (i == 3000)
                bytes = QByteArray(700'000, 'x'); // longer than a block
            expected += bytes;
            places.push_back(blocks.append(bytes));
        }
        QVERIFY(places.back().block > 10);
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY2(blocks.bytes(places[static_cast<size_t>(i)]) == expected.at(i), qPrintable(QString::number(i)));
        for (int i = 0; i < 500; ++i) {
            const auto at = static_cast<qsizetype>(random() % 6000);
            QVERIFY2(blocks.bytes(places[static_cast<size_t>(at)]) == expected.at(at), qPrintable(QString::number(at)));
        }
        QVERIFY(blocks.memoryUse() > 0);
        blocks.clear();
        QCOMPARE(blocks.memoryUse(), 0);
        QCOMPARE(blocks.bytes(blocks.append("again")), "again");
    }

    // Of a record that was read for lists alone the store makes the same row.
    void headsAreAsGood()
    {
        QFile file(QStringLiteral(TIDINGS_TEST_DATA "/sample-events.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray body = R"({"pagination":{"next":0,"count":1},"results":)" + file.readAll() + "}";
        codec::EventPageDecoder decoder;
        const auto whole = decoder.decode(body);
        const auto heads = decoder.decodeHeads(body);
        QVERIFY(whole && heads);
        QCOMPARE(heads->items.size(), whole->items.size());
        const auto literal = [](const EventStore &store, EventStore::Slot slot, size_t field) {
            return akql::toLiteral(store.dictionary().value(store.codes(static_cast<EventStore::Field>(field))[slot]));
        };
        for (const bool again : {false, true}) { // by what is decoded, and by what is remembered
            EventStore expected;
            EventStore store;
            for (int i = 0; i < (again ? 2 : 1); ++i) {
                for (qsizetype row = 0; row < whole->items.size(); ++row) {
                    QVERIFY(heads->items.at(row).head);
                    QVERIFY(heads->items.at(row).user.username.isEmpty());
                    const auto slot = store.insert(heads->items.at(row));
                    QCOMPARE(slot, expected.insert(whole->items.at(row)));
                    QCOMPARE(store.raw(slot), expected.raw(slot));
                    QCOMPARE(store.created(slot), expected.created(slot));
                    QCOMPARE(store.event(slot).user, whole->items.at(row).user);
                    for (size_t column = 0; column < EventRow::columnCount; ++column)
                        QCOMPARE(store.text(slot, static_cast<EventStore::Column>(column)),
                            expected.text(slot, static_cast<EventStore::Column>(column)));
                    for (size_t field = 0; field < EventRow::fieldCount; ++field)
                        QVERIFY(literal(store, slot, field) == literal(expected, slot, field));
                }
            }
        }
    }

    // Codes of two bytes become codes of four when there are too many, whatever the column was filled with before.
    void codesGrow()
    {
        constexpr EventStore::Code more = 70'000;
        CodeColumn column;
        for (EventStore::Code code = 0; code < more; ++code)
            column.append(code);
        column.set(3, more);
        CodeColumn narrow;
        narrow.append(7);
        CodeColumn joined = narrow;
        joined.append(narrow);
        QCOMPARE(joined.memoryUse() > 2 * sizeof(EventStore::Code), false);
        joined.append(column);
        joined.append(narrow);
        QCOMPARE(joined.size(), size_t(more) + 3);
        QCOMPARE(joined[0], EventStore::Code(7));
        QCOMPARE(joined[1], EventStore::Code(7));
        QCOMPARE(joined[2 + 3], more);
        QCOMPARE(joined[2 + more - 1], more - 1);
        QCOMPARE(joined[joined.size() - 1], EventStore::Code(7));
        narrow.set(0, more);
        QCOMPARE(narrow[0], more);
    }

    void placesRoundTrip()
    {
        using Place = EventStore::PackedPlace;
        const Place inBlock(RawBlocks::Place{(1U << 20) - 1, (1U << 18) - 1, RawBlocks::largest});
        QVERIFY(!inBlock.isInFile());
        QCOMPARE(inBlock.inBlocks().block, (1U << 20) - 1);
        QCOMPARE(inBlock.inBlocks().offset, (1U << 18) - 1);
        QCOMPARE(inBlock.length(), quint32(RawBlocks::largest));
        for (const qint64 offset : {qint64(0), qint64(262'144), qint64(5'000'000'000), Place::largestFile - 1}) {
            const Place inFile(offset, 16 * 1024 * 1024);
            QVERIFY(inFile.isInFile());
            QCOMPARE(inFile.fileOffset(), offset);
            QCOMPARE(inFile.length(), quint32(16 * 1024 * 1024));
        }
    }

    void texts()
    {
        EventStore store;
        const auto slot = store.insert(makeEvent({.id = uuidOf(1),
            .created = timeText(5),
            .username = u"bob"_s,
            .context = R"({"geo":{"city":"Berlin","country":"DE"}})"}));
        QCOMPARE(store.text(slot, EventStore::Column::Action), u"login"_s);
        QCOMPARE(store.text(slot, EventStore::Column::Actor), u"bob"_s);
        QCOMPARE(store.text(slot, EventStore::Column::Application), u"authentik.events"_s);
        QCOMPARE(store.text(slot, EventStore::Column::ClientIp), u"192.0.2.1"_s);
        QCOMPARE(store.text(slot, EventStore::Column::Place), u"Berlin, DE"_s);
        QCOMPARE(store.text(slot, EventStore::Column::Brand), u"Default"_s);
        QCOMPARE(store.whatHappened(slot), u"Signed in"_s);
        QCOMPARE(store.position(slot), (RowPosition{1'795'168'805'000'000, uuidOf(1)}));
    }

    void updateInPlace()
    {
        EventStore store;
        const Event first = makeEvent({.id = uuidOf(1), .username = u"bob"_s});
        const auto slot = store.insert(first);
        const auto other = store.insert(makeEvent({.id = uuidOf(2)}));
        QVERIFY(slot != other);
        QCOMPARE(store.whatHappened(slot), u"Signed in"_s);
        const Event changed = makeEvent({.id = uuidOf(1), .action = u"logout"_s, .username = u"carol"_s});
        QCOMPARE(store.insert(changed), slot);
        QCOMPARE(store.size(), size_t(2));
        QCOMPARE(store.raw(slot), changed.raw);
        QCOMPARE(store.text(slot, EventStore::Column::Actor), u"carol"_s);
        QCOMPARE(store.whatHappened(slot), u"Signed out"_s);

        store.remove(first.key());
        QCOMPARE(store.find(first.key()), EventStore::noSlot);
        QCOMPARE(store.raw(slot), changed.raw);
        QVERIFY(store.insert(first) != slot);
        store.clear();
        QCOMPARE(store.size(), size_t(0));
        QCOMPARE(store.find(first.key()), EventStore::noSlot);
        QCOMPARE(store.text(store.insert(first), EventStore::Column::Actor), u"bob"_s);
    }

    // 50,000 records like the samples, each with its own ids, times and addresses.
    void memoryOfManyRows()
    {
        QFile file(QStringLiteral(TIDINGS_TEST_DATA "/sample-events.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray samples = file.readAll();
        const auto page
            = codec::decodeEventPage("{\"pagination\":{\"next\":0,\"previous\":0,\"count\":12,\"current\":1,"
                                     "\"total_pages\":1,\"start_index\":1,\"end_index\":12},\"results\":"
                + samples + "}");
        QVERIFY(page);
        QCOMPARE(page->items.size(), 12);
        constexpr int rows = 50'000;
        std::mt19937 random(1);
        RawBlocks blocks;
        qint64 plain = 0;
        for (int i = 0; i < rows; ++i) {
            const Event &sample = page->items.at(i % 12);
            QByteArray raw = sample.raw;
            raw.replace(sample.id.toUtf8(), uuidOf(static_cast<int>(random() >> 1)).toUtf8());
            raw.replace(timestampToIso(*sample.created).toUtf8(),
                timeText(i + static_cast<double>(random() % 1000) / 1e3).toUtf8());
            raw.replace(sample.context.requestId.toUtf8(),
                QByteArray::number(quint64(random()) << 32 | random(), 16)
                    + QByteArray::number(quint64(random()) << 32 | random(), 16));
            plain += raw.size();
            blocks.append(raw);
        }
        qInfo("%lld bytes a row as JSON, %lld kept", plain / rows, blocks.memoryUse() / rows);
        QVERIFY(blocks.memoryUse() / rows < 400);
    }
};

QTEST_GUILESS_MAIN(EventStoreTest)
#include "tst_eventstore.moc"
