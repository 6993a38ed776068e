// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventhistogram.h"
#include "eventlistfeed.h"
#include "timedisplay.h"
#include "timerange.h"
#include "volumehistogram.h"

#include <QWidget>

class QAction;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace tidings {

class ChartLegend;
class HistogramChart;
class HistogramTableModel;
class PlainLabel;

// The histogram over the events: chart or table, of the loaded rows or of the server's counts, stacked by level or
// action. Collapsed it counts nothing, asks nothing, and has not even built its chart. The button that shows and hides
// it stands elsewhere, where the page puts it. In a low window it is collapsed until the user opens it there.
class HistogramPanel : public QWidget
{
    Q_OBJECT

public:
    // All must outlive the panel. `server` is the feed again where it is one of a server, and null where it is not.
    HistogramPanel(const EventTableModel &model, EventListFeed &feed, EventFeed *server, QWidget *parent = nullptr);
    ~HistogramPanel() override;

    [[nodiscard]] QToolButton &toggleButton() const
    {
        return *m_toggle;
    } // for a layout; who shows it becomes its parent
    void setExpanded(bool expanded); // in a window of the present height
    [[nodiscard]] bool isExpanded() const { return m_expanded; }
    void setRoomy(bool roomy); // whether the window has the height for it
    void setCompact(bool compact); // the button shows its icon only
    void setTimeDisplay(const TimeDisplay &display); // whose days and hours are counted and named
    void setFromServer(bool fromServer);
    void setStacking(Histogram::Stacking stacking);
    void setAsTable(bool asTable);

    // Whether it is shown, as what, and how it is stacked.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

    [[nodiscard]] const EventHistogram &rows() const { return m_rows; }
    [[nodiscard]] const VolumeHistogram &volume() const { return m_volume; }

signals:
    // The user zoomed in, or back out to where that began.
    void rangeChosen(const tidings::TimeRange &range);
    void expandedChanged(bool expanded);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHeader();
    void buildBody();
    QToolButton *addMenuButton(const QString &objectName);
    void applyExpanded();
    void updateToggle();
    void applySource();
    [[nodiscard]] bool isFromServer() const; // chosen and possible
    [[nodiscard]] bool isLive() const { return m_expanded && m_stack; }
    void updateSourceAction();
    void updateSpan();
    void updateContent();
    void updateHeader();
    void showMessage(const QString &text);
    void showHistogram(const Histogram &histogram);
    void zoom(const TimeRange &range);
    void zoomToRows();
    void goBack();

    const EventTableModel &m_model;
    EventListFeed &m_feed;
    EventHistogram m_rows;
    VolumeHistogram m_volume;
    TimeDisplay m_display;
    TimeRange m_asked; // that the span is made of
    Timestamp m_askedAt = 0;
    bool m_expanded = false;
    bool m_roomy = true;
    bool m_compact = false;
    bool m_shownWhenRoomy = true;
    bool m_shownWhenLow = false;
    bool m_serverChosen = false;
    bool m_tableChosen = false;
    Histogram::Stacking m_stackedBy = Histogram::Stacking::Level;
    struct Zoom
    {
        TimeRange from;
        TimeRange to;
    };
    QList<Zoom> m_zooms; // the way back

    QToolButton *m_toggle;
    ChartLegend *m_legend = nullptr;
    QToolButton *m_stacking = nullptr;
    QToolButton *m_source = nullptr;
    QAction *m_byLevel = nullptr;
    QAction *m_byAction = nullptr;
    QAction *m_ofRows = nullptr;
    QAction *m_ofServer = nullptr;
    QToolButton *m_asTable = nullptr;
    QStackedWidget *m_stack = nullptr; // built when first shown
    HistogramChart *m_chart = nullptr;
    QTableView *m_table = nullptr;
    HistogramTableModel *m_tableModel = nullptr;
    PlainLabel *m_message = nullptr;
    std::pair<int, int> m_pointed{-1, -1};
};

} // namespace tidings
