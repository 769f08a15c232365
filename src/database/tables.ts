// The tables as Kysely knows them; the migrations are the truth, and a test compares the two.

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
  }
  public_counts: {
    center_id: string
    /** 'YYYY-MM-DD' when written; to be read as text. */
    day: string
    language: string
    page: string
    total: number
  }
}
