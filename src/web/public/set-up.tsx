// The page behind the one-time link that the service prints while nobody can sign in: who the first administrator is, and which
// other roles she takes on. In a small center one person has several, and each is a decision of her own.

import { beginSetUp, rolesBesides } from '../../access/index.ts'
import { Problem } from '../../shared/index.ts'
import { readForm, type Form } from '../form-reader.ts'
import { addressIn } from '../parts/address.ts'
import { Checkboxes, FieldGroup } from '../parts/choices.tsx'
import { TextField, type FieldErrors } from '../parts/fields.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { setPendingCookie } from '../session-cookie.ts'
import { AskedForm, askedPage, Submit } from '../staff/account/asked.tsx'
import { accountsOf, originOf } from '../staff-services.ts'

type Typed = { readonly name: string; readonly email: string; readonly roles: readonly string[] }

export const setUpPage: Handler = (visit) => {
  accountsOf(visit)
  return show(visit, { name: '', email: '', roles: [] }, {})
}

export const setUpPosted: Handler = async (visit) => {
  const typed = typedIn(await readForm(visit))
  const errors = errorsIn(visit, typed)
  if (Object.keys(errors).length > 0) return show(visit, typed, errors)
  const roles = rolesBesides.filter((role) => typed.roles.includes(role))
  const form = { name: typed.name, email: typed.email, roles, language: visit.language }
  const token = await beginSetUp(accountsOf(visit), originOf(visit), form)
  if (token === undefined) throw new Problem('not-permitted')
  setPendingCookie(visit, token)
  return visit.request.redirect(addressIn(visit.language, '/staff/enrol'), 303)
}

const typedIn = (form: Form): Typed => ({
  name: form.one('name').trim(),
  email: form.one('email').trim(),
  roles: form.all('roles'),
})

function errorsIn({ say }: Visit, { name, email }: Typed): FieldErrors {
  return {
    ...(name === '' || name.length > 200 ? { name: say('account.name.wrong') } : {}),
    ...(isEmail(email) ? {} : { email: say('account.email.wrong') }),
  }
}

/** One @ with something on both sides; whether it is a true one only a message could tell. */
const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text)

function show(visit: Visit, { name, email, roles }: Typed, errors: FieldErrors) {
  const { say } = visit
  const choices = rolesBesides.map((value) => ({ value, label: say(`set-up.role.${value}`) }))
  return askedPage({
    visit,
    title: say('set-up.heading'),
    errors,
    ...(Object.keys(errors).length > 0 ? { status: 422 as const } : {}),
    children: (
      <>
        <p class="fb-lead">{say('set-up.lead')}</p>
        <AskedForm visit={visit} action={visit.path}>
          <TextField
            name="name"
            label={say('account.name')}
            autocomplete="name"
            maxlength={200}
            value={name}
            error={errors['name']}
          />
          <TextField
            name="email"
            type="email"
            label={say('account.email')}
            hint={say('set-up.email.hint')}
            autocomplete="email"
            maxlength={254}
            value={email}
            error={errors['email']}
          />
          <FieldGroup legend={say('set-up.roles')} hint={say('set-up.roles.hint')} id="roles">
            <Checkboxes name="roles" choices={choices} chosen={new Set(roles)} />
          </FieldGroup>
          <Submit words={say('set-up.next')} />
        </AskedForm>
      </>
    ),
  })
}
