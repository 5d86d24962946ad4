# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run.sh and tests/run.sh.

# install_packages PURPOSE...: installs what resources/packages.txt lists for these purposes and
# the machine lacks, saying what. As root, or with sudo.
install_packages() {
    local purpose package command missing=()
    for purpose in "$@"; do
        while read -r package command; do
            [ -n "$command" ] && command -v "$command" >/dev/null && continue
            dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
                missing+=("$package")
        done < <(awk -v purpose="$purpose" '$1 == purpose { print $2, $3 }' resources/packages.txt)
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    echo "Installing: ${missing[*]}" >&2
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends "${missing[@]}" >&2
}
