// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "appearance.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <array>

class QApplication;

namespace tidings {

// The colours of the window; every text colour has a contrast of at least 4.5 : 1 on window, base and selection.
struct Colors
{
    QColor window;
    QColor base;
    QColor text;
    QColor muted;
    QColor line;
    QColor chip;
    QColor accent;
    QColor onAccent;
    QColor selection;
    QColor notice;
    QColor warning;
    QColor alert;
    QColor good;
    QColor chartOrdinary;
    QColor chartWarning;
    QColor chartAlert;
    std::array<QColor, 6> chartSeries; // of categories without an order
    QColor chartOthers;
    QColor mark; // behind what was found in a text
    QColor onMark; // that text

    // Ordinary levels stay in the text colour, so that the few that matter stand out.
    [[nodiscard]] QColor level(Level level) const;
};

// The colours that belong to a palette: ours for our light and dark ones; for any other (high contrast) all are taken
// from the palette itself.
Colors colorsOf(const QPalette &palette);
// The colours in force. Widgets' own palettes do not serve here: a style sheet changes them.
Colors currentColors();

// Sets style, palette and style sheet of the program. System follows the desktop: untouched when its palette is a
// high-contrast one, else as it prefers, and without a preference dark when its palette is dark.
void applyAppearance(QApplication &application, Appearance appearance, ColorScheme desktop = ColorScheme::NoPreference);

// Sets the size of all texts, in percent of the desktop's, at once; the heights and widths that hold them follow.
void applyTextZoom(QApplication &application, int percent);
// A length that holds texts, at that size.
int zoomed(int pixels);

// Sizes on a 4-pixel grid, in device-independent pixels.
namespace metrics {
constexpr int margin = 12; // of a page
constexpr int gap = 8; // between controls
constexpr int paneMargin = 16;
constexpr int controlHeight = 32;
constexpr int rowHeight = 30;
constexpr int compactRowHeight = 24;
constexpr int roomyRowHeight = 38;
constexpr int inboxRowHeight = 44;
constexpr int railWidth = 192;
constexpr int railCompactWidth = 56;
constexpr int detailWidth = 370;
constexpr int compactDetailWidth = 290;
constexpr int iconSize = 16;
constexpr int radius = 6;
} // namespace metrics

} // namespace tidings
