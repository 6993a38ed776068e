// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonedit.h"

#include "jsonhighlighter.h"
#include "plainlabel.h"
#include "theme.h"
#include "visibletext.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QTextBlock>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <chrono>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds checkDelay{300};
constexpr int indentWidth = 2;
constexpr int longestBracketSearch = 5'000; // lines

// QTextDocument keeps these for itself, or shows them as nothing.
bool isTakenByTextControl(QChar c)
{
    return (c.unicode() >= 0xFDD0 && c.unicode() <= 0xFDEF) || c == QChar::ObjectReplacementCharacter;
}

QString escapedUnit(QChar c)
{
    return u"\\u%1"_s.arg(QString::number(c.unicode(), 16).rightJustified(4, u'0'));
}

// Between tokens such characters are no JSON and inside strings the escape means the same, so that this never changes a
// value. Line breaks between tokens stay.
QString withEscapes(const QString &json)
{
    QString out;
    out.reserve(json.size());
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json.at(i);
        if (c == u'\n' || (c.unicode() >= 0x20 && c.unicode() < 0x7F)) {
            out += c;
            continue;
        }
        const bool isPair = c.isHighSurrogate() && i + 1 < json.size() && json.at(i + 1).isLowSurrogate();
        const QString one = json.mid(i, isPair ? 2 : 1);
        if (!isTakenByTextControl(c) && visibleText(one) == one) {
            out += one;
        } else {
            for (const QChar unit : one)
                out += escapedUnit(unit);
        }
        i += isPair ? 1 : 0;
    }
    return out;
}

bool opens(QChar c)
{
    return c == u'{' || c == u'[';
}

// The brackets of a line that are not part of a text.
QList<qsizetype> bracketsOf(const QString &line)
{
    QList<qsizetype> places;
    qsizetype from = 0;
    while (const auto token = nextJsonToken(line, from)) {
        from = token->start + token->length;
        if (token->kind == JsonToken::Kind::Bracket)
            places += token->start;
    }
    return places;
}

} // namespace

JsonEdit::JsonEdit(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_message(new PlainLabel({}, PlainLabel::Look::Error, this))
    , m_hint(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_format(new QPushButton(tr("F&ormat"), this))
    , m_highlighter(new JsonHighlighter(m_text->document(), colorsOf(palette())))
    , m_checkTimer(new QTimer(this))
{
    m_text->setObjectName(u"jsonText"_s);
    m_message->setObjectName(u"jsonProblem"_s);
    m_hint->setObjectName(u"jsonHint"_s);
    m_format->setObjectName(u"jsonFormat"_s);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(font().pointSizeF());
    m_text->setFont(mono);
    m_text->setTabChangesFocus(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // takes what is left, asks for nothing
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setLayoutDirection(Qt::LeftToRight);
    QTextOption option = m_text->document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    m_text->document()->setDefaultTextOption(option);
    m_text->installEventFilter(this);
    setFocusProxy(m_text);
    m_format->setAutoDefault(false);
    m_format->setToolTip(tr("Lay the text out on lines; values stay as they are"));
    m_message->hide();
    m_hint->hide();

    auto *const messages = new QVBoxLayout;
    messages->setSpacing(0);
    messages->addWidget(m_message);
    messages->addWidget(m_hint);
    messages->addStretch();
    auto *const below = new QHBoxLayout;
    below->setSpacing(metrics::gap);
    below->addLayout(messages, 1);
    below->addWidget(m_format, 0, Qt::AlignTop);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(m_text, 1);
    column->addLayout(below);

    m_checkTimer->setSingleShot(true);
    m_checkTimer->setInterval(checkDelay);
    connect(m_checkTimer, &QTimer::timeout, this, &JsonEdit::check);
    connect(m_text->document(), &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (removed == 0 && added == 0)
            return; // the highlighter
        m_refusal.clear();
        m_checkTimer->start();
        emit edited();
    });
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &JsonEdit::markPlaces);
    connect(m_format, &QPushButton::clicked, this, &JsonEdit::format);
}

void JsonEdit::setJson(const QByteArray &raw)
{
    m_raw = raw;
    m_shown = withEscapes(QString::fromUtf8(prettyJson(raw)));
    m_comparedRevision = -1;
    {
        const QSignalBlocker quiet(this);
        m_text->setPlainText(m_shown);
    }
    m_storedProblem = m_shown.isEmpty() ? std::nullopt : checkJsonObject(m_shown);
    m_refusal.clear();
    check();
}

void JsonEdit::replaceText(const QByteArray &json)
{
    QTextCursor cursor(m_text->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(withEscapes(QString::fromUtf8(json)));
    check();
}

QByteArray JsonEdit::json() const
{
    const QString typed = text();
    return typed == m_shown ? m_raw : typed.toUtf8();
}

bool JsonEdit::isModified() const
{
    const int revision = m_text->document()->revision();
    if (revision != m_comparedRevision) {
        const QString typed = text();
        const QByteArray compact = typed == m_shown ? QByteArray() : compactJson(typed.toUtf8());
        m_isModified = typed != m_shown && compact != compactJson(m_shown.toUtf8()) && compact != compactJson(m_raw);
        m_comparedRevision = revision;
    }
    return m_isModified;
}

std::optional<JsonProblem> JsonEdit::check()
{
    m_checkTimer->stop();
    m_problem = isModified() ? checkJsonObject(text()) : std::nullopt;
    showMessages();
    markPlaces();
    emit checked();
    return m_problem;
}

void JsonEdit::setRefusal(const QString &text)
{
    m_refusal = text;
    showMessages();
}

void JsonEdit::setPlaceholderText(const QString &text)
{
    m_text->setPlaceholderText(text);
}

void JsonEdit::setEditorName(const QString &accessibleName)
{
    m_text->setAccessibleName(accessibleName);
}

bool JsonEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (isEnter && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier)) {
            insertNewLine();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void JsonEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_highlighter->setColors(colorsOf(palette()));
        markPlaces();
    }
}

QString JsonEdit::text() const
{
    // Not toPlainText(): it turns no-break spaces into blanks.
    QString raw = m_text->document()->toRawText();
    for (QChar &c : raw) {
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = u'\n';
    }
    return raw;
}

void JsonEdit::insertNewLine()
{
    QTextCursor cursor = m_text->textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const int column = cursor.positionInBlock();
    QString indent;
    while (indent.size() < std::min<qsizetype>(column, line.size()) && line.at(indent.size()).isSpace())
        indent += line.at(indent.size());
    const QString before = line.left(column).trimmed();
    const QString after = line.mid(column).trimmed();
    const bool goesDeeper = !before.isEmpty() && opens(before.back());
    cursor.insertText(u'\n' + indent + (goesDeeper ? QString(indentWidth, u' ') : QString()));
    if (goesDeeper && !after.isEmpty() && (after.front() == u'}' || after.front() == u']')) {
        const int here = cursor.position();
        cursor.insertText(u'\n' + indent);
        cursor.setPosition(here);
    }
    cursor.endEditBlock();
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
}

void JsonEdit::format()
{
    const QString pretty = QString::fromUtf8(prettyJson(text().toUtf8()));
    if (pretty != text())
        replaceText(pretty.toUtf8());
    m_text->setFocus();
}

void JsonEdit::markPlaces()
{
    QList<QTextEdit::ExtraSelection> marks = matchingBrackets();
    const int length = std::max(0, m_text->document()->characterCount() - 1);
    if (m_problem && length > 0) {
        QTextEdit::ExtraSelection mark;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(colorsOf(palette()).alert);
        mark.cursor = QTextCursor(m_text->document());
        // At the end of the text there is nothing to underline but what stands before.
        const int start = std::clamp(static_cast<int>(m_problem->offset), 0, length - 1);
        mark.cursor.setPosition(start);
        const QString line = mark.cursor.block().text();
        const auto token = nextJsonToken(line, mark.cursor.positionInBlock());
        const qsizetype width
            = token && token->start == mark.cursor.positionInBlock() ? std::max<qsizetype>(token->length, 1) : 1;
        mark.cursor.setPosition(std::min(length, start + static_cast<int>(width)), QTextCursor::KeepAnchor);
        marks += mark;
    }
    m_text->setExtraSelections(marks);
}

void JsonEdit::showMessages()
{
    QString message = m_refusal;
    if (message.isEmpty() && m_problem) {
        message = tr("Line %1, column %2: %3")
                      .arg(QString::number(m_problem->line), QString::number(m_problem->column), m_problem->message);
    }
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    const QString hint = m_storedProblem && !isModified()
        ? tr("The stored value is not the JSON object that authentik expects. It stays as it is unless you change it.")
        : QString();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_format->setEnabled(!m_problem && !m_text->document()->isEmpty());
    const bool isInvalid = !message.isEmpty();
    if (m_text->property("invalid").toBool() != isInvalid) {
        m_text->setProperty("invalid", isInvalid);
        m_text->style()->unpolish(m_text);
        m_text->style()->polish(m_text);
    }
}

// The position of a bracket next to the cursor, the one before it first; -1 when there is none.
qsizetype JsonEdit::bracketAt(int position) const
{
    const QTextBlock block = m_text->document()->findBlock(position);
    const QList<qsizetype> places = bracketsOf(block.text());
    const qsizetype column = position - block.position();
    for (const qsizetype place : {column - 1, column}) {
        if (places.contains(place))
            return block.position() + place;
    }
    return -1;
}

qsizetype JsonEdit::partnerOf(int position) const
{
    const QTextDocument *const document = m_text->document();
    const bool forward = opens(document->characterAt(position));
    QTextBlock block = document->findBlock(position);
    int depth = 0;
    for (int searched = 0; block.isValid() && searched < longestBracketSearch; ++searched) {
        const QString line = block.text();
        QList<qsizetype> places = bracketsOf(line);
        if (!forward)
            std::reverse(places.begin(), places.end());
        for (const qsizetype place : std::as_const(places)) {
            const qsizetype here = block.position() + place;
            if (forward ? here < position : here > position)
                continue;
            depth += opens(line.at(place)) == forward ? 1 : -1;
            if (depth == 0)
                return here;
        }
        block = forward ? block.next() : block.previous();
    }
    return -1;
}

QList<QTextEdit::ExtraSelection> JsonEdit::matchingBrackets() const
{
    QList<QTextEdit::ExtraSelection> marks;
    const qsizetype bracket = bracketAt(m_text->textCursor().position());
    const qsizetype partner = bracket < 0 ? -1 : partnerOf(static_cast<int>(bracket));
    if (partner < 0)
        return marks;
    const Colors colors = colorsOf(palette());
    for (const qsizetype place : {bracket, partner}) {
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(colors.selection);
        mark.format.setForeground(colors.text);
        mark.format.setFontWeight(QFont::Bold);
        mark.cursor = QTextCursor(m_text->document());
        mark.cursor.setPosition(static_cast<int>(place));
        mark.cursor.setPosition(static_cast<int>(place) + 1, QTextCursor::KeepAnchor);
        marks += mark;
    }
    return marks;
}

} // namespace tidings
