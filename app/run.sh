#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Hookpost and starts it with the arguments given here.
set -euo pipefail
cd "$(dirname "$0")/.."
. app/install.sh

install_packages build run
echo "Building build/release/bin/hookpost" >&2
cmake --preset release >&2
cmake --build --preset release >&2
exec build/release/bin/hookpost "$@"
