// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QList>
#include <QStringList>
#include <QToolButton>

class QFrame;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tidings {

// A filter button: opens a list with check marks and, for long lists, a search line. Says on its face what is chosen.
class ChecklistButton : public QToolButton
{
    Q_OBJECT

public:
    struct Item
    {
        QString value;
        QString label;
        QString iconName;
    };

    // `title`: what is filtered, for instance "Action".
    ChecklistButton(const QString &title, bool searchable, QWidget *parent);

    void setItems(const QList<Item> &items); // keeps what is checked
    // Values that are no item are added as they are (custom actions).
    void setChecked(const QStringList &values);
    [[nodiscard]] QStringList checked() const { return m_checked; }
    void openList();

signals:
    void checkedChanged(const QStringList &values); // by the user

private:
    void buildPopup(bool searchable);
    void fillList();
    void filterList(const QString &text);
    void handleItemChanged();
    void updateFace();
    [[nodiscard]] QString labelOf(const QString &value) const;

    QString m_title;
    QList<Item> m_items;
    QStringList m_checked;
    QFrame *m_popup = nullptr;
    QLineEdit *m_search = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_clear = nullptr;
    bool m_filling = false;
};

} // namespace tidings
