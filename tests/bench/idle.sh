#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/bench/idle.sh [PROGRAM [SECONDS]]: what PROGRAM (build/release/bin/hookpost) costs while it
# has little to do: ten destinations at its own bin, each greeted every five seconds. Starts it in a
# directory that is thrown away, with its window where there is xvfb-run, and prints its share of
# one core and its resident memory over SECONDS (60). What the X server does is not counted. Ends
# with 1 when that is more than 1 % or 100 MiB, or when nothing was posted.
set -euo pipefail
export LC_ALL=C.UTF-8
program=$(realpath "${1:-$(dirname "$0")/../../build/release/bin/hookpost}")
duration=${2:-60}
settling=10
destinations=10
mode="with its window"
command -v xvfb-run >/dev/null || mode=headless

directory=$(mktemp -d)
runner= # what to wait for: the program, or what keeps the X server for it

# Ends what was started, even if it is still starting.
clean() {
    while kill -0 "$runner" 2>/dev/null && ! kill "$(cat "$directory/pid")" 2>/dev/null; do
        sleep 0.1
    done
    wait
    rm -rf "$directory"
}
trap clean EXIT

fail() {
    echo "$1" >&2
    cat "$directory/output" >&2
    exit 1
}

start() {
    local arguments=(--port "$port" --bin-port "$bin_port" --data-dir "$directory/data")
    local display=(xvfb-run -a -e "$directory/output" env QT_QPA_PLATFORM=xcb)
    if [ "$mode" = headless ]; then
        echo "There is no xvfb-run: it is measured without its window." >&2
        display=()
        arguments+=(--headless)
    fi
    export XDG_CONFIG_HOME=$directory/config XDG_RUNTIME_DIR=$directory
    # The shell writes down its own number, which is then the program's.
    "${display[@]}" bash -c 'echo $$ >"$0" && exec "$@"' "$directory/pid" \
        "$program" "${arguments[@]}" >>"$directory/output" 2>&1 &
    runner=$!
}

call() {
    curl -sf --noproxy '*' "http://localhost:$port$1" "${@:2}"
}

wait_until_ready() {
    until call /healthz >/dev/null; do
        kill -0 "$runner" 2>/dev/null || fail "$program has ended:"
        sleep 0.2
    done
}

register() {
    local url=http://localhost:$bin_port/v1/webhooks/$1
    call /webhooks -H 'Content-Type: application/json' \
        -d "{\"name\": \"$1\", \"destination\": \"$url\"}" >/dev/null || fail "$1 was refused:"
}

# Of so few destinations a page of the log holds all attempts of some minutes.
attempts_so_far() {
    call '/attempts?limit=1000' | grep -o '"id": *"att_' | wc -l
}

# The clock ticks that all its threads have spent, in the program and in the kernel.
ticks_so_far() {
    sed 's/.*) //' "/proc/$pid/stat" | awk '{ print $12 + $13 }'
}

resident_kib() {
    awk '/^VmRSS:/ { print $2 }' "/proc/$pid/status"
}

read -r port bin_port < <(python3 -c '
import socket
free = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*[server.getsockname()[1] for server in free])')
start
wait_until_ready
pid=$(cat "$directory/pid")
for ((i = 1; i <= destinations; ++i)); do
    register "idle$i"
done
sleep "$settling"

attempts=$(attempts_so_far)
ticks=$(ticks_so_far)
began=$EPOCHREALTIME
largest=0
for ((i = 0; i < duration; ++i)); do
    sleep 1
    resident=$(resident_kib)
    largest=$((resident > largest ? resident : largest))
done
ticks=$(($(ticks_so_far) - ticks))
ended=$EPOCHREALTIME
attempts=$(($(attempts_so_far) - attempts))

kill "$pid"
wait "$runner" || fail "$program did not end cleanly:"
echo "$("$program" --version), $mode, $(nproc) cores"
awk -v ticks="$ticks" -v rate="$(getconf CLK_TCK)" -v began="$began" -v ended="$ended" \
    -v attempts="$attempts" -v largest="$largest" 'BEGIN {
    seconds = ended - began
    printf "%.2f %% of one core over %.0f s", 100 * ticks / rate / seconds, seconds
    printf " with %d POSTs\n%.1f MiB resident at most\n", attempts, largest / 1024
    exit (ticks / rate / seconds > 0.01 || largest / 1024 > 100 || attempts == 0)
}'
