// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/binoffer.h"

#include "ui/detail/shellquoting.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gui {

QString curlToBin(const QString &address)
{
    return QStringLiteral("curl --request POST --url %1 \\\n"
                          "     --header 'content-type: application/json' \\\n"
                          "     --data '{\"hello\": \"bin\"}'")
        .arg(shellWord(address.toUtf8()));
}

BinOffer::BinOffer(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_address(new QLabel(this))
    , m_command(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_send(new QPushButton(tr("Send something now"), this))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    for (QLabel *const label : {m_title, m_address, m_command}) {
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label, 0, Qt::AlignHCenter);
    }
    for (QLabel *const label : {m_address, m_command})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_address->setAccessibleName(tr("Address of the bin"));
    m_command->setAccessibleName(tr("A command that sends to the bin"));
    setGlyph(*m_copy, Glyph::Copy);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_send);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, &BinOffer::copy);
    connect(m_send, &QPushButton::clicked, this, &BinOffer::sendingRequested);
    applyFont();
}

void BinOffer::setBin(const QString &bin, const QString &address)
{
    const bool isListening = !address.isEmpty();
    m_title->setText(
        isListening
            ? tr("“%1” has nothing on record. This sends something there:").arg(printable(bin))
            : tr("“%1” has nothing on record, and nothing listens.").arg(printable(bin)));
    m_address->setText(address);
    m_command->setText(isListening ? curlToBin(address) : QString());
    for (QWidget *const one : QList<QWidget *>{m_address, m_command, m_copy, m_send})
        one->setVisible(isListening);
}

QString BinOffer::command() const
{
    return m_command->text();
}

void BinOffer::copy()
{
    QGuiApplication::clipboard()->setText(command());
    emit copied();
}

void BinOffer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void BinOffer::applyFont()
{
    for (QLabel *const label : {m_address, m_command})
        label->setFont(fixedFontLike(font()));
}

} // namespace Gui
