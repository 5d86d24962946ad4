// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "tests/trials/producer.h"

namespace Core {

/// One destination of a Scene.
struct CastMember
{
    QByteArray name;
    QByteArray path; ///< of the receiver; its first part decides how that behaves
    QByteArray family = {}; ///< of the events that it takes, such as "slow"; empty for all
    QByteArray patterns = {}; ///< where they are not just its family's, each in quotes
    int concurrency = Destination::DefaultConcurrency;
    bool isOrdered = false;
    QByteArray settings = {}; ///< further members of its registration, each with a comma behind it

    int mostInFlight() const { return isOrdered ? 1 : concurrency; }
    QByteArray registration(const QString &url) const; ///< as JSON
};

using Cast = QList<CastMember>;

/// One of each behaviour: three take every event, and each of the other ones a family.
Cast smallCast();

/// Twenty: some of each behaviour, which differ by patterns, signatures and limits.
Cast largeCast();

/// What is to be published to \a cast: the usual kind first, then one for each family.
QList<PublishedKind> kindsFor(const Cast &cast);

} // namespace Core
