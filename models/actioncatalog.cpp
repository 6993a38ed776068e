// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncatalog.h"

#include "visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QLatin1StringView value;
    const char *label;
    QLatin1StringView icon;
    Level level;
};

// Labels are the ones of authentik's web interface.
constexpr Row rows[] = {
    {"login"_L1, QT_TRANSLATE_NOOP("Action", "Login"), "action-login"_L1, Level::Ordinary},
    {"login_failed"_L1, QT_TRANSLATE_NOOP("Action", "Failed login"), "action-login-failed"_L1, Level::Alert},
    {"logout"_L1, QT_TRANSLATE_NOOP("Action", "Logout"), "action-logout"_L1, Level::Ordinary},
    {"user_write"_L1, QT_TRANSLATE_NOOP("Action", "User was written to"), "action-user-write"_L1, Level::Notice},
    {"user_offboarded"_L1, QT_TRANSLATE_NOOP("Action", "User was offboarded"), "action-user-offboarded"_L1,
        Level::Warning},
    {"suspicious_request"_L1, QT_TRANSLATE_NOOP("Action", "Suspicious request"), "action-suspicious-request"_L1,
        Level::Alert},
    {"password_set"_L1, QT_TRANSLATE_NOOP("Action", "Password set"), "action-password-set"_L1, Level::Notice},
    {"secret_view"_L1, QT_TRANSLATE_NOOP("Action", "Secret was viewed"), "action-secret-view"_L1, Level::Warning},
    {"secret_rotate"_L1, QT_TRANSLATE_NOOP("Action", "Secret was rotated"), "action-secret-rotate"_L1, Level::Notice},
    {"invitation_used"_L1, QT_TRANSLATE_NOOP("Action", "Invitation used"), "action-invitation-used"_L1, Level::Notice},
    {"authorize_application"_L1, QT_TRANSLATE_NOOP("Action", "Application authorized"),
        "action-authorize-application"_L1, Level::Ordinary},
    {"source_linked"_L1, QT_TRANSLATE_NOOP("Action", "Source linked"), "action-source-linked"_L1, Level::Notice},
    {"impersonation_started"_L1, QT_TRANSLATE_NOOP("Action", "Impersonation started"), "action-impersonation"_L1,
        Level::Warning},
    {"impersonation_ended"_L1, QT_TRANSLATE_NOOP("Action", "Impersonation ended"), "action-impersonation"_L1,
        Level::Notice},
    {"flow_execution"_L1, QT_TRANSLATE_NOOP("Action", "Flow execution"), "action-flow"_L1, Level::Ordinary},
    {"policy_execution"_L1, QT_TRANSLATE_NOOP("Action", "Policy execution"), "action-policy-execution"_L1,
        Level::Ordinary},
    {"policy_exception"_L1, QT_TRANSLATE_NOOP("Action", "Policy exception"), "action-exception"_L1, Level::Warning},
    {"property_mapping_exception"_L1, QT_TRANSLATE_NOOP("Action", "Property Mapping exception"), "action-exception"_L1,
        Level::Warning},
    {"system_task_execution"_L1, QT_TRANSLATE_NOOP("Action", "System task execution"), "action-system-task"_L1,
        Level::Ordinary},
    {"system_task_exception"_L1, QT_TRANSLATE_NOOP("Action", "System task exception"), "action-exception"_L1,
        Level::Warning},
    {"system_exception"_L1, QT_TRANSLATE_NOOP("Action", "General system exception"), "action-exception"_L1,
        Level::Alert},
    {"configuration_error"_L1, QT_TRANSLATE_NOOP("Action", "Configuration error"), "action-configuration"_L1,
        Level::Alert},
    {"configuration_warning"_L1, QT_TRANSLATE_NOOP("Action", "Configuration warning"), "action-configuration"_L1,
        Level::Warning},
    {"model_created"_L1, QT_TRANSLATE_NOOP("Action", "Model created"), "action-model-created"_L1, Level::Notice},
    {"model_updated"_L1, QT_TRANSLATE_NOOP("Action", "Model updated"), "action-model-updated"_L1, Level::Notice},
    {"model_deleted"_L1, QT_TRANSLATE_NOOP("Action", "Model deleted"), "action-model-deleted"_L1, Level::Warning},
    {"email_sent"_L1, QT_TRANSLATE_NOOP("Action", "Email sent"), "action-email-sent"_L1, Level::Ordinary},
    {"update_available"_L1, QT_TRANSLATE_NOOP("Action", "Update available"), "action-update-available"_L1,
        Level::Notice},
    {"export_ready"_L1, QT_TRANSLATE_NOOP("Action", "Data export ready"), "action-export-ready"_L1, Level::Notice},
    {"review_initiated"_L1, QT_TRANSLATE_NOOP("Action", "Review initiated"), "action-review"_L1, Level::Notice},
    {"review_overdue"_L1, QT_TRANSLATE_NOOP("Action", "Review overdue"), "action-review"_L1, Level::Warning},
    {"review_attested"_L1, QT_TRANSLATE_NOOP("Action", "Review attested"), "action-review"_L1, Level::Notice},
    {"review_completed"_L1, QT_TRANSLATE_NOOP("Action", "Review completed"), "action-review"_L1, Level::Notice},
    {"access_request_created"_L1, QT_TRANSLATE_NOOP("Action", "Access request created"), "action-access-request"_L1,
        Level::Notice},
    {"access_request_approved"_L1, QT_TRANSLATE_NOOP("Action", "Access request approved"), "action-access-request"_L1,
        Level::Notice},
    {"access_request_denied"_L1, QT_TRANSLATE_NOOP("Action", "Access request denied"), "action-access-request"_L1,
        Level::Warning},
    {"access_request_revoked"_L1, QT_TRANSLATE_NOOP("Action", "Access request revoked"), "action-access-request"_L1,
        Level::Warning},
    {"next_action_set"_L1, QT_TRANSLATE_NOOP("Action", "Next action set"), "action-flow"_L1, Level::Ordinary},
    {"next_action_removed"_L1, QT_TRANSLATE_NOOP("Action", "Next action removed"), "action-flow"_L1, Level::Ordinary},
    {"next_action_completed"_L1, QT_TRANSLATE_NOOP("Action", "Next action completed"), "action-flow"_L1,
        Level::Ordinary},
    {"user_expiration_warning"_L1, QT_TRANSLATE_NOOP("Action", "User expiration warning"), "action-user-write"_L1,
        Level::Warning},
};

const Row *rowOf(const QString &action)
{
    const auto *const row
        = std::find_if(std::begin(rows), std::end(rows), [&](const Row &known) { return known.value == action; });
    return row == std::end(rows) ? nullptr : row;
}

ActionInfoEntry entryOf(const Row &row)
{
    return {row.value, QCoreApplication::translate("Action", row.label), row.icon, row.level, true};
}

} // namespace

ActionInfoEntry actionEntry(const QString &action)
{
    if (const Row *const row = rowOf(action))
        return entryOf(*row);
    constexpr auto customPrefix = "custom_"_L1;
    if (action.trimmed() == customPrefix)
        return {
            action, QCoreApplication::translate("Action", "Custom action"), u"action-custom"_s, Level::Ordinary, true};
    if (action.startsWith(customPrefix)) {
        return {action, visibleLine(action.mid(customPrefix.size())), u"action-custom"_s, Level::Ordinary, false};
    }
    const QString label
        = action.trimmed().isEmpty() ? QCoreApplication::translate("Action", "No action") : visibleLine(action);
    return {action, label, u"action-unknown"_s, Level::Ordinary, false};
}

QList<ActionInfoEntry> knownActionEntries()
{
    QList<ActionInfoEntry> entries;
    for (const Row &row : rows)
        entries += entryOf(row);
    std::sort(entries.begin(), entries.end(),
        [](const ActionInfoEntry &a, const ActionInfoEntry &b) { return a.label.localeAwareCompare(b.label) < 0; });
    return entries;
}

ActionInfoEntry severityEntry(const QString &severity)
{
    if (severity == "notice"_L1)
        return {severity, QCoreApplication::translate("Severity", "Notice"), u"notice"_s, Level::Notice, true};
    if (severity == "warning"_L1)
        return {severity, QCoreApplication::translate("Severity", "Warning"), u"warning"_s, Level::Warning, true};
    if (severity == "alert"_L1)
        return {severity, QCoreApplication::translate("Severity", "Alert"), u"alert"_s, Level::Alert, true};
    const QString label
        = severity.trimmed().isEmpty() ? QCoreApplication::translate("Severity", "No severity") : visibleLine(severity);
    return {severity, label, u"info"_s, Level::Ordinary, false};
}

QString levelName(Level level)
{
    switch (level) {
    case Level::Ordinary:
        return QCoreApplication::translate("Severity", "Ordinary");
    case Level::Notice:
        return severityEntry(u"notice"_s).label;
    case Level::Warning:
        return severityEntry(u"warning"_s).label;
    case Level::Alert:
        return severityEntry(u"alert"_s).label;
    }
    return {};
}

QString levelWord(Level level)
{
    switch (level) {
    case Level::Ordinary:
        break;
    case Level::Notice:
        return u"notice"_s;
    case Level::Warning:
        return u"warning"_s;
    case Level::Alert:
        return u"alert"_s;
    }
    return u"ordinary"_s;
}

std::optional<Level> levelOfWord(const QString &word)
{
    const auto found
        = std::find_if(allLevels.begin(), allLevels.end(), [&](Level level) { return levelWord(level) == word; });
    return found == allLevels.end() ? std::nullopt : std::optional(*found);
}

Level actionLevel(const QString &action)
{
    const Row *const row = rowOf(action);
    return row ? row->level : Level::Ordinary;
}

QStringList knownActionsOf(const QList<Level> &levels)
{
    QStringList actions;
    for (const Row &row : rows) {
        if (levels.contains(row.level))
            actions += row.value;
    }
    return actions;
}

} // namespace tidings
