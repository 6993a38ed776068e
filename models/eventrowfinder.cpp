// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventrowfinder.h"

#include "eventrowtest.h"

#include <QDateTime>

namespace tidings {

// The reader keeps what it has read, which is of use only while nobody changes the store.
struct EventRowFinder::Scratch
{
    explicit Scratch(const EventStore &store)
        : row(store)
    {
    }

    EventRowTest::Scratch row;
};

EventRowFinder::EventRowFinder(EventTableModel &model, QObject *parent)
    : RowFinder(model, parent)
    , m_model(model)
{
    // One works, and one that was cancelled may be about to end.
    m_pool.setMaxThreadCount(2);
}

EventRowFinder::~EventRowFinder()
{
    m_cancel.cancel();
    m_pool.waitForDone();
}

void EventRowFinder::prepare()
{
    m_scratch.reset();
    m_test = std::make_shared<EventRowTest>(
        m_model.store(), query(), m_model.fieldColumns(), m_model.timeDisplay(), QDateTime::currentDateTimeUtc());
}

void EventRowFinder::beginSlice()
{
    // A model without rows changes its store without a word.
    if (!m_test->isOf(m_model.store()))
        prepare();
    m_scratch = std::make_unique<Scratch>(m_model.store());
}

bool EventRowFinder::matches(int row)
{
    return m_test->matches(m_model.visibleRows()[static_cast<size_t>(row)], m_scratch->row);
}

bool EventRowFinder::startElsewhere(quint64 generation)
{
    const std::shared_ptr<const EventStore> store = m_model.sharedStore();
    if (!store)
        return false;
    m_cancel = CancelFlag();
    const auto work = [this, store, test = m_test, rows = m_model.visibleRows(), cancel = m_cancel, generation] {
        constexpr size_t partSize = 256;
        constexpr size_t mostAtOnce = 32'768;
        size_t atOnce = 4 * partSize; // what is found is reported after these: soon at first, then in larger steps
        std::vector<std::unique_ptr<EventRowTest::Scratch>> scratches(parallelWorkers());
        for (size_t first = 0, end = 0; first < rows.size() && !cancel.isCancelled(); first = end) {
            end = std::min(rows.size(), first + atOnce);
            atOnce = std::min(2 * atOnce, mostAtOnce);
            std::vector<std::vector<int>> found((end - first + partSize - 1) / partSize);
            parallelFor(found.size(), cancel, [&](size_t part, size_t worker) {
                auto &scratch = scratches[worker];
                if (!scratch)
                    scratch = std::make_unique<EventRowTest::Scratch>(*store);
                const size_t from = first + part * partSize;
                const size_t until = std::min(end, from + partSize);
                scratch->prepare(rows.data() + from, until - from);
                for (size_t row = from; row < until; ++row) {
                    if (test->matches(rows[row], *scratch))
                        found[part].push_back(static_cast<int>(row));
                }
            });
            if (cancel.isCancelled())
                return;
            std::vector<int> all;
            for (const std::vector<int> &part : found)
                all.insert(all.end(), part.begin(), part.end());
            QMetaObject::invokeMethod(
                this, [this, all, end, generation] { takeFound(all, static_cast<int>(end), generation); },
                Qt::QueuedConnection);
        }
    };
    m_pool.start(work);
    return true;
}

void EventRowFinder::cancelElsewhere()
{
    m_cancel.cancel();
}

} // namespace tidings
