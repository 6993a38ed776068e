// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace tidings {

// The only label that is given server text: always plain text, selectable by mouse and keyboard, wrapped, and able to
// break long words (addresses, ids) so that it never widens its pane.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Look { Normal, Muted, Heading, Title, Code, Error };

    explicit PlainLabel(QWidget *parent = nullptr)
        : PlainLabel({}, Look::Normal, parent)
    {
    }
    PlainLabel(const QString &text, Look look, QWidget *parent = nullptr);

    // Hides QLabel's: gives long words places to break at.
    void setText(const QString &text);
    // The text as it was given, for copying and tests.
    [[nodiscard]] QString plainText() const { return m_text; }

protected:
    bool event(QEvent *event) override; // another size of the texts

private:
    void applyLook();

    Look m_look;
    QString m_text;
};

// A tool tip that shows `text` as it is. Qt guesses whether a tool tip is rich text; this one always is, and escaped.
// Empty for an empty text.
QString plainToolTip(const QString &text);

// For menus and buttons, where a single & would underline the letter behind it.
QString plainMenuText(const QString &text);

} // namespace tidings
