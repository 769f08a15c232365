// One's own passkeys: the list, another one, and taking one away; never the last way to sign in.

import { addOwnPasskey, offerNewPasskey, removeOwnPasskey, waysOf } from '../../../access/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { accountsOf } from '../../staff-services.ts'
import { StaffForm } from '../shell.tsx'
import { answerJson } from './as-json.ts'
import { PasskeyLabel } from './enrol.tsx'
import { ownPage } from './own-page.tsx'
import { PasskeyForm, readPasskey } from './passkey-form.tsx'
import { writeDownSeen } from './seen.ts'
import { requireStepUp } from './step-up.tsx'
import { dayOf } from './when.ts'

const page = '/staff/account/passkeys'

export const passkeysPage: StaffHandler = async (visit) => {
  await writeDownSeen(visit)
  return requireStepUp(visit, page) ?? show(visit)
}

export const ownPasskeyOptions: StaffHandler = async (visit) =>
  answerJson(visit, await offerNewPasskey(accountsOf(visit), visit.signedIn))

export const passkeysPosted: StaffHandler = async (visit) => {
  const first = requireStepUp(visit, page)
  if (first !== undefined) return first
  const form = await readForm(visit)
  const given = { posted: readPasskey(form.one('passkey')), label: form.one('label').trim() }
  if (!(await addOwnPasskey(accountsOf(visit), visit.signedIn, given)))
    return show(visit, { label: visit.say('account.passkey.failed') })
  return visit.request.redirect(addressIn(visit.language, page), 303)
}

export const passkeyRemoved: StaffHandler = async (visit) => {
  const first = requireStepUp(visit, page)
  if (first !== undefined) return first
  const id = (await readForm(visit)).one('id')
  const removed = await removeOwnPasskey(accountsOf(visit), visit.signedIn, id)
  if (!removed.ok && removed.reason === 'last') return show(visit, { remove: visit.say('account.ways.last') })
  return visit.request.redirect(addressIn(visit.language, page), 303)
}

async function show(visit: StaffVisit, errors: Readonly<Record<string, string>> = {}) {
  const { say, signedIn } = visit
  return ownPage({
    visit,
    title: say('account.passkeys.title'),
    errors,
    children: (
      <>
        <List visit={visit} />
        <h2>{say('account.passkeys.add')}</h2>
        <PasskeyForm
          visit={visit}
          kind="create"
          action={page}
          formToken={signedIn.formToken}
          words={say('account.passkeys.add')}
        >
          <PasskeyLabel visit={visit} />
        </PasskeyForm>
        <p class="fb-note" data-passkey-off>
          {say('account.enrol.passkey.off')}
        </p>
      </>
    ),
  })
}

const List = async ({ visit }: { visit: StaffVisit }) => {
  const { say } = visit
  const { passkeys } = await waysOf(accountsOf(visit), visit.signedIn)
  if (passkeys.length === 0) return <p>{say('account.passkeys.none')}</p>
  return (
    <StaffForm visit={visit} action={`${page}/remove`}>
      <ul class="fb-sessions" id="remove">
        {passkeys.map(({ id, label, createdAt, usedAt }) => (
          <li class="fb-inline">
            <span>
              <strong>{label || say('account.passkey.unnamed')}</strong>.{' '}
              {say('account.passkeys.made', { day: dayOf(visit, createdAt) })}
              {usedAt === null ? '' : `, ${say('account.passkeys.used', { day: dayOf(visit, usedAt) })}`}
            </span>
            <button type="submit" name="id" value={id} class="fb-link-button">
              {say('account.passkeys.remove', { label: label || say('account.passkey.unnamed') })}
            </button>
          </li>
        ))}
      </ul>
    </StaffForm>
  )
}
