// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

#include <QJsonObject>

namespace Core {

/// The destinations as one JSON text: {"data": [...]}, each as POST /webhooks takes it. Without
/// \a includesSecrets neither their secrets are in it nor credentials among their own headers.
QByteArray configurationText(const QList<Registration> &registrations, bool includesSecrets);

/// One destination of a file.
struct ConfigurationEntry
{
    QString place; ///< in the file, such as data[3]; empty for a file that is one destination
    QJsonObject members; ///< as they stand there
};

/// Takes a file apart that configurationText() has made, that GET /webhooks has answered, or that
/// is one body of POST /webhooks.
///
/// Errors: InvalidInput with the place when it is no JSON, repeats a member, or is not of this
/// form.
Result<QList<ConfigurationEntry>> readConfiguration(const QByteArray &text);

/// What a destination of a file is to be.
struct WantedDestination
{
    Destination destination;
    QByteArray secret; ///< empty when the file has none
};

/// \a known with what \a entry says. Members that only tell how a destination stands are passed
/// over. Own headers with credentials stay if the file has none of that name.
///
/// Errors: InvalidInput that names the member.
Result<WantedDestination> readEntry(const ConfigurationEntry &entry, const Destination &known);

/// \a error with the place of its member in the file, such as data[3].timeout.
Error placed(Error error, const ConfigurationEntry &entry);

} // namespace Core
