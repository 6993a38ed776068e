// SPDX-License-Identifier: GPL-3.0-or-later
#include "demopagination.h"

#include <QString>

#include <algorithm>

namespace tidings::demo {

namespace {

/// Like Python's int(): blanks around the digits do not matter.
std::optional<qint64> integer(const std::string &text)
{
    bool ok = false;
    const qint64 value = QString::fromStdString(text).trimmed().toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

qint64 pageSizeOf(const QueryParameters &query, DemoRelease release)
{
    constexpr qint64 fallback = 100;
    const bool isLimited = release >= DemoRelease::V2026_8;
    const std::optional<std::string> text = query.last("page_size");
    if (!text)
        return isLimited ? 20 : fallback;
    const std::optional<qint64> asked = integer(*text);
    const qint64 size = asked && *asked > 0 ? *asked : fallback;
    return isLimited ? std::min(size, fallback) : size;
}

} // namespace

HttpReply pagedReply(const QueryParameters &query, DemoRelease release, quint32 count, const std::string &autocomplete,
    const std::function<void(std::string &out, quint32 position)> &appendRow)
{
    const qint64 size = pageSizeOf(query, release);
    const qint64 total = count;
    const qint64 pages = std::max<qint64>(1, total / size + (total % size != 0 ? 1 : 0));
    const std::string pageText = query.filled("page").value_or("1");
    const std::optional<qint64> page = pageText == "last" ? pages : integer(pageText);
    if (!page || *page < 1 || *page > pages)
        return HttpReply::detail(404, "Invalid page.");
    const qint64 begin = (*page - 1) * size;
    const qint64 end = begin + std::min(size, total - begin);
    const auto member = [](std::string_view name, qint64 value) {
        return '"' + std::string(name) + "\":" + std::to_string(value);
    };
    std::string body = R"({"pagination":{)" + member("next", *page < pages ? *page + 1 : 0) + ','
        + member("previous", *page - 1) + ',' + member("count", total) + ',' + member("current", *page) + ','
        + member("total_pages", pages) + ',' + member("start_index", total == 0 ? 0 : begin + 1) + ','
        + member("end_index", end) + R"(},"results":[)";
    for (qint64 position = begin; position < end; ++position) {
        if (position > begin)
            body += ',';
        appendRow(body, static_cast<quint32>(position));
    }
    body += ']';
    if (release >= DemoRelease::V2025_10)
        body += R"(,"autocomplete":)" + autocomplete;
    return HttpReply::json(body + '}');
}

} // namespace tidings::demo
