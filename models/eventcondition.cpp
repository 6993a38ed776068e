// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventcondition.h"

#include "actioncatalog.h"
#include "akqlparser.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "eventrecord.h"
#include "timetext.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct EventConditionText
{
    Q_DECLARE_TR_FUNCTIONS(EventCondition)
};

// The first path of these at which the event has a value is the one to ask for.
QList<QLatin1StringView> pathsOf(Trait trait)
{
    using namespace akql;
    switch (trait) {
    case Trait::Action:
        return {paths::action};
    case Trait::Person: // of its own
    case Trait::User:
        return {paths::username, paths::triedUsername};
    case Trait::Address:
        return {paths::clientIp};
    case Trait::Application:
        return {paths::application, paths::app};
    case Trait::Object:
        return {paths::modelPk};
    case Trait::Subject:
        return {paths::modelPk, paths::triedUsername};
    case Trait::Request:
        return {paths::requestId};
    case Trait::Brand:
        return {paths::brand};
    case Trait::Country:
        return {paths::country};
    }
    return {};
}

QString subjectText(const QStringList &path)
{
    const std::pair<QLatin1StringView, QString> labels[] = {
        {akql::paths::action, EventConditionText::tr("action")},
        {akql::paths::username, EventConditionText::tr("user")},
        {akql::paths::triedUsername, EventConditionText::tr("name tried")},
        {akql::paths::onBehalfOf, EventConditionText::tr("on behalf of")},
        {akql::paths::clientIp, EventConditionText::tr("address")},
        {akql::paths::application, EventConditionText::tr("application")},
        {akql::paths::app, EventConditionText::tr("app")},
        {akql::paths::brand, EventConditionText::tr("brand")},
        {akql::paths::country, EventConditionText::tr("country")},
        {akql::paths::city, EventConditionText::tr("city")},
        {akql::paths::modelPk, EventConditionText::tr("object")},
        {akql::paths::requestId, EventConditionText::tr("request")},
        {akql::paths::created, EventConditionText::tr("time")},
    };
    const QString name = path.join(u'.');
    for (const auto &[known, label] : labels) {
        if (name == known)
            return label;
    }
    return visibleLine(name, 80);
}

// Keys that are numbers begin anew with each kind of object.
akql::Node withKind(const Event &event, const akql::Node &key)
{
    std::vector<akql::Node> parts{key};
    for (const QLatin1StringView path : {akql::paths::modelName, akql::paths::modelApp}) {
        if (const auto value = literalAt(event, akql::paths::split(path)))
            parts.push_back(akql::equals(path, *value));
    }
    return akql::Node::all(std::move(parts));
}

// The values of a group that says of each of its paths what it is equal to or, all of them, that it is not.
QHash<QString, akql::Literal> valuesOf(const akql::Node &group, akql::Operator op)
{
    QHash<QString, akql::Literal> values;
    for (const akql::Node &part : group.children()) {
        if (part.kind() != akql::Node::Kind::Comparison || part.comparison().op != op)
            return {};
        values.insert(part.comparison().path.join(u'.'), part.comparison().values.first());
    }
    return values.size() == static_cast<qsizetype>(group.children().size()) ? values : QHash<QString, akql::Literal>();
}

QString relationText(akql::Operator op)
{
    switch (op) {
    case akql::Operator::Equal:
        return EventConditionText::tr("is");
    case akql::Operator::NotEqual:
        return EventConditionText::tr("is not");
    case akql::Operator::Contains:
        return EventConditionText::tr("contains");
    case akql::Operator::NotContains:
        return EventConditionText::tr("does not contain");
    case akql::Operator::StartsWith:
        return EventConditionText::tr("starts with");
    case akql::Operator::NotStartsWith:
        return EventConditionText::tr("does not start with");
    case akql::Operator::EndsWith:
        return EventConditionText::tr("ends with");
    case akql::Operator::NotEndsWith:
        return EventConditionText::tr("does not end with");
    case akql::Operator::In:
        return EventConditionText::tr("is one of");
    case akql::Operator::NotIn:
        return EventConditionText::tr("is none of");
    case akql::Operator::Greater:
    case akql::Operator::GreaterEqual:
    case akql::Operator::Less:
    case akql::Operator::LessEqual:
        break;
    }
    return akql::toText(op);
}

QString relationText(const akql::Comparison &comparison)
{
    const bool isWithin = std::all_of(comparison.values.cbegin(), comparison.values.cend(),
        [](const akql::Literal &value) { return std::holds_alternative<akql::Network>(value); });
    if (isWithin)
        return akql::isNegated(comparison.op) ? EventConditionText::tr("is not in") : EventConditionText::tr("is in");
    return relationText(comparison.op);
}

struct ToText
{
    bool isAction = false;
    const TimeDisplay &display;

    QString operator()(akql::Null /*none*/) const { return EventConditionText::tr("empty"); }
    QString operator()(bool value) const
    {
        return value ? EventConditionText::tr("true") : EventConditionText::tr("false");
    }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(double value) const { return QLocale().toString(value, 'g', QLocale::FloatingPointShortest); }
    QString operator()(const QString &text) const { return isAction ? actionEntry(text).label : visibleLine(text, 80); }
    QString operator()(akql::Timestamp time) const { return exactTime(time.microseconds, display); }
    QString operator()(const akql::Network &network) const { return network.toString(); }
};

// Of one object, and of one person; other groups as query text.
ConditionText groupText(const akql::Node &group, const TimeDisplay &display)
{
    const bool isAnd = group.kind() == akql::Node::Kind::And;
    for (const akql::Operator op : {akql::Operator::Equal, akql::Operator::NotEqual}) {
        const QHash<QString, akql::Literal> values = valuesOf(group, op);
        const auto text = [&](QLatin1StringView path) {
            return values.contains(path) ? std::visit(ToText{false, display}, values.value(path)) : QString();
        };
        const qsizetype ofObject
            = (values.contains(akql::paths::modelName) ? 1 : 0) + (values.contains(akql::paths::modelApp) ? 1 : 0) + 1;
        if (isAnd == (op == akql::Operator::Equal) && values.contains(akql::paths::modelPk)
            && values.size() == ofObject) {
            return {EventConditionText::tr("object"), relationText(op),
                QString(text(akql::paths::modelName) + u' ' + text(akql::paths::modelPk)).trimmed()};
        }
        if (isAnd == (op == akql::Operator::NotEqual) && values.size() == 2
            && values.contains(akql::paths::triedUsername)
            && values.value(akql::paths::username) == values.value(akql::paths::triedUsername)) {
            return {EventConditionText::tr("user or name tried"), relationText(op), text(akql::paths::username)};
        }
    }
    return {{}, {}, visibleLine(akql::print(group), 120)};
}

} // namespace

std::optional<akql::Literal> literalAt(const Event &event, const QStringList &path)
{
    return akql::toLiteral(EventRecord(event).value(path));
}

std::optional<akql::Node> conditionFor(const Event &event, Trait trait)
{
    if (trait == Trait::Person) {
        // authentik names the user of a failed login AnonymousUser, and who it was meant to be in the context.
        const bool isNobody = event.user.username.isEmpty() || event.user.username == "AnonymousUser"_L1;
        const QString &name
            = isNobody && !event.context.username.isEmpty() ? event.context.username : event.user.username;
        if (name.isEmpty())
            return std::nullopt;
        return akql::Node::any(
            {akql::equals(akql::paths::username, name), akql::equals(akql::paths::triedUsername, name)});
    }
    const QList<QLatin1StringView> candidates = pathsOf(trait);
    for (const QLatin1StringView path : candidates) {
        const QStringList keys = akql::paths::split(path);
        if (const auto value = literalAt(event, keys)) {
            const akql::Node node = akql::equals(path, *value);
            return path == akql::paths::modelPk ? withKind(event, node) : node;
        }
    }
    return std::nullopt;
}

std::optional<akql::Node> conditionAt(const Event &event, const QStringList &path)
{
    const auto value = path.isEmpty() ? std::nullopt : literalAt(event, path);
    return value ? conditionOf(path, *value) : std::nullopt;
}

std::optional<akql::Node> conditionOf(const QStringList &path, const akql::Literal &value)
{
    akql::Node node(akql::Comparison{path, akql::Operator::Equal, {value}});
    const akql::ParseResult read = akql::parse(akql::print(node));
    return read && *read.query == node ? std::optional(node) : std::nullopt;
}

std::optional<akql::Node> conditionOfAddress(const QString &text)
{
    const auto word = akql::quoted(text.trimmed());
    return akql::parse(u"%1 = %2"_s.arg(akql::paths::clientIp, word)).query;
}

QString ConditionText::sentence() const
{
    return QStringList{subject, relation, value}.join(u' ').trimmed();
}

ConditionText conditionText(const akql::Node &node, const TimeDisplay &display)
{
    if (node.kind() != akql::Node::Kind::Comparison)
        return groupText(node, display);
    const akql::Comparison &comparison = node.comparison();
    QStringList values;
    for (const akql::Literal &value : comparison.values)
        values += std::visit(ToText{comparison.path == QStringList{akql::paths::action}, display}, value);
    return {subjectText(comparison.path), relationText(comparison), values.join(", "_L1)};
}

} // namespace tidings
