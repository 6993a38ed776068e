// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QSocketNotifier;

namespace tidings {

/// Ends the process together with the one that started it: when standard input closes, and on Linux also when the
/// parent dies without closing it properly.
class DemoParentWatch : public QObject
{
    Q_OBJECT

public:
    /// Reads the first line of standard input, waiting for it; empty at its end or after 4096 bytes without a line end.
    static QString readLine();

    explicit DemoParentWatch(QObject *parent = nullptr);

signals:
    void parentGone();

private:
    void handleInput();

    QSocketNotifier *m_notifier;
};

} // namespace tidings
