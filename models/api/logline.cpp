// SPDX-License-Identifier: GPL-3.0-or-later
#include "logline.h"

#include "codecprimitives.h"
#include "utf8text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tidings::codec {

using namespace Qt::StringLiterals;

namespace {

// "2026-11-20T16:27:41.104233Z stdout F "
bool isContainerPrefix(std::string_view text)
{
    for (const std::string_view stream : {" stdout ", " stderr "}) {
        const size_t at = text.find(stream);
        if (at != std::string_view::npos && parseTimestamp(text.substr(0, at)))
            return true;
    }
    return false;
}

// Since 1970, in the unit that its size tells.
std::optional<Timestamp> timeOfEpoch(std::string_view text)
{
    if (text.empty() || text.front() < '0' || text.front() > '9')
        return std::nullopt;
    double number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size() || number >= 1e20)
        return std::nullopt;
    const double micros = number < 1e11 ? number * 1e6
        : number < 1e14                 ? number * 1e3
        : number < 1e17                 ? number
                                        : number / 1e3;
    return std::llround(micros);
}

// The value of `created` for that of `timestamp`. What is no time stays, to be shown as odd.
QByteArray createdOf(std::string_view raw)
{
    const bool isText = raw.size() >= 2 && raw.front() == '"';
    const std::string_view text = isText ? raw.substr(1, raw.size() - 2) : raw;
    auto time = parseServerTime(text);
    if (!time)
        time = timeOfEpoch(text);
    return time ? '"' + timestampToIso(*time).toLatin1() + '"'
                : QByteArray(raw.data(), static_cast<qsizetype>(raw.size()));
}

// What tells lines of a log apart.
struct Members
{
    bool hasCreated = false;
    bool hasAction = false;
    bool isWrapping = false; // where there is a `log`
    std::string_view timestamp;
    std::string_view log;
    std::optional<QString> event;

    void take(std::string_view key, od::value &value)
    {
        if (key == "created")
            hasCreated = true;
        else if (key == "action")
            hasAction = hasAction || tokenOf(value).size() > 2;
        else if (key == "timestamp")
            timestamp = rawOf(value); // all of it, so that what is no time can stand as `created`
        else if (key == "event")
            event = textOf(value);
        else if (key == "log")
            log = tokenOf(value);
        else if (key == "stream" || key == "time")
            isWrapping = true;
    }
    [[nodiscard]] bool isLogged() const { return !timestamp.empty() && !hasCreated; }
    [[nodiscard]] bool isEvent() const
    {
        return hasCreated
            || (hasAction && (!isLogged() || !event || event->compare("created event"_L1, Qt::CaseInsensitive) == 0));
    }
};

} // namespace

std::optional<ContainerLine> containerLine(std::string_view line)
{
    if (line.empty() || line.front() < '0' || line.front() > '9')
        return std::nullopt;
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    const size_t timeEnd = line.find(' ');
    if (timeEnd == std::string_view::npos)
        return std::nullopt;
    constexpr size_t nameSize = 7;
    const std::string_view name = line.substr(timeEnd + 1, nameSize);
    if ((name != "stdout " && name != "stderr ") || !parseTimestamp(line.substr(0, timeEnd)))
        return std::nullopt;
    // There may be further marks: "P:more".
    std::string_view rest = line.substr(timeEnd + 1 + nameSize);
    const size_t markEnd = std::min(rest.find(' '), rest.size());
    const std::string_view mark = rest.substr(0, std::min(markEnd, rest.find(':')));
    if (mark != "P" && mark != "F")
        return std::nullopt;
    rest.remove_prefix(std::min(markEnd + 1, rest.size()));
    return ContainerLine{
        name == "stdout " ? ContainerLine::Stream::Output : ContainerLine::Stream::Error, mark == "P", rest};
}

QByteArray joinedContainerLines(const QByteArray &lines)
{
    std::string_view left = viewOf(lines);
    const auto next = [&left] {
        const std::string_view line = left.substr(0, left.find('\n'));
        left.remove_prefix(std::min(line.size() + 1, left.size()));
        return line;
    };
    const std::optional<ContainerLine> first = containerLine(next());
    if (!first || !first->isPartial)
        return lines;
    QByteArray joined;
    joined.reserve(lines.size());
    joined.append(lines.constData(), first->text.data() + first->text.size() - lines.constData());
    while (!left.empty()) {
        const std::optional<ContainerLine> line = containerLine(next());
        if (!line || line->stream != first->stream)
            continue;
        joined.append(line->text.data(), static_cast<qsizetype>(line->text.size()));
        if (!line->isPartial)
            break;
    }
    return joined;
}

struct LogLineReader::Private
{
    LogLine read(std::string_view line, bool isUnwrapped);

    Parser parser;
};

LogLine LogLineReader::Private::read(std::string_view line, bool isUnwrapped)
{
    using Kind = LogLine::Kind;
    const size_t brace = line.find('{');
    const std::string_view prefix = line.substr(0, brace);
    const bool isOfLog = isUnwrapped || isContainerPrefix(prefix);
    const Kind text = isOfLog ? Kind::Other : Kind::Text;
    if (brace == std::string_view::npos)
        return {text, {}};
    const std::string_view record = trimmed(line.substr(brace));
    const QByteArray json(record.data(), static_cast<qsizetype>(record.size()));
    QByteArray log;
    Members members;
    {
        const PaddedBody body(json);
        od::document document;
        od::object object;
        if (parser.iterate(body.padded()).get(document) || document.get_object().get(object)
            || !forEachMember(object, [&](std::string_view key, od::value &value) { members.take(key, value); })
            || !isReadInFull(document)) {
            const bool beginsAsJson = prefix.empty() || record.substr(0, 2) == "{\"";
            return {beginsAsJson ? Kind::Damaged : text, {}};
        }
        if (members.isEvent()) {
            if (!members.isLogged())
                return {Kind::Event, json};
            return {Kind::Event, "{\"created\":" + createdOf(members.timestamp) + ',' + json.mid(1)};
        }
        if (!isUnwrapped && members.isWrapping && !members.log.empty() && members.log.front() == '"')
            log = unescaped(members.log).toUtf8();
        else if (isOfLog || members.isLogged())
            return {Kind::Other, {}};
        else
            return {prefix.empty() ? Kind::NoEvent : Kind::Text, {}};
    }
    return read(trimmed({log.constData(), static_cast<size_t>(log.size())}), true);
}

LogLineReader::LogLineReader()
    : m_private(std::make_unique<Private>())
{
}

LogLineReader::~LogLineReader() = default;

LogLine LogLineReader::read(std::string_view line)
{
    return m_private->read(line, false);
}

} // namespace tidings::codec
