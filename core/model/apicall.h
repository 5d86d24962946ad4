// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>

namespace Core {

/// One call of the HTTP interface, whether it was taken or refused. Its header fields and body are
/// left out, since they may hold what is nobody's business.
struct ApiCall
{
    Time at; ///< when it was answered
    QString caller; ///< address and port
    QByteArray client; ///< what it calls itself; empty when it does not say
    QByteArray method; ///< empty, as the target, for what was not an HTTP request
    QByteArray target; ///< path and query as they stood in the request line
    int status = 0; ///< of the answer
    QString sentence; ///< what was wrong; empty when nothing was
    QString field; ///< which member or parameter was wrong, where it was one
    QString hint; ///< what to do about it

    bool isRefused() const { return status >= 400; }
    bool operator==(const ApiCall &) const = default;
};

} // namespace Core
