// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include "theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initResources()
{
    Q_INIT_RESOURCE(resources); // a static library's resources are not found by themselves
}

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString &name)
{
    static const bool ready = [] {
        initResources();
        return true;
    }();
    Q_UNUSED(ready);
    const QString path = u":/icons/%1.svg"_s.arg(name);
    return QFile::exists(path) ? path : u":/icons/action-unknown.svg"_s;
}

QPixmap rendered(const QString &name, const QSize &pixels, const QColor &color)
{
    const QString key = u"tidings/%1/%2x%3/%4"_s.arg(
        name, QString::number(pixels.width()), QString::number(pixels.height()), color.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(pathOf(name));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

// Asks for the palette at paint time; keeps only the name.
class TintedIconEngine : public QIconEngine
{
public:
    explicit TintedIconEngine(QString name, bool isOnAccent = false)
        : m_name(std::move(name))
        , m_isOnAccent(isOnAccent)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/, qreal /*scale*/) override
    {
        // Without our style sheet, as in high contrast, no button has the accent colour.
        if (m_isOnAccent && mode != QIcon::Disabled && !qApp->styleSheet().isEmpty())
            return rendered(m_name, size, currentColors().onAccent);
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return rendered(m_name, size, QApplication::palette().color(group, QPalette::WindowText));
    }
    [[nodiscard]] QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_isOnAccent); }

private:
    QString m_name;
    bool m_isOnAccent;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new TintedIconEngine(name));
}

QIcon iconOnAccent(const QString &name)
{
    return QIcon(new TintedIconEngine(name, true));
}

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    QPixmap pixmap = rendered(name, QSize(size, size) * devicePixelRatio, color);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace tidings
