// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncatalog.h"
#include "checklistbutton.h"
#include "emptystate.h"
#include "icons.h"
#include "jsontext.h"
#include "jsontreemodel.h"
#include "jsontreeview.h"
#include "messagebar.h"
#include "plainlabel.h"
#include "recordtable.h"
#include "theme.h"
#include "undobar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QFile>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStringListModel>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QToolTip>

#include <cmath>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

template <class T> T *child(const QWidget &parent, const char *name)
{
    T *const found = parent.findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

constexpr int rowHeight = 20;

// A table of 300 x 200 pixels over a list of texts, as the pages use it.
struct Table
{
    explicit Table(int rows)
    {
        QStringList texts;
        for (int row = 0; row < rows; ++row)
            texts += u"row %1"_s.arg(row);
        model.setStringList(texts);
        table.setModel(&model);
        table.horizontalHeader()->hide();
        table.setFrameShape(QFrame::NoFrame);
        table.resize(300, 200);
        table.show();
        if (!QTest::qWaitForWindowExposed(&table))
            qFatal("not shown");
    }
    void insertOnTop(const QString &text)
    {
        model.insertRow(0);
        model.setData(model.index(0), text);
    }
    [[nodiscard]] QString textAtTop() const { return table.indexAt(QPoint(5, 0)).data().toString(); }
    [[nodiscard]] QPushButton &button() const { return *child<QPushButton>(table, "newRowsButton"); }

    QStringListModel model;
    RecordTable table{rowHeight, nullptr};
    QSignalSpy current{&table, &RecordTable::currentRowChanged};
    QSignalSpy opened{&table, &RecordTable::rowOpened};
};

QListWidgetItem *itemOf(const QListWidget &list, const QString &value)
{
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->data(Qt::UserRole).toString() == value)
            return list.item(row);
    }
    return nullptr;
}

QStringList visibleValues(const QListWidget &list)
{
    QStringList values;
    for (int row = 0; row < list.count(); ++row) {
        if (!list.item(row)->isHidden())
            values += list.item(row)->data(Qt::UserRole).toString();
    }
    return values;
}

QList<ChecklistButton::Item> someItems()
{
    return {{u"login"_s, u"Login"_s, u"action-login"_s},
        {u"login_failed"_s, u"Failed login"_s, u"action-login-failed"_s}, {u"logout"_s, u"Logout"_s, {}}};
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }

    // RecordTable

    void tableFollowsAtTheTop()
    {
        Table t(50);
        t.insertOnTop(u"new"_s);
        t.table.announceNew(1);
        QCOMPARE(t.textAtTop(), u"new"_s);
        QVERIFY(t.button().isHidden());
    }

    void densityKeepsThePlace()
    {
        Table t(50);
        t.table.verticalScrollBar()->setValue(10 * rowHeight);
        t.table.setDensity(Density::Roomy);
        QCOMPARE(t.table.heightOfRows(), 25); // 20 * 38 / 30
        QCOMPARE(t.textAtTop(), u"row 10"_s);
        t.table.setDensity(Density::Compact);
        QVERIFY(t.table.heightOfRows() <= rowHeight && t.table.heightOfRows() >= 16);
        QCOMPARE(t.textAtTop(), u"row 10"_s);
        t.table.setDensity(Density::Normal);
        QCOMPARE(t.table.heightOfRows(), rowHeight);
        QCOMPARE(t.textAtTop(), u"row 10"_s);
    }

    void rowsAndColumnsFollowTheTexts()
    {
        QStandardItemModel model(50, 2);
        RecordTable oneLine(metrics::rowHeight, nullptr);
        RecordTable twoLines(metrics::inboxRowHeight, nullptr);
        PlainLabel title(u"title"_s, PlainLabel::Look::Title);
        oneLine.setModel(&model);
        oneLine.setColumnWidth(0, 100);
        const QFont font = QApplication::font();
        const double titleSize = title.font().pointSizeF();
        for (const int percent : {80, 200, 125, 100}) {
            applyTextZoom(*qApp, percent);
            QCOMPARE(qRound(QApplication::font().pointSizeF() * 100), qRound(font.pointSizeF() * percent));
            QVERIFY(std::abs(title.font().pointSizeF() - titleSize * percent / 100) < 0.1);
            QVERIFY(std::abs(oneLine.columnWidth(0) - percent) <= 2);
            for (const Density density : {Density::Compact, Density::Roomy, Density::Normal}) {
                oneLine.setDensity(density);
                twoLines.setDensity(density);
                QVERIFY(oneLine.heightOfRows() > oneLine.fontMetrics().height());
                QVERIFY(twoLines.heightOfRows() > 2 * twoLines.fontMetrics().height());
            }
            QCOMPARE(oneLine.heightOfRows(), qRound(metrics::rowHeight * percent / 100.0));
            QCOMPARE(twoLines.heightOfRows(), qRound(metrics::inboxRowHeight * percent / 100.0));
        }
        QCOMPARE(QApplication::font(), font);
    }

    void tableKeepsThePlaceWhenScrolled()
    {
        Table t(50);
        t.table.verticalScrollBar()->setValue(10 * rowHeight + 7);
        QCOMPARE(t.textAtTop(), u"row 10"_s);
        for (int i = 0; i < 3; ++i)
            t.insertOnTop(u"new"_s);
        t.table.announceNew(3);
        QCOMPARE(t.textAtTop(), u"row 10"_s);
        QCOMPARE(t.table.verticalScrollBar()->value(), 13 * rowHeight + 7);
        QVERIFY(t.button().isVisible());
        QVERIFY(t.button().text().contains(u'3'));
        t.insertOnTop(u"newer"_s);
        t.table.announceNew(1);
        QVERIFY(t.button().text().contains(u'4'));
        QTest::mouseClick(&t.button(), Qt::LeftButton);
        QCOMPARE(t.textAtTop(), u"newer"_s);
        QVERIFY(t.button().isHidden());
    }

    void tableKeepsThePlaceOfACurrentRow()
    {
        Table t(50);
        t.table.setCurrentIndex(t.model.index(0));
        t.insertOnTop(u"new"_s);
        t.table.announceNew(1);
        QCOMPARE(t.textAtTop(), u"row 0"_s);
        QCOMPARE(t.table.currentIndex().data().toString(), u"row 0"_s);
        QVERIFY(t.button().isVisible());
        t.table.verticalScrollBar()->setValue(0); // by hand
        QVERIFY(t.button().isHidden());
    }

    void tableKeepsThePlaceWhenRowsAboveGo()
    {
        Table t(50);
        t.table.verticalScrollBar()->setValue(10 * rowHeight);
        t.model.removeRows(2, 3);
        QCOMPARE(t.textAtTop(), u"row 10"_s);
        t.model.removeRows(20, 3); // below
        QCOMPARE(t.textAtTop(), u"row 10"_s);
    }

    void tableAddsAtTheEndWithoutMoving()
    {
        Table t(50);
        t.table.verticalScrollBar()->setValue(10 * rowHeight);
        t.model.insertRows(50, 10);
        QCOMPARE(t.textAtTop(), u"row 10"_s);
        QVERIFY(t.button().isHidden());
    }

    void tableKeys()
    {
        Table t(50);
        t.table.setFocus();
        QTest::keyClick(&t.table, Qt::Key_K);
        QCOMPARE(t.table.currentIndex().row(), 0);
        QTest::keyClick(&t.table, Qt::Key_J);
        QTest::keyClick(&t.table, Qt::Key_J);
        QCOMPARE(t.table.currentIndex().row(), 2);
        QTest::keyClick(&t.table, Qt::Key_K);
        QCOMPARE(t.table.currentIndex().row(), 1);
        QCOMPARE(t.current.last().first().toInt(), 1);
        QTest::keyClick(&t.table, Qt::Key_Return);
        QCOMPARE(t.opened.size(), 1);
        QCOMPARE(t.opened.last().first().toInt(), 1);
        QTest::keyClick(&t.table, Qt::Key_End);
        QCOMPARE(t.table.currentIndex().row(), 49);
        QTest::keyClick(&t.table, Qt::Key_J);
        QCOMPARE(t.table.currentIndex().row(), 49);
        QTest::keyClick(&t.table, Qt::Key_Home);
        QCOMPARE(t.table.currentIndex().row(), 0);
        QTest::keyClick(&t.table, Qt::Key_Home, Qt::ShiftModifier); // not ours; must not crash or open
        QTest::keyClicks(&t.table, u"row 30"_s); // no type-ahead search
        QCOMPARE(t.table.currentIndex().row(), 0);
        QCOMPARE(t.opened.size(), 1);
        t.model.setStringList({});
        QCOMPARE(t.current.last().first().toInt(), -1);
        for (const auto key : {Qt::Key_J, Qt::Key_K, Qt::Key_Home, Qt::Key_End, Qt::Key_Return})
            QTest::keyClick(&t.table, key);
        QCOMPARE(t.opened.size(), 1);
    }

    void tableShowsItsEmptyState()
    {
        Table t(0);
        t.table.emptyState().setContent(u"search"_s, u"Nothing <b>here</b>"_s, u"Again"_s);
        QVERIFY(t.table.emptyState().isVisible());
        QSignalSpy action(&t.table.emptyState(), &EmptyState::actionTriggered);
        QTest::mouseClick(child<QPushButton>(t.table, "emptyStateAction"), Qt::LeftButton);
        QCOMPARE(action.size(), 1);
        QCOMPARE(t.table.emptyState().text(), u"Nothing <b>here</b>"_s);
        t.insertOnTop(u"one"_s);
        QVERIFY(t.table.emptyState().isHidden());
        t.model.removeRow(0);
        QVERIFY(t.table.emptyState().isVisible());
        t.table.emptyState().setContent(u"search"_s, u"Nothing"_s);
        QVERIFY(child<QPushButton>(t.table, "emptyStateAction")->isHidden());
    }

    void toolTipsAreEscaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"<b>bold</b> <img src='http://192.0.2.1/x'>"_s;
        QTest::newRow("entity") << u"R&D \"quoted\" &lt;"_s;
        QTest::newRow("plain") << u"plain"_s;
    }

    // What a tool tip shows must be the text; whether Qt takes it for rich text must not depend on it.
    void toolTipsAreEscaped()
    {
        QFETCH(const QString, text);
        const QString tip = plainToolTip(text);
        QVERIFY(Qt::mightBeRichText(tip));
        QTextDocument document;
        document.setHtml(tip);
        QCOMPARE(document.toPlainText(), text);

        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), text, Qt::ToolTipRole);
        RecordTable table(rowHeight, nullptr);
        table.setModel(&model);
        table.resize(300, 200);
        table.show();
        const QPoint at = table.visualRect(model.index(0, 0)).center();
        QHelpEvent help(QEvent::ToolTip, at, table.viewport()->mapToGlobal(at));
        QApplication::sendEvent(table.viewport(), &help);
        QCOMPARE(QToolTip::text(), tip);
        QToolTip::hideText();
        QVERIFY(plainToolTip({}).isEmpty());
    }

    // ChecklistButton

    void checklistSaysWhatIsChosen()
    {
        ChecklistButton button(u"Action"_s, true, nullptr);
        button.setItems(someItems());
        const auto face = [&] {
            return button.text();
        };
        QVERIFY(face().contains(u"any"_s));
        button.setChecked({u"login_failed"_s});
        QVERIFY2(face().contains(u"Failed login"_s), qPrintable(face()));
        QVERIFY(button.accessibleName().contains(u"Failed login"_s));
        button.setChecked({u"login"_s, u"logout"_s});
        QVERIFY(face().contains(u'2'));
        // Not an item: shown as it is, without becoming a mnemonic, cut, and with hidden characters made visible.
        button.setChecked({u"custom_a&b\u202E"_s + QString(200, u'x')});
        QVERIFY2(face().contains(u"custom_a&&b‹U+202E›"_s), qPrintable(face()));
        QVERIFY(face().size() < 60);
        QCOMPARE(button.checked().size(), 1);
    }

    void checklistByMouseAndKeyboard()
    {
        ChecklistButton button(u"Action"_s, true, nullptr);
        button.setItems(someItems());
        QSignalSpy changed(&button, &ChecklistButton::checkedChanged);
        button.show();
        QTest::mouseClick(&button, Qt::LeftButton);
        auto *const list = child<QListWidget>(button, "checklist");
        auto *const search = child<QLineEdit>(button, "checklistSearch");
        QVERIFY(list->isVisible());
        QTRY_VERIFY(search->hasFocus());

        // Anywhere in the row, also on the box itself
        const QRect row = list->visualItemRect(itemOf(*list, u"login"_s));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(button.checked(), QStringList{u"login"_s});
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 10, row.center().y()));
        QCOMPARE(button.checked(), QStringList());
        QCOMPARE(changed.size(), 2);

        QTest::keyClicks(search, u"failed"_s);
        QCOMPARE(visibleValues(*list).first(), u"login_failed"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(button.checked(), QStringList{u"login_failed"_s});
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(button.checked(), QStringList());
        QTest::keyClick(list, Qt::Key_Enter);
        QCOMPARE(button.checked(), QStringList{u"login_failed"_s});
        QCOMPARE(changed.last().first().toStringList(), QStringList{u"login_failed"_s});

        QTest::mouseClick(child<QPushButton>(button, "checklistClear"), Qt::LeftButton);
        QCOMPARE(button.checked(), QStringList());
        QVERIFY(!list->isVisible());
        QVERIFY(changed.last().first().toStringList().isEmpty());
    }

    void checklistTakesWhatIsTyped()
    {
        ChecklistButton button(u"Action"_s, true, nullptr);
        button.setItems(someItems());
        button.show();
        button.openList();
        auto *const list = child<QListWidget>(button, "checklist");
        auto *const search = child<QLineEdit>(button, "checklistSearch");
        search->setText(u"login"_s); // there is such an action
        QCOMPARE(visibleValues(*list), (QStringList{u"login"_s, u"login_failed"_s}));
        search->setText(u"custom_vpn"_s);
        QCOMPARE(visibleValues(*list), QStringList{u"custom_vpn"_s});
        QTest::keyClick(search, Qt::Key_Return);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(button.checked(), QStringList{u"custom_vpn"_s});
        search->setText(u"other"_s);
        QCOMPARE(visibleValues(*list), QStringList{u"other"_s});
        search->clear();
        QCOMPARE(visibleValues(*list), (QStringList{u"login"_s, u"login_failed"_s, u"logout"_s, u"custom_vpn"_s}));
        itemOf(*list, u"logout"_s)->setCheckState(Qt::Checked);
        QCOMPARE(button.checked(), (QStringList{u"logout"_s, u"custom_vpn"_s}));
        // The items come anew when another server is connected; what is chosen stays.
        button.setItems({{u"login"_s, u"Login"_s, {}}});
        QCOMPARE(button.checked(), (QStringList{u"logout"_s, u"custom_vpn"_s}));
        QCOMPARE(visibleValues(*list), (QStringList{u"login"_s, u"logout"_s, u"custom_vpn"_s}));
    }

    void checklistWithoutSearch()
    {
        ChecklistButton button(u"Severity"_s, false, nullptr);
        button.setItems({{u"alert"_s, u"Alert <b>"_s, u"alert"_s}});
        button.show();
        button.openList();
        auto *const list = child<QListWidget>(button, "checklist");
        QVERIFY(child<QLineEdit>(button, "checklistSearch")->isHidden());
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(button.checked(), QStringList{u"alert"_s});
    }

    // JsonTreeModel

    void jsonModel_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("object") << QByteArray(R"({"a":1,"b":{"c":[1,2,{"d":null}],"e":{}},"f":[]})");
        QTest::newRow("array") << QByteArray(R"([1,"two",[3]])");
        QTest::newRow("scalar") << QByteArray("17");
        QTest::newRow("broken") << QByteArray(R"({"a":)");
        QTest::newRow("deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
        QTest::newRow("wide") << '[' + QByteArray("1,").repeated(20'000) + "1]";
    }

    void jsonModel()
    {
        QFETCH(const QByteArray, json);
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setJson(json);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setJson(R"({"other":[true]})");
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 1);
        model.setJson(json);
        QCOMPARE(model.columnCount(), 2);
        if (json.isEmpty())
            QCOMPARE(model.rowCount(), 0);
    }

    void jsonModelTexts()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setJson(R"({"n":12345678901234567890.10,"s":"<b>x\u202ey","o":{"k":[1,{"z":false}]},"e":{},"l":[]})");
        const auto value = [&](int row, const QModelIndex &parent = {}) {
            return model.index(row, JsonTreeModel::ValueColumn, parent);
        };
        QCOMPARE(value(0).data().toString(), u"12345678901234567890.10"_s);
        QCOMPARE(value(1).data().toString(), u"<b>x‹U+202E›y"_s);
        QCOMPARE(value(1).data(JsonTreeModel::RawTextRole).toString(), u"<b>x\u202Ey"_s);
        QVERIFY(value(2).data().toString().contains(u'1'));
        QCOMPARE(value(3).data().toString(), u"{}"_s);
        QCOMPARE(value(4).data().toString(), u"[]"_s);
        const QModelIndex object = model.index(2, 0);
        const QModelIndex list = model.index(0, 0, object);
        const QModelIndex inner = model.index(1, 0, list);
        const QModelIndex leaf = model.index(0, 0, inner);
        QCOMPARE(leaf.data().toString(), u"z"_s);
        QCOMPARE(value(0, inner).data().toString(), u"false"_s);
        QVERIFY(leaf.data(JsonTreeModel::PathRole).toString().startsWith(u"o.k."_s));
        QVERIFY(leaf.data(JsonTreeModel::PathRole).toString().endsWith(u".z"_s));
        QCOMPARE(model.parent(leaf), inner);
        QCOMPARE(model.rowCount(model.index(2, 1)), 0);
        QCOMPARE(value(2).data(JsonTreeModel::RawTextRole).toString(),
            QString::fromUtf8(prettyJson(R"({"k":[1,{"z":false}]})")));
        QVERIFY(!model.index(9, 0).isValid());
        QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void jsonViewCopies()
    {
        JsonTreeView view;
        view.setJson(R"({"a":"x\u202ey","b":{"c":1}})");
        QVERIFY(!view.accessibleName().isEmpty());
        view.show();
        view.setCurrentIndex(view.model()->index(0, 0));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"x\u202Ey"_s);
        view.setCurrentIndex(view.model()->index(1, 1));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(prettyJson(R"({"c":1})")));
    }

    // PlainLabel and the bars

    void plainLabel_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"<h1>big</h1><img src=x>"_s;
        QTest::newRow("address") << u"2001:db8:85a3:1234:5678:8a2e:370:7334"_s;
        QTest::newRow("long word") << QString(10'000, u'x');
        QTest::newRow("pairs") << u"🔔"_s.repeated(100);
        QTest::newRow("empty") << QString();
    }

    void plainLabel()
    {
        QFETCH(const QString, text);
        for (const auto look : {PlainLabel::Look::Normal, PlainLabel::Look::Muted, PlainLabel::Look::Heading,
                 PlainLabel::Look::Title, PlainLabel::Look::Code, PlainLabel::Look::Error}) {
            const PlainLabel label(text, look);
            QCOMPARE(label.textFormat(), Qt::PlainText);
            QCOMPARE(label.plainText(), text);
            QCOMPARE(label.accessibleName(), text);
            QString shown = label.QLabel::text();
            QCOMPARE(shown.remove(QChar(0x200B)), text);
            QVERIFY(shown.isValidUtf16());
            QVERIFY2(
                label.minimumSizeHint().width() < 500, qPrintable(QString::number(label.minimumSizeHint().width())));
            QVERIFY(label.textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
            QVERIFY(!label.openExternalLinks());
        }
    }

    void messageBar()
    {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        QVERIFY(bar.text().isEmpty());
        QSignalSpy action(&bar, &MessageBar::actionTriggered);
        QSignalSpy dismissed(&bar, &MessageBar::dismissed);
        bar.showMessage(MessageBar::Kind::Problem, u"<b>no</b>"_s, u"Retry"_s);
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.text(), u"<b>no</b>"_s);
        QTest::mouseClick(child<QPushButton>(bar, "messageBarAction"), Qt::LeftButton);
        QCOMPARE(action.size(), 1);
        bar.showMessage(MessageBar::Kind::Info, u"text"_s);
        QVERIFY(child<QPushButton>(bar, "messageBarAction")->isHidden());
        const auto buttons = bar.findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 1);
        QVERIFY(!buttons.first()->accessibleName().isEmpty());
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QCOMPARE(dismissed.size(), 1);
        QVERIFY(bar.isHidden());
    }

    void undoBar()
    {
        QWidget area;
        area.resize(600, 300);
        UndoBar bar(&area);
        area.show();
        QVERIFY(bar.isHidden());
        QSignalSpy undo(&bar, &UndoBar::undoRequested);
        bar.offer(u"3 notifications marked seen"_s);
        QVERIFY(bar.isVisible());
        QVERIFY(area.rect().contains(bar.geometry()));
        area.resize(400, 200);
        QTRY_VERIFY(area.rect().contains(bar.geometry()));
        QTest::mouseClick(child<QPushButton>(bar, "undoBarButton"), Qt::LeftButton);
        QCOMPARE(undo.size(), 1);
        QVERIFY(bar.isHidden());
    }

    // Icons

    void everyIconExists()
    {
        icon(u"add"_s).pixmap(16, 16); // makes the resources known
        QStringList names;
        for (const ActionInfoEntry &entry : knownActionEntries())
            names += entry.icon;
        for (const QString &severity : {u"notice"_s, u"warning"_s, u"alert"_s, u"other"_s})
            names += severityEntry(severity).icon;
        for (const QString &action : {u"custom_"_s, u"custom_x"_s, u"unheard_of"_s, QString()})
            names += actionEntry(action).icon;

        const QRegularExpression call(
            u"\\b(?:icon|iconPixmap|setContent|addPage|addCommand|paintIcon|setLevelLine)\\((?:[^;]*?)u\"([a-z0-9-]+)\"_s"_s);
        int found = 0;
        QDirIterator files(QStringLiteral(TIDINGS_TEST_DATA "/../../views"), {u"*.cpp"_s});
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (auto match = call.globalMatch(source); match.hasNext();) {
                const QString name = match.next().captured(1);
                names += name;
                ++found;
            }
        }
        QVERIFY2(found > 40, qPrintable(QString::number(found)));
        names.removeDuplicates();
        for (const QString &name : std::as_const(names)) {
            if (!name.isEmpty())
                QVERIFY2(QFile::exists(u":/icons/%1.svg"_s.arg(name)), qPrintable(name));
        }
        QVERIFY(QFile::exists(u":/org.tidings.Tidings.svg"_s));
    }

    void iconsFollowThePalette()
    {
        const QPalette before = QApplication::palette();
        const auto darkest = [](const QPixmap &pixmap) {
            const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
            QColor best;
            int alpha = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor color = image.pixelColor(x, y);
                    if (color.alpha() > alpha) {
                        alpha = color.alpha();
                        best = color;
                    }
                }
            }
            return best;
        };
        const QIcon inbox = icon(u"inbox"_s);
        const QIcon onAccent = iconOnAccent(u"inbox"_s);
        applyAppearance(*qApp, Appearance::Light);
        const QColor light = darkest(inbox.pixmap(32, 32));
        QVERIFY(darkest(onAccent.pixmap(32, 32)).lightness() > 200); // as the text there
        applyAppearance(*qApp, Appearance::Dark);
        const QColor dark = darkest(inbox.pixmap(32, 32));
        QVERIFY(darkest(onAccent.pixmap(32, 32)).lightness() < 60);
        QVERIFY2(light.lightness() < 100 && dark.lightness() > 150, qPrintable(light.name() + dark.name()));
        QCOMPARE(iconPixmap(u"inbox"_s, 16, Qt::red, 2.0).size(), QSize(32, 32));
        QVERIFY(darkest(iconPixmap(u"no-such-icon"_s, 16, Qt::red, 1.0)).red() > 200);
        applyAppearance(*qApp, Appearance::Light);
        qApp->setStyleSheet({});
        QCOMPARE(darkest(onAccent.pixmap(32, 32)), light); // no button has the accent colour
        QApplication::setPalette(before);
    }

    // Contrast of every text colour on every ground it stands on
    void coloursAreReadable_data()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
    }

    void coloursAreReadable()
    {
        QFETCH(const Appearance, appearance);
        applyAppearance(*qApp, appearance);
        const Colors c = currentColors();
        const auto luminance = [](const QColor &color) {
            const auto linear = [](double v) {
                return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
        };
        const auto contrast = [&](const QColor &a, const QColor &b) {
            const double first = luminance(a);
            const double second = luminance(b);
            return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
        };
        for (const QColor &ground : {c.window, c.base, c.selection, c.chip}) {
            for (const QColor &text : {c.text, c.muted, c.accent, c.notice, c.warning, c.alert, c.good})
                QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + u" on "_s + ground.name()));
        }
        QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
        applyAppearance(*qApp, Appearance::Light);
        qApp->setStyleSheet({});
    }

    // How often a value occurs stands beside it; what occurs and is no item is listed as well.
    void checklistCounts()
    {
        ChecklistButton button(u"Action"_s, true, nullptr);
        button.setItems(someItems());
        button.setHint(u"What it is"_s);
        QVERIFY(button.toolTip().contains(u"What it is"_s));
        QHash<QString, qint64> counts{{u"login"_s, 1234}, {u"custom_x"_s, 2}, {QString(), 5}};
        button.setCounter([&counts] { return counts; });
        button.openList();
        auto *const list = button.findChild<QListWidget *>(u"checklist"_s);
        QVERIFY(list);
        QCOMPARE(list->count(), 4);
        const auto spoken = [list](const QString &value) {
            return itemOf(*list, value)->data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY2(spoken(u"login"_s).contains(QLocale().toString(1234)), qPrintable(spoken(u"login"_s)));
        QVERIFY(spoken(u"logout"_s).isEmpty());
        QVERIFY(itemOf(*list, u"custom_x"_s));
        counts.clear();
        button.openList();
        QCOMPARE(list->count(), 3);
        QVERIFY(spoken(u"login"_s).isEmpty());
    }

    // The last one: it leaves the program's style behind.
    void appearanceFollowsTheDesktop()
    {
        const QColor light(0xF4F5F7);
        const QColor dark(0x1B1E23);
        const auto window = [](Appearance appearance, ColorScheme desktop) {
            applyAppearance(*qApp, appearance, desktop);
            return currentColors().window;
        };
        QCOMPARE(window(Appearance::System, ColorScheme::Dark), dark);
        QCOMPARE(window(Appearance::System, ColorScheme::Light), light);
        QCOMPARE(window(Appearance::Light, ColorScheme::Dark), light);
        QCOMPARE(window(Appearance::Dark, ColorScheme::Light), dark);
        QCOMPARE(window(Appearance::System, ColorScheme::NoPreference), light); // that of the palette here
    }
};

QTEST_MAIN(WidgetsTest)

#include "tst_widgets.moc"
