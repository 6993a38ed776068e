// SPDX-License-Identifier: GPL-3.0-or-later
#include "timezonedialog.h"

#include "icons.h"
#include "theme.h"
#include "timetext.h"

#include <QAbstractListModel>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int IdRole = Qt::UserRole;

// Reads the rules of a zone when it is shown: all of them at once would take too long.
class ZoneModel : public QAbstractListModel
{
public:
    explicit ZoneModel(QObject *parent)
        : QAbstractListModel(parent)
        , m_ids(QTimeZone::availableTimeZoneIds())
    {
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const QByteArray &id = m_ids.at(index.row());
        if (role == IdRole)
            return id;
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole || role == Qt::DisplayRole)
            return u"%1   %2"_s.arg(QString::fromLatin1(id).replace(u'_', u' '),
                offsetText(QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone(id))));
        return {};
    }

private:
    const QList<QByteArray> m_ids;
};

// Every word anywhere in the name.
class ZoneFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &text)
    {
        m_words = QString(text).replace(u'_', u' ').split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        QString name = QString::fromLatin1(sourceModel()->index(row, 0, parent).data(IdRole).toByteArray());
        name.replace(u'_', u' ');
        return std::all_of(m_words.cbegin(), m_words.cend(),
            [&name](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

} // namespace

TimeZoneDialog::TimeZoneDialog(const TimeDisplay &present, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_proxy(new ZoneFilter(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"timeZoneDialog"_s);
    setWindowTitle(tr("Time zone"));
    setMinimumSize(360, 320);
    resize(420, 420);
    m_search->setObjectName(u"zoneSearch"_s);
    m_search->setPlaceholderText(tr("A city or a region, such as Berlin"));
    m_search->setAccessibleName(tr("Search the time zones"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_proxy->setSourceModel(new ZoneModel(m_proxy));
    m_list->setObjectName(u"zoneList"_s);
    m_list->setAccessibleName(tr("Time zones"));
    m_list->setUniformItemSizes(true);
    m_list->setModel(m_proxy);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Apply"));

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    column->setSpacing(metrics::gap);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_buttons);

    connect(m_search, &QLineEdit::textChanged, this, &TimeZoneDialog::search);
    connect(m_list, &QListView::doubleClicked, this, &TimeZoneDialog::acceptZone);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { m_buttons->button(QDialogButtonBox::Ok)->setEnabled(current.isValid()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &TimeZoneDialog::acceptZone);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const QByteArray id = present.isLocal() ? QTimeZone::systemTimeZoneId() : present.zone.id();
    const QModelIndexList found = m_proxy->match(m_proxy->index(0, 0), IdRole, id, 1, Qt::MatchExactly);
    selectRow(found.isEmpty() ? -1 : found.first().row());
    m_search->setFocus();
}

void TimeZoneDialog::search(const QString &text)
{
    static_cast<ZoneFilter *>(m_proxy)->setWords(text);
    if (!m_list->currentIndex().isValid())
        selectRow(0);
    m_list->scrollTo(m_list->currentIndex());
}

void TimeZoneDialog::selectRow(int row)
{
    const QModelIndex index = m_proxy->index(row, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(index.isValid());
}

// The arrow keys walk the list while one types.
bool TimeZoneDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_proxy->rowCount() > 0) {
            selectRow(std::clamp(m_list->currentIndex().row() + step, 0, m_proxy->rowCount() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void TimeZoneDialog::acceptZone()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    emit chosen(zoneNamed(QString::fromLatin1(index.data(IdRole).toByteArray())));
    accept();
}

} // namespace tidings
