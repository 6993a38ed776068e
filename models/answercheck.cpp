// SPDX-License-Identifier: GPL-3.0-or-later
#include "answercheck.h"

#include "serverprobe.h"

#include <utility>

namespace tidings {

AnswerCheck::AnswerCheck(QObject *parent)
    : QObject(parent)
{
}

void AnswerCheck::reset()
{
    m_isDistrusted = false;
}

void AnswerCheck::stop()
{
    m_call.cancel();
}

void AnswerCheck::ask(ApiClient &client, const QString &search)
{
    if (std::exchange(m_isChecked, true))
        return;
    EventListQuery question;
    question.search = ServerProbe::akqlQuestion(search);
    question.pageSize = 1;
    m_call = client.events(question, this, [this, &client](const Result<Page<Event>> &page) {
        if (!page || page->count > 0)
            return;
        // Or there are no events at all.
        EventListQuery all;
        all.pageSize = 1;
        m_call = client.events(all, this, [this](const Result<Page<Event>> &any) {
            if (any && any->count > 0)
                distrust();
        });
    });
}

void AnswerCheck::distrust()
{
    if (std::exchange(m_isDistrusted, true))
        return;
    const auto tell = [this] {
        if (m_isDistrusted)
            emit distrusted();
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

} // namespace tidings
