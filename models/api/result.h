// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <variant>

namespace tidings {

// The error side of a Result, as std::unexpected.
template <class E> class Unexpected
{
public:
    explicit Unexpected(E error)
        : m_error(std::move(error))
    {
    }
    [[nodiscard]] const E &error() const { return m_error; }

private:
    E m_error;
};

// A value or an error, with the names of std::expected (which clang 14 does not have), so that it can be exchanged
// later. value() and error() may only be asked of the side that is there.
template <class T, class E> class [[nodiscard]] Expected
{
public:
    Expected(T value) // NOLINT(google-explicit-constructor): as std::expected
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    Expected(Unexpected<E> error) // NOLINT(google-explicit-constructor): as std::expected
        : m_data(std::in_place_index<1>, error.error())
    {
    }

    [[nodiscard]] bool has_value() const { return m_data.index() == 0; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const T &value() const { return *std::get_if<0>(&m_data); }
    [[nodiscard]] T &value() { return *std::get_if<0>(&m_data); }
    [[nodiscard]] const E &error() const { return *std::get_if<1>(&m_data); }
    const T &operator*() const { return value(); }
    T &operator*() { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, E> m_data;
};

} // namespace tidings
