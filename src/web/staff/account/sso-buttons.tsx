// A way to each agency's own directory, for the page of sign-in. Links, not forms: the answer leads to another site, and a page may
// send its forms to its own site only.

import { addressIn } from '../../parts/address.ts'
import { withBack } from '../../parts/back-to.ts'
import type { Services, Visit } from '../../route-table.ts'

type Asked = Pick<Visit, 'say' | 'language'> & { readonly services: Pick<Services, 'staff'> }

/** `back`: the page that was asked for. Nothing where no directory is set up. */
export const SsoButtons = ({ visit, back }: { visit: Asked; back: string }) => {
  const { say, language, services } = visit
  const providers = services.staff?.sso?.providers ?? []
  if (providers.length === 0) return null
  return (
    <section>
      <h2>{say('sso.heading')}</h2>
      {providers.map(({ id, name }) => (
        <p>
          <a class="govuk-button" href={addressIn(language, withBack(`/staff/sign-in/sso/${id}`, back))}>
            {say('sso.with', { name })}
          </a>
        </p>
      ))}
      <p class="fb-quiet">{say('sso.local')}</p>
    </section>
  )
}
