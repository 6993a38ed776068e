// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace tidings::demo {

/// A name as its owner writes it, and the form used for account names.
struct NamePart
{
    const char *native;
    const char *ascii;
};

/// Five given and five family names that go together.
struct NameGroup
{
    std::array<NamePart, 5> given;
    std::array<NamePart, 5> family;
    bool familyFirst = false;
};

inline constexpr int nameGroupCount = 20;
const std::array<NameGroup, nameGroupCount> &nameGroups();

} // namespace tidings::demo
