// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are errors. The first line of an input is the status and the content type, the rest is the body.
#include "apierror.h"
#include "codec.h"
#include "fuzzing.h"
#include "requestbuilder.h"
#include "visibletext.h"

using namespace tidings;
using namespace tidings::fuzz;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// As ApiCall does it: redacted before and behind.
ApiError errorOf(int status, const QByteArray &contentType, const QByteArray &body, const RequestBuilder &builder)
{
    ApiError error = errorFromHttp(status, contentType.toLower(), builder.redacted(body));
    builder.redact(error);
    error.detail.truncate(500);
    return error;
}

void checkFields(const ApiError &error)
{
    constexpr qsizetype longestName = 5 * 101; // of five levels
    require(error.fieldErrors.size() <= 50, "fields have a limit");
    qsizetype count = 0;
    for (auto it = error.fieldErrors.cbegin(); it != error.fieldErrors.cend(); ++it) {
        require(it.key().size() <= longestName, "names of fields have a limit");
        count += it.value().size();
        for (const QString &text : it.value())
            require(text.size() <= 500, "texts have a limit");
    }
    require(count <= 50 * 10, "texts of fields have a limit");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArray token = "Zk3vQ9rT1xW7yB5nM2cL8hJ4gF6dS0aPzK3VqR9tX1wY7Bn5Mc2Lh8Jg4Fd6";
    static const RequestBuilder builder(ServerAddress::parse(u"https://auth.example.org"_s).value(), token, 30s);
    const QByteArray input = bytesOf(data, size);
    const qsizetype lineEnd = input.indexOf('\n');
    const QByteArray line = lineEnd < 0 ? input : input.first(lineEnd);
    const QByteArray body = lineEnd < 0 ? QByteArray() : input.sliced(lineEnd + 1);
    const qsizetype blank = line.indexOf(' ');
    const int status = (blank < 0 ? line : line.first(blank)).toInt();
    const QByteArray contentType = blank < 0 ? QByteArray() : line.sliced(blank + 1);

    ApiError error = errorOf(status, contentType, body, builder);
    require(error.httpStatus == status && !kindName(error.kind).isEmpty(), "an error has its status and a kind");
    require(error.kind != ApiError::Kind::Cancelled, "nobody cancelled it");
    require(error.detail.size() <= 500, "the detail has a limit");
    checkFields(error);

    error.retryAfter = parseRetryAfter(body, QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC));
    require(
        !error.retryAfter || (*error.retryAfter >= 0s && *error.retryAfter <= 24h), "nobody waits longer than a day");
    for (const bool mayHaveArrived : {false, true}) {
        error.mayHaveArrived = mayHaveArrived;
        const QString sentence = describe(error);
        require(!sentence.isEmpty() && sentence.size() <= 2000, "an error has a sentence");
        const QString shown = visibleText(sentence);
        require(isFitToBeSeen(shown, Allowed::Lines), "which can be shown");
        require(!shown.contains(QString::fromLatin1(token), Qt::CaseInsensitive), "and never names the token");
    }
    return 0;
}
