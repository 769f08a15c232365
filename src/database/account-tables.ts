// The tables of people who work with a center, and of how they sign in (migrations 03 and 08), as Kysely knows them.

import type { Generated } from 'kysely'

export type AccountTables = {
  agencies: {
    center_id: string
    agency_id: string
    kind: string
    name: string
  }
  people: {
    center_id: string
    person_id: string
    agency_id: string | null
    name: string
    email: string
    discipline: string
    language: Generated<string>
    created_at: Date
    ended_at: Date | null
    reviewed_at: Date | null
  }
  person_roles: {
    center_id: string
    person_id: string
    role: string
    granted_at: Date
    granted_by: string | null
  }
  invitations: {
    center_id: string
    invitation_id: string
    person_id: string
    token_sha256: Buffer
    purpose: string
    created_at: Date
    created_by: string | null
    expires_at: Date
    used_at: Date | null
    revoked_at: Date | null
  }
  passwords: {
    center_id: string
    person_id: string
    hash: string
    changed_at: Date
  }
  totp_secrets: {
    center_id: string
    person_id: string
    secret: Buffer
    last_step: Generated<string>
    confirmed_at: Date | null
    created_at: Date
  }
  passkeys: {
    center_id: string
    person_id: string
    credential_id: string
    public_key: Buffer
    counter: string
    transports: Generated<string[]>
    label: string
    created_at: Date
    used_at: Date | null
  }
  recovery_codes: {
    center_id: string
    person_id: string
    code_sha256: Buffer
    used_at: Date | null
  }
  sessions: {
    center_id: string
    session_id: string
    person_id: string
    token_sha256: Buffer
    mode: Generated<string>
    method: string
    device: string
    created_at: Date
    last_seen_at: Date
    stepped_up_at: Date | null
    ended_at: Date | null
  }
  trusted_devices: {
    center_id: string
    person_id: string
    token_sha256: Buffer
    created_at: Date
  }
  passkey_challenges: {
    center_id: string
    challenge_sha256: Buffer
    person_id: string | null
    expires_at: Date
  }
  sso_identities: {
    center_id: string
    provider: string
    subject_sha256: Buffer
    person_id: string
    bound_at: Date
  }
  sso_answers: {
    center_id: string
    state_sha256: Buffer
    expires_at: Date
  }
  sign_in_failures: {
    center_id: string
    subject: Buffer
    failures: number
    last_at: Date
  }
  drafts: {
    center_id: string
    person_id: string
    form: string
    sealed: Buffer
    saved_at: Date
  }
}
