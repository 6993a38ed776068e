// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace tidings {

// Keeps each different text once and hands out a small number for it. Number 0 is the empty text.
class StringPool
{
public:
    using Code = quint32;

    StringPool() { code({}); }

    Code code(const QString &text)
    {
        const auto it = m_codes.constFind(text);
        if (it != m_codes.cend())
            return *it;
        const auto fresh = static_cast<Code>(m_texts.size());
        m_texts.push_back(text);
        m_codes.insert(text, fresh);
        return fresh;
    }
    [[nodiscard]] const QString &text(Code code) const { return m_texts[code]; }
    [[nodiscard]] size_t size() const { return m_texts.size(); }

private:
    std::vector<QString> m_texts;
    QHash<QString, Code> m_codes;
};

} // namespace tidings
