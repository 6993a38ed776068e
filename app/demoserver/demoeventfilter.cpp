// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoeventfilter.h"

#include "akqlevaluator.h"
#include "akqljsonvalue.h"
#include "akqlparser.h"
#include "demoaddress.h"
#include "demojson.h"
#include "demorecord.h"
#include "demotime.h"

#include <QString>

#include <algorithm>
#include <cstring>
#include <functional>
#include <future>
#include <string_view>
#include <thread>

using namespace Qt::StringLiterals;

namespace tidings::demo {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool containsFolded(const std::string &text, const std::string &part)
{
    return toQString(text).contains(toQString(part), Qt::CaseInsensitive);
}

SearchWord prepared(const QString &word)
{
    SearchWord result;
    const QString folded = word.toCaseFolded();
    result.folded = folded.toStdString();
    std::string part;
    for (const char c : result.folded + '\x80') {
        if (static_cast<unsigned char>(c) < 0x80) {
            part += c;
            continue;
        }
        if (part.size() > result.asciiPart.size())
            result.asciiPart = part;
        part.clear();
    }
    result.isBytewise = std::none_of(folded.begin(), folded.end(),
        [](QChar c) { return c.unicode() >= 0x80 && (c.isSurrogate() || c.toUpper() != c || c.toLower() != c); });
    return result;
}

std::vector<SearchWord> splitWords(const std::string &search)
{
    std::vector<SearchWord> words;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words.push_back(prepared(word));
        word.clear();
    };
    const QString text = toQString(search);
    for (const QChar c : text) {
        if (c.isSpace() || c == u',')
            flush();
        else
            word += c;
    }
    flush();
    return words;
}

/// Makes ASCII letters small, eight bytes at a time: this runs over a gigabyte for a search in a million events.
void lowerAscii(std::string &text)
{
    constexpr quint64 ones = 0x0101010101010101ULL;
    std::size_t at = 0;
    for (; at + sizeof(quint64) <= text.size(); at += sizeof(quint64)) {
        quint64 bytes = 0;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        const quint64 low = bytes & (0x7f * ones);
        const quint64 fromA = low + (0x80 - 'A') * ones;
        const quint64 afterZ = low + (0x7f - 'Z') * ones;
        bytes |= (~bytes & (fromA ^ afterZ) & (0x80 * ones)) >> 2;
        std::memcpy(text.data() + at, &bytes, sizeof bytes);
    }
    for (; at < text.size(); ++at)
        text[at] = static_cast<char>(text[at] | ((text[at] >= 'A' && text[at] <= 'Z') ? 0x20 : 0));
}

/// Looks for one word in many texts.
class WordSearcher
{
public:
    explicit WordSearcher(const SearchWord &word)
        : m_word(word)
        , m_bytes(word.isBytewise ? word.folded : word.asciiPart)
        , m_searcher(m_bytes.begin(), m_bytes.end())
    {
    }

    /// \p lowered: with small ASCII letters.
    bool isIn(const std::string &lowered) const
    {
        if (!m_bytes.empty() && std::search(lowered.begin(), lowered.end(), m_searcher) == lowered.end())
            return false;
        // Turning the whole text into UTF-16 is dear, so that the ASCII letters around had the first say.
        return m_word.isBytewise || toQString(lowered).toCaseFolded().contains(toQString(m_word.folded));
    }

private:
    const SearchWord &m_word;
    std::string_view m_bytes;
    std::boyer_moore_horspool_searcher<std::string_view::const_iterator> m_searcher;
};

/// A facet together with the path that it decides on completely.
struct FacetPath
{
    Facet facet = Facet::Count;
    QStringList root;
    bool operator==(const FacetPath &) const = default;
};

FacetPath facetPathOf(const QStringList &path)
{
    const QString &root = path.constFirst();
    if (path.size() == 1) {
        if (root == "action"_L1 || root == "app"_L1)
            return {Facet::Action, path};
        if (root == "client_ip"_L1)
            return {Facet::Address, path};
        return {};
    }
    if (root == "brand"_L1)
        return {Facet::Brand, {root}};
    if (root == "user"_L1 && path.size() == 2 && path.at(1) != "on_behalf_of"_L1 && path.at(1) != "authenticated_as"_L1)
        return {Facet::User, {root}};
    if (root == "context"_L1) {
        if (path.at(1) == "model"_L1)
            return {Facet::Object, path.mid(0, 2)};
        if (path.at(1) == "authorized_application"_L1)
            return {Facet::Application, path.mid(0, 2)};
        if (path.at(1) == "device"_L1)
            return {Facet::Device, path.mid(0, 2)};
    }
    return {};
}

/// The one facet path that all comparisons of \p node share, or the empty one. As deep as the parser allows: 100.
FacetPath facetPathOf(const akql::Node &node)
{
    if (node.kind() == akql::Node::Kind::Comparison)
        return facetPathOf(node.comparison().path);
    const FacetPath first = facetPathOf(node.children().front());
    const bool same = std::all_of(node.children().begin(), node.children().end(),
        [&](const akql::Node &child) { return facetPathOf(child) == first; });
    return same ? first : FacetPath{};
}

std::string facetJson(const DemoTables &tables, const FacetPath &path, std::size_t value)
{
    switch (path.facet) {
    case Facet::Action:
        return jsonString(path.root.constFirst() == "app"_L1 ? tables.actions[value].app : tables.actions[value].name);
    case Facet::User:
        return tables.users[value].json;
    case Facet::Address:
        return value == DemoTables::NoAddress ? std::string("null") : jsonString(tables.addresses[value].text);
    case Facet::Brand:
        return tables.brands[value].json;
    case Facet::Object:
        return tables.objects[value].json;
    case Facet::Application:
        return tables.applications[value].json;
    case Facet::Device:
        return tables.devices[value].json;
    case Facet::Count:
        break;
    }
    return {};
}

std::string textAt(std::string json, const QStringList &path)
{
    const akql::Value value = akql::jsonValueAt(json, path);
    if (const auto *text = std::get_if<QString>(&value))
        return text->toStdString();
    if (const auto *number = std::get_if<qint64>(&value))
        return std::to_string(*number);
    return {};
}

std::string withoutDashes(std::string text)
{
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

} // namespace

EventFilter::EventFilter(const DemoTables &tables)
    : m_tables(&tables)
{
}

EventFilter::Outcome EventFilter::fromQuery(const QueryParameters &query, const DemoTables &tables)
{
    EventFilter filter(tables);
    const DemoRelease release = tables.release;
    FieldErrors errors;
    filter.m_action = query.filled("action");
    if (release >= DemoRelease::V2025_10) {
        filter.m_actions = query.all("actions");
        for (const std::string &action : filter.m_actions) {
            if (!tables.knowsAction(action)) {
                errors.emplace_back(
                    "actions", "Select a valid choice. " + action + " is not one of the available choices.");
                break;
            }
        }
    }
    filter.m_username = query.filled("username");
    if (const std::optional<std::string> address = query.filled("client_ip")) {
        filter.m_clientIp = normalizedAddress(*address);
        if (!filter.m_clientIp)
            return {{}, {}, true}; // PostgreSQL refuses to compare an inet column with such a text
    }
    if (const std::optional<std::string> pk = query.filled("context_model_pk"))
        filter.m_modelPk = withoutDashes(*pk);
    filter.m_modelName = query.filled("context_model_name");
    filter.m_modelApp = query.filled("context_model_app");
    filter.m_authorizedApp = query.filled("context_authorized_app");
    filter.m_brand = query.filled("brand_name");
    if (release >= DemoRelease::V2026_8)
        filter.m_device = query.filled("context_device");
    if (!errors.empty())
        return {{}, errors, false};
    for (const auto &part : {filter.m_action, filter.m_username, filter.m_clientIp, filter.m_modelPk,
             filter.m_modelName, filter.m_modelApp, filter.m_authorizedApp, filter.m_brand, filter.m_device}) {
        filter.m_hasConditions = filter.m_hasConditions || part;
        filter.m_key += part.value_or(std::string()) + '\n';
    }
    for (const std::string &action : filter.m_actions) {
        filter.m_hasConditions = true;
        filter.m_key += action + ',';
    }
    filter.compile();
    if (const std::optional<std::string> search = query.filled("search"))
        filter.setText(*search);
    return {filter, {}, false};
}

void EventFilter::setText(const std::string &search)
{
    const QString text = toQString(search);
    if (text.trimmed().isEmpty())
        return;
    m_key += '\n' + search;
    // Up to 2025.10 the query language needs a licence, which this server does not have.
    if (m_tables->release >= DemoRelease::V2026_8) {
        // Without a list of choices: DjangoQL passes unknown actions on to the database.
        const akql::ParseResult result = akql::parse(text, akql::Schema::events());
        if (result.query)
            return setQuery(*result.query);
    }
    m_words = splitWords(search);
    m_hasConditions = m_hasConditions || !m_words.empty();
}

void EventFilter::setQuery(const akql::Node &query)
{
    if (query.kind() == akql::Node::Kind::And) {
        for (const akql::Node &part : query.children())
            addQueryPart(part);
    } else {
        addQueryPart(query);
    }
}

void EventFilter::addQueryPart(const akql::Node &part)
{
    if (takeCreated(part))
        return;
    m_hasConditions = true;
    const FacetPath path = facetPathOf(part);
    if (path.facet == Facet::Count) {
        m_deepParts.push_back(part);
        return;
    }
    m_maskedParts.push_back(part);
    FacetMask &values = mask(path.facet);
    for (std::size_t value = 0; value + 1 < values.size(); ++value) {
        if (values[value] != 0)
            values[value]
                = akql::matches(part, SingleValueRecord(path.root, facetJson(*m_tables, path, value))) ? 1 : 0;
    }
    if (values.back() != 0)
        values.back() = akql::matches(part, SingleValueRecord(path.root, {})) ? 1 : 0;
}

bool EventFilter::takeCreated(const akql::Node &part)
{
    if (part.kind() != akql::Node::Kind::Comparison || part.comparison().path != QStringList{u"created"_s}
        || part.comparison().values.size() != 1)
        return false;
    const auto *time = std::get_if<akql::Timestamp>(&part.comparison().values.constFirst());
    if (time == nullptr)
        return false;
    switch (part.comparison().op) {
    case akql::Operator::Greater:
        m_createdFrom = std::max(m_createdFrom, time->microseconds + 1);
        return true;
    case akql::Operator::GreaterEqual:
        m_createdFrom = std::max(m_createdFrom, time->microseconds);
        return true;
    case akql::Operator::Less:
        m_createdTo = std::min(m_createdTo, time->microseconds);
        return true;
    case akql::Operator::LessEqual:
        m_createdTo = std::min(m_createdTo, time->microseconds + 1);
        return true;
    default:
        return false;
    }
}

void EventFilter::limitCreated(qint64 from, qint64 to)
{
    m_createdFrom = std::max(m_createdFrom, from);
    m_createdTo = std::min(m_createdTo, to);
    m_key += "\n@" + std::to_string(from) + "-" + std::to_string(to);
}

void EventFilter::requireAction(const std::string &action)
{
    m_actions = {action};
    m_hasConditions = true;
    m_key += "\n=" + action;
    FacetMask &values = mask(Facet::Action);
    for (std::size_t id = 0; id + 1 < values.size(); ++id)
        values[id] = values[id] != 0 && m_tables->actions[id].name == action ? 1 : 0;
}

std::size_t EventFilter::facetSize(Facet facet) const
{
    switch (facet) {
    case Facet::Action:
        return m_tables->actions.size();
    case Facet::User:
        return m_tables->users.size();
    case Facet::Address:
        return m_tables->addresses.size();
    case Facet::Brand:
        return m_tables->brands.size();
    case Facet::Object:
        return m_tables->objects.size();
    case Facet::Application:
        return m_tables->applications.size();
    case Facet::Device:
        return m_tables->devices.size();
    case Facet::Count:
        break;
    }
    return 0;
}

FacetMask &EventFilter::mask(Facet facet)
{
    FacetMask &values = m_masks.at(static_cast<std::size_t>(facet));
    if (values.empty())
        values.assign(facetSize(facet) + 1, 1);
    return values;
}

void EventFilter::compile()
{
    const auto restrict = [this](Facet facet, auto accepts) {
        FacetMask &values = mask(facet);
        for (std::size_t value = 0; value + 1 < values.size(); ++value)
            values[value] = values[value] != 0 && accepts(value) ? 1 : 0;
        values.back() = 0;
    };
    const DemoTables &t = *m_tables;
    if (m_action)
        restrict(Facet::Action, [&](std::size_t id) { return containsFolded(t.actions[id].name, *m_action); });
    if (!m_actions.empty()) {
        restrict(Facet::Action, [&](std::size_t id) {
            return std::find(m_actions.begin(), m_actions.end(), t.actions[id].name) != m_actions.end();
        });
    }
    if (m_clientIp)
        restrict(Facet::Address, [&](std::size_t id) { return t.addresses[id].text == *m_clientIp; });
    if (m_brand)
        restrict(Facet::Brand, [&](std::size_t id) { return t.brands[id].name == *m_brand; });
    if (m_modelPk)
        restrict(Facet::Object, [&](std::size_t id) { return t.objects[id].pk == *m_modelPk; });
    if (m_modelName)
        restrict(Facet::Object, [&](std::size_t id) { return t.objects[id].model == *m_modelName; });
    if (m_modelApp)
        restrict(Facet::Object, [&](std::size_t id) { return t.objects[id].app == *m_modelApp; });
    if (m_authorizedApp)
        restrict(Facet::Application, [&](std::size_t id) { return t.applications[id].pk == *m_authorizedApp; });
    if (m_device)
        restrict(Facet::Device, [&](std::size_t id) { return t.devices[id].pk == withoutDashes(*m_device); });
    if (m_username) {
        // The filter grew: only user.username at first, then context.username too, lastly what was done to the account.
        for (const User &user : t.users)
            m_usernameUsers.push_back(!user.username.empty() && user.username == *m_username ? 1 : 0);
        for (const std::string &name : t.attemptedNames)
            m_usernameAttempts.push_back(name == *m_username ? 1 : 0);
        for (const ModelObject &object : t.objects)
            m_usernameObjects.push_back(
                object.user >= 0 ? m_usernameUsers[static_cast<std::size_t>(object.user)] : '\0');
    }
}

bool EventFilter::passesUsername(const EventFacets &facets) const
{
    if (m_usernameUsers[facets.user] != 0)
        return true;
    if (m_tables->release < DemoRelease::V2025_10)
        return false;
    if (facets.nameOfUser >= 0 && m_usernameUsers[static_cast<std::size_t>(facets.nameOfUser)] != 0)
        return true;
    if (facets.attemptedName >= 0 && m_usernameAttempts[static_cast<std::size_t>(facets.attemptedName)] != 0)
        return true;
    return m_tables->release >= DemoRelease::V2026_8 && facets.object >= 0
        && m_usernameObjects[static_cast<std::size_t>(facets.object)] != 0;
}

bool EventFilter::passes(const EventFacets &facets) const
{
    const auto blocks = [this](Facet facet, int value) {
        const FacetMask &values = m_masks[static_cast<std::size_t>(facet)];
        return !values.empty() && (value < 0 ? values.back() : values[static_cast<std::size_t>(value)]) == 0;
    };
    if (blocks(Facet::Action, facets.action) || blocks(Facet::User, facets.user)
        || blocks(Facet::Address, facets.address) || blocks(Facet::Brand, facets.brand)
        || blocks(Facet::Object, facets.object) || blocks(Facet::Application, facets.application)
        || blocks(Facet::Device, facets.device))
        return false;
    return !m_username || passesUsername(facets);
}

bool EventFilter::passes(const StoredEvent &event) const
{
    if (m_action && !containsFolded(event.action, *m_action))
        return false;
    if (!m_actions.empty() && std::find(m_actions.begin(), m_actions.end(), event.action) == m_actions.end())
        return false;
    if (m_clientIp && event.clientIp != m_clientIp)
        return false;
    if (m_brand && textAt(event.brand, {u"name"_s}) != *m_brand)
        return false;
    const auto contextText = [&](const QString &outer, const QString &inner) {
        return textAt(event.context, {outer, inner});
    };
    if (m_modelPk && contextText(u"model"_s, u"pk"_s) != *m_modelPk)
        return false;
    if (m_modelName && contextText(u"model"_s, u"model_name"_s) != *m_modelName)
        return false;
    if (m_modelApp && contextText(u"model"_s, u"app"_s) != *m_modelApp)
        return false;
    if (m_authorizedApp && contextText(u"authorized_application"_s, u"pk"_s) != *m_authorizedApp)
        return false;
    if (m_device && contextText(u"device"_s, u"pk"_s) != withoutDashes(*m_device))
        return false;
    if (!m_username || textAt(event.user, {u"username"_s}) == *m_username)
        return true;
    if (m_tables->release >= DemoRelease::V2025_10 && textAt(event.context, {u"username"_s}) == *m_username)
        return true;
    if (m_tables->release < DemoRelease::V2026_8 || contextText(u"model"_s, u"app"_s) != "authentik_core"
        || contextText(u"model"_s, u"model_name"_s) != "user")
        return false;
    const int user = m_tables->userByPk(toQString(contextText(u"model"_s, u"pk"_s)).toInt());
    return user >= 0 && m_tables->users[static_cast<std::size_t>(user)].username == *m_username;
}

void EventFilter::collect(const EventRepository &events, quint32 from, quint32 to, std::vector<quint32> &found) const
{
    constexpr quint32 worthSplitting = 20'000;
    const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    const bool isDeep = !m_words.empty() || !m_deepParts.empty();
    if (!isDeep || from >= to || to - from < worthSplitting || cores == 1)
        return collectPart(events, from, to, found);
    std::vector<std::vector<quint32>> parts(cores);
    std::vector<std::future<void>> running;
    running.reserve(cores);
    for (unsigned core = 0; core < cores; ++core) {
        const quint64 width = to - from;
        const auto begin = static_cast<quint32>(from + width * core / cores);
        const auto end = static_cast<quint32>(from + width * (core + 1) / cores);
        std::vector<quint32> &part = parts[core];
        running.push_back(std::async(
            std::launch::async, [this, &events, &part, begin, end] { collectPart(events, begin, end, part); }));
    }
    for (unsigned core = 0; core < cores; ++core) {
        running[core].wait();
        found.insert(found.end(), parts[core].begin(), parts[core].end());
    }
}

void EventFilter::collectPart(
    const EventRepository &events, quint32 from, quint32 to, std::vector<quint32> &found) const
{
    std::vector<WordSearcher> words;
    words.reserve(m_words.size());
    for (const SearchWord &word : m_words)
        words.emplace_back(word);
    std::string text;
    events.scan(from, to, [&](quint32 index, const EventFacets *facets, const StoredEvent *stored) {
        if (facets != nullptr ? !passes(*facets) : !passes(*stored))
            return;
        if (!words.empty()) {
            text.clear();
            events.appendSearchText(text, index, facets, stored);
            lowerAscii(text);
            if (!std::all_of(words.begin(), words.end(), [&](const WordSearcher &word) { return word.isIn(text); }))
                return;
        }
        if (stored != nullptr || !m_deepParts.empty()) {
            const EventRecord record(events, index, facets, stored);
            const auto matches = [&](const akql::Node &part) {
                return akql::matches(part, record);
            };
            if (!std::all_of(m_deepParts.begin(), m_deepParts.end(), matches))
                return;
            if (stored != nullptr && !std::all_of(m_maskedParts.begin(), m_maskedParts.end(), matches))
                return;
        }
        found.push_back(index);
    });
}

} // namespace tidings::demo
