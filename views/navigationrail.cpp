// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigationrail.h"

#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QButtonGroup>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

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
        setFixedHeight(metrics::controlHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(title);
    }

    void setBadge(const QString &badge)
    {
        m_badge = badge;
        setAccessibleName(badge.isEmpty() ? text() : text() + u": "_s + badge);
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
        const int right = m_badge.isEmpty() ? (m_mark.isValid() ? 22 : padding) : 44;
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
        const int h = m_compact ? 14 : 20;
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
    QString m_hint;
    QColor m_mark;
    bool m_compact = false;
};

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_profile(new RailButton({}, {}, this))
    , m_buttons(new QButtonGroup(this))
    , m_viewsTitle(new PlainLabel(tr("Saved views"), PlainLabel::Look::Heading, this))
    , m_viewsColumn(new QVBoxLayout)
{
    setObjectName(u"rail"_s);
    m_profile->setObjectName(u"profileButton"_s);
    m_profile->setPopupMode(QToolButton::InstantPopup);
    m_viewsTitle->setContentsMargins(10, metrics::margin, 0, 4);
    m_viewsTitle->hide();
    m_viewsColumn->setSpacing(2);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(8, metrics::margin, 8, metrics::margin);
    column->setSpacing(2);
    column->addWidget(m_profile);
    column->addWidget(m_viewsTitle);
    column->addLayout(m_viewsColumn);
    column->addStretch();
    setFixedWidth(metrics::railWidth);
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
    for (RailButton *const button : std::as_const(m_views)) {
        m_buttons->removeButton(button);
        button->hide();
        button->deleteLater(); // it may be the one that asked
    }
    m_views.clear();
    for (const QString &name : names) {
        const int view = static_cast<int>(m_views.size());
        auto *const button = new RailButton(u"filter"_s, name, this);
        button->setCheckable(true);
        button->setObjectName(u"railView%1"_s.arg(view));
        button->setHint(name);
        button->setCompact(m_compact);
        m_buttons->addButton(button, firstView + view);
        m_viewsColumn->addWidget(button);
        m_views += button;
    }
    m_viewsTitle->setVisible(!names.isEmpty() && !m_compact);
    m_view = -1;
    showCurrent();
}

void NavigationRail::setCurrentView(int view)
{
    m_view = view;
    showCurrent();
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
    setFixedWidth(compact ? metrics::railCompactWidth : metrics::railWidth);
    m_viewsTitle->setVisible(!m_views.isEmpty() && !compact);
    m_profile->setCompact(compact);
    for (const auto &buttons : {m_pages, m_views}) {
        for (RailButton *const button : buttons)
            button->setCompact(compact);
    }
}

} // namespace tidings
