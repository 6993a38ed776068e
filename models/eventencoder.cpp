// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventencoder.h"

#include "akqlpaths.h"
#include "eventrecord.h"
#include "eventsummary.h"
#include "utf8text.h"
#include "visibletext.h"

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t longestRemembered = 1024; // bytes
constexpr size_t mostRemembered = 100'000; // of one part; file and server choose how many different ones there are

struct KeyOf
{
    QByteArray operator()(akql::Missing) const { return {}; }
    QByteArray operator()(akql::Null) const { return "0"; }
    QByteArray operator()(bool value) const { return value ? "t" : "f"; }
    QByteArray operator()(qint64 value) const { return 'i' + QByteArray::number(value); }
    QByteArray operator()(double value) const
    {
        return 'd' + QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
    }
    QByteArray operator()(const QString &value) const { return 's' + value.toUtf8(); }
    QByteArray operator()(akql::Timestamp value) const { return 'm' + QByteArray::number(value.microseconds); }
    QByteArray operator()(const akql::JsonText &value) const { return 'j' + value.text.toUtf8(); }
};

template <class Array, class Index> auto &at(Array &array, Index index)
{
    return array[static_cast<size_t>(index)];
}

} // namespace

EventDictionary::Code EventDictionary::code(const QString &text)
{
    const std::scoped_lock lock(m_mutex);
    return m_texts.code(text);
}

EventDictionary::Code EventDictionary::code(const akql::Value &value)
{
    const QByteArray key = std::visit(KeyOf{}, value);
    if (key.isEmpty())
        return 0;
    const std::scoped_lock lock(m_mutex);
    const auto known = m_valueCodes.constFind(key);
    if (known != m_valueCodes.cend())
        return *known;
    const auto fresh = static_cast<Code>(m_values.size());
    m_values.push_back(value);
    m_valueCodes.insert(key, fresh);
    return fresh;
}

void EventDictionary::clear()
{
    m_texts = StringPool();
    m_values.resize(1);
    m_valueCodes.clear();
}

EventEncoder::EventEncoder(EventDictionary &dictionary)
    : m_dictionary(dictionary)
{
}

const QStringList &EventEncoder::path(Field field)
{
    using namespace akql::paths;
    static const std::array<QStringList, EventRow::fieldCount> paths{
        split(app), split(username), split(clientIp), split(brand), split(country), split(application)};
    return at(paths, field);
}

const EventEncoder::Codes *EventEncoder::find(Part &part, std::string_view bytes)
{
    if (!part.last || part.last->first != bytes) {
        const auto known = part.cache.find(bytes);
        if (known == part.cache.end())
            return nullptr;
        part.last = &*known;
    }
    return &part.last->second;
}

void EventEncoder::remember(Part &part, std::string_view bytes, const Codes &codes)
{
    if (bytes.size() > longestRemembered)
        return;
    if (part.cache.size() >= mostRemembered) {
        part.last = nullptr;
        part.cache.clear();
    }
    part.cache.try_emplace(std::string(bytes), codes);
}

EventEncoder::Outcome EventEncoder::encode(std::string_view record, EventRow &row)
{
    codec::EventHead head = m_heads.read(record);
    if (head.kind == codec::EventHead::Kind::Broken) {
        // Broken UTF-8 is mended by the decoder; everything else is no record.
        const QByteArray mended = QString::fromUtf8(record.data(), static_cast<qsizetype>(record.size())).toUtf8();
        if (viewOf(mended) == record)
            return Outcome::Broken;
        m_padded.assign(viewOf(mended));
        m_padded.append(codec::EventHeadReader::padding, '\0');
        head = m_heads.read({m_padded.data(), static_cast<size_t>(mended.size())});
        if (head.kind == codec::EventHead::Kind::Broken)
            return Outcome::Broken;
        head.kind = codec::EventHead::Kind::Odd;
    }
    if (!head.isEvent || head.isLogged)
        return Outcome::NoEvent;
    if (encodePlain(head, row))
        return Outcome::Row;
    const Event event = m_decoder.decode({record.data(), static_cast<qsizetype>(record.size())});
    row = rowOf(event);
    learn(head, row, event);
    return Outcome::Row;
}

EventRow EventEncoder::encode(const Event &event)
{
    EventRow row;
    if (event.head) {
        const codec::EventHead head = codec::headOf(event);
        if (!encodePlain(head, row)) {
            const Event whole = m_decoder.decode(event.raw);
            row = rowOf(whole);
            learn(head, row, whole);
        }
        return row;
    }
    m_padded.assign(viewOf(event.raw));
    m_padded.append(codec::EventHeadReader::padding, '\0');
    const codec::EventHead head = m_heads.read({m_padded.data(), static_cast<size_t>(event.raw.size())});
    if (!encodePlain(head, row)) {
        row = rowOf(event);
        learn(head, row, event);
    }
    return row;
}

bool EventEncoder::encodePlain(const codec::EventHead &head, EventRow &row)
{
    if (head.kind != codec::EventHead::Kind::Plain || head.id.size() < 2)
        return false;
    const auto id = EventId::ofUuid(head.id.substr(1, head.id.size() - 2));
    const auto created
        = head.created.empty() ? std::nullopt : parseTimestamp(head.created.substr(1, head.created.size() - 2));
    const Codes *const user = find(m_users, head.user);
    const Codes *const action = find(m_actions, head.action);
    const Codes *const app = find(m_apps, head.app);
    const Codes *const address = find(m_addresses, head.clientIp);
    const Codes *const brand = find(m_brands, head.brand);
    const Codes *const place = find(m_places, head.geo);
    const Codes *const application = find(m_applications, head.application);
    if (!id || !created || !user || !action || !app || !address || !brand || !place || !application)
        return false;
    row.id = *id;
    row.created = *created;
    row.texts = {action->first, user->first, application->first != 0 ? application->first : app->first, address->first,
        place->first, brand->first};
    row.values = {app->second, user->second, address->second, brand->second, place->second, application->second};
    return true;
}

void EventEncoder::learn(const codec::EventHead &head, const EventRow &row, const Event &event)
{
    if (head.kind != codec::EventHead::Kind::Plain)
        return;
    const auto text = [&](Column column) {
        return at(row.texts, column);
    };
    const auto value = [&](Field field) {
        return at(row.values, field);
    };
    remember(m_users, head.user, {text(Column::Actor), value(Field::Username)});
    remember(m_actions, head.action, {text(Column::Action)});
    remember(m_apps, head.app, {m_dictionary.code(visibleLine(event.app)), value(Field::App)});
    remember(m_addresses, head.clientIp, {text(Column::ClientIp), value(Field::ClientIp)});
    remember(m_brands, head.brand, {text(Column::Brand), value(Field::BrandName)});
    remember(m_places, head.geo, {text(Column::Place), value(Field::Country)});
    remember(m_applications, head.application,
        {m_dictionary.code(visibleLine(event.context.application.name)), value(Field::ApplicationName)});
}

EventRow EventEncoder::rowOf(const Event &event)
{
    EventRow row;
    row.id = EventId::ofKey(event.key());
    row.created = event.created.value_or(EventRow::noTime);
    const auto set = [&](Column column, const QString &text) {
        at(row.texts, column) = m_dictionary.code(text);
    };
    set(Column::Action, event.action);
    set(Column::Actor, actorText(event));
    set(Column::Application, applicationText(event));
    set(Column::ClientIp, visibleLine(event.clientIp));
    set(Column::Place, placeText(event.context));
    set(Column::Brand, visibleLine(event.brand.name));
    const EventRecord record(event);
    for (size_t i = 0; i < EventRow::fieldCount; ++i)
        row.values[i] = m_dictionary.code(record.value(path(static_cast<Field>(i))));
    return row;
}

} // namespace tidings
