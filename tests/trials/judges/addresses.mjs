// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads an address a line; answers each with a line "REACH ADDRESS" by the tables of ipaddr.js, as
// addresses.py does by Python's.
import { createInterface } from 'node:readline'
import ipaddr from 'ipaddr.js'

// The words of ipaddr.js for what is reached from everywhere (as112 and amt are so by the registry
// of IANA, and so are ORCHIDv2 and what drones are named by), and for what is near.
const everywhere = new Set([
  'unicast', 'as112', 'as112v6', 'amt', 'orchid2', 'droneRemoteIdProtocolEntityTags',
])
const desktop = new Set(['loopback', 'private', 'carrierGradeNat', 'uniqueLocal'])

const ipv4 = (bytes) => new ipaddr.IPv4(bytes)

// ipaddr.js takes "::1.2.3.4" for "::ffff:1.2.3.4", which it is not.
const parsed = (text) => {
  const dotted = /^::(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text)
  if (!dotted) return ipaddr.parse(text)
  return new ipaddr.IPv6([...Array(12).fill(0), ...dotted.slice(1).map(Number)])
}

const reached = (address) => {
  if (address.kind() === 'ipv4') return address
  const bytes = address.toByteArray()
  const range = address.range()
  if (range === 'ipv4Mapped') return address.toIPv4Address()
  const isWellKnown = address.match(ipaddr.parse('64:ff9b::'), 96)
  return isWellKnown ? ipv4(bytes.slice(12)) : address
}

// ipaddr.js has no word for addresses that hold an IPv4 one, which RFC 4291 has withdrawn.
const isWithdrawn = (address) =>
  address.kind() === 'ipv6' && address.range() === 'unicast' && address.match(ipaddr.parse('::'), 96)

const lines = []
for await (const line of createInterface({ input: process.stdin })) {
  const address = reached(parsed(line))
  const range = isWithdrawn(address) ? 'withdrawn' : address.range()
  const reach = everywhere.has(range) ? 'everywhere' : desktop.has(range) ? 'desktop' : 'nowhere'
  lines.push(`${reach} ${address}`)
}
console.log(lines.join('\n'))
