// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

namespace Gui {

/// The words of a command line as a POSIX shell would split them, with the $'…' of other shells;
/// nothing where a quote is left open.
std::optional<QStringList> shellWords(QStringView text);

/// What a curl command says.
struct CurlCommand
{
    /// Where it posts to: its URL, and as far as they are given its own headers, its timeout and
    /// whether certificates are checked.
    Core::Destination destination;
    // What a destination has no place for.
    bool hasBody = false;
    QString method; ///< empty for POST
    bool hasCookies = false;
    bool hasCertificate = false; ///< to show who sends it, or to know the receiver by
    bool hasProxy = false;
    QStringList headers; ///< the names of those that Hookpost sets itself, and what is none
    QStringList options; ///< all others that change what is sent, as they are spelt
    QStringList urls; ///< besides the first
};

/// Reads a command as it is copied: behind a prompt, over several lines, of curl.exe. Nothing when
/// \a text is no curl command or names no URL.
std::optional<CurlCommand> readCurl(const QString &text);

} // namespace Gui
