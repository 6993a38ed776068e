// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryedit.h"

#include "choices.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStringListModel>

namespace tidings {

using namespace Qt::StringLiterals;

QueryEdit::QueryEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_schema(akql::Schema::events())
    , m_candidates(new QStringListModel(this))
    , m_completer(new QCompleter(m_candidates, this))
{
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    styleChoices(m_completer->popup());
    m_completer->popup()->setObjectName(u"queryCompletion"_s);
    m_completer->popup()->setAccessibleName(tr("Suggestions for the query"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &QueryEdit::insertCompletion);
    connect(this, &QLineEdit::textEdited, this, [this] { offerCompletion(false); });
    connect(this, &QLineEdit::textChanged, this, &QueryEdit::check);
}

void QueryEdit::setSources(
    const akql::Schema &schema, const akql::ValuesOf &valuesOf, const akql::FieldsSeen &fieldsSeen)
{
    m_schema = schema;
    m_valuesOf = valuesOf;
    m_fieldsSeen = fieldsSeen;
    check();
}

void QueryEdit::check()
{
    std::optional<akql::ParseError> problem;
    // Any action may be asked for; what the server does not know is checked on this computer.
    if (akql::looksLikeQuery(text(), m_schema)) {
        akql::ParseResult parsed = akql::parse(text());
        if (!parsed)
            problem = std::move(parsed.error);
    }
    const bool same = problem.has_value() == m_problem.has_value()
        && (!problem || (problem->position == m_problem->position && problem->message == m_problem->message));
    m_problem = std::move(problem);
    if (same)
        return;
    update();
    emit problemChanged();
}

void QueryEdit::offerCompletion(bool asked)
{
    const akql::Completion completion = akql::complete(text(), cursorPosition(), m_schema, m_valuesOf, m_fieldsSeen);
    // Whoever types words to search for is not to be disturbed before a word looks like a field.
    constexpr qsizetype shortestWord = 2;
    const bool isWelcome = asked || completion.kind == akql::Completion::Kind::Constant
        || completion.replaced.length >= shortestWord
        || (completion.kind != akql::Completion::Kind::FieldName && completion.replaced.length > 0);
    if (completion.candidates.isEmpty() || !isWelcome)
        return m_completer->popup()->hide();
    m_replaced = completion.replaced;
    m_candidates->setStringList(completion.candidates);
    QRect place = cursorRect();
    constexpr int widest = 360;
    constexpr int room = 40; // of the frame and the scroll bar
    int wanted = 0;
    for (const QString &candidate : completion.candidates)
        wanted = std::max(wanted, fontMetrics().horizontalAdvance(candidate));
    place.setWidth(std::clamp(wanted + room, 160, widest));
    place.setHeight(height() - place.top());
    m_completer->complete(place);
    if (asked)
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void QueryEdit::insertCompletion(const QString &candidate)
{
    QString changed = text();
    const qsizetype from = std::min(m_replaced.start, changed.size());
    const qsizetype length = std::min(m_replaced.length, changed.size() - from);
    // Operators, values and "and" stand between blanks.
    const bool needsBlank = from + length >= changed.size() || !changed[from + length].isSpace();
    const QString inserted = needsBlank ? candidate + u' ' : candidate;
    changed.replace(from, length, inserted);
    setText(changed);
    setCursorPosition(static_cast<int>(from + inserted.size()));
    offerCompletion(false);
}

int QueryEdit::xOf(qsizetype index) const
{
    const auto advance = [this](qsizetype length) {
        return fontMetrics().horizontalAdvance(text().first(std::clamp<qsizetype>(length, 0, text().size())));
    };
    return cursorRect().center().x() + advance(index) - advance(cursorPosition());
}

void QueryEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_problem || layoutDirection() == Qt::RightToLeft)
        return;
    const int left = xOf(m_problem->position);
    const int right = xOf(m_problem->position + std::max<qsizetype>(m_problem->length, 1));
    const QRect cursor = cursorRect();
    QPainter painter(this);
    QPen pen(currentColors().alert, 2, Qt::DotLine);
    painter.setPen(pen);
    painter.setClipRect(rect().adjusted(metrics::gap, 0, -metrics::gap, 0));
    const int y = cursor.bottom() + 1;
    painter.drawLine(left, y, std::max(right, left + 6), y);
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return offerCompletion(true);
    const bool isPopupKey = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape;
    if (m_completer->popup()->isVisible() && isPopupKey) {
        const bool isChosen = m_completer->popup()->currentIndex().isValid();
        if (isChosen || event->key() == Qt::Key_Escape)
            return event->ignore(); // the completer's
        m_completer->popup()->hide();
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace tidings
