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
    , m_pages(new QButtonGroup(this))
{
    setObjectName(u"rail"_s);
    m_profile->setObjectName(u"profileButton"_s);
    m_profile->setPopupMode(QToolButton::InstantPopup);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(8, metrics::margin, 8, metrics::margin);
    column->setSpacing(2);
    column->addWidget(m_profile);
    column->addStretch();
    setFixedWidth(metrics::railWidth);
    connect(m_pages, &QButtonGroup::idClicked, this, &NavigationRail::pageChosen);
    setProfile(tr("Not connected"), {}, {});
}

int NavigationRail::addPage(const QString &iconName, const QString &title, const QString &shortcut)
{
    const int page = static_cast<int>(m_pages->buttons().size());
    auto *const button = new RailButton(iconName, title, this);
    button->setCheckable(true);
    button->setCompact(m_compact);
    button->setHint(u"%1 (%2)"_s.arg(title, shortcut));
    button->setObjectName(u"rail%1"_s.arg(page));
    m_pages->addButton(button, page);
    static_cast<QVBoxLayout *>(layout())->insertWidget(page + 1, button);
    return page;
}

void NavigationRail::removePage(int page)
{
    delete m_pages->button(page);
}

void NavigationRail::setCurrentPage(int page)
{
    m_pages->button(page)->setChecked(true);
}

void NavigationRail::setBadge(int page, qint64 count)
{
    constexpr qint64 most = 999;
    auto *const button = static_cast<RailButton *>(m_pages->button(page));
    button->setBadge(count <= 0 ? QString() : count > most ? u"999+"_s : QLocale().toString(count));
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
    m_profile->setCompact(compact);
    const auto buttons = m_pages->buttons();
    for (QAbstractButton *const button : buttons)
        static_cast<RailButton *>(button)->setCompact(compact);
}

} // namespace tidings
