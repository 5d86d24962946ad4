// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads one JSON object a line, {"judge", "key", "headers", "body" (base64)}, and answers each with
// a line: "accepted", or "refused: " and why.
import { createInterface } from 'node:readline'
import { createHash } from 'node:crypto'
import * as ed25519 from '@noble/ed25519'
import { verify as verifyGithub } from '@octokit/webhooks-methods'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import Stripe from 'stripe'
import { Webhook as SvixWebhook } from 'svix'

ed25519.etc.sha512Sync = (...parts) =>
  createHash('sha512').update(Buffer.concat(parts)).digest()

const stripe = new Stripe('sk_none')

const judges = {
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
