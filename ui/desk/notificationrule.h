// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace Gui {

/// What a person may want to be told while looking elsewhere.
enum class NotificationKind {
    FirstFailure, ///< of a destination that did well, or has just begun
    Recovery,
    AutomaticPause,
    FirstCapture, ///< of a bin since the window was hidden
};
inline constexpr int NotificationKindCount = 4;

/// What the change of a destination is worth telling. \a before is null for one that is new.
std::optional<NotificationKind> happeningOf(const Core::DestinationStatus *before,
                                            const Core::DestinationStatus &after);

/// What a notification is about: a destination, or a bin, which has no id. Destinations may bear
/// the same name.
struct NotificationSubject
{
    QString name;
    Core::DestinationId destination; ///< null for a bin

    bool operator==(const NotificationSubject &) const = default;
};

/// One notification, perhaps of several of a kind.
struct Notification
{
    NotificationKind kind = NotificationKind::FirstFailure;
    QList<NotificationSubject> subjects; ///< each once

    bool operator==(const Notification &) const = default;
};

/// Holds notifications back so that of each kind no more than one a minute is shown; what comes
/// within that minute is told together at its end.
class NotificationGroups final
{
public:
    static constexpr std::chrono::minutes Pause{1};

    void add(NotificationKind kind, const NotificationSubject &subject);
    /// It is no longer true.
    void forget(NotificationKind kind, const NotificationSubject &subject);

    /// What is to be shown at \a now; it counts as shown.
    QList<Notification> takeDue(Core::Time now);
    /// When to ask again; nothing while nothing is held back.
    std::optional<Core::Time> nextAt() const;

private:
    struct Group
    {
        QList<NotificationSubject> subjects;
        std::optional<Core::Time> shownAt;
    };

    std::array<Group, NotificationKindCount> m_groups;
};

} // namespace Gui
