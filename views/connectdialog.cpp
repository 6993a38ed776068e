// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectdialog.h"

#include "addressedit.h"
#include "certificateview.h"
#include "colourchoice.h"
#include "keychainpanel.h"
#include "noteline.h"
#include "plainlabel.h"
#include "probeview.h"
#include "theme.h"
#include "tokenedit.h"
#include "trustoptions.h"
#include "visibletext.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QUuid>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

void announce(QWidget *widget)
{
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QLabel *formLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setBuddy(buddy);
    label->setFixedHeight(std::max(metrics::controlHeight, label->sizeHint().height())); // beside the control itself
    return label;
}

QString otherAddressText()
{
    return ConnectDialog::tr("This is another address: enter a token for it. The present token is not sent there.");
}

bool isPrintable(const QByteArray &token)
{
    return std::all_of(token.cbegin(), token.cend(), [](char c) { return c > ' ' && c <= '~'; });
}

} // namespace

ConnectDialog::ConnectDialog(SecretStore &store, SecretKey secretKey, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_secretKey(std::move(secretKey))
    , m_scroll(new QScrollArea(this))
    , m_pane(new QWidget)
    , m_address(new AddressEdit(m_pane))
    , m_certificate(new CertificateView(m_pane))
    , m_token(new TokenEdit(m_pane))
    , m_tokenNote(new NoteLine(m_pane))
    , m_name(new QLineEdit(m_pane))
    , m_colour(new ColourChoice(m_pane))
    , m_trust(new TrustOptions(m_pane))
    , m_result(new ProbeView(m_pane))
    , m_progress(new NoteLine(this))
    , m_keychain(new KeychainPanel(this))
    , m_test(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_connect(new QPushButton(tr("&Connect"), this))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_scroll, 1);
    auto *const line = new QFrame(this);
    line->setProperty("separator", true);
    column->addWidget(line);
    buildForm();
    buildButtons();
    connectParts();
    setConnection({});

    setMinimumSize(440, 320);
    constexpr QSize wanted(640, 720);
    constexpr int frame = 48; // of the window, with its title
    resize(wanted.boundedTo(screen()->availableSize() - QSize(0, frame)));
}

ConnectDialog::~ConnectDialog()
{
    abandonWrite();
}

void ConnectDialog::buildForm()
{
    m_pane->setObjectName(u"pane"_s);
    m_scroll->setWidget(m_pane);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_tokenNote->setObjectName(u"tokenNote"_s);
    m_name->setObjectName(u"name"_s);
    m_result->setObjectName(u"testResult"_s);

    auto *const column = new QVBoxLayout(m_pane);
    column->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    column->setSpacing(metrics::paneMargin);
    // A QFormLayout gives labels that wrap a wrong height in here.
    auto *const form = new QGridLayout;
    form->setHorizontalSpacing(metrics::paneMargin);
    form->setVerticalSpacing(metrics::margin);
    form->setColumnStretch(1, 1);
    const auto addRow = [&](const QString &name, QWidget *buddy, QLayout *part) {
        const int row = form->rowCount();
        form->addWidget(formLabel(name, buddy, m_pane), row, 0, Qt::AlignTop);
        form->addLayout(part, row, 1);
    };

    auto *const server = new QVBoxLayout;
    server->setSpacing(metrics::gap);
    server->addWidget(m_address);
    server->addWidget(m_certificate);
    addRow(tr("&Server address"), m_address, server);

    auto *const tokenPart = new QVBoxLayout;
    tokenPart->setSpacing(metrics::gap);
    tokenPart->addWidget(m_token);
    tokenPart->addWidget(m_tokenNote);
    tokenPart->addWidget(new PlainLabel(tr("Create one in authentik: Admin interface → Directory → Tokens and App "
                                           "passwords → Create, intent API Token, "
                                           "Expiring off."),
        PlainLabel::Look::Muted, m_pane));
    tokenPart->addWidget(new PlainLabel(
        tr("Reading events needs the permission “Can view Event”; creating, changing and deleting them needs "
           "“Can add”, “Can change” and “Can delete Event”. Your own notifications need none."),
        PlainLabel::Look::Muted, m_pane));
    addRow(tr("API to&ken"), m_token, tokenPart);

    auto *const namePart = new QVBoxLayout;
    namePart->addWidget(m_name);
    addRow(tr("&Name"), m_name, namePart);
    auto *const colourPart = new QVBoxLayout;
    colourPart->addWidget(m_colour);
    addRow(tr("Co&lour"), m_colour, colourPart);
    form->addWidget(m_trust, form->rowCount(), 1);
    column->addLayout(form);
    column->addWidget(m_result);
    column->addStretch();
}

void ConnectDialog::buildButtons()
{
    m_progress->setObjectName(u"progress"_s);
    m_keychain->setObjectName(u"keychainPanel"_s);
    m_test->setObjectName(u"test"_s);
    m_cancel->setObjectName(u"cancel"_s);
    m_connect->setObjectName(u"connect"_s);
    m_connect->setDefault(true);

    auto *const foot = new QVBoxLayout;
    foot->setContentsMargins(metrics::paneMargin, metrics::margin, metrics::paneMargin, metrics::margin);
    foot->setSpacing(metrics::gap);
    foot->addWidget(m_progress);
    foot->addWidget(m_keychain);
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    row->addWidget(m_test);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_connect);
    foot->addLayout(row);
    static_cast<QVBoxLayout *>(layout())->addLayout(foot);
}

void ConnectDialog::connectParts()
{
    connect(m_address, &AddressEdit::edited, this, &ConnectDialog::handleAddressEdited);
    connect(m_token, &TokenEdit::edited, this, [this] {
        invalidate();
        updateTokenHint();
    });
    connect(m_trust, &TrustOptions::edited, this, [this] {
        m_certificate->clear();
        invalidate();
    });
    connect(m_trust, &TrustOptions::pinDropped, this, [this] {
        m_pin = {};
        m_certificate->clear();
        m_trust->setPin({});
        invalidate();
    });
    connect(m_certificate, &CertificateView::trustChanged, this, [this](bool isTrusted) {
        m_pin = isTrusted ? Pin{presentServer(), m_certificate->certificate().sha256}
                          : Pin{m_original.server, m_original.pinnedSha256};
        invalidate();
    });
    connect(m_certificate, &CertificateView::testAgainRequested, this, &ConnectDialog::startTest);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (isTesting())
            stopTest();
        else
            startTest();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectOrTest);
    connect(m_keychain, &KeychainPanel::retryRequested, this, &ConnectDialog::store);
    connect(m_keychain, &KeychainPanel::sessionOnlyRequested, this, [this] {
        abandonWrite();
        finish(true);
    });
}

void ConnectDialog::setConnection(const Connection &connection)
{
    m_original = connection;
    m_isNew = connection.id.isEmpty();
    if (m_isNew)
        m_original.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const auto address = ServerAddress::parse(connection.server))
        m_original.server = address->toString();
    m_pin = {m_original.server, connection.pinnedSha256};
    m_address->setText(m_original.server);
    m_token->clear();
    m_name->setText(connection.name);
    m_colour->setColour(connection.colour);
    m_trust->setCaFile(connection.caFile);
    m_trust->setOpen(!connection.caFile.isEmpty() || !connection.pinnedSha256.isEmpty());
    m_trust->setPin(pin());
    m_certificate->clear();
    setWindowTitle(m_isNew ? tr("Connect to authentik") : tr("Edit connection"));
    stopTest();
    invalidate();
    updateTokenHint();
    updatePlaceholders();
    m_address->setFocus();
}

void ConnectDialog::setTimeDisplay(const TimeDisplay &display)
{
    m_certificate->setTimeDisplay(display);
}

void ConnectDialog::setTimeouts(std::chrono::milliseconds transfer, std::chrono::milliseconds whole)
{
    m_transferTimeout = transfer;
    m_deadline = whole;
}

// ---- What the fields say ------------------------------------------------------------------------------------------

QString ConnectDialog::presentServer() const
{
    const auto address = m_address->address();
    return address ? address->toString() : QString();
}

// A token must not travel to another server, and two paths of one host may be two of them.
bool ConnectDialog::isKeptTokenUsable() const
{
    return !m_original.token.isEmpty() && presentServer() == m_original.server;
}

QByteArray ConnectDialog::token() const
{
    const QByteArray typed = m_token->token();
    return typed.isEmpty() && isKeptTokenUsable() ? m_original.token : typed;
}

QByteArray ConnectDialog::pin() const
{
    return !m_pin.sha256.isEmpty() && m_pin.server == presentServer() ? m_pin.sha256 : QByteArray();
}

Connection ConnectDialog::collected() const
{
    Connection result = m_original;
    result.server = presentServer();
    result.token = token();
    result.caFile = m_trust->caFile();
    result.pinnedSha256 = pin();
    result.colour = m_colour->colour();
    result.name = m_name->text().simplified();
    if (const auto address = m_address->address(); address && result.name.isEmpty())
        result.name = address->host();
    if (m_found) {
        result.info = *m_found;
        result.userName = m_found->user.username;
    }
    return result;
}

void ConnectDialog::handleAddressEdited()
{
    m_certificate->clear();
    m_trust->setPin(pin());
    invalidate();
    updateTokenHint();
    updatePlaceholders();
}

void ConnectDialog::updateTokenHint()
{
    m_token->setInvalid(false);
    m_tokenNote->clear();
    if (m_original.token.isEmpty() || !m_token->token().isEmpty())
        return;
    if (!isKeptTokenUsable())
        m_tokenNote->say(NoteLine::Mark::Warning, otherAddressText());
}

void ConnectDialog::updatePlaceholders()
{
    m_token->setPlaceholder(isKeptTokenUsable() ? tr("Unchanged") : QString());
    const auto address = m_address->address();
    m_name->setPlaceholderText(address ? address->host() : tr("The host, if left empty"));
}

// A result is about what the fields said when it was asked for.
void ConnectDialog::invalidate()
{
    stopTest();
    m_found.reset();
    m_result->clear();
    abandonWrite();
    m_keychain->hide();
}

// ---- The test -----------------------------------------------------------------------------------------------------

std::optional<ApiClientOptions> ConnectDialog::checkedOptions()
{
    ApiClientOptions options;
    QWidget *problem = nullptr;
    const auto address = m_address->address();
    if (address) {
        options.address = *address;
    } else {
        m_address->setProblem(address.error());
        problem = m_address;
    }
    options.token = token();
    if (options.token.isEmpty() || !isPrintable(options.token)) {
        m_token->setInvalid(true);
        m_tokenNote->say(NoteLine::Mark::Problem,
            !options.token.isEmpty()         ? tr("This is not a token: it has characters that no token has.")
                : m_original.token.isEmpty() ? tr("Enter the API token.")
                                             : otherAddressText());
        problem = problem ? problem : m_token;
    }
    const auto authorities = m_trust->certificates();
    if (authorities) {
        options.caCertificates = *authorities;
    } else {
        m_trust->setProblem(authorities.error());
        problem = problem ? problem : m_trust->firstControl();
    }
    if (problem) {
        showProblem(problem, problem);
        return {};
    }
    options.pinnedSha256 = pin();
    options.transferTimeout = m_transferTimeout;
    options.deadline = m_deadline;
    options.maxAttempts = 1; // whoever sits here tries again better than a timer
    return options;
}

void ConnectDialog::startTest()
{
    const bool connectAfterTest = m_connectAfterTest; // invalidate() takes it back
    m_address->clearProblem();
    invalidate();
    updateTokenHint();
    auto options = checkedOptions();
    if (!options) {
        emit testFinished(false);
        return;
    }

    m_connectAfterTest = connectAfterTest;
    const QString server = options->address.toString();
    m_client = std::make_unique<ApiClient>(*std::move(options));
    m_probe = std::make_unique<ServerProbe>(*m_client);
    connect(m_probe.get(), &ServerProbe::userFound, this, [this](const CurrentUser &user) {
        showProgress(tr("Signed in as %1. Asking what the token may do.").arg(visibleLine(user.username).left(100)));
    });
    connect(m_probe.get(), &ServerProbe::succeeded, this, &ConnectDialog::handleSucceeded);
    connect(m_probe.get(), &ServerProbe::failed, this, &ConnectDialog::handleFailed);
    showProgress(tr("Testing %1").arg(server));
    m_probe->start();
}

void ConnectDialog::stopTest()
{
    m_connectAfterTest = false;
    m_probe.reset();
    m_client.reset();
    showProgress({});
}

// After an answer: the probe is still on the stack.
void ConnectDialog::retireTest()
{
    m_probe->disconnect(this);
    m_probe.release()->deleteLater();
    m_client.release()->deleteLater();
    stopTest();
}

// A certificate that has just worked moves from the question to the settings.
void ConnectDialog::settlePin()
{
    if (!m_certificate->isTrusted())
        return;
    m_certificate->clear();
    m_trust->setPin(pin());
    m_trust->setOpen(true);
}

void ConnectDialog::showProgress(const QString &text)
{
    const bool isRunning = !text.isEmpty();
    if (isRunning)
        m_progress->say(NoteLine::Mark::Waiting, text);
    else
        m_progress->clear();
    m_test->setText(isRunning ? tr("S&top test") : tr("&Test"));
    fitButtons();
}

void ConnectDialog::handleSucceeded(const ServerInfo &info)
{
    const auto address = m_address->address();
    if (!isTesting() || !address)
        return;
    const bool connectAfterTest = m_connectAfterTest;
    retireTest();
    settlePin();
    m_address->confirm();
    m_found = info;
    m_result->setResult(*address, info);
    showProblem(nullptr, m_result);
    if (connectAfterTest)
        store();
    emit testFinished(true);
}

void ConnectDialog::handleFailed(const ApiError &error, ServerProbe::Stage stage)
{
    const auto address = m_address->address();
    if (!isTesting() || !address)
        return;
    retireTest();
    const QString text = describeProbeFailure(error, stage, *address);
    const bool isAboutToken = stage == ServerProbe::Stage::Token
        && (error.kind == ApiError::Kind::TokenInvalid || error.kind == ApiError::Kind::Forbidden);
    if (isAboutToken) {
        settlePin();
        m_address->confirm();
        m_token->setInvalid(true);
        m_token->selectAll();
        m_tokenNote->say(NoteLine::Mark::Problem, text);
        showProblem(m_token, m_tokenNote);
        emit testFinished(false);
        return;
    }

    m_address->setProblem(text);
    QWidget *control = m_address;
    if (error.kind == ApiError::Kind::Tls && error.certificate) {
        m_certificate->setCertificate(*error.certificate, !pin().isEmpty());
        control = m_certificate->firstControl();
    } else if (error.kind == ApiError::Kind::Redirected && m_address->offerRedirect(error.redirectTarget)) {
        control = m_address->redirectButton();
        fitButtons();
    }
    showProblem(control, control);
    emit testFinished(false);
}

// The focused button becomes the default one, and that is written in bold: it must not need more room than it had.
void ConnectDialog::fitButtons()
{
    constexpr int padding = 2 * metrics::margin + metrics::gap;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics measure(bold);
    const auto buttons = findChildren<QPushButton *>();
    for (QPushButton *const button : buttons)
        button->setMinimumWidth(measure.size(Qt::TextShowMnemonic, button->text()).width() + padding);
}

// Later: what has just been shown has no place yet.
void ConnectDialog::showProblem(QWidget *control, QWidget *explanation)
{
    if (control)
        control->setFocus(Qt::OtherFocusReason);
    announce(explanation);
    QMetaObject::invokeMethod(
        this,
        [this, target = QPointer<QWidget>(explanation)] {
            if (target)
                m_scroll->ensureWidgetVisible(target, 0, metrics::paneMargin);
        },
        Qt::QueuedConnection);
}

// ---- The keychain -------------------------------------------------------------------------------------------------

void ConnectDialog::connectOrTest()
{
    if (m_found) {
        store();
    } else if (isTesting()) {
        m_connectAfterTest = true;
    } else {
        m_connectAfterTest = true;
        startTest();
    }
}

void ConnectDialog::store()
{
    if (!m_found || m_writeState == WriteState::Waiting)
        return;
    m_writeState = WriteState::Waiting;
    m_pane->setEnabled(false);
    m_test->setEnabled(false);
    m_connect->setEnabled(false);
    m_keychain->showWaiting();
    m_keychain->setFocus(); // no button: Enter must neither cancel nor choose
    const Connection connection = collected();
    const int attempt = ++m_writeAttempt;
    m_writeKey = m_secretKey(connection);
    m_store.write(m_writeKey, connection.token, this,
        [this, attempt](const SecretResult<std::monostate> &result) { handleStored(attempt, result); });
}

void ConnectDialog::handleStored(int attempt, const SecretResult<std::monostate> &result)
{
    if (attempt != m_writeAttempt)
        return;
    m_pane->setEnabled(true);
    m_test->setEnabled(true);
    m_connect->setEnabled(true);
    if (result) {
        m_writeState = WriteState::None;
        finish(false);
        return;
    }
    m_writeState = result.error().kind == SecretError::Kind::Timeout ? WriteState::OutcomeUnknown : WriteState::Failed;
    m_keychain->showError(result.error());
    m_keychain->retryButton()->setFocus();
    announce(m_keychain);
}

// A keychain that is still asking for its password may store the token later, though nobody wants it there any more.
void ConnectDialog::abandonWrite()
{
    ++m_writeAttempt;
    const auto state = std::exchange(m_writeState, WriteState::None);
    if (state != WriteState::Waiting && state != WriteState::OutcomeUnknown)
        return;
    if (m_isNew || m_writeKey != m_secretKey(m_original))
        m_store.remove(m_writeKey, QCoreApplication::instance(), [](const SecretResult<std::monostate> &) {});
}

void ConnectDialog::finish(bool sessionOnly)
{
    if (m_isDone)
        return;
    m_isDone = true;
    const Connection connection = collected();
    accept();
    emit connected(connection, sessionOnly);
}

void ConnectDialog::done(int result)
{
    stopTest();
    abandonWrite();
    m_isDone = true;
    m_token->clear();
    m_original.token.clear();
    QDialog::done(result);
}

} // namespace tidings
