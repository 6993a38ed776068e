// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowstate.h"

#include "columncommands.h"
#include "eventspage.h"
#include "histogrampanel.h"
#include "inboxpage.h"
#include "mainwindow.h"
#include "recordtable.h"
#include "settings.h"

#include <QHeaderView>
#include <QSplitter>

namespace tidings {

void restoreWindow(MainWindow &window, const Settings &settings)
{
    window.restoreGeometry(settings.uiState(UiState::WindowGeometry));
    window.eventsPage().splitter().restoreState(settings.uiState(UiState::EventsSplitter));
    window.inboxPage().splitter().restoreState(settings.uiState(UiState::InboxSplitter));
    const QByteArray header = settings.uiState(UiState::EventsHeader);
    if (const ColumnLayout columns = columnLayoutFromBytes(header); !columns.isEmpty())
        window.columns().setLayout(columns);
    else // of a version that knew the fixed columns only
        window.eventsPage().table().horizontalHeader()->restoreState(header);
    window.eventsPage().histogram().restoreState(settings.uiState(UiState::EventsHistogram));
}

void saveWindow(const MainWindow &window, Settings &settings)
{
    settings.setUiState(UiState::WindowGeometry, window.saveGeometry());
    settings.setUiState(UiState::EventsSplitter, window.eventsPage().splitter().saveState());
    settings.setUiState(UiState::InboxSplitter, window.inboxPage().splitter().saveState());
    settings.setUiState(UiState::EventsHeader, toBytes(window.columns().layout()));
    settings.setUiState(UiState::EventsHistogram, window.eventsPage().histogram().saveState());
    settings.sync();
}

} // namespace tidings
