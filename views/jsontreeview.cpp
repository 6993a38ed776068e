// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontreeview.h"

#include "eventfieldtext.h"
#include "icons.h"
#include "jsontext.h"
#include "jsontreemodel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

namespace tidings {

using namespace Qt::StringLiterals;

JsonTreeView::JsonTreeView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new JsonTreeModel(this))
{
    setModel(m_model);
    setUniformRowHeights(true);
    setAccessibleName(tr("Raw JSON"));
    setHorizontalScrollMode(ScrollPerPixel);
    setIndentation(14);
    header()->setStretchLastSection(true);
    header()->resizeSection(JsonTreeModel::KeyColumn, 150);
}

void JsonTreeView::setJson(const QByteArray &json)
{
    if (json == m_json)
        return;
    m_json = json;
    m_model->setJson(json);
    expandToDepth(0);
}

void JsonTreeView::copy(int role)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const QModelIndex value = index.siblingAtColumn(JsonTreeModel::ValueColumn);
    QGuiApplication::clipboard()->setText(value.data(role).toString());
}

QString JsonTreeView::currentField() const
{
    // A dot within a key would be taken for one between keys.
    for (QModelIndex step = currentIndex(); step.isValid(); step = step.parent()) {
        if (step.siblingAtColumn(JsonTreeModel::KeyColumn).data(JsonTreeModel::RawTextRole).toString().contains(u'.'))
            return {};
    }
    return fieldPath(currentIndex().data(JsonTreeModel::PathRole).toString()).join(u'.');
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy(JsonTreeModel::RawTextRole);
    QTreeView::keyPressEvent(event);
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"copy"_s), tr("Copy value"), this, [this] { copy(JsonTreeModel::RawTextRole); });
    menu->addAction(tr("Copy path"), this, [this] { copy(JsonTreeModel::PathRole); });
    menu->addAction(tr("Copy the whole record"), this,
        [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(prettyJson(m_json))); });
    if (const QString field = currentField(); m_offersColumns && !field.isEmpty()) {
        QAction *const column = menu->addAction(
            icon(u"table"_s), tr("Show as column"), this, [this, field] { emit columnRequested(field); });
        column->setObjectName(u"showAsColumn"_s);
    }
    menu->addSeparator();
    menu->addAction(tr("Expand all"), this, [this] { expandRecursively({}, 6); });
    menu->addAction(tr("Collapse all"), this, &QTreeView::collapseAll);
    menu->popup(event->globalPos());
}

} // namespace tidings
