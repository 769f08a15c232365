// Rows for tests, each with named variations: `aSetUpLink({ center })`. Everything not named is made up and valid.

import { createHash, randomUUID } from 'node:crypto'

import { centers } from './cast.ts'

export const aSetUpLink = ({ center = centers.riverbend.id, token = randomUUID(), now = new Date() } = {}) => ({
  center_id: center,
  link_id: randomUUID(),
  token_sha256: createHash('sha256').update(token).digest(),
  created_at: now,
  expires_at: new Date(now.getTime() + 86_400_000),
  opened_at: null,
  revoked_at: null,
})

export const anAuditEntry = ({
  center = centers.riverbend.id,
  event = 'set-up-link-opened',
  person = null as string | null,
} = {}) => ({
  center_id: center,
  entry_id: randomUUID(),
  event,
  person_id: person,
})

export const aPageTotal = ({ center = centers.riverbend.id, page = 'get /learn', total = 12 } = {}) => ({
  center_id: center,
  day: '2026-11-24',
  language: 'en',
  page,
  total,
})
