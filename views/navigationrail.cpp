// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigationrail.h"

#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QApplication>
#include <QButtonGroup>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstView = 1000; // ids of buttons from here on are views

} // namespace

// A button of the rail, painted by itself: mark or icon, text, badge.
class RailButton : public QToolButton
{
public:
    RailButton(QString iconName, const QString &title, QWidget *parent)
        : QToolButton(parent)
        , m_iconName(std::move(iconName))
    {
        setText(title);
        setFixedHeight(zoomed(metrics::controlHeight));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(title);
    }

    // The rail is as wide as it is; a long name is cut, and nothing stands beyond its edge.
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, height()}; }

    void setBadge(const QString &badge)
    {
        m_badge = badge;
        setAccessibleName(badge.isEmpty() ? text() : text() + u": "_s + badge);
        update();
    }
    // Muted, at the end of the line.
    void setCount(const QString &count)
    {
        m_count = count;
        setAccessibleName(count.isEmpty() ? text() : text() + u": "_s + count);
        update();
    }
    void setMark(const QColor &color)
    {
        m_mark = color;
        update();
    }
    void setCompact(bool compact)
    {
        m_compact = compact;
        setToolTip(plainToolTip(compact && m_hint.isEmpty() ? text() : m_hint));
        update();
    }
    void setHint(const QString &hint)
    {
        m_hint = hint;
        setCompact(m_compact);
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationFontChange)
            setFixedHeight(zoomed(metrics::controlHeight));
        return QToolButton::event(event);
    }

    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors colors = currentColors();
        const QRect box = rect().adjusted(0, 0, -1, -1);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? colors.selection : colors.chip);
            painter.drawRoundedRect(box, metrics::radius, metrics::radius);
        }
        if (hasFocus()) {
            painter.setPen(colors.accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, metrics::radius, metrics::radius);
        }
        const QColor color = isChecked() ? colors.accent : colors.text;
        paintMark(painter, color);
        if (!m_compact)
            paintText(painter, color);
        paintBadge(painter, colors);
    }

private:
    static constexpr int padding = 10;

    [[nodiscard]] QRect visual(const QRect &logical) const
    {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    }

    void paintMark(QPainter &painter, const QColor &color)
    {
        constexpr int size = metrics::iconSize;
        const int x = m_compact ? (width() - size) / 2 : padding;
        const QRect place = visual({x, (height() - size) / 2, size, size});
        if (m_mark.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_mark);
            painter.drawEllipse(place.adjusted(3, 3, -3, -3));
        } else {
            painter.drawPixmap(place.topLeft(), iconPixmap(m_iconName, size, color, devicePixelRatioF()));
        }
    }

    void paintText(QPainter &painter, const QColor &color)
    {
        QFont f = font();
        f.setWeight(isChecked() || m_mark.isValid() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(f);
        painter.setPen(color);
        const int left = padding + metrics::iconSize + 10;
        int right = m_badge.isEmpty() ? (m_mark.isValid() ? 22 : padding) : zoomed(44);
        if (!m_count.isEmpty()) {
            QFont small = font();
            small.setPointSizeF(small.pointSizeF() * 0.92);
            painter.setFont(small);
            painter.setPen(currentColors().muted);
            const int taken = painter.fontMetrics().horizontalAdvance(m_count);
            painter.drawText(visual({width() - padding - taken, 0, taken, height()}), Qt::AlignCenter, m_count);
            painter.setFont(f);
            painter.setPen(color);
            right += taken + 8;
        }
        const QRect place = visual({left, 0, width() - left - right, height()});
        const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width());
        painter.drawText(place,
            static_cast<int>(
                QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine),
            shown);
        if (m_mark.isValid()) {
            constexpr int arrow = 12;
            const QRect corner = visual({width() - padding - arrow, (height() - arrow) / 2, arrow, arrow});
            painter.drawPixmap(corner.topLeft(), iconPixmap(u"chevron-down"_s, arrow, color, devicePixelRatioF()));
        }
    }

    void paintBadge(QPainter &painter, const Colors &colors)
    {
        if (m_badge.isEmpty())
            return;
        QFont f = font();
        f.setPointSizeF(f.pointSizeF() * (m_compact ? 0.7 : 0.85));
        f.setWeight(QFont::DemiBold);
        painter.setFont(f);
        const int h = m_compact ? 14 : zoomed(20);
        const int w = std::max(h, painter.fontMetrics().horizontalAdvance(m_badge) + (m_compact ? 6 : 10));
        const QRect logical
            = m_compact ? QRect(width() - w - 2, 1, w, h) : QRect(width() - padding - w, (height() - h) / 2, w, h);
        const QRect place = visual(logical);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(place, h / 2.0, h / 2.0);
        painter.setPen(colors.onAccent);
        painter.drawText(place, Qt::AlignCenter, m_badge);
    }

    QString m_iconName;
    QString m_badge;
    QString m_count;
    QString m_hint;
    QColor m_mark;
    bool m_compact = false;
};

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_profile(new RailButton({}, {}, this))
    , m_buttons(new QButtonGroup(this))
    , m_viewsTitle(new PlainLabel(tr("Saved views"), PlainLabel::Look::Heading, this))
    , m_viewsArea(new QScrollArea(this))
    , m_viewsBox(new QWidget)
    , m_viewsColumn(new QVBoxLayout(m_viewsBox))
    , m_dropLine(new QWidget(m_viewsBox))
{
    setObjectName(u"rail"_s);
    m_profile->setObjectName(u"profileButton"_s);
    m_profile->setPopupMode(QToolButton::InstantPopup);
    m_viewsTitle->setContentsMargins(10, metrics::margin, 0, 4);
    m_viewsTitle->hide();
    m_viewsColumn->setContentsMargins({});
    m_viewsColumn->setSpacing(2);
    m_viewsColumn->addStretch();
    m_viewsArea->setObjectName(u"railViews"_s);
    m_viewsArea->setFrameShape(QFrame::NoFrame);
    m_viewsArea->setWidgetResizable(true);
    m_viewsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_viewsArea->setFocusPolicy(Qt::NoFocus); // the views have it
    m_viewsArea->setWidget(m_viewsBox);
    m_viewsArea->viewport()->setAutoFillBackground(false);
    m_viewsBox->setAutoFillBackground(false);
    connect(m_viewsArea->verticalScrollBar(), &QScrollBar::valueChanged, this, &NavigationRail::seenViewsChanged);
    m_dropLine->setObjectName(u"railDropLine"_s);
    m_dropLine->setAutoFillBackground(true);
    m_dropLine->setBackgroundRole(QPalette::Highlight);
    m_dropLine->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dropLine->hide();
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(8, metrics::margin, 8, metrics::margin);
    column->setSpacing(2);
    column->addWidget(m_profile);
    column->addWidget(m_viewsTitle);
    column->addWidget(m_viewsArea, 1);
    setFixedWidth(zoomed(metrics::railWidth));
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) {
        showCurrent(); // until the window says otherwise
        if (id < firstView)
            emit pageChosen(id);
        else
            emit viewChosen(id - firstView);
    });
    setProfile(tr("Not connected"), {}, {});
}

int NavigationRail::addPage(const QString &iconName, const QString &title, const QString &shortcut)
{
    const int page = static_cast<int>(m_pages.size());
    auto *const button = new RailButton(iconName, title, this);
    button->setCheckable(true);
    button->setCompact(m_compact);
    button->setHint(u"%1 (%2)"_s.arg(title, shortcut));
    button->setObjectName(u"rail%1"_s.arg(page));
    m_buttons->addButton(button, page);
    m_pages += button;
    static_cast<QVBoxLayout *>(layout())->insertWidget(page + 1, button);
    return page;
}

void NavigationRail::removePage(int page)
{
    delete m_pages.takeAt(page);
}

void NavigationRail::setViews(const QStringList &names)
{
    endDrag();
    for (RailButton *const button : std::as_const(m_views)) {
        m_buttons->removeButton(button);
        button->setObjectName({}); // another one gets the name
        button->hide();
        button->deleteLater(); // it may be the one that asked
    }
    m_views.clear();
    for (const QString &name : names) {
        const int view = static_cast<int>(m_views.size());
        auto *const button = new RailButton(u"filter"_s, name, m_viewsBox);
        button->setCheckable(true);
        button->setObjectName(u"railView%1"_s.arg(view));
        button->setHint(name);
        button->setCompact(m_compact);
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QWidget::customContextMenuRequested, this,
            [this, button, view](const QPoint &at) { emit viewMenuRequested(view, button->mapToGlobal(at)); });
        button->installEventFilter(this);
        m_buttons->addButton(button, firstView + view);
        m_viewsColumn->insertWidget(view, button);
        m_views += button;
    }
    m_viewsTitle->setVisible(!names.isEmpty() && !m_compact);
    m_view = -1;
    showCurrent();
}

void NavigationRail::setViewCount(int view, const QString &count, const QString &toolTip)
{
    RailButton *const button = m_views.at(view);
    button->setCount(count);
    button->setHint(toolTip.isEmpty() ? button->text() : button->text() + u'\n' + toolTip);
}

bool NavigationRail::isViewSeen(int view) const
{
    return !m_views.at(view)->visibleRegion().isEmpty();
}

// In front of which view something at this height would go; behind the last one as many as there are.
int NavigationRail::placeAt(int y) const
{
    int place = 0;
    while (place < m_views.size() && y > m_views.at(place)->geometry().center().y())
        ++place;
    return place;
}

void NavigationRail::showDropLine(int place)
{
    constexpr int thickness = 2;
    const QRect near = m_views.at(std::min<qsizetype>(place, m_views.size() - 1))->geometry();
    const int y = place < m_views.size() ? near.top() - thickness : near.bottom() + 1;
    m_dropLine->setGeometry(near.left(), y, near.width(), thickness);
    m_dropLine->raise();
    m_dropLine->show();
}

void NavigationRail::endDrag()
{
    m_dragged = -1;
    m_dropLine->hide();
}

bool NavigationRail::eventFilter(QObject *watched, QEvent *event)
{
    // One that is about to go may be no button any more.
    const auto found = std::find_if(
        m_views.cbegin(), m_views.cend(), [watched](const RailButton *button) { return button == watched; });
    if (found == m_views.cend())
        return QWidget::eventFilter(watched, event);
    RailButton *const button = *found;
    const int view = static_cast<int>(found - m_views.cbegin());
    switch (event->type()) {
    case QEvent::FocusIn:
        m_viewsArea->ensureWidgetVisible(button, 0, 0);
        break;
    case QEvent::MouseButtonPress:
        m_pressed = static_cast<QMouseEvent *>(event)->position().toPoint();
        m_isPressed = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
        break;
    case QEvent::MouseMove: {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        const QPoint at = mouse->position().toPoint();
        const bool isFar = (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if (!m_isPressed || !(mouse->buttons() & Qt::LeftButton) || m_views.size() < 2 || (m_dragged < 0 && !isFar))
            break;
        m_dragged = view;
        button->setDown(false);
        const int y = button->mapTo(m_viewsBox, at).y();
        showDropLine(placeAt(y));
        m_viewsArea->ensureVisible(0, y, 0, button->height());
        return true;
    }
    case QEvent::MouseButtonRelease: {
        if (m_dragged < 0)
            break;
        button->setDown(false); // it was not a click
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        const int place = placeAt(button->mapTo(m_viewsBox, at).y());
        const int to = place > m_dragged ? place - 1 : place;
        const int from = m_dragged;
        endDrag();
        if (to != from)
            emit viewMoved(from, to);
        return true;
    }
    case QEvent::KeyPress:
        if (m_dragged >= 0 && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            m_isPressed = false;
            endDrag();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void NavigationRail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    emit seenViewsChanged();
}

void NavigationRail::setCurrentView(int view)
{
    m_view = view;
    showCurrent();
    if (RailButton *const button = m_views.value(view))
        m_viewsArea->ensureWidgetVisible(button, 0, 0);
}

void NavigationRail::setCurrentPage(int page)
{
    m_page = page;
    showCurrent();
}

void NavigationRail::showCurrent()
{
    RailButton *const page = m_pages.value(m_page);
    RailButton *const button = m_views.value(m_view, page);
    if (button)
        button->setChecked(true);
}

void NavigationRail::setBadge(int page, qint64 count)
{
    constexpr qint64 most = 999;
    m_pages.at(page)->setBadge(count <= 0 ? QString() : count > most ? u"999+"_s : QLocale().toString(count));
}

void NavigationRail::setProfile(const QString &name, const QColor &color, const QString &toolTip)
{
    m_profile->setText(name);
    m_profile->setAccessibleName(tr("Server: %1").arg(name));
    m_profile->setMark(color.isValid() ? color : currentColors().muted);
    m_profile->setHint(toolTip);
}

void NavigationRail::setProfileMenu(QMenu *menu)
{
    m_profile->setMenu(menu);
}

void NavigationRail::setCompact(bool compact)
{
    m_compact = compact;
    setFixedWidth(compact ? metrics::railCompactWidth : zoomed(metrics::railWidth));
    m_viewsTitle->setVisible(!m_views.isEmpty() && !compact);
    m_profile->setCompact(compact);
    for (const auto &buttons : {m_pages, m_views}) {
        for (RailButton *const button : buttons)
            button->setCompact(compact);
    }
}

} // namespace tidings
