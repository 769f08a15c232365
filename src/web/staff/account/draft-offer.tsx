// A form that was not sent, offered back on its own page to its own writer. The pattern, for every page with a form:
//   const draft = await draftFor(visit)                    in the page: `draft.field(name)` where it is taken up, else what is saved
//   <DraftOffer visit={visit} draft={draft} />             above the form
//   <StaffForm visit={visit} action={visit.path} draft>    the form, whose action is its own page
//   await forgetDraft(visit)                               where the form was taken

import { dropDraft, findDraft, type Draft } from '../../../access/index.ts'
import { addressIn } from '../../parts/address.ts'
import { HiddenFields } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { StaffForm } from '../shell.tsx'
import { timeOf } from './when.ts'

export type OfferedDraft = {
  readonly savedAt: Date
  /** Whether she chose to go on with it: then the form shows it. */
  readonly taken: boolean
  /** What she had written; undefined where it is not taken up, or had no such field. */
  field(name: string): string | undefined
  all(name: string): readonly string[] | undefined
}

/** Of this page and this person; undefined: there is none. */
export async function draftFor(visit: StaffVisit): Promise<OfferedDraft | undefined> {
  const draft = await findDraft(accountsOf(visit), visit.signedIn, visit.path)
  return draft && offered(draft, visit.request.req.query('draft') === 'take')
}

function offered({ savedAt, fields }: Draft, taken: boolean): OfferedDraft {
  const all = (name: string) => fields.filter(([one]) => one === name).map(([, value]) => value)
  return {
    savedAt,
    taken,
    // An empty field was not kept: in a draft that is taken up it is empty, not what was saved before.
    field: (name) => (taken ? (all(name)[0] ?? '') : undefined),
    all: (name) => (taken ? all(name) : undefined),
  }
}

export const forgetDraft = (visit: StaffVisit): Promise<boolean> =>
  dropDraft(accountsOf(visit), visit.signedIn, visit.path)

export const DraftOffer = ({ visit, draft }: { visit: StaffVisit; draft: OfferedDraft | undefined }) => {
  if (draft === undefined) return null
  const { say, language, path } = visit
  const time = timeOf(visit, draft.savedAt)
  return (
    <div class="fb-note fb-inline">
      <p>{say(draft.taken ? 'account.draft.back' : 'account.draft.have', { time })}</p>
      {draft.taken ? null : <a href={`${addressIn(language, path)}?draft=take`}>{say('account.draft.continue')}</a>}
      <StaffForm visit={visit} action="/staff/account/draft">
        <HiddenFields fields={{ 'draft-form': path }} />
        <button type="submit" class="fb-link-button">
          {say('account.draft.drop')}
        </button>
      </StaffForm>
    </div>
  )
}
