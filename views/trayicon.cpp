// SPDX-License-Identifier: GPL-3.0-or-later
#include "trayicon.h"

#include "icons.h"
#include "visibletext.h"

#include <QAction>
#include <QMenu>
#include <QPainter>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

// Of the badge, on any panel.
constexpr QColor badgeColor(0xB3, 0x26, 0x1E);
constexpr int iconSizes[] = {16, 22, 24, 32, 48, 64};
constexpr qint64 mostShown = 99;

constexpr qsizetype longestTip = 200;

// Some desktops read tool tips as markup: what would begin an element looks like it and is none.
QString toolTipLine(const QString &text)
{
    return visibleLine(text, longestTip).replace(u'<', u'‹').replace(u'>', u'›');
}

QString badgeText(qint64 count)
{
    return count > mostShown ? QString::number(mostShown) + u'+' : QString::number(count);
}

} // namespace

TrayIcon::TrayIcon(QMenu *quiet, QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
    , m_toggle(m_menu->addAction(tr("&Show the window"), this, &TrayIcon::toggleRequested))
{
    m_menu->setObjectName(u"trayMenu"_s);
    m_toggle->setObjectName(u"trayToggle"_s);
    m_menu->addAction(icon(u"inbox"_s), tr("&Inbox"), this, &TrayIcon::inboxRequested)->setObjectName(u"trayInbox"_s);
    if (quiet)
        m_menu->addMenu(quiet);
    m_menu->addAction(icon(u"settings"_s), tr("&Preferences…"), this, &TrayIcon::preferencesRequested)
        ->setObjectName(u"trayPreferences"_s);
    m_menu->addSeparator();
    m_menu->addAction(icon(u"quit"_s), tr("&Quit"), this, &TrayIcon::quitRequested)->setObjectName(u"trayQuit"_s);
}

TrayIcon::~TrayIcon()
{
    if (m_icon)
        m_icon->setContextMenu(nullptr);
}

void TrayIcon::setHostPresent(bool present)
{
    m_hasHost = present;
    updateShown();
}

void TrayIcon::setShown(bool shown)
{
    m_isWanted = shown;
    updateShown();
}

bool TrayIcon::isShown() const
{
    return m_hasHost && m_icon && m_icon->isVisible();
}

// An icon whose host went stays: Qt registers it with the next one.
void TrayIcon::updateShown()
{
    if (!m_icon && m_isWanted && m_hasHost) {
        m_icon = std::make_unique<QSystemTrayIcon>();
        m_icon->setContextMenu(m_menu.get());
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                emit toggleRequested();
            else if (reason == QSystemTrayIcon::MiddleClick)
                emit inboxRequested();
        });
        updateFace();
    }
    if (m_icon)
        m_icon->setVisible(m_isWanted);
}

void TrayIcon::updateFace()
{
    if (!m_icon)
        return;
    m_icon->setIcon(badged(m_unseen, m_trouble.isEmpty()));
    m_icon->setToolTip(toolTip());
}

void TrayIcon::setUnseen(qint64 count)
{
    count = std::max<qint64>(count, 0);
    if (m_unseen == count)
        return;
    m_unseen = count;
    updateFace();
}

void TrayIcon::setTrouble(const QString &trouble, const QString &remark)
{
    if (trouble == m_trouble && remark == m_remark)
        return;
    m_trouble = trouble;
    m_remark = remark;
    updateFace();
}

QString TrayIcon::toolTip() const
{
    QStringList lines{
        m_unseen == 0 ? tr("Tidings") : tr("Tidings: %n unseen notification(s)", nullptr, static_cast<int>(m_unseen))};
    if (!m_trouble.isEmpty())
        lines += toolTipLine(tr("No contact: %1", "why").arg(m_trouble));
    if (!m_remark.isEmpty())
        lines += toolTipLine(m_remark);
    return lines.join(u'\n');
}

void TrayIcon::setWindowVisible(bool visible)
{
    m_toggle->setText(visible ? tr("&Hide the window") : tr("&Show the window"));
}

QIcon TrayIcon::badged(qint64 count, bool hasContact)
{
    const QIcon plain(u":/org.tidings.Tidings.svg"_s);
    if (count <= 0 && hasContact)
        return plain;
    // What was counted before is not what there is.
    const QString text = hasContact ? badgeText(count) : u"!"_s;
    QIcon badged;
    for (const int size : iconSizes) {
        QPixmap picture = plain.pixmap(size, size, hasContact ? QIcon::Normal : QIcon::Disabled);
        picture.setDevicePixelRatio(1);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal height = size * 0.6;
        QFont font;
        font.setBold(true);
        font.setPixelSize(std::max(7, static_cast<int>(height * 0.8)));
        const qreal width
            = std::min<qreal>(size, std::max(height, QFontMetricsF(font).horizontalAdvance(text) + height * 0.35));
        const QRectF badge(size - width, size - height, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(badgeColor);
        painter.drawRoundedRect(badge, height / 2, height / 2);
        painter.setPen(Qt::white);
        const qreal advance = QFontMetricsF(font).horizontalAdvance(text);
        if (advance > width)
            font.setPixelSize(std::max(5, static_cast<int>(font.pixelSize() * width / advance)));
        painter.setFont(font);
        painter.drawText(badge, Qt::AlignCenter, text);
        painter.end();
        badged.addPixmap(picture);
    }
    return badged;
}

} // namespace tidings
