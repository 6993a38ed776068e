// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QList>
#include <QWidget>

namespace tidings {

// One line of text and the names of what a chart's colours mean, each after its colour. What finds no place is elided,
// the names first. Plain text.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    struct Item
    {
        QBrush brush;
        QString text;
        bool operator==(const Item &) const = default;
    };

    explicit ChartLegend(QWidget *parent = nullptr);

    void setContent(const QString &text, const QList<Item> &items);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QList<Item> m_items;
};

} // namespace tidings
