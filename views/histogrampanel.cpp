// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogrampanel.h"

#include "chartlegend.h"
#include "histogramchart.h"
#include "histogramcolors.h"
#include "histogramtablemodel.h"
#include "histogramtext.h"
#include "icons.h"
#include "plainlabel.h"
#include "theme.h"
#include "visibletext.h"

#include <QActionGroup>
#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int tableHeight = 168;
constexpr int compactRow = 24;
constexpr int narrowestColumn = 60;
constexpr quint8 stateVersion = 1;
const auto menuMark = QStringLiteral(" ▾");

} // namespace

HistogramPanel::HistogramPanel(const EventTableModel &model, EventListFeed &feed, EventFeed *server, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_feed(feed)
    , m_rows(model)
    , m_volume(server)
    , m_toggle(new QToolButton(this))
{
    setObjectName(u"histogramPanel"_s);
    m_toggle->setObjectName(u"histogramToggle"_s);
    m_toggle->setProperty("flat", true);
    m_toggle->setCheckable(true);
    m_toggle->setText(tr("Histogram"));
    m_toggle->setAccessibleName(tr("Histogram"));
    m_toggle->setStatusTip(tr("Show or hide the events over time"));
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    buildHeader();
    connect(m_toggle, &QToolButton::clicked, this, &HistogramPanel::setExpanded);
    connect(&m_rows, &EventHistogram::changed, this, &HistogramPanel::updateContent);
    connect(&m_volume, &VolumeHistogram::changed, this, &HistogramPanel::updateContent);
    connect(&m_volume, &VolumeHistogram::refusalChanged, this, &HistogramPanel::applySource);
    connect(&m_feed, &EventListFeed::stateChanged, this, [this] {
        updateSpan();
        updateContent();
    });
    hide();
    applyExpanded();
}

HistogramPanel::~HistogramPanel()
{
    m_rows.disconnect(this);
    m_volume.disconnect(this);
}

QToolButton *HistogramPanel::addMenuButton(const QString &objectName)
{
    auto *const button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setProperty("flat", true);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *const menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    button->setMenu(menu);
    return button;
}

void HistogramPanel::buildHeader()
{
    m_legend = new ChartLegend(this);
    m_legend->setObjectName(u"histogramLegend"_s);

    m_source = addMenuButton(u"histogramSource"_s);
    m_source->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_stacking = addMenuButton(u"histogramStacking"_s);
    auto *const stackings = new QActionGroup(this);
    m_byLevel = m_stacking->menu()->addAction(tr("By level"));
    m_byLevel->setStatusTip(tr("Colour the bars by the level derived from the action"));
    m_byAction = m_stacking->menu()->addAction(tr("By action"));
    m_byAction->setStatusTip(tr("Colour the bars by the most frequent actions"));
    auto *const sources = new QActionGroup(this);
    m_ofRows = m_source->menu()->addAction(tr("Loaded events"));
    m_ofRows->setStatusTip(tr("Count the events in the list below"));
    m_ofServer = m_source->menu()->addAction(tr("On the server"));
    m_byLevel->setObjectName(u"histogramByLevel"_s);
    m_byAction->setObjectName(u"histogramByAction"_s);
    m_ofRows->setObjectName(u"histogramOfRows"_s);
    m_ofServer->setObjectName(u"histogramOfServer"_s);
    for (QAction *const action : {m_byLevel, m_byAction}) {
        action->setCheckable(true);
        stackings->addAction(action);
    }
    for (QAction *const action : {m_ofRows, m_ofServer}) {
        action->setCheckable(true);
        sources->addAction(action);
    }
    m_byLevel->setChecked(true);
    m_ofRows->setChecked(true);

    m_asTable = new QToolButton(this);
    m_asTable->setObjectName(u"histogramAsTable"_s);
    m_asTable->setProperty("flat", true);
    m_asTable->setProperty("marked", true);
    m_asTable->setCheckable(true);
    m_asTable->setIcon(icon(u"table"_s));
    m_asTable->setToolTip(tr("Show as table"));
    m_asTable->setAccessibleName(tr("Show as table"));
    m_asTable->setStatusTip(tr("Show the histogram's numbers in a table"));

    auto *const header = new QHBoxLayout;
    header->setSpacing(metrics::gap / 2);
    header->addWidget(m_legend, 1);
    header->addWidget(m_source);
    header->addWidget(m_stacking);
    header->addWidget(m_asTable);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::margin, 0, metrics::margin, metrics::gap / 2);
    column->setSpacing(2);
    column->addLayout(header);

    connect(m_byLevel, &QAction::triggered, this, [this] { setStacking(Histogram::Stacking::Level); });
    connect(m_byAction, &QAction::triggered, this, [this] { setStacking(Histogram::Stacking::Action); });
    connect(m_ofRows, &QAction::triggered, this, [this] { setFromServer(false); });
    connect(m_ofServer, &QAction::triggered, this, [this] { setFromServer(true); });
    connect(m_asTable, &QToolButton::toggled, this, &HistogramPanel::setAsTable);
}

void HistogramPanel::buildBody()
{
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(u"histogramStack"_s);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_chart = new HistogramChart(m_stack);
    m_chart->setObjectName(u"histogramChart"_s);
    m_table = new QTableView(m_stack);
    m_table->setObjectName(u"histogramTable"_s);
    m_table->setAccessibleName(tr("Histogram of the events, as a table"));
    m_tableModel = new HistogramTableModel(m_table);
    m_table->setModel(m_tableModel);
    m_chart->setTimeDisplay(m_display);
    m_tableModel->setTimeDisplay(m_display);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(compactRow);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMinimumSectionSize(narrowestColumn);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    m_message = new PlainLabel({}, PlainLabel::Look::Muted, m_stack);
    m_message->setObjectName(u"histogramMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_message);
    layout()->addWidget(m_stack);
    // It comes late: the Tab key finds it where it stands.
    setTabOrder(m_asTable, m_chart);
    setTabOrder(m_chart, m_table);

    connect(m_chart, &HistogramChart::rangeChosen, this, &HistogramPanel::zoom);
    connect(m_chart, &HistogramChart::backRequested, this, &HistogramPanel::goBack);
    connect(m_chart, &HistogramChart::pointedChanged, this, [this](int first, int last) {
        m_pointed = {first, last};
        updateHeader();
    });
    connect(m_table, &QTableView::doubleClicked, this, &HistogramPanel::zoomToRows);
}

void HistogramPanel::setExpanded(bool expanded)
{
    (m_roomy ? m_shownWhenRoomy : m_shownWhenLow) = expanded;
    applyExpanded();
}

void HistogramPanel::setRoomy(bool roomy)
{
    if (roomy == m_roomy)
        return;
    m_roomy = roomy;
    applyExpanded();
}

void HistogramPanel::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_toggle->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_source->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
    updateToggle();
}

void HistogramPanel::applyExpanded()
{
    const bool expanded = m_roomy ? m_shownWhenRoomy : m_shownWhenLow;
    const bool differs = expanded != m_expanded;
    m_expanded = expanded;
    updateToggle();
    if (!differs)
        return;
    setVisible(expanded);
    applySource();
    emit expandedChanged(expanded);
}

void HistogramPanel::updateToggle()
{
    m_toggle->setChecked(m_expanded);
    const QString chevron = m_expanded ? u"chevron-up"_s : u"chevron-down"_s;
    m_toggle->setIcon(icon(m_compact ? u"histogram"_s : chevron));
    m_toggle->setToolTip(m_expanded ? tr("Hide the histogram") : tr("Show the histogram"));
}

bool HistogramPanel::isFromServer() const
{
    return m_serverChosen && m_volume.refusal().isEmpty();
}

void HistogramPanel::applySource()
{
    const bool fromServer = isFromServer();
    m_rows.setActive(isLive() && !fromServer);
    m_volume.setActive(isLive() && fromServer);
    if (!isLive())
        return;
    const QString refusal = m_volume.refusal();
    m_ofServer->setEnabled(refusal.isEmpty());
    const QString tip = refusal.isEmpty()
        ? tr("Ask the server how many events match, in steps of six hours and up to 90 days back")
        : refusal;
    m_ofServer->setToolTip(plainToolTip(tip));
    m_ofServer->setStatusTip(tip);
    (fromServer ? m_ofServer : m_ofRows)->setChecked(true);
    m_source->setText((fromServer ? m_ofServer->text() : m_ofRows->text()) + menuMark);
    m_source->setIcon(icon(fromServer ? u"server"_s : u"events"_s));
    m_source->setAccessibleName(tr("What is counted: %1").arg(fromServer ? m_ofServer->text() : m_ofRows->text()));
    m_source->setToolTip(tr("What is counted"));
    const bool byLevel = m_stackedBy == Histogram::Stacking::Level;
    const QString stacking = byLevel ? m_byLevel->text() : m_byAction->text();
    m_stacking->setText(stacking + menuMark);
    m_stacking->setAccessibleName(tr("What the colours mean: %1").arg(stacking));
    m_stacking->setToolTip(tr("What the colours mean"));
    updateContent();
}

// From the beginning of the range only where everything was read: further back there may be more.
void HistogramPanel::updateSpan()
{
    const TimeRange range = m_feed.askedRange();
    if (range != m_asked) {
        m_asked = range;
        m_askedAt = currentTimestamp();
    }
    if (range.isUnlimited())
        return m_rows.setSpan(std::nullopt, std::nullopt);
    m_rows.setSpan(m_feed.state() == FeedState::Complete ? range.from : std::nullopt,
        std::min(range.until.value_or(m_askedAt), m_askedAt));
}

void HistogramPanel::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    m_rows.setTimeDisplay(display);
    if (!m_stack)
        return;
    m_chart->setTimeDisplay(display);
    m_tableModel->setTimeDisplay(display);
    updateHeader();
}

void HistogramPanel::setFromServer(bool fromServer)
{
    m_serverChosen = fromServer;
    applySource();
}

void HistogramPanel::setStacking(Histogram::Stacking stacking)
{
    m_stackedBy = stacking;
    (stacking == Histogram::Stacking::Level ? m_byLevel : m_byAction)->setChecked(true);
    m_rows.setStacking(stacking);
    m_volume.setStacking(stacking);
    applySource();
}

void HistogramPanel::setAsTable(bool asTable)
{
    m_tableChosen = asTable;
    m_asTable->setChecked(asTable);
    if (!isLive())
        return;
    const bool hadFocus = m_chart->hasFocus() || m_table->hasFocus();
    updateContent();
    if (hadFocus && m_stack->currentWidget() != m_message)
        m_stack->currentWidget()->setFocus();
}

void HistogramPanel::updateContent()
{
    if (!isLive())
        return;
    if (isFromServer()) {
        switch (m_volume.state()) {
        case VolumeHistogram::State::Idle:
        case VolumeHistogram::State::Loading:
            return showMessage(tr("The server is counting…"));
        case VolumeHistogram::State::Failed:
            return showMessage(tr("The server did not count: %1").arg(visibleText(describe(m_volume.error()))));
        case VolumeHistogram::State::Ready:
            return showHistogram(m_volume.histogram());
        }
    }
    // What was shown stays until the rows of a new question are there.
    if (m_rows.histogram().isEmpty() && (m_feed.state() == FeedState::Loading || m_rows.isCounting())) {
        if (m_chart->histogram().isEmpty())
            showMessage({});
        return;
    }
    showHistogram(m_rows.histogram());
}

void HistogramPanel::showMessage(const QString &text)
{
    m_message->setText(text);
    m_stack->setCurrentWidget(m_message);
    m_stack->setFixedHeight(m_chart->sizeHint().height());
    updateHeader();
}

void HistogramPanel::showHistogram(const Histogram &histogram)
{
    m_chart->setHistogram(histogram);
    m_tableModel->setHistogram(m_tableChosen ? histogram : Histogram());
    if (histogram.isEmpty())
        return showMessage(isFromServer() ? tr("The server counted no events.") : tr("No events to count."));
    m_stack->setCurrentWidget(m_tableChosen ? static_cast<QWidget *>(m_table) : m_chart);
    m_stack->setFixedHeight(m_tableChosen ? zoomed(tableHeight) : m_chart->sizeHint().height());
    updateHeader();
}

// The whole time and the meaning of the colours; what is pointed at goes before that.
void HistogramPanel::updateHeader()
{
    if (!m_stack)
        return;
    const Histogram &histogram = m_chart->histogram();
    if (m_stack->currentWidget() == m_message || histogram.isEmpty())
        return m_legend->setContent({}, {});
    const bool isPointed = m_pointed.first >= 0 && m_pointed.second < histogram.size && !m_tableChosen;
    const int first = isPointed ? m_pointed.first : 0;
    const int last = isPointed ? m_pointed.second : histogram.size - 1;
    const QLocale locale;
    const QList<QBrush> brushes = seriesBrushes(histogram, currentColors());
    QList<ChartLegend::Item> items;
    qint64 total = 0;
    for (qsizetype i = 0; i < histogram.series.size(); ++i) {
        const HistogramSeries &series = histogram.series.at(i);
        qint64 count = 0;
        for (int bucket = first; bucket <= last; ++bucket)
            count += series.counts[static_cast<size_t>(bucket)];
        total += count;
        if (series.kind != HistogramSeries::Kind::Everything)
            items
                += ChartLegend::Item{brushes.at(i), u"%1 %2"_s.arg(series.label, locale.toString(count)), series.label};
    }
    const QString events = eventsText(total);
    const QString period = periodText(histogram.startOf(first), histogram.startOf(last + 1), m_display);
    if (isPointed) {
        m_legend->setContent({period + u" · "_s + events, period}, items);
    } else {
        const QString brief = widthText(histogram.width) + u" · "_s + events;
        m_legend->setContent({period + u" · "_s + brief, brief, events}, items);
    }
    m_legend->setToolTip(plainToolTip(bucketText(histogram, first, last, m_display)));
}

void HistogramPanel::zoom(const TimeRange &range)
{
    const TimeRange now = m_feed.query().range;
    if (range == now)
        return;
    // Another way to set the time was used meanwhile: the way back begins anew.
    if (!m_zooms.isEmpty() && m_zooms.last().to != now)
        m_zooms.clear();
    m_zooms += Zoom{now, range};
    emit rangeChosen(range);
}

void HistogramPanel::zoomToRows()
{
    const Histogram &histogram = m_tableModel->histogram();
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const auto [first, last] = std::minmax_element(
        rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    TimeRange range;
    range.from = histogram.startOf(first->row());
    range.until = histogram.startOf(last->row() + 1);
    zoom(range);
}

void HistogramPanel::goBack()
{
    if (m_zooms.isEmpty() || m_zooms.last().to != m_feed.query().range)
        return m_zooms.clear();
    const TimeRange before = m_zooms.takeLast().from;
    emit rangeChosen(before);
}

bool HistogramPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        const bool isBack = key == Qt::Key_Backspace || key == Qt::Key_Escape;
        if (isEnter || isBack) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                isEnter ? zoomToRows() : goBack();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HistogramPanel::showEvent(QShowEvent *event)
{
    if (!m_stack) {
        buildBody();
        applySource();
    }
    QWidget::showEvent(event);
}

void HistogramPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        updateHeader();
    if (event->type() == QEvent::FontChange && m_stack->currentWidget())
        m_stack->setFixedHeight(
            m_stack->currentWidget() == m_table ? zoomed(tableHeight) : m_chart->sizeHint().height());
}

QByteArray HistogramPanel::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << stateVersion << m_shownWhenRoomy << (m_stackedBy == Histogram::Stacking::Action) << m_tableChosen
           << m_serverChosen;
    return state;
}

void HistogramPanel::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint8 version = 0;
    bool shown = true;
    bool byAction = false;
    bool asTable = false;
    stream >> version >> shown >> byAction >> asTable;
    if (stream.status() != QDataStream::Ok || version != stateVersion)
        return;
    bool fromServer = false; // older states end before
    if (!stream.atEnd())
        stream >> fromServer;
    m_serverChosen = fromServer;
    m_shownWhenRoomy = shown;
    applyExpanded();
    setStacking(byAction ? Histogram::Stacking::Action : Histogram::Stacking::Level);
    setAsTable(asTable);
}

} // namespace tidings
