// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/secretreport.h"

#include <QAction>
#include <QObject>

#include <map>

namespace Gui {

class Facts;
class NoticeBar;
class Requests;

/// What a person can do with the secret of the chosen destination, so that a receiver can verify
/// what it signs. A secret goes to the clipboard and is shown nowhere.
///
/// Borrows: all that it is made with; \a bar tells what has been done.
class SecretDesk final : public QObject
{
    Q_OBJECT

public:
    SecretDesk(const Facts &facts, Requests &requests, NoticeBar &bar, QWidget &window);

    QList<QAction *> forChosen() const { return {copySecret, copyPublicKey, rotate}; }
    /// Null for none, for \a reason.
    void updateActions(const Core::Destination *chosen, const QString &reason);

    QAction *const copySecret;
    QAction *const copyPublicKey; ///< of ed25519 alone
    QAction *const rotate;

private:
    void ask(void (Requests::*request)(const Core::DestinationId &));
    void openRotation();
    void takeAsked(const Core::SecretReport &report);
    void takeRotated(const Core::SecretReport &report);
    void copy(const Core::SecretReport &report, const QString &notice);

    Requests &m_requests;
    NoticeBar &m_bar;
    QWidget &m_window;
    std::optional<Core::Destination> m_chosen;
    Core::Destination m_asked; ///< whose secret or key is wanted on the clipboard; without id none
    std::map<Core::DestinationId, Core::Destination> m_rotated; ///< whose new one is
};

} // namespace Gui
