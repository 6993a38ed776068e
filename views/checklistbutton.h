// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIcon>
#include <QList>
#include <QStringList>
#include <QToolButton>

#include <functional>

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
    // Asked when the list is opened: how often a value occurs, which then stands beside it. One that is no item is
    // listed as well while it occurs.
    void setCounter(const std::function<QHash<QString, qint64>()> &counter) { m_counter = counter; }
    void setHint(const QString &hint); // what the filter is, for the tool tip
    // Values that are no item are added as they are (custom actions).
    void setChecked(const QStringList &values);
    [[nodiscard]] QStringList checked() const { return m_checked; }
    void openList();
    // Where there is no room: an icon alone, which looks pressed while something is checked. Empty: the text again.
    void setCompact(const QString &iconName);

signals:
    void checkedChanged(const QStringList &values); // by the user

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void nextCheckState() override { } // it is no switch

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
    QString m_hint;
    std::function<QHash<QString, qint64>()> m_counter;
    QHash<QString, qint64> m_counts; // since the list was opened
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
