// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/notifier.h"

#include "ui/facts.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <algorithm>

namespace Gui {

namespace {

constexpr qsizetype MostNames = 5;

QString titleOf(const Notification &notification)
{
    const int count = static_cast<int>(notification.subjects.size());
    switch (notification.kind) {
    case NotificationKind::FirstFailure:
        return Notifier::tr("%n destination(s) failing", nullptr, count);
    case NotificationKind::Recovery:
        return Notifier::tr("%n destination(s) recovered", nullptr, count);
    case NotificationKind::AutomaticPause:
        return Notifier::tr("%n destination(s) paused by Hookpost", nullptr, count);
    case NotificationKind::FirstCapture:
        return Notifier::tr("%n bin(s) received requests", nullptr, count);
    }
    Q_UNREACHABLE();
}

/// Whether what went wrong is told with the name.
bool isAboutFailure(const Notification &notification)
{
    return notification.kind == NotificationKind::FirstFailure
        || notification.kind == NotificationKind::AutomaticPause;
}

} // namespace

Notifier::Notifier(const Facts &facts, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Notifier::showDue);
    connect(&facts, &Facts::destinationsChanged, this, &Notifier::follow);
    connect(&facts, &Facts::destinationsForgotten, this, &Notifier::forget);
    connect(&facts, &Facts::capturesRecorded, this, &Notifier::addCaptures);
}

void Notifier::setFocused(bool isFocused)
{
    m_isFocused = isFocused;
}

void Notifier::setHidden(bool isHidden)
{
    m_isHidden = isHidden;
    m_toldBins.clear();
}

void Notifier::follow(const QList<Core::DestinationStatus> &destinations)
{
    for (const Core::DestinationStatus &status : destinations) {
        const auto before = m_known.constFind(status.destination.id);
        const auto kind = happeningOf(before == m_known.constEnd() ? nullptr : &*before, status);
        m_known.insert(status.destination.id, status);
        if (!kind)
            continue;
        const NotificationSubject subject{status.destination.name, status.destination.id};
        // Who has recovered before anybody was told of the failure needs no notification at all.
        m_groups.forget(kind == NotificationKind::Recovery ? NotificationKind::FirstFailure
                                                           : NotificationKind::Recovery,
                        subject);
        add(*kind, subject);
    }
    showDue();
}

void Notifier::forget(const QList<Core::DestinationId> &destinations)
{
    for (const Core::DestinationId id : destinations)
        m_known.remove(id);
}

void Notifier::addCaptures(const QList<Core::Capture> &captures)
{
    if (!m_isHidden)
        return;
    for (const Core::Capture &capture : captures) {
        if (m_toldBins.contains(capture.bin))
            continue;
        m_toldBins.insert(capture.bin);
        add(NotificationKind::FirstCapture, {capture.bin, {}});
    }
    showDue();
}

void Notifier::add(NotificationKind kind, const NotificationSubject &subject)
{
    if (!m_isFocused && !m_silenced.contains(kind))
        m_groups.add(kind, subject);
}

Core::AttemptId Notifier::failureOf(const Notification &notification) const
{
    Core::AttemptId newest;
    if (!isAboutFailure(notification))
        return newest;
    for (const NotificationSubject &subject : notification.subjects) {
        const std::optional<Core::Attempt> last = m_known.value(subject.destination).lastAttempt;
        if (last && Core::isFailure(*last))
            newest = std::max(newest, last->id);
    }
    return newest;
}

QString Notifier::textOf(const Notification &notification) const
{
    QStringList lines;
    for (const NotificationSubject &subject : notification.subjects.mid(0, MostNames)) {
        const QString name = shortened(printable(subject.name), LongestName);
        const std::optional<Core::Attempt> last = m_known.value(subject.destination).lastAttempt;
        lines.append(isAboutFailure(notification) && last && Core::isFailure(*last)
                         ? tr("%1: %2").arg(name, spoken(*last))
                         : name);
    }
    if (const auto more = notification.subjects.size() - MostNames; more > 0)
        lines.append(tr("and %n more", nullptr, static_cast<int>(more)));
    return lines.join(u'\n');
}

NotificationMessage Notifier::messageOf(const Notification &notification) const
{
    const bool isOneFailing
        = notification.kind == NotificationKind::FirstFailure && notification.subjects.size() == 1;
    return {titleOf(notification), textOf(notification), failureOf(notification),
            isOneFailing ? notification.subjects.first().destination : Core::DestinationId{}};
}

void Notifier::showDue()
{
    const Core::Time moment = now();
    for (const Notification &notification : m_groups.takeDue(moment)) {
        // Whoever has come back meanwhile sees it in the window.
        if (!m_isFocused)
            emit notified(messageOf(notification));
    }
    if (const auto next = m_groups.nextAt())
        m_timer.start(std::max(Core::Milliseconds{0}, *next - moment));
}

} // namespace Gui
