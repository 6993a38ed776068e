// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverinfo.h"

#include <QRegularExpression>

namespace tidings {

std::optional<Release> Release::parse(const QString &version)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d{4})\\.(\\d{1,2})(\\D|$)"));
    const auto match = pattern.match(version);
    if (!match.hasMatch())
        return std::nullopt;
    return Release{match.captured(1).toInt(), match.captured(2).toInt()};
}

} // namespace tidings
