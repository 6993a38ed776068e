// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidings::demo {

/// Appends \p utf8 as a JSON string. Only quotes, backslashes and control characters are escaped, as authentik's
/// renderer does.
void appendJsonString(std::string &out, std::string_view utf8);
std::string jsonString(std::string_view utf8);

/// A JSON text, checked and stripped of white space between its tokens; number texts, key order and string escapes stay
/// as they were written. A body that a client sends must come back from the server unchanged, so it never goes through
/// a value tree.
struct ScannedJson
{
    struct Member
    {
        std::string key; ///< decoded
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::string error; ///< in the words of Python's decoder; empty if the text is valid
    std::string text;
    std::vector<Member> members; ///< of the outermost object, in order, duplicates included
    bool hasDuplicateKeys = false; ///< in the outermost object

    /// Python's name of the type: dict, list, str, int, float, bool or NoneType.
    std::string_view typeName() const;
    bool isObject() const { return !text.empty() && text.front() == '{'; }
    /// The raw value of the last member called \p key (the one Python keeps), or nothing.
    const Member *find(std::string_view key) const;
    std::string_view raw(const Member &member) const;
};

ScannedJson scanJson(std::string_view text);

/// Decodes a raw JSON string including its quotes; anything else gives an empty text.
std::string decodedString(std::string_view raw);

/// The valid JSON \p json written like Python's str() of the same value: {'key': None, 'flag': True}.
std::string pythonText(std::string_view json);

} // namespace tidings::demo
