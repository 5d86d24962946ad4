// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslError>

namespace Core {

// What is wrong with TLS, in English whatever the desktop speaks, since the log keeps it.

/// What is wrong with certificates, and whose the first of them is.
QString toWords(const QList<QSslError> &errors);

/// OpenSSL's reason, without its numbers, in what Qt says of a handshake that failed.
QString handshakeReason(const QString &words);

} // namespace Core
