// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Gui {

/// What hinders a secure connection, as far as it is known.
enum class TlsFault {
    Unknown,
    Expired,
    NotYetValid,
    AnotherName,
    SelfSigned,
    UnknownIssuer,
    NotSpoken, ///< something else than TLS answered
};

/// Found in what Qt and OpenSSL said, in English or, where Qt speaks it, in the window's language.
TlsFault tlsFaultIn(const QString &words);

/// By any of which \a fault is found.
QStringList wordsOf(TlsFault fault);

} // namespace Gui
