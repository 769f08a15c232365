// The fields by which a child is looked for: they are posted, so that no name stands in an address.

import type { CaseSearch } from '../../../casework/index.ts'
import type { Form } from '../../form-reader.ts'
import { TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'

export const readSearch = (form: Form): CaseSearch => ({
  given: form.one('given').slice(0, longest),
  surname: form.one('surname').slice(0, longest),
  birthYear: form.one('birthYear').slice(0, longest),
})

const longest = 200

export const emptySearch: CaseSearch = { given: '', surname: '', birthYear: '' }

/** Each fault at the field where it is put right. */
export const searchErrors = ({ say }: StaffVisit, fault: 'name-needed' | 'not-a-year'): FieldErrors => ({
  [fault === 'not-a-year' ? 'birthYear' : 'given']: say(`cases.fault.${fault}`),
})

type FieldParts = { readonly visit: StaffVisit; readonly search: CaseSearch; readonly errors: FieldErrors }

export const SearchFields = ({ visit: { say }, search, errors }: FieldParts) => (
  <div class="fb-row fb-search">
    <TextField name="given" label={say('cases.given')} value={search.given} error={errors['given']} />
    <TextField name="surname" label={say('cases.surname')} value={search.surname} error={errors['surname']} />
    <TextField
      name="birthYear"
      label={say('cases.birth-year')}
      inputmode="numeric"
      width={5}
      value={search.birthYear}
      error={errors['birthYear']}
    />
  </div>
)
