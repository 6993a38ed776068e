// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"

#include <memory>
#include <string_view>

namespace tidings::codec {

// The parts of an event record that lists are made of, as the record's own bytes: strings with their quotes, objects
// from brace to brace, empty where there is no such key. Equal bytes mean equal parts, so that a reader of many records
// decodes each different part once. Points into the record.
struct EventHead
{
    enum class Kind {
        Plain, // the views below say all there is to say of these parts
        Odd, // readable, but a key stands twice or a part has another type: decode the record in full
        Broken, // not a JSON object that can be read to its end
    };

    Kind kind = Kind::Broken;
    bool isEvent = false; // has an action or a time; anything else is some other record
    bool isLogged = false; // has a `timestamp` instead of its own time: see LogLineReader
    std::string_view id;
    std::string_view action;
    std::string_view app;
    std::string_view clientIp;
    std::string_view created;
    std::string_view user;
    std::string_view brand;
    std::string_view geo; // context.geo
    std::string_view application; // context.authorized_application
};

// Of an event that has one; points into its raw bytes.
EventHead headOf(const Event &event);
// Where the parts of a head stand in the record they point into.
EventParts partsOf(const EventHead &head, const char *record);

// Reads heads at about the speed of memory. Keeps its buffers. Not thread-safe.
class EventHeadReader
{
public:
    EventHeadReader();
    ~EventHeadReader();
    EventHeadReader(const EventHeadReader &) = delete;
    EventHeadReader &operator=(const EventHeadReader &) = delete;

    // Bytes of any kind that have to be readable behind a record.
    static const size_t padding;

    EventHead read(std::string_view record);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace tidings::codec
