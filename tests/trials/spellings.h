// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QRandomGenerator>

namespace Core {

/// A URL by which somebody may try to reach what is blocked.
struct Spelling
{
    enum class Blocked {
        Always,
        OnServer, ///< for the desktop profile it is open
        WhenResolved, ///< a name: only what it resolves to is blocked
    };

    QString url;
    Blocked blocked = Blocked::Always;
    QHostAddress resolved; ///< what a look-up of the name brings
};

/// Blocked targets in all the spellings that are known to have passed somebody's filter. The API
/// is taken to listen on loopback, port \a apiPort.
QList<Spelling> spellings(quint16 apiPort);

/// A spelling of \a address by chance: decimal, octal or hexadecimal numbers, few or many, with
/// zeroes before them, of strange digits, or in IPv6.
QString spellingByChance(const QHostAddress &address, QRandomGenerator &random);

} // namespace Core
