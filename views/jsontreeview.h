// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace tidings {

class JsonTreeModel;

// Raw JSON as a tree, the first level open. Ctrl+C and the context menu copy the value, the key path, or the whole
// part.
class JsonTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTreeView(QWidget *parent = nullptr);
    void setJson(const QByteArray &json);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copy(int role);

    JsonTreeModel *m_model;
    QByteArray m_json;
};

} // namespace tidings
