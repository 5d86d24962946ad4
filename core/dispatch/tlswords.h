// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslError>

namespace Core {

// What is wrong with TLS, in English whatever the desktop speaks, since the log keeps it.

/// What is wrong with certificates, and whose the first of them is.
QString toWords(const QList<QSslError> &errors);

/// The reason in what Qt says of a handshake that failed, without OpenSSL's numbers; all of it
/// where there are none.
QString handshakeReason(const QString &words);

} // namespace Core
