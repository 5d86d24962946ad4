// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trialpost.h"

#include "core/dispatch/addresspolicy.h"
#include "core/intake/eventreader.h"
#include "core/model/directory.h"
#include "core/model/secrets.h"
#include "core/model/trial.h"
#include "core/store/archive.h"
#include "core/store/ledger.h"

#include <QTimer>

namespace Core {

namespace {

constexpr Milliseconds PauseBeforeRemovingAgain{1'000};
constexpr Milliseconds LongestBody{3'000}; ///< to come, and to be on record
constexpr int LongestTriedName = 180; ///< leaves room for the mark
constexpr QLatin1StringView Mark{" (trial)"};

/// The same destination for one test alone: nothing else is ever sent there.
Destination forTrial(const Destination &destination)
{
    Destination trial = destination;
    trial.id = {};
    trial.name = destination.name.left(LongestTriedName) + Mark;
    trial.events = {QString(TrialSubscription)};
    trial.heartbeat = Milliseconds{0};
    trial.retry = std::vector<Milliseconds>();
    trial.origin = Origin::Window;
    trial.state = DestinationState::Active;
    return trial;
}

Error trialIsUnderWay()
{
    return {ErrorCode::Conflict,
            QStringLiteral("A test of this name and URL waits for its answer already."),
            {},
            QStringLiteral("Try again when it has come.")};
}

Error dispatchingIsPaused()
{
    return {ErrorCode::Conflict,
            QStringLiteral("Nothing is sent while dispatching is paused."),
            {},
            QStringLiteral("Resume it, and try again.")};
}

} // namespace

TrialPost::TrialPost(const Directory &directory, const AddressPolicy &policy, const Clock &clock,
                     QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_policy(policy)
    , m_clock(clock)
{
}

TrialPost::~TrialPost() = default;

bool TrialPost::isForTrial(const Destination &destination)
{
    return destination.origin == Origin::Window && destination.name.endsWith(Mark)
        && destination.events == QStringList{QString(TrialSubscription)};
}

void TrialPost::open(Ledger &ledger, Archive &archive, std::function<bool()> isDispatching)
{
    m_ledger = &ledger;
    m_archive = &archive;
    m_isDispatching = std::move(isDispatching);
}

void TrialPost::removeLeftovers(const QList<Registration> &registrations)
{
    for (const Registration &registration : registrations) {
        if (isForTrial(registration.destination))
            removeTried(registration.destination.id);
    }
}

void TrialPost::close()
{
    for (const auto &[destination, isOurs] : std::exchange(m_running, {})) {
        if (isOurs)
            removeTried(destination);
    }
    m_receiving.clear();
    m_ledger = nullptr;
    m_archive = nullptr;
}

void TrialPost::refuseAll()
{
    for (const auto &[destination, isOurs] : std::exchange(m_running, {})) {
        if (isOurs)
            removeTried(destination);
        emit refused(dispatchingIsPaused());
    }
}

void TrialPost::tryDestination(const Destination &destination, const QByteArray &secret)
{
    if (!m_ledger) {
        emit refused(notRunning());
        return;
    }
    if (!m_isDispatching()) {
        emit refused(dispatchingIsPaused());
        return;
    }
    AddDestination add;
    add.at = m_clock.now();
    add.registration.destination = forTrial(destination);
    add.registration.destination.createdAt = add.at;
    add.registration.secrets.current = secretFor(destination, secret);
    Result<> judged = validate(add.registration.destination);
    if (judged)
        judged = m_policy.judge(destination.url);
    if (judged)
        judged = validateSecret(destination.signature, add.registration.secrets.current);
    if (!judged) {
        emit refused(judged.error());
        return;
    }
    m_ledger->submit(std::move(add), this, [this](const Result<Outcome> &outcome) {
        if (outcome)
            sendTest(std::get<DestinationAdded>(*outcome));
        else
            emit refused(outcome.error());
    });
}

/// What would sign if it were kept.
QByteArray TrialPost::secretFor(const Destination &destination, const QByteArray &entered) const
{
    if (!entered.isEmpty())
        return entered;
    const auto *const entry = m_directory.find(destination.id);
    return entry ? entry->registration.secrets.current : newSecret(destination.signature);
}

void TrialPost::sendTest(const DestinationAdded &added)
{
    const DestinationId id = added.registration.destination.id;
    if (!m_ledger)
        return;
    // It would be sent as that one was, with its secret and its headers.
    if (m_running.contains(id)) {
        emit refused(trialIsUnderWay());
        return;
    }
    m_running.emplace(id, added.isNew);
    if (!m_isDispatching())
        return refuseAll();
    const NewEvent test = testEventFor(added.registration.destination, m_clock.now());
    m_ledger->submit(AddEvents{{test}}, this, [this, id](const Result<Outcome> &outcome) {
        const auto running = outcome ? m_running.end() : m_running.find(id);
        if (running == m_running.end())
            return;
        const bool isOurs = running->second;
        m_running.erase(running);
        if (isOurs)
            removeTried(id);
        emit refused(outcome.error());
    });
}

void TrialPost::take(const QList<Attempt> &attempts)
{
    if (m_running.empty())
        return;
    for (const Attempt &attempt : attempts) {
        const auto running = m_running.find(attempt.destination);
        if (running == m_running.end() || attempt.outcome == AttemptOutcome::InFlight)
            continue;
        const bool isOurs = running->second;
        m_running.erase(running);
        if (isOurs)
            removeTried(attempt.destination);
        if (attempt.status == 0 || attempt.timings.receive) {
            loadRecord(attempt.id);
            continue;
        }
        // Who tries a destination wants to see what it says.
        m_receiving.insert(attempt.id);
        QTimer::singleShot(LongestBody, this, [this, id = attempt.id] { loadAwaited(id); });
    }
}

void TrialPost::takeResponses(const QList<Attempt> &attempts)
{
    for (const Attempt &attempt : attempts)
        loadAwaited(attempt.id);
}

/// Nobody but us knows that it is to go: a store in trouble is asked again until it lets it go.
void TrialPost::removeTried(DestinationId destination)
{
    if (!m_ledger)
        return;
    m_ledger->submit(RemoveDestination{destination, m_clock.now()}, this,
                     [this, destination](const Result<Outcome> &outcome) {
                         if (outcome || outcome.error().code == ErrorCode::NotFound)
                             return;
                         QTimer::singleShot(PauseBeforeRemovingAgain, this,
                                            [this, destination] { removeTried(destination); });
                     });
}

void TrialPost::loadAwaited(AttemptId attempt)
{
    if (m_receiving.erase(attempt) > 0)
        loadRecord(attempt);
}

void TrialPost::loadRecord(AttemptId attempt)
{
    if (!m_archive)
        return;
    m_archive->ask<AttemptRecord>([attempt](Records &records) { return records.attempt(attempt); },
                                  this,
                                  [this](const Result<AttemptRecord> &record) {
                                      if (record)
                                          emit tried(*record);
                                      else
                                          emit refused(record.error());
                                  });
}

} // namespace Core
