// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core {

/// The words that stand behind a status; empty for one without a name.
/// Source: RFC 9110, section 15, and the registry of status codes.
QString reasonPhrase(int status);

} // namespace Core
