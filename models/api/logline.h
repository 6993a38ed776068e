// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <optional>
#include <string_view>

// authentik also writes every event to its own log, which containers keep line by line: as
// {"event":"Created Event","action":"login",…,"timestamp":"…"}, wrapped by Docker into the `log` of another object, or
// behind the time and stream that Kubernetes puts before it.
namespace tidings::codec {

struct LogLine
{
    enum class Kind {
        Event, // `json` is the record
        Other, // another line of a log
        NoEvent, // a JSON object that is neither
        Text, // no JSON; part of a log where there are other lines of one
        Damaged, // begins as JSON and cannot be read
    };
    Kind kind = Kind::Text;
    QByteArray json; // the object's own bytes, its time as `created` put before them where it had none
};

// A line as the runtimes of Kubernetes keep it: "2026-11-20T16:27:41.104233Z stdout F …". They split what is longer
// than 16 KiB: all lines of it but the last are marked P. Lines of the other stream may stand between.
struct ContainerLine
{
    enum class Stream { Output, Error };
    Stream stream = Stream::Output;
    bool isPartial = false; // goes on in the next line of its stream
    std::string_view text; // behind the mark
};
std::optional<ContainerLine> containerLine(std::string_view line);

// Lines from a partial one to the one that ends it, as one line with the prefix of the first; those of the other stream
// are left out. Anything else comes back as it is.
QByteArray joinedContainerLines(const QByteArray &lines);

// Keeps its buffers. Not thread-safe.
class LogLineReader
{
public:
    LogLineReader();
    ~LogLineReader();
    LogLineReader(const LogLineReader &) = delete;
    LogLineReader &operator=(const LogLineReader &) = delete;

    // A record that has its `created` comes out as it is.
    LogLine read(std::string_view line);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace tidings::codec
