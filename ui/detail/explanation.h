// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "ui/look/fieldtable.h"

namespace Gui {

/// What happened, in one or two plain sentences.
QString sentenceOf(const Core::AttemptRecord &record);
QString sentenceOf(const Core::CaptureRecord &record);

/// What is probably wrong and what to do about it; empty where nothing is.
QString likelyCause(const Core::Attempt &attempt);

/// What else there is to know: ids, times, addresses.
QList<Field> factsOf(const Core::AttemptRecord &record);
QList<Field> factsOf(const Core::CaptureRecord &record);

} // namespace Gui
