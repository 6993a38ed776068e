// SPDX-License-Identifier: GPL-3.0-or-later
#include "privatefile.h"

#include "visibletext.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace tidings {

namespace {

struct PrivateFileText
{
    Q_DECLARE_TR_FUNCTIONS(PrivateFile)
};

} // namespace

void setAside(const QString &path)
{
    QFile::remove(brokenPath(path));
    QFile::rename(path, brokenPath(path));
}

Expected<QByteArray, QString> readWholeFile(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(PrivateFileText::tr("%1 cannot be read: %2").arg(visibleLine(path), file.errorString()));
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return Unexpected(PrivateFileText::tr("%1 is too large.").arg(visibleLine(path)));
    return bytes;
}

QString writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = openPrivateFile(file) && file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : writeErrorText(file);
}

bool openPrivateFile(QSaveFile &file)
{
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

QString writeErrorText(const QSaveFile &file)
{
    return PrivateFileText::tr("%1 cannot be written: %2").arg(visibleLine(file.fileName()), file.errorString());
}

} // namespace tidings
