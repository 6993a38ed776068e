// SPDX-License-Identifier: GPL-3.0-or-later
#include "changesview.h"

#include "plainlabel.h"
#include "theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHash>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int contextLines = 3;
constexpr int mostDifferences = 800; // memory grows with the square
constexpr qsizetype mostLines = 600;
constexpr qsizetype longestLine = 1'000;

// Lines as numbers, so that comparing them is cheap.
class LineNumbers
{
public:
    std::vector<int> numbersOf(const QStringList &lines)
    {
        std::vector<int> numbers;
        numbers.reserve(static_cast<size_t>(lines.size()));
        for (const QString &line : lines) {
            const auto known = m_numbers.constFind(line);
            const int number = known == m_numbers.cend() ? static_cast<int>(m_numbers.size()) : *known;
            if (known == m_numbers.cend())
                m_numbers.insert(line, number);
            numbers.push_back(number);
        }
        return numbers;
    }

private:
    QHash<QString, int> m_numbers;
};

enum class Step { Keep, Remove, Add };

// Myers' greedy algorithm: the shortest list of removals and additions.
std::vector<Step> shortestEdit(const std::vector<int> &a, const std::vector<int> &b)
{
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    const auto everything = [&] {
        std::vector<Step> steps(static_cast<size_t>(n), Step::Remove);
        steps.insert(steps.end(), static_cast<size_t>(m), Step::Add);
        return steps;
    };
    const int limit = std::min(n + m, mostDifferences);
    const int middle = limit + 1;
    std::vector<int> furthest(static_cast<size_t>(2 * middle + 1), 0);
    std::vector<std::vector<int>> trace;
    const auto at = [](auto &row, int index) -> auto &
    {
        return row[static_cast<size_t>(index)];
    };
    int used = -1;
    for (int d = 0; d <= limit && used < 0; ++d) {
        for (int k = -d; k <= d && used < 0; k += 2) {
            const bool down = k == -d || (k != d && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
            int x = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1;
            while (x < n && x - k < m && at(a, x) == at(b, x - k))
                ++x;
            at(furthest, middle + k) = x;
            if (x >= n && x - k >= m)
                used = d;
        }
        trace.emplace_back(furthest.begin() + (middle - d), furthest.begin() + (middle + d + 1));
    }
    if (used < 0)
        return everything();

    std::vector<Step> steps;
    int x = n;
    int y = m;
    for (int d = used; d > 0; --d) {
        const std::vector<int> &row = trace[static_cast<size_t>(d - 1)]; // of k = -(d-1) … d-1
        const auto reached = [&](int k) {
            return k < -(d - 1) || k > d - 1 ? -1 : row[static_cast<size_t>(k + d - 1)];
        };
        const int k = x - y;
        const bool down = k == -d || (k != d && reached(k - 1) < reached(k + 1));
        const int previousK = down ? k + 1 : k - 1;
        const int previousX = reached(previousK);
        const int previousY = previousX - previousK;
        for (; x > previousX + (down ? 0 : 1); --x, --y)
            steps.push_back(Step::Keep);
        steps.push_back(down ? Step::Add : Step::Remove);
        x = previousX;
        y = previousY;
    }
    for (; x > 0; --x)
        steps.push_back(Step::Keep);
    std::reverse(steps.begin(), steps.end());
    return steps;
}

QStringList linesOf(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u'\n');
}

QString cut(const QString &line, qsizetype from)
{
    if (line.size() <= longestLine)
        return line;
    const qsizetype start = std::clamp<qsizetype>(from - 80, 0, line.size() - 1);
    QString part = line.mid(start, longestLine);
    if (start > 0)
        part.prepend(u'…');
    if (start + longestLine < line.size())
        part.append(u'…');
    return part;
}

qsizetype commonPrefix(const QString &a, const QString &b)
{
    return std::mismatch(a.cbegin(), a.cbegin() + std::min(a.size(), b.size()), b.cbegin()).first - a.cbegin();
}

// Cuts long lines so that the place where a removed line and its successor differ stays in sight.
void shorten(QList<DiffLine> &lines)
{
    using Kind = DiffLine::Kind;
    for (qsizetype i = 0; i < lines.size();) {
        qsizetype removed = i;
        while (removed < lines.size() && lines.at(removed).kind == Kind::Removed)
            ++removed;
        qsizetype added = removed;
        while (added < lines.size() && lines.at(added).kind == Kind::Added)
            ++added;
        for (qsizetype k = 0; k < std::max(removed - i, added - removed); ++k) {
            DiffLine *const before = i + k < removed ? &lines[i + k] : nullptr;
            DiffLine *const after = removed + k < added ? &lines[removed + k] : nullptr;
            const qsizetype same = before && after ? commonPrefix(before->text, after->text) : 0;
            if (before)
                before->text = cut(before->text, same);
            if (after)
                after->text = cut(after->text, same);
        }
        if (added == i) {
            lines[i].text = cut(lines.at(i).text, 0);
            ++added;
        }
        i = added;
    }
}

QString skippedText(qsizetype count)
{
    return QCoreApplication::translate("ChangesView", "… %n unchanged line(s) …", nullptr, static_cast<int>(count));
}

// Leaves only the lines near a change.
QList<DiffLine> condensed(const QList<DiffLine> &lines)
{
    QList<bool> wanted(lines.size(), false);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).kind == DiffLine::Kind::Same)
            continue;
        const qsizetype last = std::min<qsizetype>(lines.size() - 1, i + contextLines);
        for (qsizetype k = std::max<qsizetype>(0, i - contextLines); k <= last; ++k)
            wanted[k] = true;
    }
    QList<DiffLine> out;
    qsizetype skipped = 0;
    // One or two lines are shown rather than counted.
    constexpr qsizetype fewest = 3;
    for (qsizetype i = 0; i < wanted.size();) {
        qsizetype end = i;
        while (end < wanted.size() && !wanted.at(end))
            ++end;
        if (end > i && end - i < fewest)
            std::fill(wanted.begin() + i, wanted.begin() + end, true);
        i = std::max(end, i + 1);
    }
    const auto flush = [&] {
        if (skipped > 0)
            out.append({DiffLine::Kind::Skipped, skippedText(skipped)});
        skipped = 0;
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!wanted.at(i)) {
            ++skipped;
            continue;
        }
        flush();
        if (out.size() >= mostLines) {
            out.append({DiffLine::Kind::Skipped,
                QCoreApplication::translate(
                    "ChangesView", "… %n more line(s) …", nullptr, static_cast<int>(lines.size() - i))});
            return out;
        }
        out += lines.at(i);
    }
    flush();
    return out;
}

} // namespace

QList<DiffLine> lineDiff(const QString &before, const QString &after)
{
    const QStringList a = linesOf(before);
    const QStringList b = linesOf(after);
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype head = 0;
    while (head < shorter && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;
    const QStringList middleA = a.mid(head, a.size() - head - tail);
    const QStringList middleB = b.mid(head, b.size() - head - tail);
    LineNumbers numbers;
    const std::vector<int> numbersA = numbers.numbersOf(middleA);
    const std::vector<int> numbersB = numbers.numbersOf(middleB);

    QList<DiffLine> lines;
    for (qsizetype i = 0; i < head; ++i)
        lines.append({DiffLine::Kind::Same, a.at(i)});
    qsizetype x = 0;
    qsizetype y = 0;
    for (const Step step : shortestEdit(numbersA, numbersB)) {
        switch (step) {
        case Step::Keep:
            lines.append({DiffLine::Kind::Same, middleA.at(x++)});
            ++y;
            break;
        case Step::Remove:
            lines.append({DiffLine::Kind::Removed, middleA.at(x++)});
            break;
        case Step::Add:
            lines.append({DiffLine::Kind::Added, middleB.at(y++)});
            break;
        }
    }
    for (qsizetype i = a.size() - tail; i < a.size(); ++i)
        lines.append({DiffLine::Kind::Same, a.at(i)});
    QList<DiffLine> near = condensed(lines);
    shorten(near);
    return near;
}

ChangesView::ChangesView(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    rebuild();
}

void ChangesView::setChanges(const QList<FieldChange> &changes)
{
    m_changes = changes;
    rebuild();
}

QString ChangesView::toPlainText() const
{
    return m_spoken.join(u'\n');
}

void ChangesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

void ChangesView::rebuild()
{
    delete m_content;
    m_spoken.clear();
    m_content = new QWidget(this);
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::gap);
    m_column->addWidget(m_content);
    for (const FieldChange &change : std::as_const(m_changes)) {
        auto *const heading = new PlainLabel(change.label, PlainLabel::Look::Heading, m_content);
        m_rows->addWidget(heading);
        m_spoken += change.label;
        if (!change.note.isEmpty()) {
            m_rows->addWidget(new PlainLabel(change.note, PlainLabel::Look::Normal, m_content));
            m_spoken += change.note;
        }
        if (change.isJson)
            addDiff(change);
        else
            addText(change);
        m_rows->addSpacing(metrics::gap);
    }
    m_rows->addStretch();
    setAccessibleDescription(toPlainText().left(1'000));
}

void ChangesView::addText(const FieldChange &change)
{
    auto *const grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::paneMargin);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[caption, value] :
        {std::pair(tr("Before"), change.before), std::pair(tr("After"), change.after)}) {
        const QString text = value.isEmpty() ? tr("none") : value;
        auto *const name = new PlainLabel(caption, PlainLabel::Look::Muted, m_content);
        name->setWordWrap(false);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(
            new PlainLabel(text, value.isEmpty() ? PlainLabel::Look::Muted : PlainLabel::Look::Normal, m_content),
            row++, 1);
        m_spoken += tr("%1: %2").arg(caption, text);
    }
    m_rows->addLayout(grid);
}

void ChangesView::addDiff(const FieldChange &change)
{
    const QList<DiffLine> lines = lineDiff(change.before, change.after);
    const auto count = [&](DiffLine::Kind kind) {
        return static_cast<int>(
            std::count_if(lines.cbegin(), lines.cend(), [&](const DiffLine &line) { return line.kind == kind; }));
    };
    const QString summary = tr("%1, %2", "lines removed, lines added")
                                .arg(tr("%n line(s) removed (−)", nullptr, count(DiffLine::Kind::Removed)),
                                    tr("%n line(s) added (+)", nullptr, count(DiffLine::Kind::Added)));
    m_rows->addWidget(new PlainLabel(summary, PlainLabel::Look::Muted, m_content));

    auto *const text = new QPlainTextEdit(m_content);
    text->setObjectName(u"changesDiff"_s);
    text->setReadOnly(true);
    text->setUndoRedoEnabled(false);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setLayoutDirection(Qt::LeftToRight);
    text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->setAccessibleName(change.label + u", "_s + summary);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(font().pointSizeF());
    text->setFont(mono);

    QStringList marked;
    for (const DiffLine &line : lines) {
        const QString mark = line.kind == DiffLine::Kind::Removed ? u"− "_s
            : line.kind == DiffLine::Kind::Added                  ? u"+ "_s
                                                                  : u"  "_s;
        marked += mark + line.text;
    }
    text->setPlainText(marked.join(u'\n'));
    const Colors colors = colorsOf(palette());
    QTextCursor cursor(text->document());
    for (const DiffLine &line : lines) {
        QTextCharFormat format;
        if (line.kind == DiffLine::Kind::Removed)
            format.setForeground(colors.alert);
        else if (line.kind == DiffLine::Kind::Added)
            format.setForeground(colors.good);
        else
            format.setForeground(colors.muted);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
        cursor.movePosition(QTextCursor::NextBlock);
    }
    m_spoken += summary;
    m_spoken += marked;

    constexpr int fewest = 3;
    constexpr int most = 16;
    constexpr int padding = 24;
    const int visible = std::clamp(static_cast<int>(lines.size()), fewest, most);
    text->setFixedHeight(visible * QFontMetrics(mono).lineSpacing() + padding);
    m_rows->addWidget(text);
}

} // namespace tidings
