// SPDX-License-Identifier: GPL-3.0-or-later
#include "fielddialog.h"

#include "eventfieldtext.h"
#include "eventtablemodel.h"
#include "plainlabel.h"
#include "seenfields.h"
#include "theme.h"
#include "visibletext.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace tidings {

using namespace Qt::StringLiterals;

FieldDialog::FieldDialog(const EventTableModel &model, QWidget *parent)
    : QDialog(parent)
    , m_field(new QComboBox(this))
    , m_note(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_taken(model.fieldColumns())
{
    setObjectName(u"fieldDialog"_s);
    setWindowTitle(tr("Column from a field"));
    setMinimumSize(440, 200);
    resize(minimumSize());
    m_field->setObjectName(u"fieldName"_s);
    m_field->setEditable(true);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_field->completer()->setFilterMode(Qt::MatchContains);
    m_field->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_field->lineEdit()->setPlaceholderText(u"context.geo.country"_s);
    m_note->setObjectName(u"fieldNote"_s);
    m_note->setMinimumHeight(2 * fontMetrics().height());
    m_note->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_note->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Show as column"));

    auto *const rows = new QFormLayout(this);
    rows->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    rows->setVerticalSpacing(metrics::gap);
    rows->setHorizontalSpacing(metrics::margin);
    rows->addRow(tr("&Field"), m_field);
    rows->addRow(m_note);
    rows->addRow(m_buttons);

    collect(model);
    m_field->setCurrentIndex(-1);
    connect(m_field, &QComboBox::currentTextChanged, this, &FieldDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(name());
        accept();
    });
    m_field->setFocus();
    check();
}

void FieldDialog::collect(const EventTableModel &model)
{
    const QMap<QString, QString> examples = seenFields(model);
    for (auto name = examples.cbegin(); name != examples.cend(); ++name)
        m_field->addItem(visibleLine(name.key()), QStringList{name.key(), name.value()});
}

QString FieldDialog::name() const
{
    const int known = m_field->findText(m_field->currentText(), Qt::MatchFixedString | Qt::MatchCaseSensitive);
    const QString typed = m_field->currentText();
    return fieldPath(known >= 0 ? m_field->itemData(known).toStringList().constFirst() : typed).join(u'.');
}

void FieldDialog::check()
{
    const QString path = name();
    const bool isTaken = m_taken.contains(path);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!path.isEmpty() && !isTaken);
    const int known = m_field->findText(m_field->currentText(), Qt::MatchFixedString | Qt::MatchCaseSensitive);
    if (m_field->currentText().trimmed().isEmpty())
        m_note->setText(tr("Choose a field that the loaded events have, or type its path."));
    else if (path.isEmpty())
        m_note->setText(tr("This is no path: names with dots between them are."));
    else if (isTaken)
        m_note->setText(tr("This field is a column already."));
    else if (known >= 0)
        m_note->setText(tr("For example: %1").arg(m_field->itemData(known).toStringList().constLast()));
    else
        m_note->setText(tr("None of the newest events has this field."));
}

} // namespace tidings
