// SPDX-License-Identifier: GPL-3.0-or-later
#include "privatefile.h"

#include "visibletext.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace tidings {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PrivateFile)
};

} // namespace

Expected<QByteArray, QString> readWholeFile(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(Text::tr("%1 cannot be read: %2").arg(visibleLine(path), file.errorString()));
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return Unexpected(Text::tr("%1 is too large.").arg(visibleLine(path)));
    return bytes;
}

QString writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size()
        && file.commit();
    return written ? QString() : Text::tr("%1 cannot be written: %2").arg(visibleLine(path), file.errorString());
}

} // namespace tidings
