// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>
#include <vector>

namespace tidings {

// The codes of one column: two bytes each as long as all are small enough, as those of nearly every column are, else
// four.
class CodeColumn
{
public:
    using Code = quint32;

    [[nodiscard]] size_t size() const { return m_isWide ? m_wide.size() : m_narrow.size(); }
    [[nodiscard]] Code operator[](size_t at) const { return m_isWide ? m_wide[at] : m_narrow[at]; }
    // Calls use(const quint16 *codes) or use(const quint32 *codes); for loops over many rows.
    template <class Use> auto visit(const Use &use) const
    {
        return m_isWide ? use(m_wide.data()) : use(m_narrow.data());
    }

    void reserve(size_t count) { m_isWide ? m_wide.reserve(count) : m_narrow.reserve(count); }
    void append(Code code)
    {
        if (!m_isWide && code > largestNarrow)
            widen();
        if (m_isWide)
            m_wide.push_back(code);
        else
            m_narrow.push_back(static_cast<quint16>(code));
    }
    void append(const CodeColumn &codes)
    {
        if (!m_isWide && codes.m_isWide)
            widen();
        if (m_isWide)
            codes.visit([this, &codes](const auto *data) { m_wide.insert(m_wide.end(), data, data + codes.size()); });
        else
            m_narrow.insert(m_narrow.end(), codes.m_narrow.begin(), codes.m_narrow.end());
    }
    void set(size_t at, Code code)
    {
        if (!m_isWide && code > largestNarrow)
            widen();
        if (m_isWide)
            m_wide[at] = code;
        else
            m_narrow[at] = static_cast<quint16>(code);
    }

    [[nodiscard]] size_t memoryUse() const // bytes
    {
        return m_narrow.capacity() * sizeof(quint16) + m_wide.capacity() * sizeof(Code);
    }

private:
    static constexpr Code largestNarrow = std::numeric_limits<quint16>::max();

    void widen()
    {
        m_wide.reserve(m_narrow.capacity());
        m_wide.assign(m_narrow.begin(), m_narrow.end());
        m_narrow = {};
        m_isWide = true;
    }

    bool m_isWide = false;
    std::vector<quint16> m_narrow; // one of the two is empty
    std::vector<Code> m_wide;
};

} // namespace tidings
