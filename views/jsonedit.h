// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsontext.h"

#include <QByteArray>
#include <QString>
#include <QTextEdit>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace tidings {

class JsonHighlighter;
class PlainLabel;

// An editor for one JSON object that never re-encodes what it was given.
//
// It shows the stored bytes laid out on lines. Characters that are invisible, or that the text control would change,
// stand as \uXXXX, which is the same JSON. What is typed is checked 300 ms after the last key, and at once by check();
// the problem is named below the text and underlined in it. Tab leaves the editor; Enter keeps the indentation.
class JsonEdit : public QWidget
{
    Q_OBJECT

public:
    explicit JsonEdit(QWidget *parent = nullptr);

    // The stored value, of any type; empty when there is none. Forgets what was typed, and the undo steps.
    void setJson(const QByteArray &raw);
    // Replaces the text as if it was typed.
    void replaceText(const QByteArray &json);

    // The bytes to send: the stored ones while nothing was typed, else the text as typed.
    [[nodiscard]] QByteArray json() const;
    // True when more than white space was changed.
    [[nodiscard]] bool isModified() const;
    // What is wrong with a changed text, as of the last check. A stored value is never a problem.
    [[nodiscard]] std::optional<JsonProblem> problem() const { return m_problem; }
    std::optional<JsonProblem> check();

    // A refusal by the server, shown until the text is changed.
    void setRefusal(const QString &text);

    void setPlaceholderText(const QString &text);
    void setEditorName(const QString &accessibleName);
    [[nodiscard]] QPlainTextEdit *editor() const { return m_text; }

signals:
    void edited(); // with every change of the text by the user
    void checked(); // after each check

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString text() const;
    void insertNewLine();
    void format();
    void markPlaces();
    void showMessages();
    [[nodiscard]] QList<QTextEdit::ExtraSelection> matchingBrackets() const;
    [[nodiscard]] qsizetype bracketAt(int position) const;
    [[nodiscard]] qsizetype partnerOf(int position) const;

    QPlainTextEdit *m_text;
    PlainLabel *m_message;
    PlainLabel *m_hint;
    QPushButton *m_format;
    JsonHighlighter *m_highlighter;
    QTimer *m_checkTimer;
    QByteArray m_raw;
    QString m_shown; // what setJson() put into the editor
    QString m_refusal;
    std::optional<JsonProblem> m_storedProblem;
    std::optional<JsonProblem> m_problem;
    mutable int m_comparedRevision = -1;
    mutable bool m_isModified = false;
};

} // namespace tidings
