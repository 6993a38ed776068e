// SPDX-License-Identifier: GPL-3.0-or-later
#include "useragent.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct Product
{
    QLatin1StringView token; // as it stands in the text, up to the version
    QLatin1StringView name;
};

// Order matters: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
constexpr Product browsers[] = {
    {"Edg/"_L1, "Edge"_L1},
    {"OPR/"_L1, "Opera"_L1},
    {"Vivaldi/"_L1, "Vivaldi"_L1},
    {"SamsungBrowser/"_L1, "Samsung Internet"_L1},
    {"FxiOS/"_L1, "Firefox"_L1},
    {"Firefox/"_L1, "Firefox"_L1},
    {"CriOS/"_L1, "Chrome"_L1},
    {"Chrome/"_L1, "Chrome"_L1},
    {"Version/"_L1, "Safari"_L1},
};

constexpr Product systems[] = {
    {"Android"_L1, "Android"_L1},
    {"iPhone"_L1, "iPhone"_L1},
    {"iPad"_L1, "iPad"_L1},
    {"CrOS"_L1, "ChromeOS"_L1},
    {"Windows"_L1, "Windows"_L1},
    {"Mac OS X"_L1, "macOS"_L1},
    {"Linux"_L1, "Linux"_L1},
};

} // namespace

QString readableUserAgent(const QString &userAgent)
{
    const QString text = userAgent.left(1000);
    if (!text.startsWith("Mozilla/"_L1)) {
        static const QRegularExpression product(u"^([\\w.\\-]+)/([\\w.\\-]+)"_s);
        const auto match = product.match(text);
        return match.hasMatch() ? match.captured(1) + u' ' + match.captured(2) : text;
    }
    for (const Product &browser : browsers) {
        const qsizetype at = text.indexOf(browser.token);
        if (at < 0)
            continue;
        QString version;
        for (qsizetype i = at + browser.token.size(); i < text.size() && text.at(i).isDigit(); ++i)
            version += text.at(i);
        const QString name = version.isEmpty() ? QString(browser.name) : browser.name + u' ' + version;
        for (const Product &system : systems) {
            if (text.contains(system.token))
                return QCoreApplication::translate("UserAgent", "%1 on %2").arg(name, system.name);
        }
        return name;
    }
    return text;
}

} // namespace tidings
