// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

#include <compare>
#include <functional>
#include <optional>

namespace Core {

/// A row number that knows what it numbers; 0 means "none yet". Its text form is a prefix and the
/// number ("dlv_42"), which holds no full stop and is safe in a URL.
template<typename Kind>
struct Id
{
    qint64 value = 0;

    bool isNull() const { return value == 0; }
    auto operator<=>(const Id &) const = default;
};

struct DestinationKind
{
    static constexpr QLatin1StringView Prefix{"dst_"};
};
struct DeliveryKind
{
    static constexpr QLatin1StringView Prefix{"dlv_"};
};
struct AttemptKind
{
    static constexpr QLatin1StringView Prefix{"att_"};
};
struct CaptureKind
{
    static constexpr QLatin1StringView Prefix{"cap_"};
};

using DestinationId = Id<DestinationKind>;
using DeliveryId = Id<DeliveryKind>;
using AttemptId = Id<AttemptKind>;
using CaptureId = Id<CaptureKind>;

/// An event's id is text, since publishers may bring their own: 1 to 64 of A-Z a-z 0-9 _ and -.
struct EventId
{
    QString text;

    bool isNull() const { return text.isEmpty(); }
    auto operator<=>(const EventId &) const = default;
};

template<typename Kind>
QString toString(Id<Kind> id)
{
    return Kind::Prefix + QString::number(id.value);
}

/// Reads what toString() wrote, and nothing else: no sign, no blank, no leading zero.
template<typename Kind>
std::optional<Id<Kind>> idFromString(QStringView text)
{
    if (!text.startsWith(Kind::Prefix))
        return std::nullopt;
    const QStringView digits = text.mid(Kind::Prefix.size());
    bool isNumber = false;
    const qint64 value = digits.toLongLong(&isNumber);
    if (!isNumber || value <= 0 || QString::number(value) != digits)
        return std::nullopt;
    return Id<Kind>{value};
}

/// True for text that may be an event's id.
bool isEventId(QStringView text);

/// A new event id: "evt_" and 26 characters, the first ten of which grow with \a millisecondsNow
/// so that new ids sort last; the rest is from the system's random source.
EventId newEventId(qint64 millisecondsNow);

} // namespace Core

template<typename Kind>
struct std::hash<Core::Id<Kind>>
{
    std::size_t operator()(Core::Id<Kind> id) const noexcept
    {
        return std::hash<qint64>{}(id.value);
    }
};
