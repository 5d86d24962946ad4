// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders.h"

#include "core/dispatch/addresspolicy.h"
#include "core/intake/eventreader.h"
#include "core/model/destinationjson.h"
#include "core/model/directory.h"
#include "core/model/secrets.h"
#include "core/store/archive.h"
#include "core/store/ledger.h"

namespace Core {

namespace {

/// Empty where it has none by which a receiver could verify.
QByteArray publicKeyOf(const Registration &registration)
{
    return registration.destination.signature == SignatureScheme::StandardEd25519
        ? publicKey(registration.secrets.current)
        : QByteArray();
}

} // namespace

Orders::Orders(const Directory &directory, const AddressPolicy &policy, const Clock &clock,
               QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_policy(policy)
    , m_clock(clock)
{
}

Orders::~Orders() = default;

void Orders::open(Ledger &ledger, Archive &archive, WaitOf waitOf)
{
    m_ledger = &ledger;
    m_archive = &archive;
    m_waitOf = std::move(waitOf);
}

void Orders::close()
{
    m_ledger = nullptr;
    m_archive = nullptr;
    m_waitOf = {};
}

void Orders::addDestination(const Destination &destination, const QByteArray &secret, Ticket ticket)
{
    AddDestination add;
    add.at = m_clock.now();
    add.registration.destination = destination;
    add.registration.destination.origin = Origin::Window;
    add.registration.destination.createdAt = add.at;
    add.registration.secrets.current = secret.isEmpty() ? newSecret(destination.signature) : secret;
    const auto signing = validateSecret(destination.signature, add.registration.secrets.current);
    if (const auto judged = judge(destination, signing); !judged)
        return answer(ticket, judged);
    submit(
        add, [this, ticket](const Outcome &) { answer(ticket, {}); }, ticket);
}

void Orders::changeDestination(const Destination &before, const Destination &after,
                               const QByteArray &secret, Ticket ticket)
{
    const Registration *const known = registered(before.id, ticket);
    if (known == nullptr)
        return;
    ChangeDestination change{before.id, changedMembers(before, after)};
    if (!secret.isEmpty())
        change.secret = secret;
    // What was not touched stays as it has become meanwhile.
    const bool isSame = after.signature == before.signature;
    const SignatureScheme scheme = isSame ? known->destination.signature : after.signature;
    const auto judged = judge(after, validateSigning(*known, scheme, change.secret));
    if (!judged)
        return answer(ticket, judged);
    submit(
        change, [this, ticket](const Outcome &) { answer(ticket, {}); }, ticket);
}

void Orders::rotateSecret(const Rotation &rotation)
{
    const Registration *const known = registered(rotation.destination);
    if (known == nullptr)
        return;
    const SignatureScheme scheme = known->destination.signature;
    RotateSecret change{rotation.destination, rotation.secret, m_clock.now(), rotation.overlap};
    if (change.secret.isEmpty())
        change.secret = newSecret(scheme);
    Result<> judged = validateSecret(scheme, change.secret);
    if (judged)
        judged = validateOverlap(change.overlap);
    if (!judged) {
        emit refused(judged.error());
        return;
    }
    submit(change, [this](const Outcome &outcome) {
        const Registration &rotated = std::get<SecretRotated>(outcome).registration;
        SecretReport report{rotated.destination.id, {}, publicKeyOf(rotated), true, {}};
        if (report.publicKey.isEmpty())
            report.secret = rotated.secrets.current;
        if (!rotated.secrets.previous.isEmpty())
            report.previousUntil = rotated.secrets.previousUntil;
        emit secretLoaded(report);
    });
}

void Orders::loadSecret(const DestinationId &destination)
{
    if (const Registration *const known = registered(destination))
        emit secretLoaded({destination, known->secrets.current, {}, false, std::nullopt});
}

void Orders::loadPublicKey(const DestinationId &destination)
{
    if (const Registration *const known = registered(destination))
        emit secretLoaded({destination, {}, publicKeyOf(*known), false, std::nullopt});
}

void Orders::loadSigning(const DestinationId &destination)
{
    const Registration *const known = registered(destination);
    if (known == nullptr)
        return;
    SigningReport report{destination, {}};
    for (const SignatureScheme scheme : allSchemes()) {
        if (validateSigning(*known, scheme, std::nullopt))
            report.schemes.append(scheme);
    }
    emit signingLoaded(report);
}

void Orders::removeDestination(const DestinationId &destination)
{
    submit(RemoveDestination{destination, m_clock.now()});
}

void Orders::restoreDestination(const DestinationId &destination)
{
    submit(RestoreDestination{destination});
}

void Orders::pauseDestination(const DestinationId &destination, const QString &reason)
{
    submit(SetDestinationState{destination, DestinationState::Paused, reason});
}

void Orders::resumeDestination(const DestinationId &destination)
{
    submit(SetDestinationState{destination, DestinationState::Active, {}});
}

void Orders::testDestination(const DestinationId &destination)
{
    if (const auto *const entry = m_directory.find(destination))
        submit(AddEvents{{testEventFor(entry->registration.destination, m_clock.now())}});
}

void Orders::pinRows(const QList<LogKey> &rows, bool isPinned)
{
    for (const LogKey row : rows)
        submit(ChangePin{row, isPinned, std::nullopt});
}

void Orders::noteRow(const LogKey &row, const QString &note)
{
    submit(ChangePin{row, std::nullopt, note});
}

void Orders::loadAttempt(const AttemptId &attempt)
{
    if (!m_archive)
        return;
    m_archive->ask<AttemptRecord>([attempt](Records &records) { return records.attempt(attempt); },
                                  this,
                                  [this](const Result<AttemptRecord> &record) {
                                      if (record)
                                          tell(*record);
                                      else
                                          emit refused(record.error());
                                  });
}

void Orders::loadCapture(const CaptureId &capture)
{
    if (!m_archive)
        return;
    m_archive->ask<CaptureRecord>([capture](Records &records) { return records.capture(capture); },
                                  this,
                                  [this](const Result<CaptureRecord> &record) {
                                      if (record)
                                          emit captureLoaded(*record);
                                      else
                                          emit refused(record.error());
                                  });
}

void Orders::tell(AttemptRecord record)
{
    const auto wait = m_waitOf ? m_waitOf(record.attempt.destination) : std::nullopt;
    if (wait && record.dueAt && *record.dueAt < wait->until) {
        record.nextStep = wait->reason;
        record.dueAt = wait->until;
    }
    emit attemptLoaded(record);
}

/// A success is told only to who waits for it.
void Orders::answer(Ticket ticket, const Result<> &result)
{
    std::optional<Error> error;
    if (!result)
        error = result.error();
    if (ticket != 0)
        emit destinationAnswered({ticket, error});
    else if (error)
        emit refused(*error);
}

const Registration *Orders::registered(DestinationId destination, Ticket ticket)
{
    const auto *const entry = m_directory.find(destination);
    if (entry)
        return &entry->registration;
    answer(ticket, notFound(QStringLiteral("The destination is gone.")));
    return nullptr;
}

void Orders::submit(Change change, const std::function<void(const Outcome &)> &done, Ticket ticket)
{
    if (!m_ledger)
        return answer(ticket, notRunning());
    m_ledger->submit(std::move(change), this, [this, done, ticket](const Result<Outcome> &outcome) {
        if (!outcome)
            answer(ticket, outcome.error());
        else if (done)
            done(*outcome);
    });
}

Result<> Orders::judge(const Destination &destination, const Result<> &signing) const
{
    if (auto valid = validate(destination); !valid)
        return valid;
    if (auto allowed = m_policy.judge(destination.url); !allowed)
        return allowed;
    return signing;
}

} // namespace Core
