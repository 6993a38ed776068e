// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenedit.h"

#include "theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QStyle>
#include <QToolButton>
#include <QValidator>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

// A validator sees every way in: typing, pasting, dropping, input methods.
class TokenCleaner : public QValidator
{
public:
    using QValidator::QValidator;

    State validate(QString &input, int &position) const override
    {
        const QString clean = TokenEdit::cleaned(input);
        if (clean != input) {
            const qsizetype before = TokenEdit::cleaned(input.left(position)).size();
            position = static_cast<int>(std::min(before, clean.size()));
            input = clean;
        }
        return Acceptable;
    }
};

// QLineEdit copies nothing while it hides its text, but everything while it shows it, and also what Ctrl+K deletes.
class TokenLine : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) {
            event->accept();
        } else if (event->matches(QKeySequence::DeleteEndOfLine)) {
            setSelection(cursorPosition(), static_cast<int>(text().size()));
            del();
        } else if (event->matches(QKeySequence::DeleteCompleteLine)) {
            selectAll();
            del();
        } else {
            QLineEdit::keyPressEvent(event);
        }
    }

    // X11 and Wayland: letting go of the mouse would copy the selection.
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && hasSelectedText())
            event->accept();
        else
            QLineEdit::mouseReleaseEvent(event);
    }

    void contextMenuEvent(QContextMenuEvent *event) override
    {
        auto *const menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(TokenEdit::tr("Paste"), this, &QLineEdit::paste);
        menu->addAction(TokenEdit::tr("Clear"), this, [this] {
            selectAll();
            del();
        });
        menu->addAction(TokenEdit::tr("Select all"), this, &QLineEdit::selectAll);
        menu->popup(event->globalPos());
    }
};

} // namespace

TokenEdit::TokenEdit(QWidget *parent)
    : QWidget(parent)
    , m_edit(new TokenLine(this))
    , m_show(new QToolButton(this))
{
    m_edit->setObjectName(u"token"_s);
    m_edit->setAccessibleName(tr("API token"));
    m_edit->setValidator(new TokenCleaner(m_edit));
    m_edit->setDragEnabled(false);
    m_show->setObjectName(u"showToken"_s);
    m_show->setProperty("button", true);
    m_show->setCheckable(true);
    m_show->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_edit);

    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics::gap);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    connect(m_edit, &QLineEdit::textEdited, this, &TokenEdit::edited);
    connect(m_show, &QToolButton::toggled, this, &TokenEdit::showToken);
    showToken(false);
}

QByteArray TokenEdit::token() const
{
    return m_edit->text().toUtf8();
}

void TokenEdit::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void TokenEdit::setInvalid(bool isInvalid)
{
    m_edit->setProperty("invalid", isInvalid);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

void TokenEdit::clear()
{
    m_edit->clear();
    m_show->setChecked(false);
}

void TokenEdit::selectAll()
{
    m_edit->selectAll();
}

QString TokenEdit::cleaned(const QString &text)
{
    static const QRegularExpression scheme(
        u"\\A\\s*(authorization\\s*:\\s*)?bearer\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    QString clean = text;
    clean.remove(scheme);
    clean.removeIf([](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    return clean;
}

void TokenEdit::showToken(bool isShown)
{
    m_edit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    // Shown or not, it is nothing for a keyboard to learn; setEchoMode() has just taken these hints away.
    m_edit->setInputMethodHints(
        m_edit->inputMethodHints() | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_show->setText(isShown ? tr("Hide") : tr("Show"));
    m_show->setAccessibleName(isShown ? tr("Hide token") : tr("Show token"));
}

} // namespace tidings
