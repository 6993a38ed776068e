// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventfeed.h"
#include "eventspage.h"
#include "plainlabel.h"
#include "recordtable.h"
#include "site.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

// The pages as tests drive them: against a demo server of their own, by object names.
namespace tidings::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

template <class T> T *child(const QWidget &parent, const char *name)
{
    T *const found = parent.findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

inline QAbstractButton &okOf(const QWidget &dialog)
{
    const auto *const buttons = dialog.findChild<QDialogButtonBox *>();
    if (!buttons || !buttons->button(QDialogButtonBox::Ok))
        qFatal("no dialog");
    return *buttons->button(QDialogButtonBox::Ok);
}

inline void show(QWidget &page)
{
    page.resize(1000, 600);
    page.show();
    page.activateWindow();
    if (!QTest::qWaitForWindowActive(&page))
        qFatal("not shown");
}

// The events page with its model and feed.
struct Events
{
    explicit Events(ApiClient *client = nullptr)
    {
        feed.poller().setInterval(1h);
        show(page);
        if (client)
            feed.setClient(client);
    }
    explicit Events(Site &site) // with its newest events
        : Events()
    {
        connectTo(site);
        if (!settle())
            qFatal("the events did not arrive");
    }
    void connectTo(Site &site)
    {
        const ServerInfo info = site.probe();
        page.setKnownActions(info.capabilities.knownActions);
        feed.setClient(site.client.get());
        feed.setCapabilities(info.capabilities);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return feed.state() != FeedState::Loading; }, longTime);
    }
    bool settleWithRows()
    {
        return QTest::qWaitFor([this] { return feed.state() != FeedState::Loading && model.rowCount() > 0; }, longTime);
    }
    bool poll()
    {
        QSignalSpy counts(&feed, &EventFeed::countsChanged);
        QSignalSpy failed(&feed, &EventFeed::pollFailed);
        feed.poll();
        return QTest::qWaitFor([&] { return counts.size() + failed.size() > 0; }, longTime);
    }
    [[nodiscard]] RecordTable &table() const { return page.table(); }
    [[nodiscard]] QAction &command(const char *name) const
    {
        const auto all = page.filterActions();
        for (QAction *const action : all) {
            if (action->objectName() == QLatin1StringView(name))
                return *action;
        }
        qFatal("no command %s", name);
    }
    [[nodiscard]] QByteArray keyAtTop() const
    {
        return page.table().indexAt(QPoint(5, 1)).data(EventTableModel::KeyRole).toByteArray();
    }
    [[nodiscard]] QSet<QString> actions() const
    {
        QSet<QString> found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.insert(model.eventAt(row).action);
        return found;
    }
    void type(const QString &text)
    {
        auto *const query = child<QLineEdit>(page, "eventsQuery");
        query->setFocus();
        query->selectAll();
        QTest::keyClicks(query, text);
        QTest::keyClick(query, Qt::Key_Return);
    }
    [[nodiscard]] QString title() const { return child<PlainLabel>(page, "detailTitle")->plainText(); }
    [[nodiscard]] QPushButton &newRows() const { return *child<QPushButton>(page, "newRowsButton"); }

    EventTableModel model;
    EventFeed feed{model};
    EventsPage page{model, feed};
};

} // namespace tidings::test
