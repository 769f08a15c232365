// Name and language. Also the example of a form that is kept as a draft and offered back (draft-offer.tsx).

import { changeOwnDetails } from '../../../access/index.ts'
import { isLanguage, type Language } from '../../../knowledge/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, SelectField, TextField } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { Submit } from './asked.tsx'
import { DraftOffer, draftFor, forgetDraft, type OfferedDraft } from './draft-offer.tsx'
import { writeDownSeen } from './seen.ts'

type Typed = { readonly name: string; readonly language: string }

export const detailsPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  const draft = await draftFor(visit)
  const { name, language } = visit.signedIn
  return show(visit, { name: draft?.field('name') ?? name, language: draft?.field('language') ?? language }, { draft })
}

export const detailsPosted: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const name = form.one('name').trim()
  const language = languageIn(form.one('language'))
  if (name === '' || Array.from(name).length > 200)
    return show(visit, { name, language }, { error: visit.say('account.name.wrong') })
  await changeOwnDetails(accountsOf(visit), visit.signedIn, { name, language })
  await forgetDraft(visit)
  return visit.request.redirect(addressIn(language, '/staff/account'), 303)
}

const languageIn = (text: string): Language => (isLanguage(text) ? text : 'en')

type Around = { readonly draft?: OfferedDraft | undefined; readonly error?: string }

function show(visit: StaffVisit, { name, language }: Typed, { draft, error }: Around) {
  const { say } = visit
  return shellPage(
    {
      visit,
      title: say('account.details'),
      children: (
        <>
          <ErrorSummary title={say('account.put-right')} errors={error === undefined ? {} : { name: error }} />
          <h1>{say('account.details')}</h1>
          <DraftOffer visit={visit} draft={draft} />
          <StaffForm visit={visit} action="/staff/account/details" draft>
            <TextField
              name="name"
              label={say('account.name')}
              hint={say('account.details.name.hint')}
              maxlength={200}
              value={name}
              error={error}
            />
            <SelectField
              name="language"
              label={say('account.details.language')}
              value={language}
              choices={(['en', 'es'] as const).map((value) => ({
                value,
                label: say(`account.details.language.${value}`),
              }))}
            />
            <Submit words={say('account.details.save')} />
          </StaffForm>
        </>
      ),
    },
    error === undefined ? 200 : 422,
  )
}
