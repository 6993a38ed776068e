// SPDX-License-Identifier: GPL-3.0-or-later
#include "panelcommands.h"

#include "command.h"
#include "eventspage.h"
#include "histogrampanel.h"
#include "topvaluespane.h"

#include <QAction>

namespace tidings {

using namespace Qt::StringLiterals;

PanelCommands::PanelCommands(EventsPage &events, RecordPage &inbox, QWidget *window)
    : QObject(window)
    , m_detail(makeCommand(this, tr("&Detail pane"), u"actionDetail"_s, u"detail-pane"_s, {QKeySequence(Qt::Key_F9)},
          tr("Show or hide the details beside the list")))
    , m_histogram(makeCommand(this, tr("&Histogram"), u"actionHistogram"_s, u"histogram"_s, {QKeySequence(Qt::Key_F7)},
          tr("Show or hide the events over time")))
    , m_topValues(makeCommand(this, tr("&Top values"), u"actionTopValues"_s, u"top-values"_s,
          {QKeySequence(Qt::Key_F8)}, tr("Show or hide the most frequent values of the loaded events")))
    , m_page(&events)
{
    const QList<QAction *> all = actions();
    window->addActions(all);
    for (QAction *const action : all)
        action->setCheckable(true);
    m_detail->setChecked(true);
    connect(m_detail, &QAction::toggled, this, [this](bool visible) {
        for (const QPointer<RecordPage> &page : std::as_const(m_pages)) {
            if (page)
                page->setDetailVisible(visible);
        }
    });
    connect(m_histogram, &QAction::triggered, this, [this](bool visible) {
        emit pageRequested();
        m_page->histogram().setExpanded(visible);
    });
    connect(m_topValues, &QAction::triggered, this, [this](bool visible) {
        emit pageRequested();
        m_page->setTopValuesVisible(visible);
    });
    attach(events);
    m_pages += &inbox;
    update();
}

void PanelCommands::attach(EventsPage &page)
{
    m_pages.removeAll(nullptr);
    m_pages += &page;
    page.setDetailVisible(m_detail->isChecked());
    connect(&page, &RecordPage::detailVisibleChanged, m_detail, &QAction::setChecked);
    connect(&page.histogram(), &HistogramPanel::expandedChanged, this, &PanelCommands::update);
    connect(&page, &EventsPage::topValuesVisibleChanged, this, &PanelCommands::update);
}

void PanelCommands::setPage(EventsPage &page)
{
    m_page = &page;
    update();
}

void PanelCommands::update()
{
    m_histogram->setChecked(m_page->histogram().isExpanded());
    m_topValues->setChecked(!m_page->topValues().isHidden());
}

} // namespace tidings
