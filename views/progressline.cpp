// SPDX-License-Identifier: GPL-3.0-or-later
#include "progressline.h"

#include "plainlabel.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 1000;

} // namespace

ProgressLine::ProgressLine(const QString &name, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_first(new QPushButton(this))
    , m_second(new QPushButton(this))
{
    setObjectName(name + u"Progress"_s);
    m_text->setObjectName(name + u"ProgressText"_s);
    m_text->setWordWrap(false);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(accessibleName);
    m_first->setObjectName(name + u"Pause"_s);
    m_second->setObjectName(name + u"Stop"_s);
    for (QPushButton *const button : {m_first, m_second})
        button->setProperty("link", true);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::margin, 0, metrics::margin, metrics::gap);
    row->setSpacing(metrics::gap);
    row->addWidget(m_bar, 1);
    row->addWidget(m_text);
    row->addWidget(m_first);
    row->addWidget(m_second);
    hide();
}

void ProgressLine::showProgress(qint64 done, qint64 total)
{
    m_bar->show();
    m_text->setWordWrap(false);
    static_cast<QHBoxLayout *>(layout())->setStretchFactor(m_text, 0);
    m_bar->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(std::min<qint64>(steps, done * qint64{steps} / total)));
}

void ProgressLine::hideProgress()
{
    m_bar->hide();
    m_text->setWordWrap(true);
    static_cast<QHBoxLayout *>(layout())->setStretchFactor(m_text, 1);
}

void ProgressLine::setText(const QString &text)
{
    m_text->setText(text);
}

QString ProgressLine::paceText(qint64 done, qint64 left, qint64 milliseconds)
{
    const double seconds = static_cast<double>(milliseconds) / 1000;
    const double rate = seconds > 1 ? static_cast<double>(done) / seconds : 0;
    if (rate < 1)
        return {};
    QString text = u" · "_s + tr("%1 a second").arg(QLocale().toString(static_cast<int>(rate)));
    if (left > 0) {
        const int secondsLeft = static_cast<int>(std::min(static_cast<double>(left) / rate, 1e6)) + 1;
        text += u" · "_s
            + (secondsLeft < 120 ? tr("%n s left", nullptr, secondsLeft)
                                 : tr("%n min left", nullptr, secondsLeft / 60));
    }
    return text;
}

} // namespace tidings
