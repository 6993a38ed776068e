// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditionbar.h"

#include "conditionchip.h"
#include "conditiondialog.h"
#include "flowlayout.h"
#include "icons.h"
#include "theme.h"

#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

ConditionBar::ConditionBar(QWidget *parent)
    : QWidget(parent)
    , m_add(new QPushButton(icon(u"add"_s), tr("Add filter"), this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_schema(akql::Schema::local())
{
    setObjectName(u"conditionBar"_s);
    m_add->setObjectName(u"conditionAdd"_s);
    m_clear->setObjectName(u"conditionClear"_s);
    m_clear->setAccessibleName(tr("Remove all conditions"));
    m_clear->setToolTip(tr("Remove all conditions that are not pinned"));
    for (QPushButton *const button : {m_add, m_clear})
        button->setProperty("link", true);
    auto *const flow = new FlowLayout(this);
    flow->setContentsMargins(metrics::margin, 0, metrics::margin, metrics::gap);
    flow->setSpacing(6);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_add, &QPushButton::clicked, this, &ConditionBar::openEditor);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        QList<Condition> kept = m_conditions;
        kept.removeIf([](const Condition &condition) { return !condition.pinned; });
        take(kept);
    });
    rebuild();
}

void ConditionBar::setSources(
    const akql::Schema &schema, const akql::ValuesOf &valuesOf, const akql::FieldsSeen &fieldsSeen)
{
    m_schema = schema;
    m_valuesOf = valuesOf;
    m_fieldsSeen = fieldsSeen;
}

void ConditionBar::setConditions(const QList<Condition> &conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = conditions;
    rebuild();
}

void ConditionBar::setTimeDisplay(const TimeDisplay &display)
{
    if (display == m_display)
        return;
    m_display = display;
    rebuild();
}

void ConditionBar::rebuild()
{
    while (QLayoutItem *const item = layout()->takeAt(0))
        delete item;
    for (QWidget *const chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater(); // it may be the one that asked
    }
    m_chips.clear();
    QWidget *previous = nullptr;
    for (qsizetype i = 0; i < m_conditions.size(); ++i) {
        auto *const chip = new ConditionChip(m_conditions.at(i), m_display, this);
        connect(chip, &ConditionChip::changed, this, [this, i](const Condition &changed) { replace(i, changed); });
        connect(chip, &ConditionChip::editRequested, this, [this, i] { edit(i); });
        connect(chip, &ConditionChip::removeRequested, this, [this, i] { remove(i); });
        chip->installEventFilter(this);
        layout()->addWidget(chip);
        chip->show();
        if (previous)
            setTabOrder(previous, chip);
        previous = chip;
        m_chips += chip;
    }
    layout()->addWidget(m_add);
    layout()->addWidget(m_clear);
    m_clear->setVisible(std::any_of(
        m_conditions.cbegin(), m_conditions.cend(), [](const Condition &condition) { return !condition.pinned; }));
    if (previous)
        setTabOrder(previous, m_add);
    setTabOrder(m_add, m_clear);
    updateGeometry();
}

void ConditionBar::take(const QList<Condition> &conditions)
{
    setConditions(conditions);
    emit conditionsChanged(m_conditions);
}

void ConditionBar::replace(qsizetype index, const Condition &condition)
{
    QList<Condition> changed = m_conditions;
    if (index < changed.size())
        changed[index] = condition;
    else
        changed += condition;
    take(changed);
    if (QWidget *const chip = m_chips.value(std::min(index, m_chips.size() - 1)))
        chip->setFocus();
}

void ConditionBar::remove(qsizetype index)
{
    QList<Condition> changed = m_conditions;
    changed.removeAt(index);
    take(changed);
    QWidget *const next = m_chips.value(std::min(index, m_chips.size() - 1));
    (next ? next : m_add)->setFocus();
}

void ConditionBar::openEditor()
{
    edit(m_conditions.size());
}

void ConditionBar::edit(qsizetype index)
{
    auto *const dialog = new ConditionDialog(m_schema, m_valuesOf, this);
    dialog->setTimeDisplay(m_display);
    dialog->offerFields(m_fieldsSeen ? m_fieldsSeen() : QStringList());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (index < m_conditions.size())
        dialog->setCondition(m_conditions.at(index).node);
    connect(dialog, &ConditionDialog::chosen, this, [this, index](const akql::Node &node) {
        Condition condition = index < m_conditions.size() ? m_conditions.at(index) : Condition{node};
        condition.node = node;
        replace(index, condition);
    });
    dialog->open();
}

bool ConditionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        const qsizetype at = m_chips.indexOf(static_cast<QWidget *>(watched));
        const int forward = layoutDirection() == Qt::LeftToRight ? Qt::Key_Right : Qt::Key_Left;
        const int backward = forward == Qt::Key_Right ? Qt::Key_Left : Qt::Key_Right;
        if (at >= 0 && (key == forward || key == backward)) {
            QWidget *const next = m_chips.value(at + (key == forward ? 1 : -1));
            if (next || key == forward)
                (next ? next : m_add)->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tidings
