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
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

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
    for (const Item &item : std::as_const(items)) {
        auto *const row = new QListWidgetItem(item.label, m_list);
        row->setData(Qt::UserRole, item.value);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        row->setCheckState(m_checked.contains(item.value) ? Qt::Checked : Qt::Unchecked);
        if (!item.iconName.isEmpty())
            row->setIcon(tidings::icon(item.iconName));
        row->setToolTip(plainToolTip(visibleLine(item.value)));
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
        const QString value = item->data(Qt::UserRole).toString();
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
    m_typed->setData(Qt::UserRole, value);
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
            m_checked += m_list->item(row)->data(Qt::UserRole).toString();
    }
    updateFace();
    emit checkedChanged(m_checked);
}

void ChecklistButton::openList()
{
    m_search->clear();
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
    setText(u"%1: %2  ▾"_s.arg(m_title, what.replace(u'&', u"&&"_s)));
    setAccessibleName(tr("%1 filter: %2").arg(m_title, what));
    setProperty("active", !m_checked.isEmpty());
    m_clear->setEnabled(!m_checked.isEmpty());
}

} // namespace tidings
