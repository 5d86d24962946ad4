// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/secretdesk.h"

#include "ui/destinations/rotatedialog.h"
#include "ui/facts.h"
#include "ui/look/format.h"
#include "ui/noticebar.h"
#include "ui/requests.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>
#include <utility>

namespace Gui {

namespace {

QString nameIn(const Core::Destination &destination)
{
    return shortened(printable(destination.name), LongestName);
}

} // namespace

SecretDesk::SecretDesk(const Facts &facts, Requests &requests, NoticeBar &bar, QWidget &window)
    : QObject(&window)
    , copySecret(new QAction(tr("Cop&y secret"), this))
    , copyPublicKey(new QAction(tr("Copy public &key"), this))
    , rotate(new QAction(tr("Rot&ate secret…"), this))
    , m_requests(requests)
    , m_bar(bar)
    , m_window(window)
{
    copySecret->setObjectName(QStringLiteral("copy-secret"));
    copyPublicKey->setObjectName(QStringLiteral("copy-public-key"));
    rotate->setObjectName(QStringLiteral("rotate-secret"));
    connect(copySecret, &QAction::triggered, this, [this] { ask(&Requests::secretRequested); });
    connect(copyPublicKey, &QAction::triggered, this,
            [this] { ask(&Requests::publicKeyRequested); });
    connect(rotate, &QAction::triggered, this, &SecretDesk::openRotation);
    connect(&facts, &Facts::secretLoaded, this, [this](const Core::SecretReport &report) {
        if (report.isNew)
            takeRotated(report);
        else
            takeAsked(report);
    });
}

void SecretDesk::updateActions(const Core::Destination *chosen, const QString &reason)
{
    m_chosen = chosen == nullptr ? std::nullopt : std::optional(*chosen);
    for (QAction *const action : forChosen()) {
        action->setEnabled(m_chosen.has_value());
        action->setStatusTip(reason);
    }
    if (m_chosen && m_chosen->signature != Core::SignatureScheme::StandardEd25519) {
        copyPublicKey->setEnabled(false);
        copyPublicKey->setStatusTip(tr("Only ed25519 has a public key; copy the secret"));
    }
}

void SecretDesk::ask(void (Requests::*request)(const Core::DestinationId &))
{
    if (!m_chosen)
        return;
    m_asked = *m_chosen;
    emit(m_requests.*request)(m_asked.id);
}

void SecretDesk::openRotation()
{
    if (!m_chosen)
        return;
    auto *const dialog = new RotateDialog(*m_chosen, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RotateDialog::rotationEntered, this,
            [this, destination = *m_chosen](const Core::Rotation &rotation) {
                m_rotated.insert_or_assign(destination.id, destination);
                emit m_requests.rotationRequested(rotation);
            });
    dialog->open();
}

void SecretDesk::takeAsked(const Core::SecretReport &report)
{
    if (m_asked.id.isNull() || report.destination != m_asked.id)
        return;
    const QString name = nameIn(std::exchange(m_asked, {}));
    if (report.secret.isEmpty())
        copy(report, tr("The public key of “%1” is on the clipboard.").arg(name));
    else
        copy(report, tr("The secret of “%1” is on the clipboard.").arg(name));
}

void SecretDesk::takeRotated(const Core::SecretReport &report)
{
    const auto rotated = m_rotated.extract(report.destination);
    if (rotated.empty())
        return;
    QString notice
        = (report.secret.isEmpty() ? tr("The new public key of “%1” is on the clipboard.")
                                   : tr("The new secret of “%1” is on the clipboard."))
              .arg(nameIn(rotated.mapped()));
    if (report.previousUntil)
        notice += u' '
            + tr("The old one keeps signing until %1.").arg(momentText(*report.previousUntil));
    copy(report, notice);
}

void SecretDesk::copy(const Core::SecretReport &report, const QString &notice)
{
    const bool isSecret = !report.secret.isEmpty();
    auto data = std::make_unique<QMimeData>();
    data->setText(QString::fromUtf8(isSecret ? report.secret : report.publicKey));
    // By this, programs that keep what was copied know that they should not.
    if (isSecret)
        data->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
    QGuiApplication::clipboard()->setMimeData(data.release());
    m_bar.setAction({});
    m_bar.showBriefly(notice);
}

} // namespace Gui
