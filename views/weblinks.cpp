// SPDX-License-Identifier: GPL-3.0-or-later
#include "weblinks.h"

#include "plainbox.h"
#include "visibletext.h"

#include <QDesktopServices>
#include <QPushButton>

namespace tidings {

using namespace Qt::StringLiterals;

WebLinks::WebLinks(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void WebLinks::openEvent(const QString &id)
{
    if (m_address.isValid())
        QDesktopServices::openUrl(m_address.webUrl(u"if/admin/#/events/log/"_s + id));
}

void WebLinks::open(const QString &link)
{
    const QUrl base(m_address.toString() + u'/');
    const QUrl url = base.resolved(QUrl(link.trimmed(), QUrl::StrictMode));
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || url.host().isEmpty())
        return;
    if (m_address.isSameOrigin(url)) {
        QDesktopServices::openUrl(url);
        return;
    }
    auto *const box = makePlainBox(QMessageBox::Question, tr("Open link"),
        tr("This link leads to another server: %1").arg(visibleLine(url.host(QUrl::EncodeUnicode))) + u"\n\n"_s
            + visibleLine(url.toString(QUrl::FullyEncoded), 300),
        QMessageBox::Cancel, m_window, u"linkBox"_s);
    QPushButton *const button = box->addButton(tr("Open"), QMessageBox::AcceptRole);
    connect(button, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
    box->open();
}

} // namespace tidings
