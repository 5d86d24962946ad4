// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Kills this process, as kill -9 does, at the \a number th write at a place (pwrite) from now on,
/// counted from 1. For children of a test, which have one thread.
void dieAtWrite(int number);
