// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads one JSON object a line, {"judge", "scheme", "key", "headers", "body" (base64)}, and answers
// each with a line: "accepted", or "refused: " and why.
import { createInterface } from 'node:readline'
import { createHash, createHmac } from 'node:crypto'
import * as ed25519 from '@noble/ed25519'
import { verify as verifyGithub } from '@octokit/webhooks-methods'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import Stripe from 'stripe'
import { Webhook as SvixWebhook } from 'svix'

ed25519.etc.sha512Sync = (...parts) =>
  createHash('sha512').update(Buffer.concat(parts)).digest()

const stripe = new Stripe('sk_none')

// The signatures of a request in a scheme, and the one that is right by the hash of Node.js over
// the bytes as they came.
const compared = ({ scheme, key, headers, body }) => {
  const hmac = (secret, ...parts) => parts.reduce((hash, part) => hash.update(part),
                                                  createHmac('sha256', secret))
  if (scheme === 'standard') {
    const secret = Buffer.from(key.replace(/^whsec_/, ''), 'base64')
    const begin = `${headers['webhook-id']}.${headers['webhook-timestamp']}.`
    return [headers['webhook-signature'].split(' '),
            `v1,${hmac(secret, begin, body).digest('base64')}`]
  }
  if (scheme === 'github')
    return [[headers['x-hub-signature-256']], `sha256=${hmac(key, body).digest('hex')}`]
  const parts = headers['stripe-signature'].split(',')
  const seconds = parts[0].replace(/^t=/, '')
  return [parts.slice(1), `v1=${hmac(key, `${seconds}.`, body).digest('hex')}`]
}

const labelAndEight = (signature) => signature.replace(/^(\w+[,=])(.{8}).*$/, '$1$2')

const judges = {
  hmac: (question) => {
    const [signatures, right] = compared(question)
    if (!signatures.includes(right)) throw new Error('no match')
  },
  // Makes the mistake of the control.
  prefix: (question) => {
    const [signatures, right] = compared(question)
    if (!signatures.map(labelAndEight).includes(labelAndEight(right))) throw new Error('no match')
  },
  standardwebhooks: ({ key, headers, body }) =>
    new StandardWebhook(key).verify(body.toString(), headers),
  svix: ({ key, headers, body }) => new SvixWebhook(key).verify(body.toString(), headers),
  stripe: ({ key, headers, body }) =>
    stripe.webhooks.constructEvent(body.toString(), headers['stripe-signature'], key),
  github: async ({ key, headers, body }) => {
    if (!(await verifyGithub(key, body.toString(), headers['x-hub-signature-256'])))
      throw new Error('no match')
  },
  ed25519: ({ key, headers, body }) => {
    const publicKey = Buffer.from(key.replace(/^whpk_/, ''), 'base64')
    const id = headers['webhook-id']
    const signed = Buffer.concat([Buffer.from(`${id}.${headers['webhook-timestamp']}.`), body])
    const isRight = headers['webhook-signature'].split(' ').some((entry) => {
      const [label, text] = entry.split(',')
      const signature = Buffer.from(text ?? '', 'base64')
      const isStrict = label === 'v1a' && signature.toString('base64') === text
      return isStrict && ed25519.verify(signature, signed, publicKey)
    })
    if (!isRight) throw new Error('no match')
  },
}

// Most of them parse what they have verified, so that only what comes before that is a refusal.
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line)
  question.body = Buffer.from(question.body, 'base64')
  try {
    await judges[question.judge](question)
    console.log('accepted')
  } catch (error) {
    const isVerified = error instanceof SyntaxError
    console.log(isVerified ? 'accepted' : `refused: ${String(error.message).split('\n')[0]}`)
  }
}
