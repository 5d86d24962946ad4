#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/lint.sh [BUILD [CHECKS]]: clang-format over every source, clang-tidy over app, core and ui,
# with the compile commands of BUILD (build/dev) and the checks of .clang-tidy, changed by CHECKS.
# Fails at the first kind of fault.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
export checks=${2:-}

mapfile -t sources < <(find app core ui tests -name '*.cpp' -o -name '*.h' | sort)
clang-format --dry-run -Werror "${sources[@]}"

# Tells only of files that have faults.
lint() {
    local findings
    findings=$(clang-tidy --quiet -p "$1" --checks="$checks" "$2" 2>&1) && return
    printf 'clang-tidy: %s\n%s\n' "$2" "$findings"
    return 1
}
export -f lint
printf '%s\n' "${sources[@]}" | grep -E '^(app|core|ui)/.*\.cpp$' |
    xargs -P "$(nproc)" -I{} bash -c 'lint "$@"' _ "$build" {}
