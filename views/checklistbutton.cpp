// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklistbutton.h"

#include "icons.h"
#include "plainlabel.h"
#include "theme.h"
#include "visibletext.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int ValueRole = Qt::UserRole;
constexpr int CountRole = Qt::UserRole + 1; // text; none: not counted

// A row with how often it occurs at its end.
class CountDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString count = index.data(CountRole).toString();
        if (count.isEmpty())
            return;
        painter->save();
        painter->setFont(option.font);
        painter->setPen(currentColors().muted);
        const auto alignment = QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter);
        painter->drawText(option.rect.adjusted(metrics::gap, 0, -metrics::gap, 0),
            static_cast<int>(alignment) | Qt::TextSingleLine, count);
        painter->restore();
    }

protected:
    // The label ends before the count.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString count = index.data(CountRole).toString();
        if (count.isEmpty())
            return;
        constexpr int boxAndIcon = 60; // with what is around them
        const int room = option->rect.width() - boxAndIcon - option->fontMetrics.horizontalAdvance(count);
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, std::max(room, 0));
    }
};

} // namespace

ChecklistButton::ChecklistButton(const QString &title, bool searchable, QWidget *parent)
    : QToolButton(parent)
    , m_title(title)
{
    setProperty("button", true);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    buildPopup(searchable);
    updateFace();
    connect(this, &QToolButton::clicked, this, &ChecklistButton::openList);
}

void ChecklistButton::buildPopup(bool searchable)
{
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setFrameShape(QFrame::StyledPanel);
    auto *const column = new QVBoxLayout(m_popup);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::gap);

    m_search = new QLineEdit(m_popup);
    m_search->setObjectName(u"checklistSearch"_s);
    m_search->setPlaceholderText(tr("Search the list"));
    m_search->setAccessibleName(tr("Search the list"));
    m_search->setClearButtonEnabled(true);
    m_search->setVisible(searchable);
    column->addWidget(m_search);

    m_list = new QListWidget(m_popup);
    m_list->setObjectName(u"checklist"_s);
    m_list->setAccessibleName(m_title);
    m_list->setMinimumSize(searchable ? 260 : 180, searchable ? 320 : 112);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new CountDelegate(m_list));
    column->addWidget(m_list);

    m_clear = new QPushButton(tr("Clear"), m_popup);
    m_clear->setObjectName(u"checklistClear"_s);
    column->addWidget(m_clear);

    connect(m_search, &QLineEdit::textChanged, this, &ChecklistButton::filterList);
    connect(m_search, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QListWidget::itemChanged, this, &ChecklistButton::handleItemChanged);
    // A click anywhere in the row toggles it. One on the box has done so already when clicked() comes.
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        if (item->checkState() == m_pressed)
            toggle(item);
    });
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setChecked({});
        emit checkedChanged(m_checked);
        m_popup->hide();
    });
}

void ChecklistButton::setItems(const QList<Item> &items)
{
    m_items = items;
    fillList();
    updateFace();
}

void ChecklistButton::setChecked(const QStringList &values)
{
    m_checked = values;
    fillList();
    updateFace();
}

QString ChecklistButton::labelOf(const QString &value) const
{
    for (const Item &item : m_items) {
        if (item.value == value)
            return item.label;
    }
    return value;
}

void ChecklistButton::fillList()
{
    m_filling = true;
    m_typed = nullptr;
    m_list->clear();
    QList<Item> items = m_items;
    for (const QString &value : std::as_const(m_checked)) {
        const bool listed
            = std::any_of(items.cbegin(), items.cend(), [&](const Item &item) { return item.value == value; });
        if (!listed)
            items += Item{value, visibleLine(value), {}};
    }
    QStringList further;
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
        const bool listed
            = std::any_of(items.cbegin(), items.cend(), [&](const Item &item) { return item.value == count.key(); });
        if (!listed && !count.key().isEmpty())
            further += count.key();
    }
    further.sort();
    for (const QString &value : std::as_const(further))
        items += Item{value, visibleLine(value), {}};
    for (const Item &item : std::as_const(items)) {
        auto *const row = new QListWidgetItem(item.label, m_list);
        row->setData(ValueRole, item.value);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        row->setCheckState(m_checked.contains(item.value) ? Qt::Checked : Qt::Unchecked);
        if (!item.iconName.isEmpty())
            row->setIcon(tidings::icon(item.iconName));
        row->setToolTip(plainToolTip(visibleLine(item.value)));
        if (const qint64 count = m_counts.value(item.value); count > 0) {
            const QString text = QLocale().toString(count);
            row->setData(CountRole, text);
            row->setData(Qt::AccessibleTextRole, tr("%1, %2 loaded", "label, number").arg(item.label, text));
        }
    }
    m_filling = false;
    filterList(m_search->text());
}

void ChecklistButton::filterList(const QString &text)
{
    const QString wanted = text.trimmed();
    delete std::exchange(m_typed, nullptr);
    QListWidgetItem *best = nullptr; // the first, or the one that is meant exactly
    bool isExact = false;
    bool isListed = false;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *const item = m_list->item(row);
        const QString value = item->data(ValueRole).toString();
        const bool matches
            = item->text().contains(wanted, Qt::CaseInsensitive) || value.contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!matches);
        isListed = isListed || value == wanted;
        const bool exact
            = matches && !isExact && (value == wanted || item->text().compare(wanted, Qt::CaseInsensitive) == 0);
        if (exact || (matches && !best))
            best = item;
        isExact = isExact || exact;
    }
    if (!wanted.isEmpty() && !isListed)
        offerTyped(wanted);
    m_list->setCurrentItem(best ? best : m_typed);
}

void ChecklistButton::offerTyped(const QString &value)
{
    const bool filling = std::exchange(m_filling, true);
    m_typed = new QListWidgetItem(tr("“%1”, as typed").arg(visibleLine(value)), m_list);
    m_typed->setData(ValueRole, value);
    m_typed->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    m_typed->setCheckState(Qt::Unchecked);
    m_filling = filling;
}

void ChecklistButton::toggle(QListWidgetItem *item)
{
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

// Enter toggles like Space does. The view does not tell of a press on a box.
bool ChecklistButton::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress) {
        if (const QListWidgetItem *const item = m_list->itemAt(static_cast<QMouseEvent *>(event)->position().toPoint()))
            m_pressed = item->checkState();
    }
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->currentItem()) {
            toggle(m_list->currentItem());
            return true;
        }
    }
    return QToolButton::eventFilter(watched, event);
}

void ChecklistButton::handleItemChanged(const QListWidgetItem *changed)
{
    if (m_filling)
        return;
    if (changed == m_typed)
        m_typed = nullptr; // a row like the others from now on
    m_checked.clear();
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            m_checked += m_list->item(row)->data(ValueRole).toString();
    }
    updateFace();
    emit checkedChanged(m_checked);
}

void ChecklistButton::openList()
{
    m_search->clear();
    if (m_counter) {
        m_counts = m_counter();
        fillList();
    }
    m_popup->adjustSize();
    QPoint at = mapToGlobal(QPoint(0, height() + 4));
    const QRect available = screen()->availableGeometry();
    at.setX(std::clamp(at.x(), available.left(), std::max(available.left(), available.right() - m_popup->width())));
    at.setY(std::clamp(at.y(), available.top(), std::max(available.top(), available.bottom() - m_popup->height())));
    m_popup->move(at);
    m_popup->show();
    if (m_search->isVisibleTo(m_popup))
        m_search->setFocus();
    else
        m_list->setFocus();
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void ChecklistButton::setCompact(const QString &iconName)
{
    setIcon(iconName.isEmpty() ? QIcon() : tidings::icon(iconName));
    setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    updateFace();
}

void ChecklistButton::setHint(const QString &hint)
{
    m_hint = hint;
    setAccessibleDescription(hint);
    updateFace();
}

void ChecklistButton::updateFace()
{
    QString what = tr("any");
    if (m_checked.size() == 1)
        what = labelOf(m_checked.first());
    else if (m_checked.size() > 1)
        what = tr("%n chosen", nullptr, static_cast<int>(m_checked.size()));
    constexpr qsizetype longest = 28;
    what = visibleLine(what, longest);
    // An ampersand in a custom action must not become a mnemonic.
    setText(u"%1: %2  ▾"_s.arg(m_title, plainMenuText(what)));
    setAccessibleName(tr("%1 filter: %2").arg(m_title, what));
    const bool isCompact = toolButtonStyle() == Qt::ToolButtonIconOnly;
    QStringList tip;
    if (isCompact)
        tip += u"%1: %2"_s.arg(m_title, what);
    if (!m_hint.isEmpty())
        tip += m_hint;
    setToolTip(tip.isEmpty() ? QString() : plainToolTip(tip.join(u'\n')));
    setCheckable(isCompact);
    QToolButton::setChecked(isCompact && !m_checked.isEmpty());
    setProperty("active", !m_checked.isEmpty());
    m_clear->setEnabled(!m_checked.isEmpty());
}

} // namespace tidings
