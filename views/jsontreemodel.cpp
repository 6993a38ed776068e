// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontreemodel.h"

#include "jsontext.h"
#include "visibletext.h"

namespace tidings {

namespace {

// The depth is bounded by parseJsonTree().
QByteArray jsonOf(const JsonNode &node)
{
    const bool isObject = node.type == JsonNode::Type::Object;
    if (node.type == JsonNode::Type::String)
        return quotedJson(node.text);
    if (!isObject && node.type != JsonNode::Type::Array)
        return node.text.toUtf8();
    QByteArray out(isObject ? "{" : "[");
    for (const JsonNode &child : node.children) {
        if (out.size() > 1)
            out += ',';
        if (isObject)
            out += quotedJson(child.key) + ':';
        out += jsonOf(child);
    }
    return out + (isObject ? '}' : ']');
}

QString copyText(const JsonNode &node)
{
    const bool isContainer = node.type == JsonNode::Type::Object || node.type == JsonNode::Type::Array;
    return isContainer ? QString::fromUtf8(prettyJson(jsonOf(node))) : node.text;
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_rootItem(std::make_unique<Item>())
{
}

void JsonTreeModel::setJson(const QByteArray &json)
{
    beginResetModel();
    m_root = json.isEmpty() ? JsonNode() : parseJsonTree(json);
    m_rootItem = std::make_unique<Item>();
    m_rootItem->node = &m_root;
    endResetModel();
}

// Items are made when a view first looks below their parent.
void JsonTreeModel::expand(Item &item) const
{
    if (item.expanded || !item.node)
        return;
    item.expanded = true;
    int row = 0;
    for (const JsonNode &child : item.node->children) {
        auto made = std::make_unique<Item>();
        made->node = &child;
        made->parent = &item;
        made->row = row++;
        item.children.push_back(std::move(made));
    }
}

JsonTreeModel::Item *JsonTreeModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_rootItem.get();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    Item *const item = itemOf(parent);
    expand(*item);
    if (row < 0 || row >= static_cast<int>(item->children.size()) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, item->children[static_cast<size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    Item *const item = itemOf(child);
    if (!child.isValid() || !item->parent || item->parent == m_rootItem.get())
        return {};
    return createIndex(item->parent->row, 0, item->parent);
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const Item *const item = itemOf(parent);
    return item->node ? static_cast<int>(item->node->children.size()) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QString JsonTreeModel::displayText(const JsonNode &node)
{
    const int count = static_cast<int>(node.children.size());
    switch (node.type) {
    case JsonNode::Type::Object:
        return count == 0 ? QStringLiteral("{}") : tr("%n field(s)", nullptr, count);
    case JsonNode::Type::Array:
        return count == 0 ? QStringLiteral("[]") : tr("%n element(s)", nullptr, count);
    case JsonNode::Type::Unreadable:
        return tr("not readable: %1").arg(visibleLine(node.text));
    default:
        return visibleLine(node.text);
    }
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item *const item = itemOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == KeyColumn ? visibleLine(item->node->key) : displayText(*item->node);
    case RawTextRole:
        return index.column() == KeyColumn ? item->node->key : copyText(*item->node);
    case PathRole: {
        QString path;
        for (const Item *step = item; step && step->node != &m_root; step = step->parent)
            path = path.isEmpty() ? step->node->key : step->node->key + u'.' + path;
        return path;
    }
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Key") : tr("Value");
}

} // namespace tidings
