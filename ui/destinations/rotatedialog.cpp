// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/rotatedialog.h"

#include "core/model/secrets.h"
#include "ui/destinations/advancedform.h"
#include "ui/destinations/secretfield.h"
#include "ui/look/choicefield.h"
#include "ui/look/confirmation.h"
#include "ui/look/format.h"
#include "ui/look/plainlabel.h"
#include "ui/look/refusals.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace Gui {

namespace {

constexpr int RotationWidth = 64; ///< in characters

enum OverlapChoice {
    UsualOverlap,
    NoOverlap,
};

} // namespace

RotateDialog::RotateDialog(Core::Destination destination, QWidget *parent)
    : QDialog(parent)
    , m_destination(std::move(destination))
    , m_secret(new SecretField(this))
    , m_overlap(new ChoiceField(tr("Keep signing with the old one"),
                                {tr("For 24 hours"), tr("No longer"), tr("For")},
                                QStringLiteral("7d"), this))
    , m_check(plainLabel({}, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Rotate secret"));
    m_secret->setScheme(m_destination.signature);
    m_secret->setEmptyMeaning(tr("Empty: a new one is made"));
    layOut();
    connect(m_secret, &SecretField::changed, this, &RotateDialog::check);
    connect(m_overlap, &ChoiceField::changed, this, &RotateDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (const auto entered = rotation())
            emit rotationEntered(*entered);
        accept();
    });
    confirmByKey(*this, *m_buttons->button(QDialogButtonBox::Ok));
    check();
}

void RotateDialog::layOut()
{
    m_check->setFixedHeight(fontMetrics().lineSpacing() * 2);
    m_check->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_check->setMinimumWidth(fontMetrics().averageCharWidth() * RotationWidth);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Rotate and copy"));
    for (QAbstractButton *const button : m_buttons->buttons())
        button->setIcon({});
    auto *const form = new QFormLayout;
    form->addRow(tr("&New secret"), m_secret);
    form->addRow(tr("Keep signing with the &old one"), m_overlap);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(explanation(), this));
    layout->addLayout(form);
    layout->addWidget(m_check);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    // GitHub's field has room for one signature. Not before the labels have a parent.
    form->setRowVisible(m_overlap, m_destination.signature != Core::SignatureScheme::GitHub);
}

QString RotateDialog::explanation() const
{
    const QString name = shortened(printable(m_destination.name), LongestName);
    switch (m_destination.signature) {
    case Core::SignatureScheme::StandardEd25519:
        return tr("“%1” gets another pair of keys. The public one, which the receiver needs, is "
                  "copied to the clipboard.")
            .arg(name);
    case Core::SignatureScheme::GitHub:
        return tr("“%1” gets another secret, which alone signs from then on. It is copied to the "
                  "clipboard, for the receiver.")
            .arg(name);
    case Core::SignatureScheme::Standard:
    case Core::SignatureScheme::Stripe:
    case Core::SignatureScheme::None:
        return tr("“%1” gets another secret. It is copied to the clipboard, for the receiver.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

Core::Result<Core::Milliseconds> RotateDialog::overlap() const
{
    if (m_overlap->isSpeltOut())
        return readDuration(m_overlap->text(), QStringLiteral("overlap"));
    return m_overlap->choice() == NoOverlap ? Core::Milliseconds{0} : Core::DefaultOverlap;
}

Core::Result<Core::Rotation> RotateDialog::rotation() const
{
    const QByteArray secret = m_secret->secret();
    if (!secret.isEmpty()) {
        if (const auto valid = Core::validateSecret(m_destination.signature, secret); !valid)
            return valid.error();
    }
    const auto along = overlap();
    if (!along)
        return along.error();
    if (const auto valid = Core::validateOverlap(*along); !valid)
        return valid.error();
    return Core::Rotation{m_destination.id, secret, *along};
}

void RotateDialog::check()
{
    const auto entered = rotation();
    m_check->setText(entered ? QString() : printable(spoken(entered.error())));
    QPushButton *const ok = m_buttons->button(QDialogButtonBox::Ok);
    ok->setEnabled(entered.has_value());
    ok->setToolTip(entered ? tr("Ctrl+Return") : plainToolTip(m_check->text()));
}

} // namespace Gui
