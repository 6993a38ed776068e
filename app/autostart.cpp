// SPDX-License-Identifier: GPL-3.0-or-later
#include "autostart.h"

#include "privatefile.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct AutostartText
{
    Q_DECLARE_TR_FUNCTIONS(Autostart)
};

constexpr qint64 mostEntryBytes = 64 * 1024;

// As the desktop entry specification quotes an argument of Exec: first for the command, then for the file.
QString quoted(const QString &argument)
{
    QString inner;
    for (const QChar c : argument) {
        if (c == u'%')
            inner += u"%%"_s;
        else if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            inner += u"\\\\"_s + (c == u'\\' ? u"\\\\"_s : QString(c));
        else
            inner += c;
    }
    return u'"' + inner + u'"';
}

} // namespace

Autostart::Autostart(const QString &folder, const QString &program)
    : m_folder(folder)
    , m_path(QDir(folder).filePath(u"org.tidings.Tidings.desktop"_s))
    , m_program(program)
{
}

QString Autostart::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s;
}

Autostart::State Autostart::state() const
{
    State state;
    const auto bytes = QFile::exists(m_path) ? readWholeFile(m_path, mostEntryBytes) : QByteArray();
    if (!bytes || bytes->isEmpty())
        return state;
    state.enabled = true;
    state.hidden = false;
    const auto lines = QString::fromUtf8(*bytes).split(u'\n');
    for (const QString &each : lines) {
        const QString line = each.trimmed();
        // Desktops switch an entry off in either way.
        if (line == "Hidden=true"_L1 || line == "X-GNOME-Autostart-enabled=false"_L1)
            state.enabled = false;
        else if (line.startsWith("Exec="_L1))
            state.hidden = line.endsWith("--hidden"_L1);
    }
    return state;
}

QString Autostart::setState(const State &state) const
{
    if (state == this->state())
        return {};
    if (!state.enabled) {
        const bool isGone = !QFile::exists(m_path) || QFile::remove(m_path);
        return isGone ? QString() : AutostartText::tr("%1 cannot be removed.").arg(visibleLine(m_path));
    }
    if (!QDir().mkpath(m_folder))
        return AutostartText::tr("The folder %1 cannot be made.").arg(visibleLine(m_folder));
    const QString exec = quoted(m_program) + (state.hidden ? u" --hidden"_s : QString());
    return writePrivateFile(m_path,
        u"[Desktop Entry]\nType=Application\nName=Tidings\nExec=%1\nIcon=org.tidings.Tidings\nTerminal=false\n"_s
            .arg(exec)
            .toUtf8());
}

} // namespace tidings
