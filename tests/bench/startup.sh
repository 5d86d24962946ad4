#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/bench/startup.sh [PROGRAM [RUNS]]: milliseconds from the start of PROGRAM
# (build/release/bin/hookpost) to the first painting of its window and to the line that says where it
# listens, for each of RUNS (5) starts on the same data directory, which is thrown away. Paints on
# the X server of xvfb-run, which is up before the clock starts. Ends with 1 when one of them took
# longer than a second.
set -euo pipefail
export LC_ALL=C.UTF-8
program=$(realpath "${1:-$(dirname "$0")/../../build/release/bin/hookpost}")
runs=${2:-5}
if [ -z "${HOOKPOST_BENCH_DISPLAY:-}" ]; then
    HOOKPOST_BENCH_DISPLAY=1 exec xvfb-run -a "$0" "$program" "$runs"
fi

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
export XDG_CONFIG_HOME=$directory/config QT_QPA_PLATFORM=xcb
export QT_LOGGING_RULES="hookpost.ui.debug=true"

most=1000
slow=0
for ((run = 1; run <= runs; run++)); do
    began=$(date +%s%3N)
    coproc hookpost { exec "$program" --port 0 --bin-port 0 --data-dir "$directory/data" 2>&1; }
    id=$hookpost_PID
    painted= listening=
    while [ -z "$painted" ] || [ -z "$listening" ]; do
        read -r -t 30 line <&"${hookpost[0]}" || { echo "it ended, or said nothing" >&2; exit 1; }
        case $line in
        *"first painting"*) painted=$(($(date +%s%3N) - began)) ;;
        "Create webhooks on"*) listening=$(($(date +%s%3N) - began)) ;;
        esac
    done
    verdict=met
    if [ "$painted" -gt "$most" ] || [ "$listening" -gt "$most" ]; then
        verdict=missed
        slow=1
    fi
    echo "run $run: painted after $painted ms, listening after $listening ms; $verdict"
    kill "$id"
    wait "$id" || true
done
exit "$slow"
