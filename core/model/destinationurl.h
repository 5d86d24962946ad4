// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHostAddress>
#include <QList>
#include <QUrl>

namespace Core {

/// Judges the form of a destination's URL: http or https, a host, nothing that could mean two
/// things to two readers. Where the host is an address in an unusual spelling, the URL that comes
/// back has the usual one; it has no dot segments either.
Result<QUrl> destinationUrl(const QString &text);

/// A destination's URL as it goes on the wire: percent-encoded and without dot segments. What is no
/// such URL stays as it is.
QString sentUrl(const QString &text);

/// The port that \a url names, or its scheme's own.
quint16 portOf(const QUrl &url);

/// What \a host stands for as far as no look-up is needed: an address for itself, "localhost" and
/// what ends in it for this machine, which they never leave (RFC 6761); none for other names.
QList<QHostAddress> addressesWithoutLookUp(const QString &host);

} // namespace Core
