// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlcompletion.h"
#include "watchrules.h"
#include "watchtrial.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTimer;

namespace tidings {

class EventTableModel;
class NoteLine;
class PlainLabel;
class QueryEdit;

// The watch rules: a list to switch them on and off, and beside it what the chosen one asks, how many events make an
// alert, what it would have done with the events that are loaded, and the same question as a policy of the server.
// Works on a copy; Apply takes it over when every rule is one.
class WatchRulesDialog : public QDialog
{
    Q_OBJECT

public:
    // `loaded`: the events that rules are tried on; must outlive the dialog.
    WatchRulesDialog(WatchRules &rules, const EventTableModel &loaded, QWidget *parent);

    void setSources(const akql::Schema &schema, const akql::ValuesOf &valuesOf); // for completion
    // Whether the rules are at work; empty: nothing is known.
    void showState(const QString &text, bool isTrouble);
    // A new one, chosen, with its name ready to be changed. Nothing is kept before Apply.
    void addRule(const QString &name, const QString &query, const QString &words = {});
    [[nodiscard]] const QList<WatchRule> &rules() const { return m_rules; } // as edited

private:
    QWidget *buildList();
    QWidget *buildForm();
    QWidget *buildRate();
    QWidget *buildPolicy();
    void addItem(const WatchRule &rule);
    void removeCurrent();
    void showRule(int row);
    void takeForm();
    void check();
    void tryOut();
    void copyPolicy();
    void finish();
    [[nodiscard]] static QString problemOf(const WatchRule &rule); // empty: none
    [[nodiscard]] int current() const;

    WatchRules &m_kept;
    const EventTableModel &m_loaded;
    QList<WatchRule> m_rules;
    bool m_isShowing = false; // the form is being filled
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QStackedWidget *m_side;
    QLineEdit *m_name;
    QueryEdit *m_query;
    QLineEdit *m_words;
    PlainLabel *m_problem;
    QComboBox *m_level;
    QCheckBox *m_several;
    QSpinBox *m_count;
    QSpinBox *m_minutes;
    NoteLine *m_trialNote;
    NoteLine *m_state; // of all rules
    PlainLabel *m_policy;
    PlainLabel *m_policyNote;
    QPushButton *m_copy;
    QPushButton *m_apply;
    QTimer *m_pause; // from the last key to the trial
    WatchTrial m_trial;
};

} // namespace tidings
