// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsummary.h"

#include "actioncatalog.h"
#include "timetext.h"
#include "useragent.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

// Longest text of the server inside a sentence, and what stands for it.
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 120;
    return visibleLine(text, longest);
}

// The same as a part of a sentence.
QString quoted(const QString &text)
{
    return isolatedText(shortened(text));
}

QString userText(const UserRef &user)
{
    if (!user.username.isEmpty())
        return isolatedText(visibleLine(user.username));
    return user.email.isEmpty() ? u'#' + visibleLine(user.pk) : isolatedText(visibleLine(user.email));
}

QString modelText(const ModelRef &model)
{
    const QString kind = quoted(model.modelName);
    const QString name = quoted(model.name.isEmpty() ? model.pk : model.name);
    if (kind.isEmpty())
        return name;
    return name.isEmpty() ? kind : SummaryText::tr("%1 “%2”").arg(kind, name);
}

QString objectText(const ModelRef &model)
{
    return model.isEmpty() ? SummaryText::tr("an object") : modelText(model);
}

QString authMethodText(const QString &method)
{
    if (method == "password"_L1)
        return SummaryText::tr("a password");
    if (method == "auth_mfa"_L1)
        return SummaryText::tr("a password and a second factor");
    if (method == "auth_webauthn_pwl"_L1)
        return SummaryText::tr("a passkey");
    if (method == "token"_L1)
        return SummaryText::tr("a token");
    if (method == "app_password"_L1)
        return SummaryText::tr("an app password");
    return quoted(method);
}

QString changedFieldsText(const QStringList &fields)
{
    if (fields.isEmpty())
        return {};
    QStringList shown;
    for (const QString &field : fields.mid(0, 4))
        shown += quoted(field);
    if (fields.size() > 4)
        shown += u"…"_s;
    return u" ("_s + shown.join(u", "_s) + u')';
}

// What was done, as the end of a sentence that begins with the actor: "failed to sign in". Empty: not known.
QString deed(const Event &event)
{
    const EventContext &c = event.context;
    const QString &action = event.action;
    if (action == "login"_L1)
        return c.authMethod.isEmpty() ? SummaryText::tr("signed in")
                                      : SummaryText::tr("signed in with %1").arg(authMethodText(c.authMethod));
    if (action == "login_failed"_L1)
        return SummaryText::tr("failed to sign in");
    if (action == "logout"_L1)
        return SummaryText::tr("signed out");
    if (action == "user_write"_L1)
        return c.username.isEmpty() ? SummaryText::tr("wrote a user")
                                    : SummaryText::tr("wrote to user %1").arg(quoted(c.username));
    if (action == "authorize_application"_L1) {
        const QString name = quoted(c.application.name.isEmpty() ? c.application.pk : c.application.name);
        return name.isEmpty() ? SummaryText::tr("authorized an application")
                              : SummaryText::tr("authorized %1").arg(name);
    }
    if (action == "model_created"_L1)
        return SummaryText::tr("created %1").arg(objectText(c.model));
    if (action == "model_updated"_L1)
        return SummaryText::tr("changed %1").arg(objectText(c.model)) + changedFieldsText(c.changedFields);
    if (action == "model_deleted"_L1)
        return SummaryText::tr("deleted %1").arg(objectText(c.model));
    if (action == "secret_view"_L1)
        return SummaryText::tr("viewed the secret of %1").arg(objectText(c.secret));
    if (action == "password_set"_L1)
        return SummaryText::tr("set a password");
    if (action == "invitation_used"_L1)
        return SummaryText::tr("used an invitation");
    if (action == "source_linked"_L1)
        return c.source.isEmpty() ? SummaryText::tr("linked a source")
                                  : SummaryText::tr("linked %1").arg(modelText(c.source));
    if (action == "impersonation_started"_L1) {
        const bool isNamed = event.user.onBehalfOf && !event.user.onBehalfOf->isEmpty();
        const QString whom = isNamed ? userText(*event.user.onBehalfOf) : QString();
        const QString sentence = whom.isEmpty() ? SummaryText::tr("started to act as another user")
                                                : SummaryText::tr("started to act as %1").arg(whom);
        return c.reason.isEmpty() ? sentence : sentence + u" ("_s + quoted(c.reason) + u')';
    }
    if (action == "impersonation_ended"_L1)
        return SummaryText::tr("stopped acting as another user");
    return {};
}

// Whoever fails to sign in chooses how long the name is; laying out megabytes would take seconds.
QString factText(const QString &value)
{
    constexpr qsizetype longest = 4000;
    if (value.size() <= longest)
        return visibleText(value);
    const qsizetype kept = value.at(longest - 1).isHighSurrogate() ? longest - 1 : longest;
    return visibleText(value.left(kept)) + u'\n'
        + SummaryText::tr(
            "… and %n more character(s), in the raw record", nullptr, static_cast<int>(value.size() - kept));
}

} // namespace

QString actorText(const Event &event)
{
    QString actor = visibleLine(event.actor());
    if (actor.isEmpty())
        actor = SummaryText::tr("system");
    if (event.user.onBehalfOf && !event.user.onBehalfOf->isEmpty())
        return SummaryText::tr("%1 on behalf of %2").arg(isolatedText(actor), userText(*event.user.onBehalfOf));
    if (event.user.authenticatedAs && !event.user.authenticatedAs->isEmpty())
        return SummaryText::tr("%1, signed in as %2").arg(isolatedText(actor), userText(*event.user.authenticatedAs));
    return actor;
}

QString placeText(const EventContext &context)
{
    QStringList parts;
    if (!context.city.isEmpty())
        parts += visibleLine(context.city);
    if (!context.country.isEmpty())
        parts += visibleLine(context.country);
    return parts.join(u", "_s);
}

QString applicationText(const Event &event)
{
    const QString &name = event.context.application.name;
    return visibleLine(name.isEmpty() ? event.app : name);
}

QString whatHappened(const Event &event)
{
    const EventContext &c = event.context;
    if (event.action == "login_failed"_L1 && !c.username.isEmpty()) {
        const QString sentence = SummaryText::tr("Tried to sign in as %1").arg(quoted(c.username));
        return c.stage.name.isEmpty() ? sentence : sentence + u" · "_s + quoted(c.stage.name);
    }
    if (event.action == "email_sent"_L1) {
        const QString subject = shortened(c.subject.isEmpty() ? c.message : c.subject);
        if (c.toEmail.isEmpty())
            return subject;
        return subject.isEmpty() ? SummaryText::tr("To %1").arg(quoted(c.toEmail))
                                 : SummaryText::tr("“%1” to %2").arg(isolatedText(subject), quoted(c.toEmail));
    }
    if (event.action == "update_available"_L1 && !c.newVersion.isEmpty())
        return SummaryText::tr("authentik %1 is available").arg(quoted(c.newVersion));
    QString sentence = deed(event);
    if (!sentence.isEmpty()) {
        sentence[0] = sentence.at(0).toUpper();
        return sentence;
    }
    if (!c.message.isEmpty())
        return shortened(c.message);
    for (const ModelRef &model : {c.model, c.secret, c.binding, c.target, c.source}) {
        if (!model.isEmpty())
            return modelText(model);
    }
    return {};
}

QString summarySentence(const Event &event)
{
    const EventContext &c = event.context;
    QString actor = isolatedText(actorText(event));
    if (event.action == "login_failed"_L1 && !c.username.isEmpty())
        actor = quoted(c.username);
    else if (event.action.startsWith("impersonation"_L1) && !event.actor().isEmpty())
        actor = quoted(event.actor());

    const QString what = deed(event);
    if (what.isEmpty()) {
        const QString rest = whatHappened(event);
        const QString label = actionEntry(event.action).label;
        return rest.isEmpty() ? label : SummaryText::tr("%1: %2").arg(isolatedText(label), isolatedText(rest));
    }
    const QString place = isolatedText(placeText(c));
    const QString from = place.isEmpty() ? quoted(event.clientIp) : place;
    return from.isEmpty() ? SummaryText::tr("%1 %2").arg(actor, what)
                          : SummaryText::tr("%1 %2 from %3").arg(actor, what, from);
}

QList<FactGroup> factGroups(const Event &event, const QDateTime &now, const TimeDisplay &display)
{
    const EventContext &c = event.context;
    QList<FactGroup> groups;
    FactGroup group;
    const auto add = [&group](const QString &label, const QString &value, bool isCode = false) {
        if (!value.isEmpty())
            group.facts += Fact{label, factText(value), isCode};
    };
    // What is visible already
    const auto addSentence = [&group](const QString &label, const QString &sentence) {
        if (!sentence.isEmpty())
            group.facts += Fact{label, sentence, false};
    };
    const auto addModel = [&](const QString &label, const ModelRef &model) {
        if (!model.isEmpty())
            addSentence(label, modelText(model));
    };
    const auto finish = [&](const QString &title) {
        group.title = title;
        if (!group.facts.isEmpty())
            groups += group;
        group = {};
    };
    const auto timeText = [&](const std::optional<Timestamp> &time) {
        return time ? u"%1 (%2)"_s.arg(exactTime(*time, display), relativeTime(*time, now)) : QString();
    };

    if (event.action == "login_failed"_L1)
        add(SummaryText::tr("Name tried"), c.username);
    add(SummaryText::tr("Message"), c.message);
    addModel(SummaryText::tr("Application"), c.application);
    addModel(SummaryText::tr("Object"), c.model);
    add(SummaryText::tr("Changed"), c.changedFields.join(u", "_s));
    addModel(SummaryText::tr("Secret"), c.secret);
    addModel(SummaryText::tr("Source"), c.source);
    addModel(SummaryText::tr("Stage"), c.stage);
    addModel(SummaryText::tr("Bound to"), c.binding);
    addModel(SummaryText::tr("Target"), c.target);
    add(SummaryText::tr("Reason"), c.reason);
    add(SummaryText::tr("Subject"), c.subject);
    add(SummaryText::tr("To"), c.toEmail);
    add(SummaryText::tr("Scopes"), c.scopes);
    add(SummaryText::tr("Version"), c.newVersion);
    if (event.action == "login"_L1)
        addSentence(SummaryText::tr("Signed in with"), authMethodText(c.authMethod));
    add(SummaryText::tr("Time"), timeText(event.created));
    finish(SummaryText::tr("What happened"));

    add(SummaryText::tr("User"), event.user.username);
    add(SummaryText::tr("E-mail"), event.user.email);
    if (event.user.onBehalfOf && !event.user.onBehalfOf->isEmpty())
        addSentence(SummaryText::tr("On behalf of"), userText(*event.user.onBehalfOf));
    if (event.user.authenticatedAs && !event.user.authenticatedAs->isEmpty())
        addSentence(SummaryText::tr("Signed in as"), userText(*event.user.authenticatedAs));
    finish(SummaryText::tr("Who"));

    add(SummaryText::tr("Address"), event.clientIp, true);
    const QLocale::Territory territory
        = c.country.size() == 2 ? QLocale::codeToTerritory(c.country) : QLocale::AnyTerritory;
    QStringList place;
    if (!c.city.isEmpty())
        place += c.city;
    if (!c.country.isEmpty())
        place += territory == QLocale::AnyTerritory ? c.country : QLocale::territoryToString(territory);
    add(SummaryText::tr("Place"), place.join(u", "_s));
    if (!c.asn.isEmpty())
        add(SummaryText::tr("Network"), u"AS%1 %2"_s.arg(c.asn, c.asOrganisation));
    add(SummaryText::tr("Browser"), readableUserAgent(c.userAgent));
    finish(SummaryText::tr("From where"));

    add(SummaryText::tr("Path"), c.httpPath.isEmpty() ? QString() : (c.httpMethod + u' ' + c.httpPath).trimmed(), true);
    add(SummaryText::tr("Request id"), c.requestId, true);
    finish(SummaryText::tr("Request"));

    add(SummaryText::tr("Event id"), event.id, true);
    add(SummaryText::tr("Action"), event.action, true);
    add(SummaryText::tr("App"), event.app, true);
    add(SummaryText::tr("Brand"), event.brand.name);
    add(SummaryText::tr("Expires"), timeText(event.expires));
    add(SummaryText::tr("Odd"), event.oddities.join(u", "_s));
    finish(SummaryText::tr("Record"));
    return groups;
}

} // namespace tidings
