// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventcondition.h"

#include "actioncatalog.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "eventrecord.h"
#include "timetext.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct Text
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
    case Trait::User:
        return {paths::username, paths::triedUsername};
    case Trait::Address:
        return {paths::clientIp};
    case Trait::Application:
        return {paths::application, paths::app};
    case Trait::Object:
        return {paths::modelPk};
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
        {akql::paths::action, Text::tr("action")},
        {akql::paths::username, Text::tr("user")},
        {akql::paths::triedUsername, Text::tr("name tried")},
        {akql::paths::onBehalfOf, Text::tr("on behalf of")},
        {akql::paths::clientIp, Text::tr("address")},
        {akql::paths::application, Text::tr("application")},
        {akql::paths::app, Text::tr("app")},
        {akql::paths::brand, Text::tr("brand")},
        {akql::paths::country, Text::tr("country")},
        {akql::paths::city, Text::tr("city")},
        {akql::paths::modelPk, Text::tr("object")},
        {akql::paths::requestId, Text::tr("request")},
        {akql::paths::created, Text::tr("time")},
    };
    const QString name = path.join(u'.');
    for (const auto &[known, label] : labels) {
        if (name == known)
            return label;
    }
    return visibleLine(name, 80);
}

QString relationText(akql::Operator op)
{
    switch (op) {
    case akql::Operator::Equal:
        return Text::tr("is");
    case akql::Operator::NotEqual:
        return Text::tr("is not");
    case akql::Operator::Contains:
        return Text::tr("contains");
    case akql::Operator::NotContains:
        return Text::tr("does not contain");
    case akql::Operator::StartsWith:
        return Text::tr("starts with");
    case akql::Operator::NotStartsWith:
        return Text::tr("does not start with");
    case akql::Operator::EndsWith:
        return Text::tr("ends with");
    case akql::Operator::NotEndsWith:
        return Text::tr("does not end with");
    case akql::Operator::In:
        return Text::tr("is one of");
    case akql::Operator::NotIn:
        return Text::tr("is none of");
    case akql::Operator::Greater:
    case akql::Operator::GreaterEqual:
    case akql::Operator::Less:
    case akql::Operator::LessEqual:
        break;
    }
    return akql::toText(op);
}

struct ToText
{
    bool isAction = false;

    QString operator()(akql::Null /*none*/) const { return Text::tr("empty"); }
    QString operator()(bool value) const { return value ? Text::tr("true") : Text::tr("false"); }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(double value) const { return QLocale().toString(value, 'g', QLocale::FloatingPointShortest); }
    QString operator()(const QString &text) const { return isAction ? actionEntry(text).label : visibleLine(text, 80); }
    QString operator()(akql::Timestamp time) const { return exactTime(time.microseconds); }
};

} // namespace

std::optional<akql::Literal> literalAt(const Event &event, const QStringList &path)
{
    return akql::toLiteral(EventRecord(event).value(path));
}

std::optional<akql::Node> conditionFor(const Event &event, Trait trait)
{
    const QList<QLatin1StringView> candidates = pathsOf(trait);
    for (const QLatin1StringView path : candidates) {
        const QStringList keys = akql::paths::split(path);
        if (const auto value = literalAt(event, keys))
            return akql::Node(akql::Comparison{keys, akql::Operator::Equal, {*value}});
    }
    return std::nullopt;
}

QString ConditionText::sentence() const
{
    return QStringList{subject, relation, value}.join(u' ').trimmed();
}

ConditionText conditionText(const akql::Node &node)
{
    if (node.kind() != akql::Node::Kind::Comparison)
        return {{}, {}, visibleLine(akql::print(node), 120)};
    const akql::Comparison &comparison = node.comparison();
    QStringList values;
    for (const akql::Literal &value : comparison.values)
        values += std::visit(ToText{comparison.path == QStringList{akql::paths::action}}, value);
    return {subjectText(comparison.path), relationText(comparison.op), values.join(", "_L1)};
}

} // namespace tidings
