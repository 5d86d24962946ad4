// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/wordsdialog.h"

#include "ui/look/confirmation.h"
#include "ui/look/format.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gui {

namespace {

constexpr int NoteLines = 4;
constexpr int NoteWidth = 60;

} // namespace

WordsDialog::WordsDialog(const QString &title, const QString &question, QWidget *parent)
    : QDialog(parent)
    , m_words(new QPlainTextEdit(this))
    , m_check(new QLabel(this))
{
    setWindowTitle(title);
    auto *const label = new QLabel(question, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(m_words);
    m_words->setAccessibleName(title);
    m_words->setTabChangesFocus(true);
    m_words->setMinimumSize(m_words->fontMetrics().averageCharWidth() * NoteWidth,
                            m_words->fontMetrics().lineSpacing() * NoteLines + 12);
    m_check->setTextFormat(Qt::PlainText);
    auto *const buttons
        = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_confirm = buttons->button(QDialogButtonBox::Ok);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_check);
    layout->addWidget(buttons);
    connect(m_words, &QPlainTextEdit::textChanged, this, &WordsDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit wordsEntered(m_words->toPlainText().trimmed());
        accept();
    });
    // Enter makes a new line.
    confirmByKey(*this, *m_confirm);
    check();
}

void WordsDialog::setWords(const QString &words)
{
    m_words->setPlainText(words);
    m_words->selectAll();
}

void WordsDialog::setLongest(int characters)
{
    m_longest = characters;
    check();
}

void WordsDialog::setConfirmation(const QString &text)
{
    m_confirm->setText(text);
}

void WordsDialog::check()
{
    const auto length = m_words->toPlainText().trimmed().size();
    m_check->setText(tr("%1 of %2 characters").arg(countText(length), countText(m_longest)));
    m_confirm->setEnabled(length <= m_longest);
    m_confirm->setToolTip(length <= m_longest ? tr("Ctrl+Return") : tr("It is too long"));
}

} // namespace Gui
