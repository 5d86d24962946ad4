#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes new strings of the sources into the translations, and drops those that are gone. What is new
# in hookpost_de.ts then stands there as "unfinished"; hookpost_en.ts holds only plurals.
set -euo pipefail
cd "$(dirname "$0")/../.."
lupdate=$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)
options=(-silent -no-obsolete -locations none -I . -extensions cpp,h)
"$lupdate" "${options[@]}" app ui -ts resources/translations/hookpost_de.ts -target-language de
"$lupdate" "${options[@]}" -pluralonly app ui -ts resources/translations/hookpost_en.ts \
    -target-language en
