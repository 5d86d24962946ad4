// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"
#include "core/model/apicall.h"

namespace Core::Http {

/// What is told of a call that was answered.
ApiCall callOf(const Request &request, const Reply &reply, Time at);

/// The same of what was not even a request.
ApiCall callOf(const Refusal &refusal, const QHostAddress &remote, Time at);

} // namespace Core::Http
