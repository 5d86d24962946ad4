// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"

#include <QString>

/// The line that says where webhooks can be created.
QString readyLine(const Core::EngineStatus &status, bool isJson);

/// The line, as JSON, that stands where nobody read so many others.
QString leftOutLine(qint64 lines);

/// The line that tells how one attempt ended. A URL's query may hold a secret and is left out.
QString attemptLine(const Core::Attempt &attempt, bool isJson);
