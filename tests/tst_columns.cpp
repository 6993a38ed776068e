// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of the user's choice: of any field of the records, remembered by their names.
#include "akqlprinter.h"
#include "columncommands.h"
#include "detailpane.h"
#include "eventfieldtext.h"
#include "eventfiltercommands.h"
#include "fielddialog.h"
#include "jsontreemodel.h"
#include "jsontreeview.h"
#include "recorddelegate.h"
#include "savedview.h"
#include "support/pages.h"
#include "support/records.h"
#include "timetext.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonObject>
#include <QMenu>
#include <QScopeGuard>

#include <algorithm>

using namespace tidings;
using namespace tidings::test;

namespace {

constexpr int firstField = EventTableModel::ColumnCount;
const auto country = u"context.geo.country"_s;
const auto agent = u"context.http_request.user_agent"_s;

Event eventWith(int n, const QByteArray &context)
{
    return makeEvent({.id = uuidOf(n), .created = timeText(n), .context = context});
}

QStringList shownIds(const EventsPage &page)
{
    QStringList ids;
    const QHeaderView &header = *page.table().horizontalHeader();
    for (int place = 0; place < header.count(); ++place) {
        if (!header.isSectionHidden(header.logicalIndex(place)))
            ids += page.model().columnId(header.logicalIndex(place));
    }
    return ids;
}

// By the menu, where it is named so.
void toggleColumn(const ColumnCommands &commands, const QString &text)
{
    emit commands.menu().aboutToShow();
    const auto actions = commands.menu().actions();
    for (QAction *const action : actions) {
        if (action->text() == text)
            return action->trigger();
    }
    qFatal("no such column");
}

QStringList idsOf(const ColumnLayout &layout)
{
    QStringList ids;
    for (const ColumnLayout::Column &column : layout.columns)
        ids += column.id;
    return ids;
}

} // namespace

class ColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void paths()
    {
        QCOMPARE(fieldPath(u" context.geo.country "_s), (QStringList{u"context"_s, u"geo"_s, u"country"_s}));
        QCOMPARE(fieldPath(u"context.items.[3].name"_s).value(2), u"3"_s);
        QCOMPARE(fieldPath(u"context.[a].[]"_s), (QStringList{u"context"_s, u"[a]"_s, u"[]"_s}));
        // What was read reads the same again.
        for (const QString &odd : {u" [[3]].[ 4] "_s, u"[3].[x]"_s, u"a. b"_s}) {
            const QStringList path = fieldPath(odd);
            QVERIFY2(!path.isEmpty(), qPrintable(odd));
            QCOMPARE(fieldPath(path.join(u'.')), path);
        }
        for (const QString &bad : {u""_s, u"."_s, u"a..b"_s, u"a."_s, QString(400, u'x')})
            QVERIFY2(fieldPath(bad).isEmpty(), qPrintable(bad));
        const QByteArray json = R"({"a":{"b":1,"c":{"d":[1,2]}},"e.f":2,"g":null})";
        QCOMPARE(fieldNames(json, 100), (QStringList{u"a.b"_s, u"a.c.d"_s, u"g"_s}));
        QCOMPARE(fieldNames(json, 1).size(), 1);
        QVERIFY(fieldNames("{broken", 10).size() <= 1);
    }

    void texts_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("copied");
        const auto row = [](const char *name, const QByteArray &value, const QString &shown, const QString &copied) {
            QTest::newRow(name) << value << shown << copied;
        };
        row("text", R"("PT")", u"PT"_s, u"PT"_s);
        row("big number", "123456789012345678901234567890", u"123456789012345678901234567890"_s,
            u"123456789012345678901234567890"_s);
        row("digits", "1.50", u"1.50"_s, u"1.50"_s);
        row("flag", "false", u"false"_s, u"false"_s);
        row("null", "null", {}, {});
        row("array", R"(["a", 1])", u"[\"a\", 1]"_s, u"[\"a\", 1]"_s);
        row("hostile", "\"a\\u202eb<b>\\n\"", u"a‹U+202E›b<b> ⏎ "_s, u"a\u202Eb<b>\n"_s);
    }
    void texts()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QString, shown);
        QFETCH(const QString, copied);
        EventTableModel model;
        model.setFieldColumns({u"context.x"_s});
        model.merge({eventWith(1, "{\"x\":" + value + "}"), eventWith(2, "{}")});
        QCOMPARE(model.index(1, firstField).data().toString(), shown);
        QCOMPARE(model.index(1, firstField).data(RecordTableModel::CopyRole).toString(), copied);
        QVERIFY(!model.index(1, firstField).data(Qt::ToolTipRole).toString().contains(u'\u202E'));
        QCOMPARE(model.index(0, firstField).data().toString(), QString());
    }

    void modelHasThem()
    {
        EventTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.merge({eventWith(1, R"({"geo":{"country":"PT"}})"), eventWith(2, R"({"geo":{"country":"DE"}})")});
        QSignalSpy inserted(&model, &QAbstractItemModel::columnsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::columnsRemoved);
        model.setFieldColumns({country, agent, country, u"a..b"_s});
        QCOMPARE(model.fieldColumns(), (QStringList{country, agent}));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(model.columnCount(), firstField + 2);
        QCOMPARE(model.headerData(firstField, Qt::Horizontal, Qt::DisplayRole).toString(), country);
        QVERIFY(model.headerData(firstField, Qt::Horizontal, Qt::ToolTipRole).toString().contains(u"records"_s));
        QCOMPARE(tableText(model, {firstField}), (QStringList{u"DE"_s, u"PT"_s}));
        model.merge({eventWith(1, R"({"geo":{"country":"FR"}})")}); // changed on the server
        QCOMPARE(tableText(model, {firstField}), (QStringList{u"DE"_s, u"FR"_s}));
        for (int column = 0; column < model.columnCount(); ++column)
            QCOMPARE(model.columnOf(model.columnId(column)), column);
        QCOMPARE(model.columnOf(u"field:nothing"_s), -1);
        model.setFieldColumns({agent});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.columnOf(u"field:"_s + agent), firstField);
        QStringList many;
        for (int i = 0; i < 100; ++i)
            many += u"context.f%1"_s.arg(i);
        model.setFieldColumns(many);
        QCOMPARE(model.fieldColumns().size(), 20);
        model.clear();
        QCOMPARE(model.fieldColumns().size(), 20); // the columns are the user's, not the rows'
    }

    void layoutsAreKept()
    {
        const ColumnLayout layout{{{u"time"_s, 150}, {u"field:"_s + country, 90}, {u"what"_s, 0}}};
        QVERIFY(columnLayoutFromBytes(toBytes(layout)) == layout);
        QVERIFY(columnLayoutFromBytes("\0\1\2 a header of Qt's").isEmpty());
        const QByteArray odd = R"([{"id":"time","width":-7},{"id":"time"},{"width":3},7,{"id":"what","width":99999}])";
        const ColumnLayout read = columnLayoutFromBytes(odd);
        QCOMPARE(idsOf(read), (QStringList{u"time"_s, u"what"_s}));
        QCOMPARE(read.columns.first().width, 30);
        QCOMPARE(read.columns.last().width, 4000);

        // Those that are hidden are no difference that is seen; versions that do not know them see no id.
        ColumnLayout withHidden = layout;
        withHidden.hidden = {{u"brand"_s, 222}, {u"time"_s, 5}, {u"app"_s, 9999}};
        QVERIFY(withHidden == layout);
        const ColumnLayout again = columnLayoutFromBytes(toBytes(withHidden));
        QVERIFY(again == layout);
        QCOMPARE(again.hidden, (QList<ColumnLayout::Column>{{u"brand"_s, 222}, {u"app"_s, 4000}}));
        const QJsonArray array = columnsToJson(withHidden);
        QCOMPARE(array.size(), layout.columns.size() + 3);
        QVERIFY(!array.last().toObject().contains(u"id"_s));

        SavedView view{u"Where"_s, {}, layout};
        view.query.text = u"login"_s;
        const auto views = savedViewsFromJson(toJson({view}));
        QVERIFY(views && views->first() == view);
        // As older versions wrote them.
        const auto old = savedViewsFromJson(R"({"tidings_views":1,"views":[{"name":"Old","text":"x"}]})");
        QVERIFY(old && old->first().columns.isEmpty());
    }

    void commands()
    {
        Events e;
        ColumnCommands commands(e.page, &e.page);
        e.model.merge({eventWith(1, R"({"geo":{"country":"PT"}})"), eventWith(2, R"({"geo":{"country":"DE"}})")});
        const QStringList before = shownIds(e.page);
        commands.addField(country);
        commands.addField(agent);
        commands.addField(country); // is there
        const QString countryId = u"field:"_s + country;
        QCOMPARE(shownIds(e.page).size(), before.size() + 2);
        QCOMPARE(shownIds(e.page).last(), u"what"_s); // keeps the free width

        // Rows are chosen as wholes, with the columns that come.
        e.table().setCurrentIndex(e.model.index(0, 0));
        commands.addField(u"context.late"_s);
        QVERIFY(e.table().selectionModel()->isSelected(e.model.index(0, e.model.columnOf(u"field:context.late"_s))));
        commands.removeField(u"context.late"_s);

        // Dragged to the front and widened, then others come and go.
        QHeaderView &header = *e.table().horizontalHeader();
        header.moveSection(header.visualIndex(e.model.columnOf(countryId)), 1);
        header.resizeSection(e.model.columnOf(countryId), 77);
        const ColumnLayout layout = commands.layout();
        QCOMPARE(idsOf(layout).value(1), countryId);
        commands.removeField(agent);
        QCOMPARE(shownIds(e.page).value(1), countryId);
        QCOMPARE(header.sectionSize(e.model.columnOf(countryId)), 77);
        commands.removeField(country);
        QCOMPARE(shownIds(e.page), before);
        commands.addField(u"context.other"_s); // takes the number that country had
        commands.setLayout(columnLayoutFromBytes(toBytes(layout)));
        QCOMPARE(shownIds(e.page), idsOf(layout));
        QCOMPARE(header.sectionSize(e.model.columnOf(countryId)), 77);
        QCOMPARE(e.model.index(0, e.model.columnOf(countryId)).data().toString(), u"DE"_s);
        commands.setLayout({}); // says nothing
        QCOMPARE(shownIds(e.page), idsOf(layout));
        commands.setLayout({{{u"user"_s, 100}, {u"nonsense"_s, 5}}});
        QCOMPARE(shownIds(e.page), (QStringList{u"time"_s, u"user"_s, u"what"_s}));

        // Another page, as that of a file, shows the same.
        commands.setLayout(layout);
        Events other;
        commands.attach(other.page);
        QCOMPARE(shownIds(other.page), idsOf(layout));
        // What is done to its columns is done to all, and is kept.
        QHeaderView &there = *other.table().horizontalHeader();
        there.resizeSection(EventTableModel::UserColumn, 201);
        QCOMPARE(header.sectionSize(EventTableModel::UserColumn), 201);
        there.moveSection(there.visualIndex(EventTableModel::UserColumn), 1);
        QCOMPARE(shownIds(e.page).value(1), u"user"_s);
        QCOMPARE(idsOf(commands.layout()), shownIds(other.page));
        commands.removeField(country);
        QVERIFY(!shownIds(other.page).contains(countryId) && !shownIds(e.page).contains(countryId));
    }

    // At the next start, and in a saved view, a hidden column has the width it had.
    void hiddenColumnsKeepTheirWidth()
    {
        constexpr int brand = EventTableModel::BrandColumn;
        ColumnLayout kept;
        {
            Events e;
            ColumnCommands commands(e.page, &e.page);
            QHeaderView &header = *e.table().horizontalHeader();
            toggleColumn(commands, u"Brand"_s);
            header.resizeSection(brand, 222);
            toggleColumn(commands, u"Brand"_s);
            QVERIFY(header.isSectionHidden(brand));
            kept = commands.layout();
        }
        const SavedView view{u"Where"_s, {}, kept};
        const auto views = savedViewsFromJson(toJson({view}));
        QVERIFY(views);
        for (const ColumnLayout &layout : {columnLayoutFromBytes(toBytes(kept)), views->first().columns}) {
            Events e;
            ColumnCommands commands(e.page, &e.page);
            commands.setLayout(layout);
            QVERIFY(!shownIds(e.page).contains(u"brand"_s));
            Events other;
            commands.attach(other.page);
            toggleColumn(commands, u"Brand"_s);
            QCOMPARE(e.table().columnWidth(brand), 222);
            QCOMPARE(other.table().columnWidth(brand), 222);
            // One that says nothing of it leaves it as it is. (There is no room left that the last one would get.)
            commands.setLayout({{{u"user"_s, 600}}});
            QVERIFY(e.table().isColumnHidden(brand));
            toggleColumn(commands, u"Brand"_s);
            QCOMPARE(e.table().columnWidth(brand), 222);
        }
    }

    void widthsFollowTheZoomOnce()
    {
        const auto zoomBack = qScopeGuard([] { applyTextZoom(*qApp, 100); });
        Events e;
        ColumnCommands commands(e.page, &e.page);
        e.table().horizontalHeader()->resizeSection(EventTableModel::UserColumn, 100);
        Events other;
        commands.attach(other.page);
        const int hidden = e.table().widthOf(EventTableModel::BrandColumn);
        QVERIFY(e.table().isColumnHidden(EventTableModel::BrandColumn) && hidden > 0);
        applyTextZoom(*qApp, 150);
        for (const Events *const each : {&e, &other}) {
            QCOMPARE(each->table().columnWidth(EventTableModel::UserColumn), 150);
            QCOMPARE(each->table().widthOf(EventTableModel::BrandColumn), qRound(hidden * 1.5));
        }
    }

    // As wide as its texts need, whatever they are, until somebody gives it another width.
    void timeColumnFits()
    {
        const auto zoomBack = qScopeGuard([] { applyTextZoom(*qApp, 100); });
        constexpr int time = EventTableModel::TimeColumn;
        Events e;
        ColumnCommands commands(e.page, &e.page);
        const auto holds = [&e](const TimeDisplay &display) {
            const int room = e.table().columnWidth(time) - 2 * RecordDelegate::padding;
            const QStringList texts = widestColumnTimes(display);
            return std::all_of(texts.cbegin(), texts.cend(),
                [&e, room](const QString &text) { return e.table().fontMetrics().horizontalAdvance(text) <= room; });
        };
        const TimeDisplay absolute = TimeDisplay::utc();
        TimeDisplay relative = absolute;
        relative.isRelative = true;
        e.page.setTimeDisplay(absolute);
        QVERIFY(holds(absolute));
        const int wide = e.table().columnWidth(time);
        e.page.setTimeDisplay(relative);
        QVERIFY(holds(relative));
        QVERIFY(e.table().columnWidth(time) < wide);
        applyTextZoom(*qApp, 200);
        QVERIFY(holds(relative));
        e.page.setTimeDisplay(absolute);
        QVERIFY(holds(absolute));
        applyTextZoom(*qApp, 100);
        QCOMPARE(e.table().columnWidth(time), wide);
        QCOMPARE(commands.layout().columns.first().id, u"time"_s);
        QCOMPARE(commands.layout().columns.first().width, 0); // not kept: the next start may have another font
        commands.setLayout(commands.layout());
        QCOMPARE(e.table().columnWidth(time), wide);

        e.table().horizontalHeader()->resizeSection(time, 91);
        for (const TimeDisplay &display : {relative, absolute}) {
            e.page.setTimeDisplay(display);
            QCOMPARE(e.table().columnWidth(time), 91);
        }
        QCOMPARE(commands.layout().columns.first().width, 91);
        Events next;
        ColumnCommands there(next.page, &next.page);
        there.setLayout(columnLayoutFromBytes(toBytes(commands.layout())));
        next.page.setTimeDisplay(relative);
        QCOMPARE(next.table().columnWidth(time), 91);
    }

    void menu()
    {
        Events e;
        ColumnCommands commands(e.page, &e.page);
        commands.addField(u"context.a&b"_s);
        emit commands.menu().aboutToShow();
        const auto entry = [&](const QString &text) -> QAction * {
            const auto actions = commands.menu().actions();
            for (QAction *const action : actions) {
                if (action->text() == text)
                    return action;
            }
            return nullptr;
        };
        QVERIFY(entry(u"Brand"_s) && !entry(u"Brand"_s)->isChecked());
        QVERIFY(!entry(u"Time"_s) && !entry(u"What happened"_s));
        entry(u"Brand"_s)->trigger();
        QVERIFY(shownIds(e.page).contains(u"brand"_s));
        QVERIFY(entry(u"context.a&&b"_s) && entry(u"context.a&&b"_s)->isChecked());
        entry(u"context.a&&b"_s)->trigger();
        QVERIFY(e.model.fieldColumns().isEmpty());
    }

    void dialogNamesWhatIsThere()
    {
        Events e;
        ColumnCommands commands(e.page, &e.page);
        e.model.merge({eventWith(1, R"({"geo":{"country":"PT"}})")});
        child<QAction>(e.page, "actionAddColumn")->trigger();
        auto *const dialog = child<FieldDialog>(e.page, "fieldDialog");
        auto *const field = child<QComboBox>(*dialog, "fieldName");
        auto *const note = child<PlainLabel>(*dialog, "fieldNote");
        QPushButton &ok = *dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(field->findText(country) >= 0 && field->findText(u"user.username"_s) >= 0);
        QVERIFY(!ok.isEnabled());
        field->setCurrentText(u"a..b"_s);
        QVERIFY(!ok.isEnabled());
        field->setCurrentText(u"context.nobody.has"_s);
        QVERIFY(ok.isEnabled() && note->plainText().contains(u"None"_s));
        field->setCurrentText(country);
        QVERIFY2(ok.isEnabled() && note->plainText().contains(u"PT"_s), qPrintable(note->plainText()));
        ok.click();
        QCOMPARE(e.model.fieldColumns(), QStringList{country});
    }

    void cellsAreFilteredAndCopied()
    {
        Site site(demoOptions(2000));
        Events e(site);
        ColumnCommands commands(e.page, &e.page);
        commands.addField(country);
        int row = 0;
        while (row < e.model.rowCount() && e.model.index(row, firstField).data().toString().isEmpty())
            ++row;
        QVERIFY(row < e.model.rowCount());
        const QString value = e.model.index(row, firstField).data().toString();
        e.table().setCurrentIndex(e.model.index(row, firstField));
        e.table().copyCell();
        QCOMPARE(QGuiApplication::clipboard()->text(), value);
        const auto command = [&](const char *name) -> QAction & {
            const auto actions = e.page.cellActions();
            for (QAction *const action : actions) {
                if (action->objectName() == QLatin1StringView(name))
                    return *action;
            }
            qFatal("no %s", name);
        };
        QVERIFY(command("actionFilterFor").isEnabled());
        command("actionFilterFor").trigger();
        QVERIFY(e.settle());
        QCOMPARE(akql::print(e.page.filter().conditions.first().node), u"%1 = \"%2\""_s.arg(country, value));
        QVERIFY(e.model.rowCount() > 0);
        for (int i = 0; i < e.model.rowCount(); ++i)
            QCOMPARE(e.model.index(i, firstField).data().toString(), value);
        // What the language has no words for cannot be asked.
        QVERIFY(!conditionAt(eventWith(1, R"({"a-b":1})"), {u"context"_s, u"a-b"_s}));
        QVERIFY(conditionAt(eventWith(1, R"({"ab":1})"), {u"context"_s, u"ab"_s}));
        QVERIFY(!conditionAt(eventWith(1, R"({"ab":[]})"), {u"context"_s, u"ab"_s}));
    }

    void jsonTreeOffersThem()
    {
        Events e;
        ColumnCommands commands(e.page, &e.page);
        e.model.merge({eventWith(1, R"({"geo":{"country":"PT"},"a.b":1})")});
        e.table().setCurrentIndex(e.model.index(0, 0));
        e.page.detail().showRaw(true);
        auto *const tree = child<JsonTreeView>(e.page, "detailJson");
        tree->expandAll();
        const auto find = [&](const QString &key) {
            const auto found = tree->model()->match(
                tree->model()->index(0, 0), Qt::DisplayRole, key, 1, Qt::MatchExactly | Qt::MatchRecursive);
            return found.value(0);
        };
        const auto offered = [&](const QString &key) -> QAction * {
            tree->setCurrentIndex(find(key));
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), tree->mapToGlobal(QPoint(5, 5)));
            QApplication::sendEvent(tree, &event);
            const auto menus = tree->findChildren<QMenu *>();
            QAction *const action = menus.isEmpty() ? nullptr : menus.last()->findChild<QAction *>(u"showAsColumn"_s);
            return action;
        };
        QVERIFY(!offered(u"a.b"_s)); // would be taken for two keys
        QAction *const action = offered(u"country"_s);
        QVERIFY(action);
        action->trigger();
        QCOMPARE(e.model.fieldColumns(), QStringList{country});
    }
};

QTEST_MAIN(ColumnsTest)
#include "tst_columns.moc"
