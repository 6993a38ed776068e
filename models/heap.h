// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace tidings {

// Makes the C library give freed memory of small blocks back at once, and not all that gathered in one long step in the
// midst of some later allocation: after the rows of a long list were given back, that step is longer than a frame.
// Before the first thread is started. Does nothing where the C library is not glibc.
void tuneHeap();

// Frees a container of a great many values on another thread, since that takes longer than a frame, and what belongs
// to them before that. Few values are freed here.
template <class Container, class... Others> void giveBack(Container &&values, Others &&...others)
{
    static_assert(!std::is_reference_v<Container>, "what is given back has to be moved");
    constexpr decltype(values.size()) many = 2000;
    if (values.size() <= many) {
        [[maybe_unused]] const Container freed = std::move(values);
        [[maybe_unused]] const std::tuple<Others...> freedToo(std::move(others)...);
        return;
    }
    QThreadPool::globalInstance()->start([values = std::make_shared<Container>(std::move(values)),
                                             others = std::make_shared<std::tuple<Others...>>(
                                                 std::move(others)...)]() mutable {
        others.reset();
        // The newest memory first: the heap then shrinks bit by bit, and not by all of it in one long step, for which
        // every other thread would have to wait.
        while (!values->empty())
            values->pop_back();
    });
}

} // namespace tidings
