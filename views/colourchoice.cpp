// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourchoice.h"

#include "theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QRadioButton>

#include <array>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct Swatch
{
    const char *name;
    const char *objectName;
    const char *colour;
};

constexpr std::array<Swatch, 6> swatches{{
    {QT_TRANSLATE_NOOP("tidings::ColourChoice", "Blue"), "colourBlue", "#2f5fd0"},
    {QT_TRANSLATE_NOOP("tidings::ColourChoice", "Teal"), "colourTeal", "#0e7c86"},
    {QT_TRANSLATE_NOOP("tidings::ColourChoice", "Green"), "colourGreen", "#1e7a46"},
    {QT_TRANSLATE_NOOP("tidings::ColourChoice", "Orange"), "colourOrange", "#b35c00"},
    {QT_TRANSLATE_NOOP("tidings::ColourChoice", "Red"), "colourRed", "#b3261e"},
    {QT_TRANSLATE_NOOP("tidings::ColourChoice", "Violet"), "colourViolet", "#7a3fc2"},
}};
constexpr int columns = 3;

} // namespace

ColourChoice::ColourChoice(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(metrics::paneMargin);
    grid->setVerticalSpacing(metrics::gap);
    for (int at = 0; at < static_cast<int>(swatches.size()); ++at) {
        const Swatch &swatch = swatches.at(static_cast<std::size_t>(at));
        auto *const button = new QRadioButton(tr(swatch.name), this);
        button->setObjectName(QString::fromLatin1(swatch.objectName));
        button->setIconSize({metrics::iconSize, metrics::iconSize});
        m_buttons->addButton(button, at);
        grid->addWidget(button, at / columns, at % columns);
    }
    grid->setColumnStretch(columns, 1);
    setFocusProxy(m_buttons->button(0));
    setColour({});
    paintSwatches();
}

void ColourChoice::setColour(const QString &colour)
{
    m_other = colour;
    m_buttons->setExclusive(false);
    for (int at = 0; at < static_cast<int>(swatches.size()); ++at) {
        const auto known = QLatin1StringView(swatches.at(static_cast<std::size_t>(at)).colour);
        m_buttons->button(at)->setChecked(colour.isEmpty() ? at == 0 : colour.compare(known, Qt::CaseInsensitive) == 0);
    }
    m_buttons->setExclusive(true);
}

QString ColourChoice::colour() const
{
    const int chosen = m_buttons->checkedId();
    return chosen < 0 ? m_other : QString::fromLatin1(swatches.at(static_cast<std::size_t>(chosen)).colour);
}

void ColourChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSwatches();
}

void ColourChoice::paintSwatches()
{
    const qreal ratio = devicePixelRatioF();
    for (int at = 0; at < static_cast<int>(swatches.size()); ++at) {
        QPixmap pixmap(QSize(metrics::iconSize, metrics::iconSize) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colorsOf(palette()).line);
        painter.setBrush(QColor(QLatin1StringView(swatches.at(static_cast<std::size_t>(at)).colour)));
        painter.drawEllipse(QRectF(2, 2, metrics::iconSize - 4, metrics::iconSize - 4));
        painter.end();
        m_buttons->button(at)->setIcon(QIcon(pixmap));
    }
}

} // namespace tidings
