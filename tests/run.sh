#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs everything: the program as people run it, the suite
# under sanitizers, the short trials, the build without a window, format and lint. Tells what this
# machine could not try, and ends in "N passed, N failed". On two cores it takes some 20 to 30
# minutes; where an hour is not enough the last parts are left out, and told to be.
set -uo pipefail
cd "$(dirname "$0")/.."
. app/install.sh

install_packages build run test || exit 1
# The build without a window finds its objects among those of the trials, where each warning was an
# error.
export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_DIR=$PWD/build/ccache
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_IGNOREOPTIONS=-Werror
export CCACHE_SLOPPINESS=pch_defines,time_macros
passed=0
failed=0
skipped=()

# step NAME COMMAND...: one thing that must succeed.
step() {
    local name=$1
    shift
    echo "== $name"
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
    fi
}

# tests FILE PRESET ARGUMENTS...: runs tests of a preset into FILE, and lists in FILE.skipped what
# was skipped.
tests() {
    local output=$1 preset=$2
    shift
    echo "== tests of $*" >"$output"
    ctest --preset "$@" >>"$output" 2>&1
    list_skipped "build/$preset/Testing/Temporary/LastTest.log" >"$output.skipped"
}

# list_skipped LOG: a line for each trial, suite or function of one that was not run, with the
# reason. A suite is green whatever its functions skip, so only its output tells.
list_skipped() {
    LC_ALL=C awk '
        $2 == "Test:" { test = $3 }
        sub(/^skipped: /, "") { print test ": " $0 }
        sub(/^SKIP   : [^:]*::/, "") { print test ": " $0 }
    ' "$1"
}

# tell FILE: every test told there counts for itself; one that was skipped as a whole counts for
# nothing.
tell() {
    local total bad whole
    cat "$1"
    mapfile -t -O "${#skipped[@]}" skipped <"$1.skipped"
    total=$(sed -n 's/.* tests failed out of \([0-9]*\)$/\1/p' "$1")
    bad=$(sed -n 's/.*, \([0-9]*\) tests failed out of.*/\1/p' "$1")
    whole=$(cat "$1" "$1.skipped" | grep -c -e '(Skipped)$' -e ': initTestCase() ')
    if [ -z "$total" ]; then
        failed=$((failed + 1))
        return
    fi
    passed=$((passed + total - bad - whole))
    failed=$((failed + bad))
}

tell_skipped() {
    [ "${#skipped[@]}" -eq 0 ] && return
    echo "== ${#skipped[@]} skipped, which is not passed"
    printf '%s\n' "${skipped[@]}"
}

build() {
    cmake --preset "$1" && cmake --build --preset "$1"
}

links_no_widget() {
    build headless && ! ldd build/headless/bin/hookpost | grep -E 'Qt6(Gui|Widgets)'
}

# Later versions format in another way and find other faults.
can_lint() {
    clang-format --version | grep -q 'version 14\.' && clang-tidy --version | grep -q 'version 14\.'
}

# has_until SECOND: whether there is time for more, counted from the start.
has_until() {
    [ "$SECONDS" -lt "$1" ]
}

# ends_by SECOND JOB: waits for a job in the background, until then at most.
ends_by() {
    while kill -0 "$2" 2>/dev/null; do
        has_until "$1" || return 1
        sleep 1
    done
}

finish_lint() {
    local code=0
    wait "$linter" || code=$?
    cat "$work/lint"
    return "$code"
}

work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT

step "build as people run it, with the trials" build trials
step "configure what people build" cmake --preset release
# These mostly wait, and nobody judges how fast they are: they wait beside the compiler.
tests "$work/patient" trials --label-regex patient &
patient=$!
step "build without a window" links_no_widget
step "build with sanitizers" build asan
wait "$patient"
tell "$work/patient"
# Sanitizers see all of it run; tests/lint.sh alone has the slow analyzer look as well.
if can_lint; then
    setsid nice bash tests/lint.sh '-clang-analyzer-*' >"$work/lint" 2>&1 &
    linter=$!
fi
tests "$work/suite" asan
tell "$work/suite"
if ! can_lint; then
    skipped+=("format and lint: they need clang-format and clang-tidy 14")
elif ends_by 3600 "$linter"; then
    step "format and lint" finish_lint
else
    skipped+=("format and lint: an hour was not enough for what comes before and for them")
    kill -- "-$linter"
fi
if has_until 4200; then
    tests "$work/trials" trials --label-exclude patient
    tell "$work/trials"
else
    skipped+=("trials but for the patient ones: what comes before took more than an hour")
fi
tell_skipped
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
