// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "noteline.h"
#include "serveraddress.h"
#include "serverprobe.h"

#include <QFrame>
#include <QList>

class QVBoxLayout;

namespace tidings {

// What a test of a connection found, as a short list of lines: version, person, rights, inbox, query language. Hidden
// while there is nothing to tell.
class ProbeView : public QFrame
{
    Q_OBJECT

public:
    explicit ProbeView(QWidget *parent = nullptr);

    void setResult(const ServerAddress &address, const ServerInfo &info);
    void clear();
    [[nodiscard]] QStringList lines() const;

private:
    void add(NoteLine::Mark mark, const QString &text);
    void addRights(const ServerInfo &info);
    void addNotifications(const ServerInfo &info);
    void addQueryLanguage(const ServerInfo &info);

    QVBoxLayout *m_column;
    QList<NoteLine *> m_lines;
};

// Why a test ended, in the light of what was asked when it did: a 403 before the token was sent is not about the token.
QString describeProbeFailure(const ApiError &error, ServerProbe::Stage stage, const ServerAddress &address);

} // namespace tidings
