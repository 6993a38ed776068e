// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include "akqlparser.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

const QString name = u"org.tidings.Tidings"_s;
const QString path = u"/org/tidings/Tidings"_s;
const QString interfaceName = u"org.freedesktop.Application"_s;
const QString showView = u"show-view"_s;
const QString showQuery = u"show-query"_s;
const QString showProfile = u"show-profile"_s;
constexpr int secondAnswerTime = 3000; // ms

// As the interface names them, and the environment.
const QString activationToken = u"activation-token"_s;
const QString startupId = u"desktop-startup-id"_s;
constexpr qsizetype longestToken = 1000;

// What goes into the environment of the program.
QString tokenOf(const QVariant &platformData)
{
    const QVariantMap data = platformData.canConvert<QDBusArgument>()
        ? qdbus_cast<QVariantMap>(platformData.value<QDBusArgument>())
        : platformData.toMap();
    QString token = data.value(activationToken).toString();
    if (token.isEmpty())
        token = data.value(startupId).toString();
    const bool isPlain = token.size() <= longestToken
        && std::all_of(token.cbegin(), token.cend(), [](QChar c) { return c > u' ' && c < QChar(0x7F); });
    return isPlain ? token : QString();
}

bool isShowable(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= SingleInstance::longestText && !text.contains(QChar(u'\0'));
}

} // namespace

// The interface by hand: signatures are compared to the letter, and nothing but these three methods exists.
class ApplicationInterface : public QDBusVirtualObject
{
public:
    explicit ApplicationInterface(SingleInstance &instance)
        : QDBusVirtualObject(&instance)
        , m_instance(instance)
    {
    }

    [[nodiscard]] QString introspect(const QString & /*objectPath*/) const override
    {
        return u"<interface name=\"org.freedesktop.Application\">"
               "<method name=\"Activate\"><arg type=\"a{sv}\" name=\"platform_data\" direction=\"in\"/></method>"
               "<method name=\"Open\"><arg type=\"as\" name=\"uris\" direction=\"in\"/>"
               "<arg type=\"a{sv}\" name=\"platform_data\" direction=\"in\"/></method>"
               "<method name=\"ActivateAction\"><arg type=\"s\" name=\"action_name\" direction=\"in\"/>"
               "<arg type=\"av\" name=\"parameter\" direction=\"in\"/>"
               "<arg type=\"a{sv}\" name=\"platform_data\" direction=\"in\"/></method></interface>"_s;
    }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.type() != QDBusMessage::MethodCallMessage || message.interface() != interfaceName)
            return false;
        const QVariantList arguments = message.arguments();
        const QString call = message.member() + u' ' + message.signature();
        QString problem;
        const bool hasData = message.signature().endsWith("a{sv}"_L1);
        if (const QString token = hasData ? tokenOf(arguments.constLast()) : QString(); !token.isEmpty())
            emit m_instance.activationTokenGiven(token);
        if (call == "Activate a{sv}"_L1)
            emit m_instance.activated();
        else if (call == "Open asa{sv}"_L1)
            problem = m_instance.open(arguments.constFirst().toStringList());
        else if (call == "ActivateAction sava{sv}"_L1)
            problem = m_instance.act(arguments.constFirst().toString(), parametersOf(arguments.at(1)));
        else
            return false;
        if (!message.isReplyRequired())
            return true;
        connection.send(
            problem.isEmpty() ? message.createReply() : message.createErrorReply(QDBusError::InvalidArgs, problem));
        return true;
    }

private:
    static QVariantList parametersOf(const QVariant &argument)
    {
        QVariantList parameters = argument.canConvert<QDBusArgument>()
            ? qdbus_cast<QVariantList>(argument.value<QDBusArgument>())
            : argument.toList();
        for (QVariant &parameter : parameters) {
            if (parameter.canConvert<QDBusVariant>())
                parameter = parameter.value<QDBusVariant>().variant();
        }
        return parameters;
    }

    SingleInstance &m_instance;
};

SingleInstance::SingleInstance(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

SingleInstance::~SingleInstance()
{
    if (m_role != Role::First)
        return;
    m_bus.interface()->unregisterService(name);
    m_bus.unregisterObject(path);
}

QVariantMap SingleInstance::platformDataOfEnvironment()
{
    QVariantMap data;
    if (const QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN"); !token.isEmpty())
        data.insert(activationToken, token);
    if (const QString id = qEnvironmentVariable("DESKTOP_STARTUP_ID"); !id.isEmpty())
        data.insert(startupId, id);
    return data;
}

SingleInstance::Role SingleInstance::begin(const CommandLine &line)
{
    m_role = Role::Alone;
    if (!m_bus.isConnected())
        return m_role;
    // The object before the name: whoever sees the name may call at once.
    m_bus.registerVirtualObject(path, new ApplicationInterface(*this));
    const auto answer = m_bus.interface()->registerService(
        name, QDBusConnectionInterface::DontQueueService, QDBusConnectionInterface::DontAllowReplacement);
    if (answer.isValid() && answer.value() == QDBusConnectionInterface::ServiceRegistered) {
        m_role = Role::First;
        return m_role;
    }
    m_bus.unregisterObject(path);
    if (answer.isValid() && handOver(line))
        m_role = Role::Second;
    return m_role;
}

bool SingleInstance::call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(name, path, interfaceName, method);
    message.setAutoStartService(false);
    message.setArguments(arguments + QVariantList{m_platformData});
    return m_bus.call(message, QDBus::Block, secondAnswerTime).type() == QDBusMessage::ReplyMessage;
}

bool SingleInstance::handOver(const CommandLine &line)
{
    const auto act = [this](const QString &action, const QString &parameter) {
        return call(u"ActivateAction"_s, {action, QVariantList{QVariant::fromValue(QDBusVariant(parameter))}});
    };
    bool anything = false;
    if (!line.profile.isEmpty()) {
        if (!act(showProfile, line.profile))
            return false;
        anything = true;
    }
    if (!line.file.isEmpty()) {
        const QUrl url = QUrl::fromLocalFile(QFileInfo(line.file).absoluteFilePath());
        if (!call(u"Open"_s, {QStringList{url.toString(QUrl::FullyEncoded)}}))
            return false;
        anything = true;
    }
    // After the file, which it is asked of.
    if (!line.view.isEmpty() || !line.query.isEmpty()) {
        if (!(line.view.isEmpty() ? act(showQuery, line.query) : act(showView, line.view)))
            return false;
        anything = true;
    }
    if (anything || !line.hidden)
        return anything || call(u"Activate"_s, {});
    return true; // it runs; that is all that a hidden start wants
}

QString SingleInstance::open(const QStringList &uris)
{
    if (uris.size() != 1 || uris.constFirst().size() > longestText)
        return u"one file can be opened at a time"_s;
    const QUrl url(uris.constFirst(), QUrl::StrictMode);
    const bool isLocal = url.isValid() && url.isLocalFile() && url.host().isEmpty() && !url.hasQuery()
        && !url.hasFragment() && url.userInfo().isEmpty();
    const QString file = isLocal ? url.toLocalFile() : QString();
    if (!isShowable(file) || !QFileInfo(file).isAbsolute())
        return u"not a local file"_s;
    emit fileRequested(file);
    return {};
}

QString SingleInstance::act(const QString &action, const QVariantList &parameters)
{
    if (parameters.size() != 1 || parameters.constFirst().typeId() != QMetaType::QString)
        return u"one text is expected"_s;
    const QString text = parameters.constFirst().toString();
    if (!isShowable(text))
        return u"the text is empty or too long"_s;
    if (action == showView) {
        emit viewRequested(text);
    } else if (action == showProfile) {
        emit profileRequested(text);
    } else if (action == showQuery) {
        if (!akql::parse(text))
            return u"not a query"_s;
        emit queryRequested(text);
    } else {
        return u"no such action"_s;
    }
    return {};
}

} // namespace tidings
