#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/lint.sh [CHECKS]: clang-format over every source, clang-tidy over app, core and ui, with the
# checks of .clang-tidy, changed by CHECKS. Fails at the first kind of fault.
set -euo pipefail
cd "$(dirname "$0")/.."

mapfile -t sources < <(find app core ui tests -name '*.cpp' -o -name '*.h' | sort)
clang-format --dry-run -Werror "${sources[@]}"

# Configured, never built: clang reads no header that another compiler has prepared.
cmake --preset release -B build/lint -DHOOKPOST_PRECOMPILE=OFF >/dev/null
python3 tests/tidy.py build/lint "$@"
