// SPDX-License-Identifier: GPL-3.0-or-later
#include "topvaluespane.h"

#include "icons.h"
#include "plainlabel.h"
#include "recorddelegate.h"
#include "visibletext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

using Field = TopValuesModel::Field;

constexpr int shownFieldLength = 12; // characters
constexpr int widestChoice = 500;
constexpr int rowHeight = 26;
constexpr int leastNumberWidth = 68;
constexpr int leastPaneHeight = 150;

// The bar lies behind the value, from its leading edge.
class TopValueDelegate : public RecordDelegate
{
public:
    using RecordDelegate::RecordDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors colors = currentColors();
        painter->save();
        QRect content = paintFrame(*painter, option, index, colors);
        const bool isValue = index.column() == TopValuesModel::ValueColumn;
        if (isValue) {
            constexpr int inset = 3;
            QRect bar = option.rect.adjusted(inset, inset, -inset, -inset - 1);
            const int width = std::max(2, qRound(bar.width() * index.data(TopValuesModel::BarRole).toDouble()));
            QColor fill = colors.chartOrdinary;
            fill.setAlpha(barAlpha);
            painter->fillRect(QStyle::alignedRect(option.direction, Qt::AlignLeft, {width, bar.height()}, bar), fill);
            if (const QString name = index.data(TopValuesModel::IconNameRole).toString(); !name.isEmpty()) {
                paintIcon(*painter,
                    QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
                        {metrics::iconSize, metrics::iconSize}, content),
                    name, colors.text);
                content = besideIcon(content, option.direction);
            }
        }
        const bool isMissing
            = index.siblingAtColumn(TopValuesModel::ValueColumn).data(TopValuesModel::RawRole).toString().isEmpty();
        paintText(*painter, content, index.data().toString(), isValue && !isMissing ? colors.text : colors.muted,
            QStyle::visualAlignment(option.direction, isValue ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        painter->restore();
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override
    {
        if (event->type() != QEvent::ToolTip)
            return RecordDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view);
        return true;
    }

private:
    static constexpr int barAlpha = 90;
};

} // namespace

TopValuesPane::TopValuesPane(const EventTableModel &events, QWidget *parent)
    : QWidget(parent)
    , m_events(events)
    , m_model(events)
    , m_field(new QComboBox(this))
    , m_caption(new QLabel(this))
    , m_table(new QTableView(this))
    , m_filterFor(new QAction(icon(u"filter-for"_s), tr("Filter for this value"), this))
    , m_filterOut(new QAction(icon(u"filter-out"_s), tr("Filter this value out"), this))
{
    setObjectName(u"topValues"_s);
    setMinimumHeight(leastPaneHeight);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *const line = new QFrame(this);
    line->setProperty("separator", true);
    column->addWidget(line);
    buildHeader();
    buildTable();
    buildCommands();
    updateCaption();
    updateCommands();
}

void TopValuesPane::buildHeader()
{
    m_field->setObjectName(u"topValuesField"_s);
    m_field->setAccessibleName(tr("Field of the top values"));
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(shownFieldLength);
    m_field->view()->setTextElideMode(Qt::ElideMiddle);
    fillFields();
    m_caption->setObjectName(u"topValuesCaption"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setProperty("muted", true);
    m_caption->setWordWrap(true); // rather than widening the pane
    auto *const close = new QToolButton(this);
    close->setObjectName(u"topValuesClose"_s);
    close->setIcon(icon(u"close"_s));
    close->setProperty("flat", true);
    close->setAccessibleName(tr("Close the top values"));
    close->setToolTip(tr("Close the top values"));

    auto *const header = new QHBoxLayout;
    header->setContentsMargins(metrics::margin, metrics::gap / 2, metrics::gap / 2, metrics::gap / 2);
    header->setSpacing(metrics::gap);
    header->addWidget(m_field);
    header->addWidget(m_caption, 1);
    header->addWidget(close);
    static_cast<QVBoxLayout *>(layout())->addLayout(header);

    connect(m_field, &QComboBox::currentIndexChanged, this, [this](int index) {
        const Field field = index < TopValuesModel::fieldCount ? static_cast<Field>(index) : Field::Path;
        m_model.setField(field, m_field->itemData(index).toString());
        m_percent = 0;
        updateCaption();
        updateCommands();
    });
    connect(&m_events, &QAbstractItemModel::columnsInserted, this, &TopValuesPane::fillFields);
    connect(&m_events, &QAbstractItemModel::columnsRemoved, this, &TopValuesPane::fillFields);
    connect(&m_model, &TopValuesModel::readingChanged, this, [this](int percent) {
        m_percent = percent;
        updateCaption();
    });
    connect(close, &QToolButton::clicked, this, &TopValuesPane::closeRequested);
    connect(&m_model, &TopValuesModel::counted, this, [this] {
        updateCaption();
        updateCommands();
    });
}

// Columns come and go; the chosen one stays chosen while it is there.
void TopValuesPane::fillFields()
{
    if (m_field->count() == 0) {
        for (int field = 0; field < TopValuesModel::fieldCount; ++field)
            m_field->addItem(TopValuesModel::fieldName(static_cast<Field>(field)));
    }
    const QStringList &paths = m_events.fieldColumns();
    for (int index = m_field->count(); index-- > TopValuesModel::fieldCount;) {
        if (!paths.contains(m_field->itemData(index).toString())) {
            if (index == m_field->currentIndex())
                m_field->setCurrentIndex(0);
            m_field->removeItem(index);
        }
    }
    for (const QString &path : paths) {
        if (m_field->findData(path) < 0)
            m_field->addItem(visibleLine(path), path);
    }
    // The list may be wider than the button.
    QAbstractItemView *const list = m_field->view();
    constexpr int besideText = 24;
    list->setMinimumWidth(std::min(zoomed(widestChoice), list->sizeHintForColumn(0) + besideText));
}

void TopValuesPane::buildTable()
{
    m_table->setObjectName(u"topValuesTable"_s);
    m_table->setAccessibleName(tr("Top values"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new TopValueDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *const header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(TopValuesModel::ValueColumn, QHeaderView::Stretch);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_table, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &TopValuesPane::updateCommands);
    connect(m_table, &QTableView::activated, this, [this] { requestFilter(false); });
}

void TopValuesPane::buildCommands()
{
    m_filterFor->setObjectName(u"topValuesFilterFor"_s);
    m_filterFor->setIconText(tr("Filter for"));
    m_filterFor->setShortcut(Qt::Key_Plus);
    m_filterFor->setStatusTip(tr("Show only events with the chosen value"));
    m_filterOut->setObjectName(u"topValuesFilterOut"_s);
    m_filterOut->setIconText(tr("Filter out"));
    m_filterOut->setShortcut(Qt::Key_Minus);
    m_filterOut->setStatusTip(tr("Show only events without the chosen value"));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *const row = new QHBoxLayout;
    row->setContentsMargins(metrics::margin, metrics::gap / 2, metrics::margin, metrics::gap / 2);
    row->setSpacing(metrics::gap);
    for (QAction *const action : {m_filterFor, m_filterOut}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        auto *const button = new QToolButton(this);
        button->setProperty("flat", true);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(action->text());
        button->setObjectName(action->objectName() + u"Button"_s);
        row->addWidget(button);
    }
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_filterFor, &QAction::triggered, this, [this] { requestFilter(false); });
    connect(m_filterOut, &QAction::triggered, this, [this] { requestFilter(true); });
}

void TopValuesPane::setField(TopValuesModel::Field field, const QString &path)
{
    const int index = field == Field::Path ? m_field->findData(path) : static_cast<int>(field);
    if (index >= 0)
        m_field->setCurrentIndex(index);
}

void TopValuesPane::focusTable()
{
    m_table->setFocus();
}

void TopValuesPane::requestFilter(bool without)
{
    if (const auto condition = m_model.condition(m_table->currentIndex().row(), without))
        emit filterRequested(*condition);
}

void TopValuesPane::updateCommands()
{
    const bool possible = m_model.condition(m_table->currentIndex().row(), false).has_value();
    m_filterFor->setEnabled(possible);
    m_filterOut->setEnabled(possible);
}

void TopValuesPane::updateCaption()
{
    const QLocale locale;
    if (m_model.isReading()) {
        m_caption->setText(tr("counting… %1 %").arg(locale.toString(m_percent)));
        return;
    }
    QString text = tr("%Ln loaded event(s)", nullptr, static_cast<int>(m_model.total()));
    if (const auto rarer = static_cast<int>(m_model.different() - m_model.rowCount()); rarer > 0)
        text += u" · "_s + tr("%Ln rarer value(s) not shown", nullptr, rarer);
    if (m_model.notToldApart() > 0)
        text += u" · "_s + tr("%1 with further values not told apart").arg(locale.toString(m_model.notToldApart()));
    m_caption->setText(text);
}

void TopValuesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
    updateSizes();
}

// Wide enough for the heading in any language; the style's paddings are known once it is shown.
void TopValuesPane::updateSizes()
{
    m_table->verticalHeader()->setDefaultSectionSize(zoomed(rowHeight));
    QHeaderView *const header = m_table->horizontalHeader();
    for (const int column : {TopValuesModel::CountColumn, TopValuesModel::ShareColumn})
        header->resizeSection(column, std::max(zoomed(leastNumberWidth), header->sectionSizeHint(column)));
}

bool TopValuesPane::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        updateSizes();
    return QWidget::event(event);
}

void TopValuesPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
    updateCaption();
}

} // namespace tidings
