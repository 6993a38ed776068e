// SPDX-License-Identifier: GPL-3.0-or-later
#include "plainlabel.h"

#include <QApplication>
#include <QFontDatabase>

namespace tidings {

namespace {

constexpr qsizetype longestWord = 24;

// QLabel breaks at blanks only; a zero-width space allows a break inside long words. Selecting copies it along, so it
// is put in only where it is needed.
QString breakable(const QString &text)
{
    QString out;
    out.reserve(text.size());
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c.isSpace() || c == u'/' ? 0 : run + 1; // lines already break after these
        out += c;
        const bool atDash = c == u'-' && run >= longestWord / 2;
        if ((run >= longestWord || atDash) && !c.isHighSurrogate()) {
            out += QChar(0x200B);
            run = 0;
        }
    }
    return out;
}

} // namespace

PlainLabel::PlainLabel(const QString &text, Look look, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus);
    setMinimumWidth(1);
    if (look == Look::Muted)
        setProperty("muted", true);
    else if (look == Look::Heading)
        setProperty("heading", true);
    else if (look == Look::Error)
        setProperty("error", true);
    applyLook();
    setText(text);
}

// Fonts of their own do not follow the program's.
void PlainLabel::applyLook()
{
    QFont f = QApplication::font(this);
    const qreal size = f.pointSizeF();
    if (m_look == Look::Title) {
        f.setPointSizeF(size * 1.23);
        f.setWeight(QFont::DemiBold);
        setFont(f);
    } else if (m_look == Look::Code) {
        f = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        f.setPointSizeF(size * 0.94);
        setFont(f);
    }
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        applyLook();
    return QLabel::event(event);
}

void PlainLabel::setText(const QString &text)
{
    m_text = text;
    QLabel::setText(breakable(text));
    setAccessibleName(text);
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
}

QString plainMenuText(const QString &text)
{
    return QString(text).replace(u'&', QStringLiteral("&&"));
}

} // namespace tidings
