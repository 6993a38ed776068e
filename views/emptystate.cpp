// SPDX-License-Identifier: GPL-3.0-or-later
#include "emptystate.h"

#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_action(new QPushButton(this))
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setMaximumWidth(420);
    m_text->setMinimumWidth(160);
    m_text->setObjectName(u"emptyStateText"_s);
    m_action->setObjectName(u"emptyStateAction"_s);
    auto *const column = new QVBoxLayout(this);
    column->setSpacing(metrics::margin);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    auto *const row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_text, 4);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContent(const QString &iconName, const QString &text, const QString &action)
{
    constexpr int large = 40;
    m_icon->setPixmap(iconPixmap(iconName, large, currentColors().muted, devicePixelRatioF()));
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

QString EmptyState::text() const
{
    return m_text->plainText();
}

} // namespace tidings
