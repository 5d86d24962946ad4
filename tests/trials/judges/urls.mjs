// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a URL a line, as a JSON string; answers each with a line: the host that a browser would
// call, by the WHATWG's standard, or "none".
import { createInterface } from 'node:readline'

const lines = []
for await (const line of createInterface({ input: process.stdin })) {
  try {
    lines.push(new URL(JSON.parse(line)).hostname || 'none')
  } catch {
    lines.push('none')
  }
}
console.log(lines.join('\n'))
