# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an address a line; answers each with a line "REACH ADDRESS" by Python's own tables.

REACH is "nowhere", "desktop" (loopback and networks of one's own) or "everywhere"; ADDRESS is the
one that was judged, which for an IPv6 address with an IPv4 address inside is that one.
"""
import ipaddress
import sys

# Python has one word for all that is private; these are the networks that people have at home.
OWN_NETWORKS = [
    ipaddress.ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
]
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def reached(address):
    if address.version == 4:
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def reach(address):
    if address.is_loopback:
        return "desktop"
    if any(address in network for network in OWN_NETWORKS if network.version == address.version):
        return "desktop"
    if address.is_unspecified or address.is_multicast or address.is_reserved:
        return "nowhere"
    if address.is_link_local or (address.version == 6 and address.is_site_local):
        return "nowhere"
    return "everywhere" if address.is_global else "nowhere"


for line in sys.stdin:
    judged = reached(ipaddress.ip_address(line.strip()))
    print(reach(judged), judged)
