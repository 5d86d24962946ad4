// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core {

/// A port on which Hookpost was to listen, and another program does or may.
struct TakenPort
{
    quint16 port = 0;
    bool isBin = false; ///< the built-in receiver's, rather than the HTTP interface's
    qint64 holderId = 0; ///< of the other process; 0 where the system does not tell
    QString holderName; ///< as the system has it; others chose it
    quint16 freePort = 0; ///< one that was free a moment ago; 0 where none was found

    bool operator==(const TakenPort &) const = default;
};

} // namespace Core
