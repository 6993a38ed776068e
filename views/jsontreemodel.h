// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsontree.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace tidings {

// A JSON value as a tree of keys and values, read-only. Values are visible plain text; numbers keep their digits.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, ColumnCount };
    enum Role {
        RawTextRole = Qt::UserRole, // the value as it is, for copying
        PathRole, // "context.geo.city"
    };

    explicit JsonTreeModel(QObject *parent = nullptr);
    void setJson(const QByteArray &json);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    // A node with the way back up, which JsonNode does not have.
    struct Item
    {
        const JsonNode *node = nullptr;
        Item *parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Item>> children;
        bool expanded = false;
    };
    void expand(Item &item) const;
    [[nodiscard]] Item *itemOf(const QModelIndex &index) const;
    [[nodiscard]] static QString displayText(const JsonNode &node);

    JsonNode m_root;
    std::unique_ptr<Item> m_rootItem;
};

} // namespace tidings
