#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Paints the PNG files anew after hookpost.svg has changed; needs rsvg-convert (librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")"
for side in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$side" --height "$side" --output "hookpost-$side.png" hookpost.svg
done
