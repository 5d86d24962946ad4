# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a URL a line, as a JSON string; answers each with a line by the C library's own reading.

That is the address which getaddrinfo() takes the host for without asking anybody, "name" for a host
that it would look up, or "none" for a URL without one. No browser's standard is behind it: it is
what most programs in C do with the host of a URL.
"""
import json
import socket
import sys
from urllib.parse import urlsplit


def reading(url):
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return "none"
    if not host:
        return "none"
    try:
        return socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)[0][4][0]
    except (OSError, ValueError):  # the latter when it cannot even be written down for it
        return "name"


for line in sys.stdin:
    print(reading(json.loads(line)))
