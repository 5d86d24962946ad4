// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplereads.h"

#include "core/store/database.h"
#include "core/store/packednumbers.h"
#include "core/store/storageerror.h"

#include <array>

namespace Core {

namespace {

// Rows are numbered as they are written, which may be a little out of the order in which attempts
// began.
constexpr Milliseconds Disorder{60'000};

// The columns of a sample, in the order of its members.
constexpr std::string_view Columns
    = "SELECT group_concat(id), group_concat(destination), group_concat(started_at),"
      " group_concat(outcome), group_concat(status), group_concat(failure), group_concat(phase),"
      " group_concat(total) FROM attempts";

using Column = std::vector<qint64>;

std::array<Column, 8> columnsOf(Rows &rows)
{
    std::array<Column, 8> columns;
    for (Column &column : columns)
        column = numbersIn(rows.take<QByteArray>());
    return columns;
}

template<typename T>
T enumeratorOf(qint64 number)
{
    return number >= 0 && number < countOf(T{}) ? static_cast<T>(number) : T{};
}

QList<AttemptSample> unpacked(Rows &rows)
{
    const auto [ids, destinations, moments, outcomes, statuses, failures, phases, totals]
        = columnsOf(rows);
    QList<AttemptSample> samples;
    samples.reserve(std::ssize(ids));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        samples.append({AttemptId{ids[i]}, DestinationId{destinations[i]},
                        Time{Milliseconds{moments[i]}}, enumeratorOf<AttemptOutcome>(outcomes[i]),
                        static_cast<int>(statuses[i]), enumeratorOf<Failure>(failures[i]),
                        enumeratorOf<Phase>(phases[i]), Microseconds{totals[i]}});
    }
    return samples;
}

QList<AttemptSample> samplesOf(Rows &&rows)
{
    return rows.next() ? unpacked(rows) : QList<AttemptSample>();
}

bool isAnythingBefore(Database &database, AttemptId first, Time since)
{
    Rows rows = database.select(
        "SELECT started_at FROM attempts WHERE id < ? ORDER BY id DESC LIMIT 1", first.value);
    return rows.next() && rows.take<Time>() + Disorder >= since;
}

} // namespace

Result<SamplePart> readSamples(Database &database, const SampleScope &scope, const LogSpan &span)
{
    if (!database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    static const std::string ofAll
        = std::string(Columns) + " WHERE id >= ? AND id < ? AND started_at >= ?";
    static const std::string ofOne = ofAll + " AND destination = ?";
    const AttemptId first{(span.first.value + 1) / 2};
    const AttemptId end{(span.end.value + 1) / 2};
    SamplePart part;
    part.samples = scope.destination.isNull()
        ? samplesOf(database.select(ofAll, first.value, end.value, scope.since))
        : samplesOf(
            database.select(ofOne, first.value, end.value, scope.since, scope.destination.value));
    part.isLast = !isAnythingBefore(database, first, scope.since);
    return database.settle(part);
}

} // namespace Core
