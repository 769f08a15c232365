// The tables as Kysely knows them; the migrations are the truth, and a test compares the two. A `bigint` is read as text, and so is
// a `date` ('YYYY-MM-DD').

import type { Generated } from 'kysely'

export type Tables = {
  centers: {
    center_id: string
    host: string | null
    name: string
    created_at: Generated<Date>
  }
  setup_links: {
    center_id: string
    link_id: string
    token_sha256: Buffer
    created_at: Date
    expires_at: Date
    opened_at: Date | null
    revoked_at: Date | null
  }
  audit_entries: {
    center_id: string
    entry_id: string
    occurred_at: Generated<Date>
    event: string
    person_id: string | null
    subject_kind: Generated<string | null>
    subject_id: Generated<string | null>
    case_id: Generated<string | null>
    fields: Generated<string[]>
    reason: Generated<string | null>
  }
  public_counts: {
    center_id: string
    /** 'YYYY-MM-DD' when written; to be read as text. */
    day: string
    language: string
    page: string
    total: number
  }
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
  individuals: {
    center_id: string
    individual_id: string
    kind: string
    given_name: Buffer | null
    surname: Buffer | null
    birth_date: Buffer | null
    phone: Buffer | null
    key_version: Generated<number>
    created_at: Date
    erased_at: Date | null
  }
  cases: {
    center_id: string
    case_id: string
    number: string
    child_id: string
    opened_on: string
    closed_on: string | null
    sealed: Generated<boolean>
    legal_hold: Generated<boolean>
    conflicted: Generated<string[]>
    version: Generated<number>
  }
  case_caregivers: {
    center_id: string
    case_id: string
    individual_id: string
    relationship: string
    safety: Generated<string>
  }
  case_team: {
    center_id: string
    case_id: string
    person_id: string
    discipline: string
    added_at: Date
    added_by: string
  }
  case_access: {
    center_id: string
    person_id: string
    case_id: string
    kind: string
    until: Date | null
  }
  case_conflicts: {
    center_id: string
    case_id: string
    person_id: string
    recorded_at: Date
    recorded_by: string
  }
  notes: {
    center_id: string
    case_id: string
    note_id: string
    author_id: string
    discipline: string
    shared: boolean
    body: Buffer | null
    key_version: Generated<number>
    written_at: Date
  }
  tasks: {
    center_id: string
    case_id: string
    task_id: string
    kind: string
    assignee_id: string
    due_on: string
    done_at: Date | null
    created_at: Date
    created_by: string
  }
  name_indexes: {
    center_id: string
    kind: string
    value: Buffer
    individual_id: string
  }
  erasures: {
    center_id: string
    individual_id: string
    erased_at: Date
    erased_by: string
  }
  audit_leaves: {
    center_id: string
    sequence: string
    entry_id: string
    leaf: Buffer
  }
  audit_checkpoints: {
    center_id: string
    size: string
    note: string
    made_at: Date
  }
  'footbridge_keys.person_keys': {
    center_id: string
    owner_id: string
    version: number
    wrapped: Buffer
    file_key: number
    created_at: Date
  }
}
