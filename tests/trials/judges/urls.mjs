// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a URL a line, as a JSON string; answers each with a line: the host that a browser would
// call, by the WHATWG's standard, or "none". Its argument says who reads: "node" is the parser in
// C++ that is built into Node.js, "whatwg-url" the one in JavaScript that jsdom uses. They share
// no code, nor the tables of Unicode that turn names into ASCII.
import { createInterface } from 'node:readline'
import { URL as PackagedURL } from 'whatwg-url'

const readers = { node: globalThis.URL, 'whatwg-url': PackagedURL }
const Reader = readers[process.argv[2]]

const lines = []
for await (const line of createInterface({ input: process.stdin })) {
  try {
    lines.push(new Reader(JSON.parse(line)).hostname || 'none')
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    lines.push('none')
  }
}
console.log(lines.join('\n'))
