// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace tidings {

// A field for an API token: hidden until it is asked to be shown, and never given to the clipboard or a drag, shown or
// not. White space and a pasted "Bearer " are dropped. The token is nowhere but in the field itself.
class TokenEdit : public QWidget
{
    Q_OBJECT

public:
    explicit TokenEdit(QWidget *parent = nullptr);

    [[nodiscard]] QByteArray token() const; // UTF-8
    void setPlaceholder(const QString &text);
    void setInvalid(bool isInvalid);
    void clear(); // also hides again; does not emit edited()
    void selectAll();

    // What is left of a pasted header or a wrapped line.
    static QString cleaned(const QString &text);

signals:
    void edited();

private:
    void showToken(bool isShown);

    QLineEdit *m_edit;
    QToolButton *m_show;
};

} // namespace tidings
