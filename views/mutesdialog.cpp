// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutesdialog.h"

#include "actioncatalog.h"
#include "emptystate.h"
#include "icons.h"
#include "plainlabel.h"
#include "theme.h"
#include "timetext.h"
#include "visibletext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

enum Column { WhatColumn, ReasonColumn, SinceColumn, UntilColumn, HitsColumn, ColumnCount };

QString whatText(const NotificationKind &kind)
{
    QStringList parts;
    if (!kind.pattern.isEmpty())
        parts += patternLabel(kind.pattern);
    if (!kind.action.isEmpty())
        parts += actionEntry(kind.action).label;
    if (!kind.severity.isEmpty())
        parts += severityEntry(kind.severity).label;
    parts.removeDuplicates();
    return parts.join(u" · "_s);
}

} // namespace

MutesDialog::MutesDialog(const LocalInboxState &state, const TimeDisplay &display, QWidget *parent)
    : QDialog(parent)
    , m_state(state)
    , m_display(display)
    , m_table(new QTableWidget(this))
    , m_empty(new EmptyState(m_table))
    , m_revoke(new QPushButton(icon(u"undo"_s), tr("&Revoke"), this))
{
    setObjectName(u"mutesDialog"_s);
    setWindowTitle(tr("Muted notifications"));
    resize(760, 380);
    m_table->setObjectName(u"mutesTable"_s);
    m_table->setAccessibleName(tr("Muted notifications"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Like this"), tr("Reason"), tr("Since"), tr("Until"), tr("Hits")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(zoomed(metrics::rowHeight));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    QHeaderView *const header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    header->resizeSection(ReasonColumn, 150);
    header->resizeSection(SinceColumn, 110);
    header->resizeSection(UntilColumn, 120);
    header->resizeSection(HitsColumn, 60);
    m_empty->setContent(u"unmute"_s, tr("Nothing is muted."));
    m_revoke->setObjectName(u"mutesRevoke"_s);

    auto *const note = new PlainLabel({}, PlainLabel::Look::Muted, this);
    note->setText(tr("On this computer only: the server and other people know nothing of it. What is muted stays "
                     "unseen on the server and is listed under “All”."));
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_revoke, QDialogButtonBox::ActionRole);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    column->setSpacing(metrics::margin);
    column->addWidget(note);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_revoke, &QPushButton::clicked, this, &MutesDialog::revoke);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
        [this] { m_revoke->setEnabled(!m_table->selectedItems().isEmpty()); });
    connect(&m_state, &LocalInboxState::mutesChanged, this, &MutesDialog::fill);
    fill();
}

void MutesDialog::fill()
{
    const QDateTime now = toDateTime(m_state.now());
    const QList<Mute> &mutes = m_state.mutes();
    m_table->clearContents();
    m_table->setRowCount(static_cast<int>(mutes.size()));
    int row = 0;
    for (const Mute &mute : mutes) {
        QString until = tr("until revoked");
        if (mute.expires)
            until = mute.isActive(m_state.now()) ? columnTime(*mute.expires, now, m_display) : tr("expired");
        const QStringList texts{whatText(mute.kind), visibleLine(mute.reason), columnTime(mute.created, now, m_display),
            until, QLocale().toString(mute.hits)};
        for (int at = 0; at < ColumnCount; ++at) {
            auto *const item = new QTableWidgetItem(texts.at(at));
            item->setData(Qt::UserRole, mute.id);
            item->setToolTip(plainToolTip(texts.at(at)));
            m_table->setItem(row, at, item);
        }
        ++row;
    }
    m_empty->setVisible(mutes.isEmpty());
    if (!mutes.isEmpty())
        m_table->setCurrentCell(0, 0);
    m_revoke->setEnabled(!mutes.isEmpty());
}

void MutesDialog::revoke()
{
    QSet<int> ids;
    const auto items = m_table->selectedItems();
    for (const QTableWidgetItem *const item : items)
        ids.insert(item->data(Qt::UserRole).toInt());
    for (const int id : std::as_const(ids))
        emit revokeRequested(id);
}

void MutesDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_empty->setGeometry(m_table->rect());
}

} // namespace tidings
