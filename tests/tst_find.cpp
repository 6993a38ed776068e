// SPDX-License-Identifier: GPL-3.0-or-later
// Find: among the rows that are shown, without hiding any.
#include "eventrowfinder.h"
#include "filefeed.h"
#include "filepage.h"
#include "findbar.h"
#include "inboxpage.h"
#include "notificationrowfinder.h"
#include "recorddelegate.h"
#include "support/pages.h"
#include "support/records.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTemporaryDir>

using namespace tidings;
using namespace tidings::test;

namespace {

const QList<int> textColumns{EventTableModel::ActionColumn, EventTableModel::UserColumn, EventTableModel::FromColumn};

// Newest first: row 0 is the last of them.
QList<Event> people(const QStringList &names, int from = 0)
{
    QList<Event> events;
    for (int i = 0; i < names.size(); ++i)
        events += makeEvent({.id = uuidOf(from + i), .created = timeText(from + i), .username = names.at(i)});
    return events;
}

std::vector<int> rowsWith(const EventTableModel &model, const QString &name)
{
    std::vector<int> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, EventTableModel::UserColumn).data().toString() == name)
            rows.push_back(row);
    }
    return rows;
}

bool settled(const RowFinder &finder)
{
    return QTest::qWaitFor([&finder] { return !finder.isSearching(); }, longTime);
}

} // namespace

class FindTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void words()
    {
        const FindWords words(u"  Ana an  ana "_s);
        QCOMPARE(words.words().size(), 3); // of different case, and of length
        using Place = FindWords::Place;
        QCOMPARE(words.placesIn(u"Banana"_s), (QList<Place>{{1, 5}}));
        QCOMPARE(FindWords(u"ü x"_s).placesIn(u"Ünü X"_s), (QList<Place>{{0, 1}, {2, 1}, {4, 1}}));
        QVERIFY(FindWords(u" "_s).isEmpty());
        QVERIFY(FindWords(u"a"_s).placesIn({}).isEmpty());
        QStringList many;
        for (int i = 0; i < 100; ++i)
            many += QString::number(i);
        QCOMPARE(FindWords(many.join(u' ')).words().size(), 32);
    }

    void findsInColumnsAndRaw()
    {
        EventTableModel model;
        model.merge({makeEvent({.id = uuidOf(1),
                         .created = timeText(1),
                         .action = u"login_failed"_s,
                         .context = R"({"geo":{"country":"PT","city":"Lisbon"},"odd":"needle"})"}),
            makeEvent({.id = uuidOf(2), .created = timeText(2), .username = u"bob"_s})});
        EventRowFinder finder(model);
        const auto found = [&](const QString &text, bool inRaw, const QList<int> &columns) {
            finder.setQuery({text, inRaw, columns});
            if (!settled(finder))
                qFatal("does not end");
            return finder.rows();
        };
        using Rows = std::vector<int>;
        QCOMPARE(found(u"BOB"_s, false, textColumns), Rows{0});
        QCOMPARE(found(u"failed alice"_s, false, textColumns), Rows{1}); // the label, and another column
        QCOMPARE(found(u"failed bob"_s, false, textColumns), Rows());
        QCOMPARE(found(u"lisbon"_s, false, textColumns), Rows{1}); // stands muted beside the address
        QCOMPARE(found(u"lisbon"_s, false, {EventTableModel::UserColumn}), Rows());
        QCOMPARE(found(u"needle"_s, false, textColumns), Rows());
        QCOMPARE(found(u"needle"_s, true, textColumns), Rows{1});
        QCOMPARE(found(u"10:00"_s, false, {EventTableModel::TimeColumn}), (Rows{0, 1}));
        QCOMPARE(found(u"sign"_s, false, {EventTableModel::SummaryColumn}).size(), size_t(2));
        QCOMPARE(found({}, false, textColumns), Rows());
        model.setFieldColumns({u"context.odd"_s});
        QCOMPARE(found(u"needle"_s, false, {EventTableModel::ColumnCount}), Rows{1});
    }

    void followsTheRows()
    {
        EventTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.merge(people({u"ann"_s, u"bob"_s, u"ann"_s, u"cy"_s}, 10));
        EventRowFinder finder(model);
        finder.setQuery({u"ann"_s, false, textColumns});
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows(), rowsWith(model, u"ann"_s));
        QCOMPARE(finder.rows(), (std::vector<int>{1, 3}));
        QCOMPARE(finder.placeOf(3), 1);
        QCOMPARE(finder.placeOf(2), -1);
        QCOMPARE(finder.firstFrom(2), 3);
        QCOMPARE(finder.lastUntil(2), 1);
        QCOMPARE(finder.firstFrom(4), -1);
        QCOMPARE(finder.lastUntil(0), -1);
        model.merge(people({u"ann"_s, u"bob"_s}, 20)); // on top
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows(), rowsWith(model, u"ann"_s));
        model.merge(people({u"ann"_s}, 1)); // at the end
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows(), rowsWith(model, u"ann"_s));
        QCOMPARE(finder.rows().size(), size_t(4));
        model.remove(uuidOf(12).toUtf8());
        QCOMPARE(finder.rows(), rowsWith(model, u"ann"_s));
        QCOMPARE(finder.rows().size(), size_t(3));
        model.merge({makeEvent({.id = uuidOf(11), .created = timeText(11), .username = u"ann"_s})}); // was bob
        QCOMPARE(finder.rows(), rowsWith(model, u"ann"_s));
        QCOMPARE(finder.rows().size(), size_t(4));
        model.clear();
        QVERIFY(finder.rows().empty() && !finder.isSearching());
        model.merge(people({u"ann"_s}));
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows().size(), size_t(1));
    }

    void notifications()
    {
        NotificationTableModel model;
        model.merge({makeNotification({.id = uuidOf(1), .created = timeText(1), .severity = u"alert"_s}),
            makeNotification({.id = uuidOf(2), .created = timeText(2), .body = u"Übung"_s})});
        NotificationRowFinder finder(model);
        finder.setQuery({u"übung"_s, false, {NotificationTableModel::TextColumn}});
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows(), std::vector<int>{0});
        finder.setQuery({u"happened deleted"_s, false, {NotificationTableModel::TextColumn}}); // with the second line
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows(), std::vector<int>{1});
        finder.setQuery({uuidOf(2), true, {}});
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows(), std::vector<int>{0});
    }

    void bar()
    {
        Site site(demoOptions(300));
        Events e(site);
        FindBar &bar = e.page.findBar();
        QVERIFY(!bar.isOpen());
        bar.open();
        auto *const edit = child<QLineEdit>(e.page, "eventsFind");
        auto *const count = child<QLabel>(e.page, "eventsFindCount");
        auto *const note = child<QLabel>(e.page, "eventsFindNote");
        QVERIFY(edit->hasFocus());
        const QString name = e.model.index(5, EventTableModel::UserColumn).data().toString();
        const std::vector<int> rows = rowsWith(e.model, name);
        const int all = e.model.rowCount();
        auto *const header = e.table().horizontalHeader();
        for (const int column : {0, 1, 4, 6})
            header->hideSection(column);
        QTest::keyClicks(edit, name);
        QTRY_COMPARE(e.table().currentIndex().row(), rows.front()); // the first one at or after the top
        QCOMPARE(e.model.rowCount(), all);
        const auto size = static_cast<qsizetype>(rows.size());
        QCOMPARE(count->text(), u"1 of %1"_s.arg(size));
        for (size_t i = 1; i < rows.size(); ++i) {
            QTest::keyClick(edit, Qt::Key_Return);
            QCOMPARE(e.table().currentIndex().row(), rows[i]);
            QVERIFY(note->text().isEmpty());
        }
        bar.jump(1);
        QCOMPARE(e.table().currentIndex().row(), rows.front());
        QVERIFY(note->text().contains(u"top"_s));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(e.table().currentIndex().row(), rows.back());
        QVERIFY(note->text().contains(u"bottom"_s));

        // Another column is no reason to move.
        header->showSection(EventTableModel::ActionColumn);
        auto *const finder = e.page.findChild<RowFinder *>();
        QTRY_VERIFY(finder->query().columns.contains(EventTableModel::ActionColumn));
        QVERIFY(settled(*finder));
        QCOMPARE(e.table().currentIndex().row(), rows.back());
        header->hideSection(EventTableModel::ActionColumn);

        edit->selectAll();
        QTest::keyClicks(edit, u"no such text"_s);
        QTRY_COMPARE(count->text(), u"No match"_s);
        QVERIFY(edit->property("invalid").toBool());
        QCOMPARE(e.table().currentIndex().row(), rows.back()); // stays
        // A value that no column shows.
        edit->setText(QString::fromUtf8(e.model.eventAt(9).id.toUtf8()));
        QTRY_COMPARE(count->text(), u"No match"_s);
        child<QCheckBox>(e.page, "eventsFindRaw")->click();
        QTRY_COMPARE(count->text(), u"1 of 1"_s);
        QCOMPARE(e.table().currentIndex().row(), 9);

        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!bar.isOpen());
        QVERIFY(e.table().hasFocus());
        bar.jump(1); // F3 opens it again, with what was looked for
        QVERIFY(bar.isOpen());
        QTRY_COMPARE(count->text(), u"1 of 1"_s);
    }

    void marksWhatIsFound()
    {
        applyAppearance(*qApp, Appearance::Light);
        Events e;
        e.model.merge({makeEvent({.id = uuidOf(1), .created = timeText(1), .username = u"annabelle"_s})});
        const auto cell = [&] {
            QApplication::processEvents();
            return e.table()
                .viewport()
                ->grab(e.table().visualRect(e.model.index(0, EventTableModel::UserColumn)))
                .toImage();
        };
        const auto has = [](const QImage &image, const QColor &color) {
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) == color)
                        return true;
                }
            }
            return false;
        };
        const QColor mark = currentColors().mark;
        QVERIFY(!has(cell(), mark));
        e.page.findBar().open();
        child<QLineEdit>(e.page, "eventsFind")->setText(u"bel"_s);
        QTRY_VERIFY(has(cell(), mark));
        // Cut off: the ellipsis stands for it.
        e.table().setColumnWidth(EventTableModel::UserColumn, 50);
        QTRY_VERIFY(has(cell(), mark));
        e.page.findBar().close();
        QTRY_VERIFY(!has(cell(), mark));
    }

    // A file's rows are searched on other threads; the answer is that of looking at every row here.
    void bigFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"events.jsonl"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        constexpr int total = 60'000;
        for (int i = 0; i < total; ++i) {
            file.write(toJson(EventSpec{.id = uuidOf(i),
                .created = timeText(i),
                .username = i % 7 == 0 ? u"seventh"_s : u"other%1"_s.arg(i % 50),
                .context = i == 12'345 ? R"({"odd":"hay needle"})" : "{}"}));
            file.write("\n");
        }
        file.close();
        EventTableModel model;
        FileFeed feed(model);
        FilePage page(model, feed);
        show(page);
        feed.openFile(path);
        QVERIFY(QTest::qWaitFor([&] { return feed.state() == FeedState::Complete; }, longTime));
        QCOMPARE(model.rowCount(), total);
        QVERIFY(model.sharedStore());
        EventRowFinder finder(model);
        int lastProgress = 0;
        size_t lastFound = 0;
        connect(&finder, &RowFinder::changed, this, [&] {
            if (finder.progress() == 0)
                lastFound = static_cast<size_t>(lastProgress = 0); // begins anew
            QVERIFY(finder.progress() >= lastProgress && finder.rows().size() >= lastFound);
            lastProgress = finder.isSearching() ? finder.progress() : 0;
            lastFound = finder.isSearching() ? finder.rows().size() : 0;
        });
        finder.setQuery({u"SEVENTH"_s, false, textColumns});
        QVERIFY(finder.isSearching());
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows(), rowsWith(model, u"seventh"_s));
        finder.setQuery({u"needle hay"_s, true, {}});
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows(), std::vector<int>{total - 1 - 12'345});
        // Overtaken by another one, and by other rows.
        finder.setQuery({u"other"_s, false, textColumns});
        EventQuery query;
        query.text = u"user.username = \"seventh\""_s;
        feed.setQuery(query);
        QVERIFY(QTest::qWaitFor([&] { return model.rowCount() < total; }, longTime));
        QVERIFY(settled(finder));
        QVERIFY(finder.rows().empty());
        finder.setQuery({u"seventh"_s, false, textColumns});
        QVERIFY(settled(finder));
        QCOMPARE(finder.rows().size(), static_cast<size_t>(model.rowCount()));
        finder.setQuery({u"other"_s, false, textColumns}); // goes away while it is searched
    }
};

QTEST_MAIN(FindTest)
#include "tst_find.moc"
