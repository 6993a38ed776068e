// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlprinter.h"
#include "chartlegend.h"
#include "eventspage.h"
#include "histogramchart.h"
#include "histogramcolors.h"
#include "histogrampanel.h"
#include "histogramtablemodel.h"
#include "plainlabel.h"
#include "support/records.h"
#include "theme.h"
#include "topvaluespane.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1'000'000;
constexpr Timestamp start = 1'795'168'800'000'000; // of timeText(0): 2026-11-20T10:00:00Z

template <class T> T *child(const QWidget &parent, const char *name)
{
    T *const found = parent.findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

Histogram tenBuckets()
{
    Histogram histogram;
    histogram.start = start;
    histogram.width = 60 * second;
    histogram.size = 10;
    histogram.series = stacked({{u"login"_s, {1, 0, 2, 3, 4, 5, 6, 7, 8, 9}, false},
                                   {u"login_failed"_s, {0, 0, 5, 0, 0, 0, 0, 0, 0, 1}, false}},
        10, Histogram::Stacking::Level);
    return histogram;
}

TimeRange minutes(int first, int end)
{
    TimeRange range;
    range.from = start + first * 60 * second;
    range.until = start + end * 60 * second;
    return range;
}

// A chart alone in a window.
struct Chart
{
    explicit Chart(Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        chart.setLayoutDirection(direction);
        chart.resize(800, 90);
        chart.setHistogram(tenBuckets());
        chart.show();
        chart.activateWindow();
        if (!QTest::qWaitForWindowActive(&chart))
            qFatal("not shown");
    }
    [[nodiscard]] QPoint in(int bucket) const { return chart.bucketRect(bucket).center().toPoint(); }
    void press(int bucket) { QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, in(bucket)); }
    void move(int bucket) { QTest::mouseMove(chart.viewport(), in(bucket)); }
    void release(int bucket) { QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, in(bucket)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&chart, key, modifiers); }
    [[nodiscard]] TimeRange range() const { return ranges.last().first().value<TimeRange>(); }

    HistogramChart chart;
    QSignalSpy ranges{&chart, &HistogramChart::rangeChosen};
    QSignalSpy backs{&chart, &HistogramChart::backRequested};
    QSignalSpy pointed{&chart, &HistogramChart::pointedChanged};
};

// The Events page on a server that has these events.
struct EventsSite
{
    EventsSite()
    {
        if (!server.start())
            qFatal("no server");
        server.replyWith(
            "GET", "/api/v3/events/events/", [this](const Request &request) { return pageAnswer(records, request); });
        server.replyWith("GET", "/api/v3/events/events/volume/", [](const Request &) {
            return Answer::json("[{\"action\":\"login\",\"time\":"
                + quotedJson(timestampToIso(fromDateTime(QDateTime::currentDateTimeUtc()))) + ",\"count\":41}]");
        });
        for (int n = 9; n >= 0; --n) {
            records += toJson(EventSpec{.id = uuidOf(n),
                .created = timeText(n * 60 + 1),
                .action = n % 5 == 0 ? u"login_failed"_s : u"login"_s,
                .username = n < 3 ? u"bob"_s : u"alice"_s});
        }
        ApiClientOptions options;
        options.address = ServerAddress::parse(server.url()).value();
        options.token = "t";
        options.maxAttempts = 1;
        client = std::make_unique<ApiClient>(options);
        feed.poller().setInterval(std::chrono::hours(1));
        page.resize(1000, 700);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("not shown");
        feed.setClient(client.get());
        if (!QTest::qWaitFor([this] { return feed.state() == FeedState::Complete; }))
            qFatal("not loaded");
    }
    ~EventsSite() { feed.setClient(nullptr); }

    [[nodiscard]] HistogramChart *chart() const { return child<HistogramChart>(page, "histogramChart"); }
    bool settle() const
    {
        return QTest::qWaitFor(
            [this] { return feed.state() == FeedState::Complete && !page.histogram().rows().isCounting(); });
    }
    [[nodiscard]] int volumeQuestions() const { return server.count("GET", "/api/v3/events/events/volume/"); }

    FaultServer server;
    QList<QByteArray> records;
    std::unique_ptr<ApiClient> client;
    EventTableModel model;
    EventFeed feed{model};
    EventsPage page{model, feed};
};

} // namespace

class HistogramViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, Appearance::Light); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }

    void dragChoosesATime_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("forwards") << Qt::LeftToRight << 2 << 6;
        QTest::newRow("backwards") << Qt::LeftToRight << 6 << 2;
        QTest::newRow("right to left") << Qt::RightToLeft << 2 << 6;
    }
    void dragChoosesATime()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        QFETCH(const int, from);
        QFETCH(const int, to);
        Chart c(direction);
        QCOMPARE(c.in(9).x() > c.in(0).x(), direction == Qt::LeftToRight);
        c.press(from);
        c.move(4);
        QVERIFY(c.chart.isDragging());
        c.move(to);
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(2, 6)));
        QVERIFY(c.ranges.isEmpty());
        c.release(to);
        QCOMPARE(c.ranges.size(), 1);
        QCOMPARE(c.range(), minutes(2, 7));
    }

    void clickChoosesNoTime()
    {
        Chart c;
        c.press(3);
        c.release(3);
        QVERIFY(c.ranges.isEmpty());
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(3, 3)));
        QTest::mouseDClick(c.chart.viewport(), Qt::LeftButton, {}, c.in(3));
        QCOMPARE(c.range(), minutes(3, 4));
    }

    void dragBeyondTheEdge()
    {
        Chart c;
        c.press(8);
        QTest::mouseMove(c.chart.viewport(), QPoint(5000, 20));
        QTest::mouseRelease(c.chart.viewport(), Qt::LeftButton, {}, QPoint(5000, 20));
        QCOMPARE(c.range(), minutes(8, 10));
    }

    void escapeCancelsTheDrag()
    {
        Chart c;
        c.press(2);
        c.move(6);
        c.key(Qt::Key_Escape);
        QVERIFY(!c.chart.isDragging());
        QVERIFY(!c.chart.chosen());
        c.move(7);
        c.release(7);
        QVERIFY(c.ranges.isEmpty());
        QVERIFY(c.backs.isEmpty());
    }

    void keyboard_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void keyboard()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        const auto [earlier, later] = direction == Qt::LeftToRight ? std::pair(Qt::Key_Left, Qt::Key_Right)
                                                                   : std::pair(Qt::Key_Right, Qt::Key_Left);
        Chart c(direction);
        c.chart.setFocus(Qt::TabFocusReason);
        c.key(Qt::Key_End);
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(9, 9)));
        c.key(later); // there is no later one
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(9, 9)));
        c.key(earlier);
        c.key(earlier);
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(7, 7)));
        c.key(earlier, Qt::ShiftModifier);
        c.key(earlier, Qt::ShiftModifier);
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(5, 7)));
        QCOMPARE(c.pointed.last(), (QVariantList{5, 7}));
        QVERIFY(c.chart.accessibleDescription().startsWith(u"20 Nov 2026, 10:05–10:08 · 18 event(s)"_s));
        c.key(Qt::Key_Return);
        QCOMPARE(c.ranges.size(), 1);
        QCOMPARE(c.range(), minutes(5, 8));
        // Esc: first the extent, then back
        c.key(Qt::Key_Escape);
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(5, 5)));
        QVERIFY(c.backs.isEmpty());
        c.key(Qt::Key_Escape);
        QCOMPARE(c.backs.size(), 1);
        c.key(Qt::Key_Backspace);
        QCOMPARE(c.backs.size(), 2);
        c.key(Qt::Key_Home);
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(0, 0)));
    }

    // The choice stays with its time while buckets come in front.
    void choiceKeepsItsTime()
    {
        Chart c;
        c.chart.setFocus(Qt::TabFocusReason);
        c.key(Qt::Key_Home);
        c.key(Qt::Key_Right);
        Histogram longer = tenBuckets();
        longer.start -= 2 * longer.width;
        longer.size += 2;
        for (HistogramSeries &series : longer.series)
            series.counts.insert(series.counts.begin(), 2, 1);
        c.chart.setHistogram(longer);
        QCOMPARE(c.chart.chosen(), std::make_optional(std::pair(3, 3)));
        c.key(Qt::Key_Return);
        QCOMPARE(c.range(), minutes(1, 2));
        c.chart.setHistogram({});
        QVERIFY(!c.chart.chosen());
        c.key(Qt::Key_Left); // nothing to walk through, and nothing breaks
        c.key(Qt::Key_Return);
        c.chart.grab();
        QCOMPARE(c.ranges.size(), 1);
    }

    // A bar stands where its bucket is, with the colours of the levels from the bottom up.
    void barsAreDrawn()
    {
        Chart c;
        const Colors colors = currentColors();
        const QImage image = c.chart.grab().toImage();
        const auto colorAt = [&](int bucket, double up) {
            const QRectF rect = c.chart.bucketRect(bucket);
            return image.pixelColor(qRound(rect.center().x()), qRound(rect.bottom() - up * rect.height()));
        };
        QCOMPARE(colorAt(9, 0.5), colors.chartOrdinary);
        QCOMPARE(colorAt(9, 0.95), colors.chartAlert);
        QCOMPARE(colorAt(2, 0.1), colors.chartOrdinary);
        QCOMPARE(colorAt(2, 0.4), colors.chartAlert);
        QCOMPARE(colorAt(1, 0.1), colors.window); // an empty one
        QCOMPARE(colorAt(2, 0.9), colors.window);
    }

    void highestStandsBesideTheBars_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    // However long it is, and wherever the highest bar stands.
    void highestStandsBesideTheBars()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        Chart c(direction);
        qreal before = 0;
        for (const qint64 factor : {1, 1000, 1'000'000}) {
            Histogram histogram = tenBuckets();
            for (HistogramSeries &series : histogram.series) {
                series.total *= factor;
                std::reverse(series.counts.begin(), series.counts.end()); // the first bar is the highest
                for (auto &count : series.counts)
                    count *= factor;
            }
            c.chart.setHistogram(histogram);
            const QRectF highest = c.chart.highestRect();
            QVERIFY(QRectF(c.chart.viewport()->rect()).contains(highest));
            QVERIFY(highest.width() > before);
            before = highest.width();
            for (int bucket = 0; bucket < histogram.size; ++bucket) {
                const QRectF bar = c.chart.bucketRect(bucket);
                QVERIFY(direction == Qt::LeftToRight ? bar.left() > highest.right() : bar.right() < highest.left());
            }
            // The first bar begins beside it, and both are drawn.
            const QImage image = c.chart.grab().toImage();
            const QRectF first = c.chart.bucketRect(0);
            QCOMPARE(image.pixelColor(qRound(first.center().x()), qRound(first.bottom() - first.height() / 2)),
                currentColors().chartOrdinary);
            const QRect text = highest.toAlignedRect();
            bool isDrawn = false;
            for (int x = text.left(); x <= text.right() && !isDrawn; ++x) {
                for (int y = text.top(); y <= text.bottom() && !isDrawn; ++y)
                    isDrawn = image.valid(x, y) && image.pixelColor(x, y) != currentColors().window;
            }
            QVERIFY(isDrawn);
        }
        const QRectF wide = c.chart.bucketRect(0);
        c.chart.setLayoutDirection(direction == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
        QCOMPARE(c.chart.highestRect().left() > wide.left(), direction == Qt::LeftToRight);
    }

    // Where colours do not tell the series apart, patterns do.
    void highContrast()
    {
        QPalette palette(Qt::white, Qt::black);
        const Colors colors = colorsOf(palette);
        QSet<int> styles;
        const QList<QBrush> brushes = seriesBrushes(tenBuckets(), colors);
        for (const QBrush &brush : brushes)
            styles.insert(brush.style());
        QCOMPARE(styles.size(), 3);
        const QList<QBrush> ordinary = seriesBrushes(tenBuckets(), currentColors());
        for (const QBrush &brush : ordinary)
            QCOMPARE(brush.style(), Qt::SolidPattern);
    }

    // The Tab key goes through the page from top to bottom.
    void tabOrder()
    {
        EventsSite p;
        p.page.setTopValuesVisible(true);
        QVERIFY(p.settle());
        p.page.histogram().toggleButton().setFocus();
        QStringList names;
        for (int i = 0; i < 20; ++i) {
            const QString name = QApplication::focusWidget()->objectName();
            if (!name.isEmpty())
                names += name;
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        const QStringList order{u"histogramToggle"_s, u"conditionAdd"_s, u"histogramSource"_s, u"histogramStacking"_s,
            u"histogramAsTable"_s, u"histogramChart"_s, u"eventsTable"_s, u"topValuesField"_s};
        qsizetype last = -1;
        for (const QString &name : order) {
            const qsizetype at = names.indexOf(name, last + 1);
            QVERIFY2(at > last, qPrintable(name + u" in "_s + names.join(u' ')));
            last = at;
        }
        QCOMPARE(names.mid(0, 7), order.mid(0, 7));
    }

    void collapsedCostsNothing()
    {
        EventsSite p;
        HistogramPanel &panel = p.page.histogram();
        panel.setExpanded(false);
        QVERIFY(panel.isHidden());
        QVERIFY(!panel.rows().isActive());
        p.feed.reload();
        QTRY_COMPARE(p.feed.state(), FeedState::Complete);
        QVERIFY(!panel.rows().isCounting());
        panel.setFromServer(true);
        p.feed.reload();
        QTRY_COMPARE(p.feed.state(), FeedState::Complete);
        QCOMPARE(p.volumeQuestions(), 0);

        // One that was never shown has not even a chart.
        QWidget hidden;
        const HistogramPanel never(p.model, p.feed, &p.feed, &hidden);
        QVERIFY(!never.rows().isActive());
        QVERIFY(!never.findChild<HistogramChart *>());

        QTest::mouseClick(&panel.toggleButton(), Qt::LeftButton);
        QVERIFY(panel.isVisible());
        QTRY_COMPARE(panel.volume().state(), VolumeHistogram::State::Ready);
        QCOMPARE(p.volumeQuestions(), 1);
        QCOMPARE(p.chart()->histogram().total(), 41);
        QVERIFY(!panel.rows().isActive());
        QTest::mouseClick(&panel.toggleButton(), Qt::LeftButton);
        QVERIFY(panel.isHidden());
    }

    // In a low window it gives its height to the table, until the user wants it there too.
    void lowWindow()
    {
        EventsSite p;
        HistogramPanel &panel = p.page.histogram();
        QSignalSpy expanded(&panel, &HistogramPanel::expandedChanged);
        p.page.setRoomy(false);
        QVERIFY(!panel.isExpanded());
        p.page.setRoomy(true);
        QVERIFY(panel.isExpanded());
        p.page.setRoomy(false);
        QTest::mouseClick(&panel.toggleButton(), Qt::LeftButton);
        QVERIFY(panel.isExpanded());
        panel.setExpanded(false);
        p.page.setRoomy(true);
        QVERIFY(panel.isExpanded());
        QCOMPARE(expanded.size(), 6);
    }

    void zoomAndBack()
    {
        EventsSite p;
        QVERIFY(p.settle());
        HistogramChart *const chart = p.chart();
        QCOMPARE(chart->histogram().total(), 10);
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_End);
        const Timestamp last = chart->histogram().startOf(chart->histogram().size - 1);
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(p.feed.query().range.from, std::make_optional(last));
        QVERIFY(p.settle());
        QCOMPARE(p.model.rowCount(), 1);
        QCOMPARE(p.chart()->histogram().total(), 1);
        const TimeRange inner = p.feed.query().range;
        // All of what was asked for, also where there is nothing
        QCOMPARE(p.chart()->histogram().startOf(0), *inner.from);
        QCOMPARE(p.chart()->histogram().startOf(p.chart()->histogram().size), *inner.until);

        // Once more, then out twice, then no further
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, Qt::Key_Right); // where the event is
        QTest::keyClick(chart, Qt::Key_Return);
        QVERIFY(p.feed.query().range != inner);
        QVERIFY(p.settle());
        QTest::keyClick(chart, Qt::Key_Backspace);
        QCOMPARE(p.feed.query().range, inner);
        QVERIFY(p.settle());
        QTest::keyClick(chart, Qt::Key_Backspace);
        QVERIFY(p.feed.query().range.isUnlimited());
        QVERIFY(p.settle());
        QCOMPARE(p.model.rowCount(), 10);
        QTest::keyClick(chart, Qt::Key_Backspace);
        QVERIFY(p.feed.query().range.isUnlimited());

        // A time set elsewhere is not taken back from here.
        QTest::keyClick(chart, Qt::Key_End);
        QTest::keyClick(chart, Qt::Key_Return);
        p.page.setTimeRange(minutes(0, 5));
        QVERIFY(p.settle());
        QTest::keyClick(chart, Qt::Key_Backspace);
        QCOMPARE(p.feed.query().range, minutes(0, 5));
    }

    void tableTwin()
    {
        EventsSite p;
        QVERIFY(p.settle());
        HistogramPanel &panel = p.page.histogram();
        HistogramChart *const chart = p.chart();
        chart->setFocus(Qt::TabFocusReason);
        QTest::mouseClick(child<QToolButton>(p.page, "histogramAsTable"), Qt::LeftButton);
        auto *const table = child<QTableView>(p.page, "histogramTable");
        QVERIFY(table->isVisible());
        QVERIFY(!chart->isVisible());
        const Histogram &histogram = panel.rows().histogram();
        QCOMPARE(table->model()->rowCount(), histogram.size);
        QCOMPARE(table->model()->columnCount(), 5);
        QCOMPARE(table->model()->index(0, 4).data().toString(), u"1"_s);

        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        const Timestamp end = histogram.startOf(2);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(p.feed.query().range.until, std::make_optional(end));
        QVERIFY(p.settle());
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(p.feed.query().range.isUnlimited());
        QVERIFY(p.settle());
        QTest::mouseClick(child<QToolButton>(p.page, "histogramAsTable"), Qt::LeftButton);
        QVERIFY(chart->isVisible());
        QCOMPARE(table->model()->rowCount(), 0); // not filled while it is not seen
    }

    void serversCountsAndWhyNot()
    {
        EventsSite p;
        HistogramPanel &panel = p.page.histogram();
        auto *const choice = child<QAction>(p.page, "histogramOfServer");
        QVERIFY(choice->isEnabled());
        choice->trigger();
        QTRY_COMPARE(p.chart()->histogram().total(), 41);
        QCOMPARE(p.volumeQuestions(), 1);
        panel.setStacking(Histogram::Stacking::Action); // a matter of drawing
        QCOMPARE(p.chart()->histogram().series.size(), 1);

        // Rows that are checked here: the loaded ones are counted instead, and the reason is said.
        EventQuery query;
        query.actions = {u"custom_a"_s, u"custom_b"_s};
        p.feed.setQuery(query);
        QTRY_VERIFY(!choice->isEnabled());
        QVERIFY(!choice->toolTip().isEmpty());
        QTRY_VERIFY(panel.rows().isActive());
        QTRY_COMPARE(
            child<QStackedWidget>(panel, "histogramStack")->currentWidget()->objectName(), u"histogramMessage"_s);
        QCOMPARE(p.volumeQuestions(), 1);

        // The wish is kept. A failure is a quiet text.
        p.server.clearReplies();
        p.server.replyAlways("GET", "/api/v3/events/events/", pageAnswer(p.records, {}));
        p.server.replyAlways("GET", "/api/v3/events/events/volume/", Answer::json("{\"detail\":\"<b>no</b>\"}", 400));
        p.feed.setQuery({});
        QTRY_COMPARE(panel.volume().state(), VolumeHistogram::State::Failed);
        QVERIFY(choice->isEnabled());
        QVERIFY(child<PlainLabel>(panel, "histogramMessage")->plainText().contains(u"<b>no</b>"_s));
        QCOMPARE(child<PlainLabel>(panel, "histogramMessage")->textFormat(), Qt::PlainText);
    }

    void legendSaysWhatIsPointedAt()
    {
        EventsSite p;
        QVERIFY(p.settle());
        auto *const legend = child<ChartLegend>(p.page, "histogramLegend");
        QCOMPARE(legend->text(), u"20 Nov 2026, 10:00:00–10:09:05 · 5-second steps · 10 event(s)"_s);
        QCOMPARE(legend->items().size(), 3);
        QCOMPARE(legend->items().at(2).text, u"Alert 2"_s);
        QTest::mouseMove(p.chart()->viewport(), p.chart()->bucketRect(0).center().toPoint());
        QCOMPARE(legend->text(), u"20 Nov 2026, 10:00:00–10:00:05 · 1 event(s)"_s);
        QCOMPARE(legend->items().at(2).text, u"Alert 1"_s);
    }

    void stateIsKept()
    {
        EventsSite p;
        HistogramPanel &panel = p.page.histogram();
        panel.setStacking(Histogram::Stacking::Action);
        panel.setAsTable(true);
        panel.setExpanded(false);
        const QByteArray ofRows = panel.saveState();
        panel.setFromServer(true);
        QVERIFY(panel.saveState() != ofRows);
        QWidget hidden;
        HistogramPanel other(p.model, p.feed, &p.feed, &hidden);
        other.restoreState("nonsense");
        QVERIFY(other.isExpanded());
        other.restoreState(ofRows.chopped(1)); // of a version that did not keep it
        QVERIFY(!other.isExpanded());
        other.restoreState(panel.saveState());
        QVERIFY(!other.isExpanded());
        QCOMPARE(other.rows().stacking(), Histogram::Stacking::Action);
        QVERIFY(child<QToolButton>(other, "histogramAsTable")->isChecked());
        QCOMPARE(other.saveState(), panel.saveState());
    }

    void topValuesFilter()
    {
        EventsSite p;
        TopValuesPane &pane = p.page.topValues();
        QVERIFY(!pane.isVisible());
        QVERIFY(!pane.model().isActive());
        QSignalSpy visible(&p.page, &EventsPage::topValuesVisibleChanged);
        p.page.setTopValuesVisible(true);
        QVERIFY(pane.isVisible());
        auto *const table = child<QTableView>(p.page, "topValuesTable");
        QVERIFY(table->hasFocus());
        pane.setField(TopValuesModel::Field::User);
        QTRY_COMPARE(tableText(*table->model(), {0, 1}).join(u"; "_s), u"alice | 7; bob | 3"_s);
        QVERIFY(!child<QAction>(p.page, "topValuesFilterFor")->isEnabled()); // nothing is chosen

        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::mouseClick(child<QToolButton>(p.page, "topValuesFilterForButton"), Qt::LeftButton);
        QCOMPARE(p.feed.query().conditions.size(), 1);
        QCOMPARE(akql::print(p.feed.query().conditions.first().node), u"user.username = \"bob\""_s);
        QTRY_COMPARE(p.model.rowCount(), 3);
        QTRY_COMPARE(tableText(*table->model(), {0, 1}).join(u"; "_s), u"bob | 3"_s);

        // Once more is the same; switched off it is switched on again.
        EventQuery query = p.feed.query();
        query.conditions.first().enabled = false;
        p.feed.setQuery(query);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(table, Qt::Key_Plus);
        QCOMPARE(p.feed.query().conditions.size(), 1);
        QVERIFY(p.feed.query().conditions.first().enabled);

        p.feed.setQuery({});
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(table, Qt::Key_Minus);
        QCOMPARE(akql::print(p.feed.query().conditions.first().node), u"user.username != \"bob\""_s);
        QTRY_COMPARE(p.model.rowCount(), 7);

        QTest::mouseClick(child<QToolButton>(p.page, "topValuesClose"), Qt::LeftButton);
        QVERIFY(!pane.isVisible());
        QVERIFY(!pane.model().isActive());
        QCOMPARE(visible.size(), 2);
    }

    // The user's columns are among the fields; one that goes leaves the first field behind.
    void topValuesOfAddedColumns()
    {
        EventsSite p;
        TopValuesPane &pane = p.page.topValues();
        const auto *const fields = child<QComboBox>(p.page, "topValuesField");
        auto *const table = child<QTableView>(p.page, "topValuesTable");
        const auto *const caption = child<QLabel>(p.page, "topValuesCaption");
        p.page.setTopValuesVisible(true);
        QCOMPARE(fields->count(), TopValuesModel::fieldCount);
        p.model.setFieldColumns({u"user.pk"_s, u"context.nothing"_s});
        QCOMPARE(fields->count(), TopValuesModel::fieldCount + 2);
        pane.setField(TopValuesModel::Field::Path, u"user.pk"_s);
        QCOMPARE(fields->currentText(), u"user.pk"_s);
        QTRY_COMPARE(tableText(*table->model(), {0, 1}).join(u"; "_s), u"7 | 10"_s);
        QTRY_COMPARE(caption->text(), u"10 loaded event(s)"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Plus);
        QCOMPARE(akql::print(p.feed.query().conditions.first().node), u"user.pk = 7"_s);
        p.feed.setQuery({});

        pane.setField(TopValuesModel::Field::Path, u"context.nothing"_s);
        QTRY_COMPARE(tableText(*table->model(), {0, 1}).join(u"; "_s), u"no value | 10"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(!child<QAction>(p.page, "topValuesFilterFor")->isEnabled());
        p.model.setFieldColumns({u"user.pk"_s});
        QCOMPARE(fields->count(), TopValuesModel::fieldCount + 1);
        QCOMPARE(fields->currentIndex(), 0);
        QTRY_COMPARE(tableText(*table->model(), {0, 1}).join(u"; "_s), u"Login | 8; Failed login | 2"_s);
    }

    // The panes share one column; without either the table has the whole width.
    void topValuesAndDetail()
    {
        EventsSite p;
        const auto *const side = child<QSplitter>(p.page, "eventsSide");
        // A low window has no room for both.
        p.page.setRoomy(false);
        p.page.setTopValuesVisible(true);
        QCOMPARE(side->sizes().first(), 0);
        p.page.setRoomy(true);
        QVERIFY(side->sizes().first() > 100 && side->sizes().last() > 100);
        p.page.setRoomy(false);
        p.page.setTopValuesVisible(false);
        QVERIFY(side->sizes().first() > 100);
        p.page.setRoomy(true);
        p.page.setDetailVisible(false);
        QVERIFY(!side->isVisible());
        p.page.setTopValuesVisible(true);
        QVERIFY(side->isVisible());
        QVERIFY(!p.page.isDetailVisible());
        p.page.setDetailVisible(true);
        p.page.setTopValuesVisible(false);
        QVERIFY(side->isVisible());
        p.page.setDetailVisible(false);
        QVERIFY(!side->isVisible());
    }
};

QTEST_MAIN(HistogramViewTest)
#include "tst_histogramview.moc"
