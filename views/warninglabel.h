// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tidings {

// A warning in one line that takes the room there is: a mark, and as much of the text as fits. All of it is in the tool
// tip and for screen readers.
class WarningLabel : public QWidget
{
    Q_OBJECT

public:
    explicit WarningLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override; // the mark

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace tidings
