// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/notificationrule.h"

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

// A destination may have got another name meanwhile.
auto isSameAs(const NotificationSubject &subject)
{
    return [&subject](const NotificationSubject &known) {
        return known.destination == subject.destination
            && (!subject.destination.isNull() || known.name == subject.name);
    };
}

} // namespace

std::optional<NotificationKind> happeningOf(const Core::DestinationStatus *before,
                                            const Core::DestinationStatus &after)
{
    const bool isPaused = after.destination.state == Core::DestinationState::Paused;
    const bool wasPaused
        = before != nullptr && before->destination.state == Core::DestinationState::Paused;
    // What a person pauses has no reason.
    if (isPaused && !wasPaused && before != nullptr && !after.destination.pauseReason.isEmpty())
        return NotificationKind::AutomaticPause;
    const int failuresBefore = before == nullptr ? 0 : before->failuresInARow;
    // The past that a start brings in is not news.
    const bool isNews = before != nullptr || after.recent.size() == 1;
    if (failuresBefore == 0 && after.failuresInARow > 0 && !isPaused && isNews)
        return NotificationKind::FirstFailure;
    const bool wentWell
        = after.lastAttempt && after.lastAttempt->outcome == Core::AttemptOutcome::Delivered;
    if (failuresBefore > 0 && after.failuresInARow == 0 && wentWell)
        return NotificationKind::Recovery;
    return {};
}

void NotificationGroups::add(NotificationKind kind, const NotificationSubject &subject)
{
    QList<NotificationSubject> &subjects = m_groups.at(static_cast<std::size_t>(kind)).subjects;
    if (std::none_of(subjects.begin(), subjects.end(), isSameAs(subject)))
        subjects.append(subject);
}

void NotificationGroups::forget(NotificationKind kind, const NotificationSubject &subject)
{
    m_groups.at(static_cast<std::size_t>(kind)).subjects.removeIf(isSameAs(subject));
}

QList<Notification> NotificationGroups::takeDue(Core::Time now)
{
    QList<Notification> due;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        Group &group = m_groups.at(i);
        // A clock that was set back must not silence us for longer than the pause.
        const bool isHeld = group.shownAt && now < *group.shownAt + Pause && now >= *group.shownAt;
        if (group.subjects.isEmpty() || isHeld)
            continue;
        due.append({NotificationKind{static_cast<int>(i)}, std::exchange(group.subjects, {})});
        group.shownAt = now;
    }
    return due;
}

std::optional<Core::Time> NotificationGroups::nextAt() const
{
    std::optional<Core::Time> next;
    for (const Group &group : m_groups) {
        if (group.subjects.isEmpty() || !group.shownAt)
            continue;
        const Core::Time at = *group.shownAt + Pause;
        next = next ? std::min(*next, at) : at;
    }
    return next;
}

} // namespace Gui
