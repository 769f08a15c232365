// Support: the center's own page, from its profile. What it does, its promise of therapy, how to refer; then giving,
// volunteering, mentoring (time, length and difficulty said before the form) and training. Without a profile it is neutral.

import type { Bilingual, CenterProfile } from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import { page } from '../parts/layout.tsx'
import { PhoneLink } from '../parts/phone-link.tsx'
import type { Handler, Visit } from '../route-table.ts'

export const supportPage: Handler = (visit) => {
  const { profile } = visit.services.content.center
  return page({
    visit,
    title: visit.say('support.title'),
    children: profile === null ? <NeutralPage visit={visit} /> : <CenterPage visit={visit} profile={profile} />,
  })
}

const NeutralPage = ({ visit: { say, language } }: { visit: Visit }) => (
  <>
    <h1>{say('support.heading')}</h1>
    <p class="fb-lead">{say('support.does')}</p>
    <h2>{say('support.therapy')}</h2>
    <p>{say('support.therapy.neutral')}</p>
    <h2>{say('support.refer')}</h2>
    <p>{say('support.refer.how')}</p>
    <p>
      <a href={addressIn(language, '/report')}>{say('support.to-report')}</a>
    </p>
    <h2>{say('support.help')}</h2>
    <ul>
      <li>{say('support.help.ask')}</li>
      <li>{say('support.help.give')}</li>
      <li>{say('support.help.mentor')}</li>
      <li>{say('support.help.training')}</li>
    </ul>
    <p>{say('support.find')}</p>
  </>
)

type CenterParts = { readonly visit: Visit; readonly profile: CenterProfile }

const CenterPage = ({ visit, profile }: CenterParts) => {
  const { say, language } = visit
  const own = (text: Bilingual | null, ours: string): string => text?.[language] ?? ours
  return (
    <>
      <h1>{profile.name}</h1>
      <p class="fb-lead">{own(profile.does, say('support.does'))}</p>
      <Reach visit={visit} profile={profile} />
      <h2>{say('support.therapy')}</h2>
      <p>{own(profile.therapy_promise, say('support.therapy.promise'))}</p>
      <h2>{say('support.refer')}</h2>
      <p>{own(profile.refer, say('support.refer.how'))}</p>
      <p>
        <a href={addressIn(language, '/report')}>{say('support.to-report')}</a>
      </p>
      <Mentoring visit={visit} profile={profile} />
      <Ways visit={visit} profile={profile} />
    </>
  )
}

const Reach = ({ visit: { say }, profile: { phone, website } }: CenterParts) =>
  phone === null && website === null ? null : (
    <p>
      {phone === null ? null : (
        <>
          {say('support.phone')} <PhoneLink number={phone} />{' '}
        </>
      )}
      {website === null ? null : (
        <a href={website} rel="noreferrer">
          {new URL(website).hostname}
        </a>
      )}
    </p>
  )

/** What a mentor takes on comes before the way to apply: a short match can hurt (domain, 4.1). */
const Mentoring = ({ visit: { say, language }, profile: { mentor } }: CenterParts) =>
  mentor === null ? null : (
    <>
      <h2>{say('support.mentor')}</h2>
      <dl>
        {(['time', 'length', 'difficulty'] as const).map((fact) => (
          <>
            <dt>
              <strong>{say(`support.mentor.${fact}`)}</strong>
            </dt>
            <dd>{mentor[fact][language]}</dd>
          </>
        ))}
      </dl>
      <p>
        <a href={mentor.apply} rel="noreferrer">
          {say('support.mentor.apply')}
        </a>
      </p>
    </>
  )

const Ways = ({ visit: { say }, profile }: CenterParts) => {
  const ways = (['give', 'volunteer', 'training'] as const).flatMap((way) => {
    const address = profile[way]
    return address === null ? [] : [{ way, address }]
  })
  return ways.length === 0 ? null : (
    <>
      <h2>{say('support.help')}</h2>
      <ul>
        {ways.map(({ way, address }) => (
          <li>
            <a href={address} rel="noreferrer">
              {say(`support.${way}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
