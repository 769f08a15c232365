// The tables of children, caregivers and cases (migration 04), as Kysely knows them. `Buffer`: sealed, or a keyed digest.

import type { Generated } from 'kysely'

export type CaseTables = {
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
}
