// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QList>
#include <QStringList>
#include <QToolButton>

class QFrame;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace tidings {

// A filter button: opens a list with check marks and, for long lists, a search line. What is typed there may be chosen
// as it is, since the sets are open (custom actions). Says on its face what is chosen.
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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildPopup(bool searchable);
    void fillList();
    void filterList(const QString &text);
    void handleItemChanged(const QListWidgetItem *item);
    void offerTyped(const QString &value);
    static void toggle(QListWidgetItem *item);
    void updateFace();
    [[nodiscard]] QString labelOf(const QString &value) const;

    QString m_title;
    QList<Item> m_items;
    QStringList m_checked;
    QFrame *m_popup = nullptr;
    QLineEdit *m_search = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_clear = nullptr;
    QListWidgetItem *m_typed = nullptr; // what stands in the search line, as a value; owned by the list
    Qt::CheckState m_pressed = Qt::Unchecked; // of the row under the mouse before it was released
    bool m_filling = false;
};

} // namespace tidings
