// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/secretfield.h"

#include "core/model/secrets.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace Gui {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
{
    m_text->setEchoMode(QLineEdit::Password);
    m_text->setAccessibleName(tr("Secret"));
    auto *const shown = new QToolButton(this);
    shown->setText(tr("Show"));
    shown->setToolTip(tr("Show what is entered"));
    shown->setCheckable(true);
    auto *const made = new QToolButton(this);
    made->setText(tr("Generate"));
    made->setToolTip(tr("Enter a new secret from the system's random source"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(shown);
    layout->addWidget(made);
    setFocusProxy(m_text);
    connect(m_text, &QLineEdit::textChanged, this, &SecretField::changed);
    connect(shown, &QToolButton::toggled, this, [this](bool isShown) {
        m_text->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        // No keyboard is to learn what may be seen.
        m_text->setInputMethodHints(m_text->inputMethodHints() | Qt::ImhSensitiveData
                                    | Qt::ImhNoPredictiveText);
    });
    connect(made, &QToolButton::clicked, this,
            [this] { m_text->setText(QString::fromLatin1(Core::newSecret(m_scheme))); });
}

/// What surrounds it came along when it was copied.
QByteArray SecretField::secret() const
{
    return m_text->text().trimmed().toUtf8();
}

void SecretField::setScheme(Core::SignatureScheme scheme)
{
    m_scheme = scheme;
}

void SecretField::setEmptyMeaning(const QString &meaning)
{
    m_text->setPlaceholderText(meaning);
    m_text->setMinimumWidth(fontMetrics().horizontalAdvance(meaning)
                            + 3 * fontMetrics().averageCharWidth());
}

void SecretField::clear()
{
    m_text->clear();
}

QString toWords(Core::SignatureScheme scheme)
{
    switch (scheme) {
    case Core::SignatureScheme::Standard:
        return QStringLiteral("Standard Webhooks");
    case Core::SignatureScheme::StandardEd25519:
        return QStringLiteral("Standard Webhooks ed25519");
    case Core::SignatureScheme::GitHub:
        return QStringLiteral("GitHub");
    case Core::SignatureScheme::Stripe:
        return QStringLiteral("Stripe");
    case Core::SignatureScheme::None:
        return SecretField::tr("None");
    }
    Q_UNREACHABLE();
}

} // namespace Gui
