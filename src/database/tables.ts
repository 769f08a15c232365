// The tables as Kysely knows them; the migrations are the truth, and a test compares the two. A `bigint` is read as text, and so is
// a `date` ('YYYY-MM-DD').

import type { Generated } from 'kysely'

import type { AccountTables } from './account-tables.ts'
import type { CaseTables } from './case-tables.ts'

export type Tables = AccountTables &
  CaseTables & {
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
