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
    void offerColumns() { m_offersColumns = true; } // in the context menu

signals:
    void columnRequested(const QString &field); // its path

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copy(int role);
    [[nodiscard]] QString currentField() const; // empty: none that could be a column

    JsonTreeModel *m_model;
    QByteArray m_json;
    bool m_offersColumns = false;
};

} // namespace tidings
