// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"

#include <QObject>

#include <functional>

namespace tidings {

// Finds out what a server is and what its token may do, with reads only: is it authentik, whose token is it, which
// version, may events be listed, which actions exist, does AKQL answer. The first two must succeed; the rest degrades.
// One run per object.
class ServerProbe : public QObject
{
    Q_OBJECT

public:
    enum class Stage { Address, Token, Rights };

    // A `search` that finds every event where the server reads it as AKQL, and none where it takes it for words, which
    // it does without saying so. With a query: whether it reads that one.
    [[nodiscard]] static QString akqlQuestion(const QString &query = {});

    explicit ServerProbe(ApiClient &client, QObject *parent = nullptr);
    void start();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const ServerInfo &info() const { return m_info; }

signals:
    // Exactly one of the two, once. The failure names the stage that failed: Address (root/config, without the token)
    // or Token (core/users/me).
    void succeeded(const tidings::ServerInfo &info);
    void failed(const tidings::ApiError &error, tidings::ServerProbe::Stage stage);
    void userFound(const tidings::CurrentUser &user); // the token is good; the rest follows

private:
    void askUser();
    void askRest();
    void askAkql(bool withNumber);
    void settle();

    ApiClient &m_client;
    ServerInfo m_info;
    Stage m_stage = Stage::Address;
    int m_open = 0;
};

} // namespace tidings

Q_DECLARE_METATYPE(tidings::CurrentUser)
