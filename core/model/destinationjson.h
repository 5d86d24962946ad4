// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

#include <QJsonObject>

namespace Core {

/// The settings of a destination (all but name, URL, secret and state) as the HTTP interface
/// spells them; also what the store keeps.
QJsonObject settingsToJson(const Destination &destination);

/// Sets what \a members names and leaves the rest; null brings back a setting's default.
/// Errors: InvalidInput with the member's name when it is unknown or has a wrong type or form. Its
/// range is judged by validate().
Result<> settingsFromJson(const QJsonObject &members, Destination &destination);

/// Sets what \a members names among "name", "destination" (the URL) and the settings, and leaves
/// the rest.
/// Errors: as those of settingsFromJson().
Result<> destinationFromJson(QJsonObject members, Destination &destination);

/// A name and a value each; none of the names may stand there twice.
QJsonObject headersToJson(const HeaderList &headers);

/// The members that make \a after of \a before.
QJsonObject changedMembers(const Destination &before, const Destination &after);

/// The names by which the HTTP interface, the store and the window's detail know a scheme.
QString toString(SignatureScheme scheme);
std::optional<SignatureScheme> schemeFromString(QStringView text);
QList<SignatureScheme> allSchemes(); ///< in the order in which people are told of them

/// "50/s" or "1000/m"; none for what is written otherwise. The range is judged by validate().
QString toString(const RateLimit &limit);
std::optional<RateLimit> rateLimitFromString(QStringView text);

} // namespace Core
