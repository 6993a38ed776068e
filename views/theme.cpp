// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>
#include <QWidget>

#include <cmath>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

Colors lightColors()
{
    return {QColor(0xF4F5F7), QColor(0xFFFFFF), QColor(0x1C2430), QColor(0x5B6675), QColor(0xDFE3E8), QColor(0xEDF0F4),
        QColor(0x2F5FD0), QColor(0xFFFFFF), QColor(0xE4ECFC), QColor(0x2563B8), QColor(0x8F5300), QColor(0xB3261E),
        QColor(0x1E7A46), QColor(0x9DB7F0), QColor(0xF2C078), QColor(0xEE9A94),
        {QColor(0x7FA1EA), QColor(0xE3A95A), QColor(0x6DBE9A), QColor(0xC08BD6), QColor(0xE58A84), QColor(0x5FB6C9)},
        QColor(0xB6BEC9), QColor(0xFFDF85), QColor(0x1C2430)};
}

Colors darkColors()
{
    return {QColor(0x1B1E23), QColor(0x22262C), QColor(0xE6E9EE), QColor(0x9AA4B2), QColor(0x343A43), QColor(0x2E343C),
        QColor(0x7FA6FF), QColor(0x10131A), QColor(0x2C3A57), QColor(0x7DB2FF), QColor(0xF0B35A), QColor(0xFF8A80),
        QColor(0x6CCB94), QColor(0x4F6FB5), QColor(0xB98A42), QColor(0xB85F58),
        {QColor(0x5B7FCB), QColor(0xB98A42), QColor(0x4E9673), QColor(0x8D63A6), QColor(0xB85F58), QColor(0x418799)},
        QColor(0x5C6675), QColor(0x7A5F14), QColor(0xFFFFFF)};
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

bool isHighContrast(const QPalette &palette)
{
    constexpr double nearlyBlackOnWhite = 19.5;
    return contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) > nearlyBlackOnWhite;
}

QPalette paletteOf(const Colors &c)
{
    QPalette palette(c.text, c.chip, c.base, c.line, c.line, c.text, c.text, c.base, c.window);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    return palette;
}

const QString sheet = uR"(
QMenuBar { background: @window; border-bottom: 1px solid @line; padding: 2px 4px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @base; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QStatusBar { background: @window; border-top: 1px solid @line; color: @muted; }
QStatusBar::item { border: none; }
QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 4px; }
QSplitter::handle { background: @line; }
QLineEdit, QPlainTextEdit, QDateTimeEdit, QComboBox, QSpinBox {
    background: @base; border: 1px solid @line; border-radius: 6px; padding: 0 8px; min-height: @30px;
    selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QDateTimeEdit:focus, QComboBox:focus, QSpinBox:focus { border: 1px solid @accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QDateTimeEdit[invalid="true"], QComboBox[invalid="true"] {
    border: 1px solid @alert; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @muted; background: @window; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url(:/icons/@arrow.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @line; selection-background-color: @selection;
    selection-color: @text; outline: none; }
QAbstractItemView[choices="true"] { border: 1px solid @line; }
QAbstractItemView[choices="true"]::item { min-height: @24px; padding: 0 6px; background: @base; border: none; }
QAbstractItemView[choices="true"]::item:selected { background: @selection; color: @text; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton, QToolButton[button="true"] { background: @base; border: 1px solid @line; border-radius: 6px;
    padding: 0 12px; min-height: @30px; }
QPushButton:hover, QToolButton[button="true"]:hover { background: @chip; }
QPushButton:pressed, QToolButton[button="true"]:pressed { background: @selection; }
QPushButton:focus, QToolButton[button="true"]:focus { border: 1px solid @accent; }
QPushButton:disabled, QToolButton[button="true"]:disabled { color: @muted; background: @window; }
QPushButton:checked, QToolButton[button="true"]:checked { background: @selection; color: @accent; font-weight: 600; }
QPushButton:default, QPushButton[primary="true"] { background: @accent; color: @onAccent; border: 1px solid @accent; }
QPushButton[primary="true"] { font-weight: 600; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: @accent; border: 1px solid @text; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled { background: @chip; color: @muted;
    border: 1px solid @line; font-weight: 400; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent; padding: 0 6px; min-height: @24px;
    color: @muted; }
QPushButton[link="true"]:hover { background: @chip; color: @text; }
QPushButton[link="true"]:focus { border: 1px solid @accent; }
QToolButton[flat="true"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton[flat="true"]:hover { background: @chip; }
QToolButton[marked="true"]:checked { background: @selection; }
QToolButton[flat="true"]:focus { border: 1px solid @accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QTableView, QTreeView, QListView { background: @base; border: none; outline: none;
    selection-background-color: @selection; selection-color: @text; }
QTreeView::item { padding: 3px 0; }
QTableView:focus, QTreeView:focus { outline: none; }
QHeaderView { background: @window; border: none; }
QHeaderView::section { background: @window; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 0 8px; font-weight: 600; height: @30px; }
QScrollArea, QScrollArea > QWidget > QWidget#pane { background: @window; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px;
    background: @base; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 8px; background: @base; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: @accent; border: 1px solid @accent;
    image: url(:/icons/@check.svg); }
QRadioButton::indicator:checked { border: 1px solid @accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
    fx: 0.5, fy: 0.5, stop: 0 @accent, stop: 0.55 @accent, stop: 0.65 @base, stop: 1 @base); }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @accent; }
QProgressBar { background: @chip; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QLabel[muted="true"], QToolButton[muted="true"] { color: @muted; }
QLabel[error="true"] { color: @alert; }
QLabel[heading="true"] { color: @muted; font-weight: 600; }
QFrame[separator="true"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[bar="problem"] { background: @chip; border: none; border-bottom: 1px solid @line; }
QFrame[bar="undo"] { background: @text; border-radius: 8px; }
QFrame[bar="undo"] QLabel { color: @window; }
QFrame[bar="undo"] QPushButton { background: transparent; border: 1px solid transparent; color: @window;
    font-weight: 600; text-decoration: underline; }
QFrame[bar="undo"] QPushButton:focus { border: 1px solid @window; }
QWidget#rail { background: @window; }
QFrame[box="true"] { background: @chip; border-radius: 6px; border: none; }
QFrame[chip="true"], QLabel[chip="true"] { background: @chip; border: 1px solid @line; border-radius: 4px; padding: 1px 6px;
    color: @muted; }
)"_s;

int &textZoom()
{
    static int percent = 100;
    return percent;
}

QString filled(QString text, const Colors &c, bool isDark)
{
    for (const int height : {24, 30})
        text.replace(u"@%1px"_s.arg(height), u"%1px"_s.arg(zoomed(height)));
    // A style sheet cannot tint an image, so these exist twice.
    text.replace(u"@arrow"_s, isDark ? u"combo-arrow-dark"_s : u"combo-arrow-light"_s);
    text.replace(u"@check"_s, isDark ? u"check-on-accent-dark"_s : u"check-on-accent-light"_s);
    // Longer names first: "@onAccent" must not be taken for anything shorter.
    const QList<std::pair<QString, QColor>> tokens = {{u"@selection"_s, c.selection}, {u"@onAccent"_s, c.onAccent},
        {u"@window"_s, c.window}, {u"@accent"_s, c.accent}, {u"@muted"_s, c.muted}, {u"@alert"_s, c.alert},
        {u"@base"_s, c.base}, {u"@text"_s, c.text}, {u"@line"_s, c.line}, {u"@chip"_s, c.chip}};
    for (const auto &[name, color] : tokens)
        text.replace(name, color.name());
    return text;
}

} // namespace

QColor Colors::level(Level level) const
{
    switch (level) {
    case Level::Ordinary:
        return text;
    case Level::Notice:
        return notice;
    case Level::Warning:
        return warning;
    case Level::Alert:
        return alert;
    }
    return text;
}

Colors colorsOf(const QPalette &palette)
{
    for (const Colors &known : {lightColors(), darkColors()}) {
        if (palette.color(QPalette::Active, QPalette::Window) == known.window)
            return known;
    }
    const QColor text = palette.color(QPalette::WindowText);
    return {palette.color(QPalette::Window), palette.color(QPalette::Base), text, text, text,
        palette.color(QPalette::Window), text, palette.color(QPalette::Window), palette.color(QPalette::Highlight),
        text, text, text, text, text, text, text, {text, text, text, text, text, text}, text, text,
        palette.color(QPalette::Window)};
}

Colors currentColors()
{
    return colorsOf(QGuiApplication::palette());
}

void applyAppearance(QApplication &application, Appearance appearance, ColorScheme desktop)
{
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setPalette(QPalette());
    const QPalette system = QApplication::palette();
    if (appearance == Appearance::System && isHighContrast(system)) {
        application.setStyleSheet({});
        return;
    }
    constexpr int middle = 128;
    bool isDark = appearance == Appearance::Dark;
    if (appearance == Appearance::System) {
        isDark = desktop == ColorScheme::NoPreference ? system.color(QPalette::Window).lightness() < middle
                                                      : desktop == ColorScheme::Dark;
    }
    const Colors colors = isDark ? darkColors() : lightColors();
    application.setPalette(paletteOf(colors));
    application.setStyleSheet(filled(sheet, colors, isDark));
}

int zoomed(int pixels)
{
    return qRound(pixels * textZoom() / 100.0);
}

void applyTextZoom(QApplication &application, int percent)
{
    static const QFont desktops = QApplication::font();
    if (percent == textZoom())
        return;
    textZoom() = percent;
    QFont font = desktops;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * percent / 100);
    else
        font.setPixelSize(zoomed(font.pixelSize()));
    QApplication::setFont(font);
    if (!application.styleSheet().isEmpty()) {
        const Colors colors = currentColors();
        application.setStyleSheet(filled(sheet, colors, colors.window == darkColors().window));
    }
    // Qt tells it only those widgets whose own font changes by it.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *const widget : widgets) {
        QEvent change(QEvent::ApplicationFontChange);
        QCoreApplication::sendEvent(widget, &change);
    }
}

} // namespace tidings
