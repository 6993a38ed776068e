// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace tidings {

// An icon of the program's own set, tinted with the palette's text colour whenever it is painted, so that light and
// dark need no second set. An unknown name gives the icon of unknown actions.
QIcon icon(const QString &name);

// The same for what stands on the accent colour, such as a primary button: tinted as the text there.
QIcon iconOnAccent(const QString &name);

// The same in one colour, for delegates. Cached per name, size, colour and device pixel ratio.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);

} // namespace tidings
