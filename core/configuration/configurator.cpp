// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurator.h"

#include "core/dispatch/addresspolicy.h"
#include "core/model/destinationjson.h"
#include "core/model/directory.h"
#include "core/model/secrets.h"
#include "core/store/archive.h"
#include "core/store/ledger.h"

#include <QFile>
#include <QHash>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace Core {

namespace {

constexpr qint64 LargestFile = qint64{16} * 1024 * 1024;

/// Nobody but its owner may read the file.
Result<> writeFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    // Before the first byte, so that nobody reads what is on its way.
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(text) != text.size() || !file.commit())
        return Error{ErrorCode::Storage,
                     QStringLiteral("The file cannot be written: %1.").arg(file.errorString()),
                     {},
                     {}};
    return {};
}

Result<QList<ConfigurationEntry>> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return invalid({}, QStringLiteral("The file cannot be read: %1.").arg(file.errorString()));
    const QByteArray text = file.read(LargestFile + 1);
    if (text.size() > LargestFile)
        return invalid({}, QStringLiteral("The file has more than 16 MiB."));
    return readConfiguration(text);
}

/// What tells destinations apart: name and URL.
using Holder = std::pair<QString, QString>;

Holder holderOf(const Destination &destination)
{
    return {destination.name, destination.url};
}

/// Judges the destinations of a file one after the other, and gathers what is to be done.
class ImportJudge final
{
public:
    ImportJudge(const Directory &directory, const AddressPolicy &policy, Time now)
        : m_policy(policy)
        , m_now(now)
    {
        for (const auto &[id, entry] : directory.entries())
            m_known.insert(holderOf(entry.registration.destination), &entry.registration);
    }

    ImportEntry judge(const ConfigurationEntry &entry)
    {
        ImportEntry judged;
        judged.name = entry.members.value(QLatin1StringView("name")).toString();
        judged.url = entry.members.value(QLatin1StringView("destination")).toString();
        if (const auto result = take(entry, judged); !result) {
            judged.verdict = ImportVerdict::Refused;
            judged.error = placed(result.error(), entry);
        }
        return judged;
    }

    ImportDestinations takeChange() { return std::move(m_change); }

private:
    Result<> take(const ConfigurationEntry &entry, ImportEntry &judged)
    {
        const Registration *const known = m_known.value({judged.name, judged.url});
        const auto wanted = readEntry(entry, known ? known->destination : Destination());
        if (!wanted)
            return wanted.error();
        const Holder holder = holderOf(wanted->destination);
        if (m_seen.contains(holder))
            return invalid(QStringLiteral("name"),
                           QStringLiteral("The file has this name with this URL twice."));
        m_seen.insert(holder);
        return known ? takeChanged(*wanted, *known, judged) : takeNew(*wanted);
    }

    Result<> takeNew(const WantedDestination &wanted)
    {
        const Destination &destination = wanted.destination;
        if (const auto allowed = m_policy.judge(destination.url); !allowed)
            return allowed;
        AddDestination add;
        add.at = m_now;
        add.registration.destination = destination;
        add.registration.destination.origin = Origin::Import;
        add.registration.destination.createdAt = m_now;
        add.registration.secrets.current
            = wanted.secret.isEmpty() ? newSecret(destination.signature) : wanted.secret;
        if (auto fits = validateSecret(destination.signature, add.registration.secrets.current);
            !fits)
            return fits;
        m_change.added.append(add);
        return {};
    }

    Result<> takeChanged(const WantedDestination &wanted, const Registration &known,
                         ImportEntry &judged)
    {
        const Destination &destination = wanted.destination;
        if (!validateSecret(destination.signature, known.secrets.current))
            return invalid(
                QStringLiteral("signature"),
                QStringLiteral("The destination's secret, which stays, cannot sign by %1.")
                    .arg(toString(destination.signature)));
        judged.keepsSecret = !wanted.secret.isEmpty() && wanted.secret != known.secrets.current;
        const QJsonObject members = changedMembers(known.destination, destination);
        judged.changes = members.keys();
        judged.verdict = members.isEmpty() ? ImportVerdict::Unchanged : ImportVerdict::Changed;
        if (!members.isEmpty())
            m_change.changed.append({destination.id, members});
        return {};
    }

    const AddressPolicy &m_policy;
    Time m_now;
    QHash<Holder, const Registration *> m_known;
    QSet<Holder> m_seen;
    ImportDestinations m_change;
};

} // namespace

Configurator::Configurator(const Directory &directory, const AddressPolicy &policy,
                           const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_policy(policy)
    , m_clock(clock)
{
}

Configurator::~Configurator() = default;

void Configurator::open(Ledger &ledger, Archive &archive)
{
    m_ledger = &ledger;
    m_archive = &archive;
}

void Configurator::close()
{
    m_plan = {};
    m_ledger = nullptr;
    m_archive = nullptr;
}

void Configurator::refuse(Ticket ticket, const Error &error)
{
    ConfigurationAnswer answer;
    answer.ticket = ticket;
    answer.error = error;
    emit answered(answer);
}

void Configurator::write(const ConfigurationOrder &order)
{
    if (!m_archive)
        return refuse(order.ticket, notRunning());
    QList<Registration> registrations;
    for (const auto &[id, entry] : m_directory.entries())
        registrations.append(entry.registration);
    m_archive->ask<qint64>(
        [order, registrations](Records &) -> Result<qint64> {
            const auto written
                = writeFile(order.path, configurationText(registrations, order.includesSecrets));
            return written ? Result<qint64>(registrations.size()) : written.error();
        },
        this,
        [this, ticket = order.ticket](const Result<qint64> &written) {
            if (!written)
                return refuse(ticket, written.error());
            ConfigurationAnswer answer;
            answer.ticket = ticket;
            answer.written = *written;
            emit answered(answer);
        });
}

void Configurator::preview(const ConfigurationOrder &order)
{
    const auto refuse = [this, ticket = order.ticket](const Error &error) {
        ImportPreview preview;
        preview.ticket = ticket;
        preview.error = error;
        emit previewed(preview);
    };
    m_plan = {};
    if (!m_archive)
        return refuse(notRunning());
    m_archive->ask<QList<ConfigurationEntry>>(
        [path = order.path](Records &) { return readFile(path); }, this,
        [this, refuse, ticket = order.ticket](const Result<QList<ConfigurationEntry>> &entries) {
            entries ? plan(ticket, *entries) : refuse(entries.error());
        });
}

void Configurator::plan(Ticket ticket, const QList<ConfigurationEntry> &entries)
{
    ImportPreview preview;
    preview.ticket = ticket;
    ImportJudge judge(m_directory, m_policy, m_clock.now());
    m_plan = {};
    m_plan.ticket = ticket;
    for (const ConfigurationEntry &entry : entries) {
        preview.entries.append(judge.judge(entry));
        m_plan.isFaulty = m_plan.isFaulty || preview.entries.last().error;
    }
    m_plan.change = judge.takeChange();
    emit previewed(preview);
}

void Configurator::import(Ticket ticket)
{
    if (!m_ledger)
        return refuse(ticket, notRunning());
    const Plan plan = std::exchange(m_plan, {});
    if (plan.ticket != ticket || plan.isFaulty)
        return refuse(ticket, invalid({}, QStringLiteral("The file is to be looked at first.")));
    m_ledger->submit(plan.change, this, [this, ticket](const Result<Outcome> &outcome) {
        if (!outcome)
            return refuse(ticket, outcome.error());
        const auto &imported = std::get<DestinationsImported>(*outcome);
        ConfigurationAnswer answer;
        answer.ticket = ticket;
        answer.added = std::count_if(imported.added.begin(), imported.added.end(),
                                     [](const auto &added) { return added.isNew; });
        answer.changed = imported.changed.size();
        emit answered(answer);
    });
}

} // namespace Core
