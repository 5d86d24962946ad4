#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/lint.sh [BUILD]: clang-format over every source, clang-tidy over app, core and ui, with the
# compile commands of BUILD (build/dev). Fails at the first kind of fault.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}

mapfile -t sources < <(find app core ui tests -name '*.cpp' -o -name '*.h' | sort)
clang-format --dry-run -Werror "${sources[@]}"
printf '%s\n' "${sources[@]}" | grep -E '^(app|core|ui)/.*\.cpp$' |
    xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p "$build"
