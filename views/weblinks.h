// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serveraddress.h"

#include <QObject>

class QWidget;

namespace tidings {

// What is opened in the browser: events in authentik's web interface, and links that notifications carry.
class WebLinks : public QObject
{
    Q_OBJECT

public:
    explicit WebLinks(QWidget *window); // the parent of the question

    void setAddress(const ServerAddress &address) { m_address = address; } // not valid: not connected
    void openEvent(const QString &id); // a UUID
    // http and https only. The own server's open at once, others after showing the host.
    void open(const QString &link);

private:
    QWidget *m_window;
    ServerAddress m_address;
};

} // namespace tidings
