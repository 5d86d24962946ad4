// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

Q_LOGGING_CATEGORY(lcApp, "hookpost.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcIntake, "hookpost.intake", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "hookpost.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDispatch, "hookpost.dispatch", QtInfoMsg)
Q_LOGGING_CATEGORY(lcJournal, "hookpost.journal", QtInfoMsg)
