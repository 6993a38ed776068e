// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QList>
#include <QWidget>

namespace tidings {

// One line: a text, then the names of what a chart's colours mean, each after its colour. Plain text. Where there is
// little room the text gives way first, then the last names.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    struct Item
    {
        QBrush brush;
        QString text;
        QString brief; // where not all texts find room
        bool operator==(const Item &) const = default;
    };

    explicit ChartLegend(QWidget *parent = nullptr);

    // `texts`: the same said ever more briefly; the first that leaves room for the items is shown.
    void setContent(const QStringList &texts, const QList<Item> &items);
    [[nodiscard]] QString text() const { return m_texts.value(0); } // the longest
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthOfItems(bool brief) const;

    QStringList m_texts;
    QList<Item> m_items;
};

} // namespace tidings
