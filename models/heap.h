// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace tidings {

// Makes the C library join freed memory of small blocks at once, and not all that gathered in one long step in the
// midst of some later allocation: after the rows of a long list were given back, that step is longer than a frame.
// Before the first thread is started. Does nothing where the C library is not glibc.
void tuneHeap();

// Calls it again and again in the next turns of the event loop until it returns true: that there is no more to free. In
// the order of the calls. At once, where there is no event loop or this is not its thread.
void releaseInTurns(std::function<bool()> releaseSome);
// Runs it on a thread that does nothing but free memory.
void releaseElsewhere(std::function<void()> release);

// Frees a container of a great many values bit by bit, since it takes longer than a frame, and what belongs to it
// elsewhere. Not the values elsewhere: the C library keeps all that it gets at once in one list, and the first to
// allocate anything would wait until that is sorted. Few values are freed here. Who shares them should give back first.
template <class Container, class... Others> void giveBack(Container &&values, Others &&...others)
{
    static_assert(!std::is_reference_v<Container>, "what is given back has to be moved");
    constexpr decltype(values.size()) many = 2000;
    using Rest = std::tuple<Others...>;
    if (values.size() <= many) {
        [[maybe_unused]] const Container freed = std::forward<Container>(values);
        [[maybe_unused]] const Rest freedFirst(std::forward<Others>(others)...);
        return;
    }
    if constexpr (sizeof...(Others) > 0)
        releaseElsewhere([rest = std::make_shared<Rest>(std::forward<Others>(others)...)]() mutable { rest.reset(); });
    releaseInTurns([values = std::make_shared<Container>(std::forward<Container>(values))] {
        constexpr int some = 64;
        // The newest memory first: the heap then shrinks bit by bit, and not by all of it in one long step.
        for (int i = 0; i < some && !values->empty(); ++i)
            values->pop_back();
        return values->empty();
    });
}

} // namespace tidings
