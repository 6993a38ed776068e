// SPDX-License-Identifier: GPL-3.0-or-later
#include "listquery.h"

#include <QUrl>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

void addIfSet(QUrlQuery &query, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        addParameter(query, name, value);
}

void addPaging(QUrlQuery &query, const QString &ordering, int page, int pageSize)
{
    addIfSet(query, u"ordering"_s, ordering);
    addParameter(query, u"page"_s, QString::number(page));
    addParameter(query, u"page_size"_s, QString::number(pageSize));
}

} // namespace

void addParameter(QUrlQuery &query, const QString &name, const QString &value)
{
    QString clean = value;
    clean.remove(QChar(u'\0')); // authentik strips it too
    // QUrlQuery leaves "+" alone, which a form decoder reads as a blank; so everything is encoded here.
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(clean)));
}

QUrlQuery filterParameters(const EventListQuery &query)
{
    QUrlQuery result;
    addIfSet(result, u"action"_s, query.action);
    for (const QString &action : query.actions)
        addIfSet(result, u"actions"_s, action); // an empty value would be answered with 400
    addIfSet(result, u"username"_s, query.username);
    addIfSet(result, u"client_ip"_s, query.clientIp);
    addIfSet(result, u"context_model_pk"_s, query.contextModelPk);
    addIfSet(result, u"context_model_name"_s, query.contextModelName);
    addIfSet(result, u"context_model_app"_s, query.contextModelApp);
    addIfSet(result, u"context_authorized_app"_s, query.contextAuthorizedApp);
    addIfSet(result, u"context_device"_s, query.contextDevice);
    addIfSet(result, u"brand_name"_s, query.brandName);
    addIfSet(result, u"search"_s, query.search);
    return result;
}

QUrlQuery toUrlQuery(const EventListQuery &query)
{
    QUrlQuery result = filterParameters(query);
    addPaging(result, query.ordering, query.page, query.pageSize);
    return result;
}

QUrlQuery toUrlQuery(const NotificationListQuery &query)
{
    QUrlQuery result;
    addParameter(result, u"user"_s, QString::number(query.user));
    if (query.seen)
        addParameter(result, u"seen"_s, *query.seen ? u"true"_s : u"false"_s);
    addIfSet(result, u"severity"_s, query.severity);
    addIfSet(result, u"event"_s, query.event);
    addPaging(result, query.ordering, query.page, query.pageSize);
    return result;
}

} // namespace tidings
