// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "ui/desk/notificationmessage.h"
#include "ui/desk/notificationrule.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace Gui {

class Facts;

/// Tells by notified() what a person should know who does not look at the window.
///
/// Borrows: \a facts.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(const Facts &facts, QObject *parent = nullptr);

    void setSilenced(const QSet<NotificationKind> &silenced) { m_silenced = silenced; }
    void setFocused(bool isFocused); ///< Whether a window of ours has the keyboard.
    void setHidden(bool isHidden);

signals:
    void notified(const Gui::NotificationMessage &message);

private:
    void follow(const QList<Core::DestinationStatus> &destinations);
    void forget(const QList<Core::DestinationId> &destinations);
    void addCaptures(const QList<Core::Capture> &captures);
    void add(NotificationKind kind, const NotificationSubject &subject);
    QString textOf(const Notification &notification) const;
    NotificationMessage messageOf(const Notification &notification) const;
    Core::AttemptId failureOf(const Notification &notification) const;
    void showDue();

    QHash<Core::DestinationId, Core::DestinationStatus> m_known;
    QSet<NotificationKind> m_silenced;
    QSet<QString> m_toldBins; ///< since the window was hidden
    NotificationGroups m_groups;
    QTimer m_timer;
    bool m_isFocused = false;
    bool m_isHidden = false;
};

} // namespace Gui
