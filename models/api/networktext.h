// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QNetworkReply;
class QSslError;

namespace tidings {

// Why no answer came, as the end of a sentence: "the connection was refused". Translated; Qt's own words where there
// are none for the reason here.
QString networkErrorText(const QNetworkReply &reply);

// What is wrong with a certificate, each thing once: "self-signed certificate; expired certificate". Likewise.
QString certificateErrorText(const QList<QSslError> &errors);

} // namespace tidings
