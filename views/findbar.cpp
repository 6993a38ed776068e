// SPDX-License-Identifier: GPL-3.0-or-later
#include "findbar.h"

#include "icons.h"
#include "recorddelegate.h"
#include "recordtable.h"
#include "theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

FindBar::FindBar(const QString &name, RecordTable &table, RowFinder &finder, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_finder(finder)
    , m_edit(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_note(new QLabel(this))
    , m_raw(new QCheckBox(tr("In the raw JSON"), this))
    , m_progress(new QProgressBar(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
{
    setObjectName(name + u"FindBar"_s);
    buildControls(name);
    hide();

    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(&m_typing, &QTimer::timeout, this, &FindBar::search);
    connect(m_edit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_raw, &QCheckBox::toggled, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, [this] { jump(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { jump(1); });
    connect(&m_finder, &RowFinder::changed, this, &FindBar::handleFound);
    connect(&m_table, &RecordTable::currentRowChanged, this, [this](int row) {
        if (!isOpen())
            return;
        // Of the user's own choice: from there on.
        if (m_landing == Landing::None && row >= 0)
            m_anchor = row;
        updateTexts();
    });
    // Other columns are shown.
    const auto columnsChanged = [this] {
        if (isOpen())
            m_typing.start();
    };
    connect(m_table.horizontalHeader(), &QHeaderView::sectionResized, this,
        [columnsChanged](int /*column*/, int before, int now) {
            if ((before == 0) != (now == 0))
                columnsChanged();
        });
    connect(m_table.horizontalHeader(), &QHeaderView::sectionCountChanged, this, columnsChanged);
}

void FindBar::buildControls(const QString &name)
{
    m_edit->setObjectName(name + u"Find"_s);
    m_edit->setPlaceholderText(tr("Find in these rows"));
    m_edit->setAccessibleName(tr("Find in these rows"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(120);
    m_edit->setMaximumWidth(320);
    m_edit->installEventFilter(this);
    m_table.installEventFilter(this);
    m_count->setObjectName(name + u"FindCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_note->setObjectName(name + u"FindNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("muted", true);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_raw->setObjectName(name + u"FindRaw"_s);
    m_raw->setToolTip(tr("Look into the whole records, not only into the columns shown"));
    m_raw->setStatusTip(m_raw->toolTip());
    m_progress->setObjectName(name + u"FindProgress"_s);
    m_progress->setAccessibleName(tr("Rows looked at"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(60, 6);
    m_progress->hide();
    const auto button = [&name](QToolButton &made, const QString &suffix, const QString &iconName, const QString &tip) {
        made.setObjectName(name + suffix);
        made.setProperty("flat", true);
        made.setIcon(icon(iconName));
        made.setToolTip(tip);
        made.setAccessibleName(tip);
        made.setFocusPolicy(Qt::StrongFocus);
    };
    auto *const closing = new QToolButton(this);
    button(*m_previous, u"FindPrevious"_s, u"chevron-up"_s, tr("Previous match"));
    button(*m_next, u"FindNext"_s, u"chevron-down"_s, tr("Next match"));
    button(*closing, u"FindClose"_s, u"close"_s, tr("Close the find bar"));
    connect(closing, &QToolButton::clicked, this, &FindBar::close);

    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::margin, metrics::gap / 2, metrics::gap, metrics::gap / 2);
    row->setSpacing(metrics::gap / 2);
    row->addWidget(m_edit, 2);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(metrics::gap / 2);
    row->addWidget(m_count);
    row->addWidget(m_progress);
    row->addSpacing(metrics::gap / 2);
    row->addWidget(m_raw);
    row->addWidget(m_note, 1);
    row->addWidget(closing);
}

void FindBar::open()
{
    if (!isOpen()) {
        m_anchor = std::max(0, m_table.currentIndex().isValid() ? m_table.currentIndex().row() : m_table.rowAt(0));
        show();
        search();
    }
    m_edit->setFocus();
    m_edit->selectAll();
}

void FindBar::close()
{
    if (!isOpen())
        return;
    const bool hadFocus = isAncestorOf(focusWidget());
    m_typing.stop();
    m_landing = Landing::None;
    hide();
    m_finder.setQuery({});
    static_cast<RecordDelegate *>(m_table.itemDelegate())->setMarked({});
    m_table.viewport()->update();
    if (hadFocus)
        m_table.setFocus();
}

QList<int> FindBar::shownColumns() const
{
    QList<int> columns;
    const QHeaderView *const header = m_table.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        if (!header->isSectionHidden(column))
            columns += column;
    }
    return columns;
}

void FindBar::search()
{
    m_typing.stop();
    if (!isOpen())
        return;
    const FindQuery query{m_edit->text(), m_raw->isChecked(), shownColumns()};
    if (query == m_finder.query())
        return;
    // Other columns alone are no reason to move the reader.
    const bool isOther = query.text != m_finder.query().text || query.inRaw != m_finder.query().inRaw;
    if (isOther)
        m_note->clear();
    m_landing = isOther && !query.text.trimmed().isEmpty() ? Landing::FromAnchor : Landing::None;
    m_finder.setQuery(query);
    static_cast<RecordDelegate *>(m_table.itemDelegate())->setMarked(m_finder.words());
    m_table.viewport()->update();
}

void FindBar::jump(int direction)
{
    if (!isOpen())
        return open();
    if (m_typing.isActive()) {
        search();
        if (direction > 0)
            return; // lands on the first one as soon as there is one
    }
    m_note->clear();
    const int current = m_table.currentIndex().isValid() ? m_table.currentIndex().row() : -1;
    m_landing = Landing::None;
    if (direction > 0) {
        const int next = m_finder.firstFrom(current + 1);
        if (next >= 0)
            return goTo(m_anchor = next);
        if (m_finder.isSearching()) {
            m_landing = Landing::Next;
            return;
        }
    } else if (const int previous = current < 0 ? -1 : m_finder.lastUntil(current - 1); previous >= 0) {
        return goTo(m_anchor = previous);
    }
    if (m_finder.rows().empty())
        return;
    m_anchor = direction > 0 ? m_finder.rows().front() : m_finder.rows().back();
    goTo(m_anchor);
    m_note->setText(direction > 0 ? tr("Went on from the top") : tr("Went on from the bottom"));
}

void FindBar::handleFound()
{
    tryToLand();
    updateTexts();
}

// What the last key asked for, as soon as it is found. Nothing behind the place where the search began: from the top.
void FindBar::tryToLand()
{
    if (m_landing == Landing::None)
        return;
    const bool fromAnchor = m_landing == Landing::FromAnchor;
    const int current = m_table.currentIndex().isValid() ? m_table.currentIndex().row() : -1;
    int row = m_finder.firstFrom(fromAnchor ? m_anchor : current + 1);
    if (row < 0 && m_finder.isSearching())
        return;
    if (row < 0 && !m_finder.rows().empty()) {
        row = m_finder.rows().front();
        m_note->setText(tr("Went on from the top"));
    }
    if (row >= 0 && !fromAnchor)
        m_anchor = row;
    if (row >= 0)
        goTo(row);
    m_landing = Landing::None;
}

void FindBar::goTo(int row)
{
    const Landing landing = std::exchange(m_landing, Landing::FromAnchor); // not of the user's own choice
    int column = m_table.currentIndex().isValid() ? m_table.currentIndex().column() : 0;
    if (m_table.isColumnHidden(column))
        column = shownColumns().value(0);
    const QModelIndex index = m_table.model()->index(row, column);
    m_table.setCurrentIndex(index);
    m_table.scrollTo(index);
    m_landing = landing;
    updateTexts();
}

void FindBar::updateTexts()
{
    if (!isOpen())
        return;
    const QLocale locale;
    const auto found = static_cast<qsizetype>(m_finder.rows().size());
    const bool isSearching = m_finder.isSearching();
    const qsizetype place = m_finder.placeOf(m_table.currentIndex().isValid() ? m_table.currentIndex().row() : -1);
    const bool isMissing = !m_finder.words().isEmpty() && found == 0 && !isSearching;
    QString text;
    if (isMissing)
        text = tr("No match");
    else if (found > 0 && place >= 0)
        text = tr("%1 of %2", "place among the matches").arg(locale.toString(place + 1), locale.toString(found));
    else if (found > 0)
        text = tr("%n match(es)", nullptr, static_cast<int>(found));
    else if (isSearching)
        text = tr("Searching…");
    m_count->setText(text);
    if (m_edit->property("invalid").toBool() != isMissing) {
        m_edit->setProperty("invalid", isMissing);
        m_edit->style()->polish(m_edit);
    }
    m_edit->setAccessibleDescription(text);
    m_progress->setVisible(isSearching);
    m_progress->setValue(m_finder.progress());
    m_previous->setEnabled(found > 0);
    m_next->setEnabled(found > 0);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<const QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            jump(key->modifiers() == Qt::ShiftModifier ? -1 : 1);
            return true;
        }
    }
    const bool isKey = event->type() == QEvent::KeyPress;
    if (isKey && isOpen() && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateTexts();
}

} // namespace tidings
