// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace tidings {

// Makes the C library give freed memory of small blocks back at once, and not all that gathered in one long step in the
// midst of some later allocation: after the rows of a long list were given back, that step is longer than a frame.
// Before the first thread is started. Does nothing where the C library is not glibc.
void tuneHeap();

// Runs it on a thread that does nothing but give memory back, in the order of the calls.
void runBehind(std::function<void()> work);

// Frees a container of a great many values on that thread, since it takes longer than a frame, and before it what
// belongs to it. Few values are freed here. Who shares the values should give back first.
template <class Container, class... Others> void giveBack(Container &&values, Others &&...others)
{
    static_assert(!std::is_reference_v<Container>, "what is given back has to be moved");
    constexpr decltype(values.size()) many = 2000;
    using Rest = std::tuple<Others...>;
    if (values.size() <= many) {
        [[maybe_unused]] const Container freed = std::move(values);
        [[maybe_unused]] const Rest freedFirst(std::move(others)...);
        return;
    }
    runBehind([values = std::make_shared<Container>(std::move(values)),
                  rest = std::make_shared<Rest>(std::move(others)...)]() mutable {
        rest.reset();
        // The newest memory first: the heap then shrinks bit by bit, and not by all of it in one long step, for which
        // every other thread would have to wait.
        while (!values->empty())
            values->pop_back();
    });
}

} // namespace tidings
