// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncatalog.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

bool hasIcon(const ActionInfoEntry &entry)
{
    return QFileInfo::exists(QStringLiteral(TIDINGS_ICONS "/%1.svg").arg(entry.icon));
}

// The actions of authentik 2026.8, without "custom_".
const auto known
    = u"login login_failed logout user_write suspicious_request password_set secret_view secret_rotate "
      "invitation_used authorize_application source_linked impersonation_started impersonation_ended flow_execution "
      "policy_execution policy_exception property_mapping_exception system_task_execution system_task_exception "
      "system_exception configuration_error configuration_warning model_created model_updated model_deleted email_sent "
      "update_available export_ready review_initiated review_overdue review_attested review_completed user_offboarded "
      "access_request_created access_request_approved access_request_denied access_request_revoked"_s;

} // namespace

class ActionCatalogTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void knownActions()
    {
        std::set<QString> values;
        QString previous;
        const QList<ActionInfoEntry> entries = knownActionEntries();
        for (const ActionInfoEntry &entry : entries) {
            QVERIFY(values.insert(entry.value).second);
            QVERIFY2(entry.isKnown, qPrintable(entry.value));
            QVERIFY2(!entry.label.isEmpty() && entry.label != entry.value, qPrintable(entry.value));
            QVERIFY2(hasIcon(entry), qPrintable(entry.icon));
            QVERIFY(previous.isEmpty() || previous.localeAwareCompare(entry.label) <= 0);
            previous = entry.label;
            const ActionInfoEntry same = actionEntry(entry.value);
            QCOMPARE(same.label, entry.label);
            QCOMPARE(same.icon, entry.icon);
            QCOMPARE(same.level, entry.level);
        }
        QCOMPARE(known.split(u' ').size(), 37);
        for (const QString &action : known.split(u' '))
            QVERIFY2(values.count(action) == 1, qPrintable(action));
    }

    void openSet()
    {
        QCOMPARE(actionEntry(u"custom_vpn_up"_s).label, u"vpn_up"_s);
        QVERIFY(!actionEntry(u"custom_vpn_up"_s).isKnown);
        QCOMPARE(actionEntry(u"custom_"_s).label, u"Custom action"_s);
        QCOMPARE(actionEntry(u"quantum_login"_s).label, u"quantum_login"_s);
        QCOMPARE(actionEntry(u"quantum_login"_s).level, Level::Ordinary);
        QCOMPARE(actionEntry(u"LOGIN"_s).label, u"LOGIN"_s); // exact
        QCOMPARE(actionEntry(u"evil\u202E<b>"_s).label, u"evil‹U+202E›<b>"_s);
        for (const QString &action : {u""_s, u" "_s, u"custom_"_s, u"custom_ "_s, u"custom_x"_s, u"new"_s}) {
            QVERIFY2(!actionEntry(action).label.trimmed().isEmpty(), qPrintable(action));
            QCOMPARE(actionEntry(action).value, action);
            QVERIFY2(hasIcon(actionEntry(action)), qPrintable(action));
        }
    }

    void severities()
    {
        QCOMPARE(severityEntry(u"alert"_s).level, Level::Alert);
        QCOMPARE(severityEntry(u"warning"_s).level, Level::Warning);
        QCOMPARE(severityEntry(u"notice"_s).level, Level::Notice);
        QVERIFY(!severityEntry(u"ALERT"_s).isKnown);
        QCOMPARE(severityEntry(u"pur\u200Bple"_s).label, u"pur‹U+200B›ple"_s);
        for (const QString &severity : {u""_s, u"notice"_s, u"warning"_s, u"alert"_s, u"purple"_s}) {
            QVERIFY(!severityEntry(severity).label.isEmpty());
            QVERIFY2(hasIcon(severityEntry(severity)), qPrintable(severity));
        }
        std::set<QString> names;
        for (const Level level : {Level::Ordinary, Level::Notice, Level::Warning, Level::Alert})
            names.insert(levelName(level));
        QCOMPARE(names.size(), size_t(4));
    }

    void levels()
    {
        for (const Level level : allLevels) {
            QCOMPARE(levelOfWord(levelWord(level)), std::optional(level));
            const QStringList actions = knownActionsOf({level});
            QVERIFY(!actions.isEmpty());
            for (const QString &action : actions) {
                QCOMPARE(actionLevel(action), level);
                QCOMPARE(actionEntry(action).level, level);
            }
        }
        QVERIFY(!levelOfWord(u"loud"_s));
        QCOMPARE(knownActionsOf({allLevels.begin(), allLevels.end()}).size(), knownActionEntries().size());
        for (const QString &action : {u""_s, u"custom_x"_s, u"quantum_login"_s})
            QCOMPARE(actionLevel(action), Level::Ordinary);
    }
};

QTEST_GUILESS_MAIN(ActionCatalogTest)
#include "tst_actioncatalog.moc"
