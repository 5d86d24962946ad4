// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/delivery.h"
#include "core/model/destination.h"
#include "core/model/event.h"

#include <QVariant>

#include <concepts>

namespace Core {

// How the fields of facts stand in a column: times as milliseconds and durations as microseconds,
// enumerators by their number, ids by theirs; NULL only for what is optional and for a null id.

// An enumerator's number is part of the file format: new ones go to the end of their enum.
constexpr int countOf(AttemptOutcome /*kind*/)
{
    return static_cast<int>(AttemptOutcome::Interrupted) + 1;
}
constexpr int countOf(Failure /*kind*/)
{
    return static_cast<int>(Failure::NotSent) + 1;
}
constexpr int countOf(Phase /*kind*/)
{
    return static_cast<int>(Phase::Body) + 1;
}
constexpr int countOf(DeliveryState /*kind*/)
{
    return static_cast<int>(DeliveryState::Cancelled) + 1;
}
constexpr int countOf(DestinationState /*kind*/)
{
    return static_cast<int>(DestinationState::Paused) + 1;
}
constexpr int countOf(Origin /*kind*/)
{
    return static_cast<int>(Origin::Import) + 1;
}
constexpr int countOf(EventKind /*kind*/)
{
    return static_cast<int>(EventKind::Heartbeat) + 1;
}

template<typename T>
concept Enumerator = std::is_enum_v<T>;

template<std::integral T>
QVariant toSql(T number)
{
    return QVariant::fromValue(static_cast<qint64>(number));
}

template<Enumerator T>
QVariant toSql(T value)
{
    return toSql(static_cast<int>(value));
}

// A null string or array would be bound as NULL.
inline QVariant toSql(const QString &text)
{
    return text.isNull() ? QVariant(QLatin1StringView("")) : QVariant(text);
}

inline QVariant toSql(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}

template<typename Kind>
QVariant toSql(Id<Kind> id)
{
    return id.isNull() ? QVariant(QMetaType::fromType<qint64>()) : toSql(id.value);
}

inline QVariant toSql(const EventId &id)
{
    return toSql(id.text);
}

inline QVariant toSql(Time time)
{
    return toSql(time.time_since_epoch().count());
}

inline QVariant toSql(Microseconds duration)
{
    return toSql(duration.count());
}

template<typename T>
QVariant toSql(const std::optional<T> &value)
{
    return value ? toSql(*value) : QVariant(QMetaType::fromType<qint64>());
}

template<std::integral T>
void fromSql(const QVariant &column, T &number)
{
    number = static_cast<T>(column.toLongLong());
}

/// A number that a damaged file may hold instead becomes the first enumerator.
template<Enumerator T>
void fromSql(const QVariant &column, T &value)
{
    const qint64 number = column.toLongLong();
    value = number >= 0 && number < countOf(T{}) ? static_cast<T>(number) : T{};
}

inline void fromSql(const QVariant &column, QString &text)
{
    text = column.toString();
}

inline void fromSql(const QVariant &column, QByteArray &bytes)
{
    bytes = column.toByteArray();
}

template<typename Kind>
void fromSql(const QVariant &column, Id<Kind> &id)
{
    id.value = column.toLongLong();
}

inline void fromSql(const QVariant &column, EventId &id)
{
    id.text = column.toString();
}

inline void fromSql(const QVariant &column, Time &time)
{
    time = Time{Milliseconds{column.toLongLong()}};
}

inline void fromSql(const QVariant &column, Microseconds &duration)
{
    duration = Microseconds{column.toLongLong()};
}

template<typename T>
void fromSql(const QVariant &column, std::optional<T> &value)
{
    value.reset();
    if (!column.isNull())
        fromSql(column, value.emplace());
}

} // namespace Core
