// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace tidings {

// Six colours to tell connections apart, by name and swatch.
class ColourChoice : public QWidget
{
    Q_OBJECT

public:
    explicit ColourChoice(QWidget *parent = nullptr);

    // "#rrggbb". Another colour than the six is kept as long as none of them is chosen; an empty one is the first.
    void setColour(const QString &colour);
    [[nodiscard]] QString colour() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSwatches();

    QButtonGroup *m_buttons;
    QString m_other;
};

} // namespace tidings
