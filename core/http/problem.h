// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <QString>

namespace Core::Http {

/// An answer that says what went wrong, for programs and for people.
///
/// Source: RFC 9457; the type is "about:blank", so the title is the status in words.
Reply problemReply(int status, const QString &detail, const QString &field = {},
                   const QString &hint = {});

} // namespace Core::Http
