// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace Core {

/// One event that somebody tried to publish.
struct TrialPublication
{
    enum class Answer {
        InDoubt, ///< none came, or one that promises nothing either way
        Accepted,
        Refused,
    };

    QString event;
    int fanOut = 0; ///< how many destinations subscribe to its type
    Answer answer = Answer::InDoubt;
};

/// What of destinations and deliveries changes most.
inline const QString StateMember = QStringLiteral("state");

/// All that one request sets of a destination, which must not be kept by halves. The first such
/// order for a destination registers it.
inline const QString SettingsMember = QStringLiteral("settings");

/// Something that somebody asked to become so, such as that a destination is paused.
struct TrialOrder
{
    QString subject; ///< the id of a destination or a delivery, or a destination's name
    QString member; ///< of what the log shows of it
    QString value;
    bool isPromised = false; ///< else it stays in doubt
};

/// What a program showed of destinations and deliveries when it had been asked for so much.
struct TrialLook
{
    qsizetype orderCount = 0;
    QHash<std::pair<QString, QString>, QString> values; ///< by subject and member
};

/// One POST that reached the receiver.
struct ReceivedPost
{
    QString event;
    QString delivery;
    int number = 0; ///< of the attempt
    int status = 0; ///< what it was answered with; 0 when the connection was closed instead
    int run = 0; ///< of the program, counted from 1; a kill lies between two runs
    bool isOrdered = false; ///< to a destination that gets one after another
    bool isHeartbeat = false;
};

/// A delivery as the program's own log tells it.
struct LoggedDelivery
{
    QString id;
    QString event;
    QString state;
    QString resendOf = {}; ///< the delivery that it sends again; empty for the first
    QString destination = {}; ///< its id

    bool isDelivered() const { return state == QLatin1StringView("delivered"); }
    bool hasEnded() const
    {
        return state != QLatin1StringView("waiting") && state != QLatin1StringView("inFlight");
    }
};

/// An attempt as the program's own log tells it.
struct LoggedAttempt
{
    QString id;
    QString delivery;
    int number = 0;
    QString outcome;
    int status = 0; ///< 0 when none came
    QByteArray text; ///< all that is shown of it
    bool isHeartbeat = false;

    bool isOpen() const { return outcome == QLatin1StringView("inFlight"); }
    bool isInterrupted() const { return outcome == QLatin1StringView("interrupted"); }
    bool isDelivered() const { return outcome == QLatin1StringView("delivered"); }
};

/// What the world outside saw of a trial, and what the program's log says of it at the end, when
/// nothing waits any more.
struct History
{
    QList<TrialPublication> publications;
    QList<ReceivedPost> posts;
    /// Each destination whose registration was acknowledged, by its id, and how many POSTs to it
    /// may be in flight at any moment.
    QHash<QString, int> registered;
    QList<TrialOrder> orders; ///< in the order in which they were given
    QList<TrialLook> looks; ///< before the next order was given
    QList<LoggedAttempt> closedBefore; ///< closed attempts that the log showed on the way
    QStringList destinations; ///< ids that the log shows at the end
    QList<LoggedDelivery> deliveries;
    QList<LoggedAttempt> attempts;
};

/// What became of the events, in the words of Jepsen's total-queue checker, and each broken
/// promise in a sentence.
struct TrialVerdict
{
    int ok = 0; ///< acknowledged and delivered to everybody
    int lost = 0; ///< acknowledged, but not delivered to everybody
    int unexpected = 0; ///< there, though refused or never published
    int duplicated = 0; ///< POSTs of deliveries that had been received well before
    int recovered = 0; ///< in doubt, and delivered to everybody
    int absent = 0; ///< in doubt, and not there
    int interrupted = 0; ///< attempts that a crash cut
    QStringList faults;

    bool isKept() const { return faults.isEmpty(); }

    TrialVerdict &operator+=(const TrialVerdict &other); ///< of another trial

    /// Of a trial that could not be brought to its end.
    static TrialVerdict failed(const QString &fault)
    {
        TrialVerdict verdict;
        verdict.faults.append(fault);
        return verdict;
    }
};

/// Judges a trial by what users are promised: no acknowledged event and no acknowledged change is
/// lost, no POST is without a row, rows tell the truth and are closed once, only what was in flight
/// at a kill is sent again, heartbeats never, and what must keep its order does.
TrialVerdict judge(const History &history);

} // namespace Core
