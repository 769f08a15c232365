// For a young person: no checklist. It is not your fault; who listens by call or text, and said first, what each must pass
// on; how to get pictures taken down; how to help a friend.

import { whoListens, type Listener } from '../../reporting/index.ts'
import type { Say } from '../../knowledge/index.ts'
import { addressIn } from '../parts/address.ts'
import { page } from '../parts/layout.tsx'
import { NationalLine } from '../parts/national-line.tsx'
import { NowNote } from '../parts/now-note.tsx'
import { PhoneLink, TextLink } from '../parts/phone-link.tsx'
import { SourceLink } from '../parts/source-link.tsx'
import type { Handler, Visit } from '../route-table.ts'

export const forMe: Handler = (visit) => {
  const { say, language, services } = visit
  return page({
    visit,
    title: say('me.title'),
    children: (
      <>
        <h1>{say('me.heading')}</h1>
        <p class="fb-lead">{say('me.lead')}</p>
        <NowNote say={say} about="you" />
        <h2>{say('me.listens')}</h2>
        <p>{say('me.passes-on')}</p>
        <ul class="fb-listeners">
          {whoListens(services.directory, services.content.listeners, language).map((listener) => (
            <ListenerCard listener={listener} say={say} />
          ))}
        </ul>
        <People visit={visit} />
        <Pictures visit={visit} />
        <h2>{say('me.friend')}</h2>
        <p>{say('me.friend.how')}</p>
        <p>
          <a href={addressIn(language, '/learn/for-you')}>{say('me.more')}</a>
        </p>
        <p>
          <a href={addressIn(language, '/leaving-safely')}>{say('me.watched')}</a>
        </p>
      </>
    ),
  })
}

const ListenerCard = ({
  listener: { name, numbers, text, passesOn, source },
  say,
}: {
  listener: Listener
  say: Say
}) => (
  <li>
    <h3>{name}</h3>
    <p>{passesOn}</p>
    <p>
      {numbers.map((number) => (
        <PhoneLink number={number} large />
      ))}{' '}
      {text === null ? null : <TextLink number={text} say={say} />}
    </p>
    {source === null ? null : (
      <p class="fb-quiet">
        <SourceLink address={source.address} say={say} />
      </p>
    )}
  </li>
)

const People = ({ visit: { say, language, services } }: { visit: Visit }) => (
  <>
    <h2>{say('me.people')}</h2>
    <dl>
      {services.content.listeners.people.map(({ who, passes_on }) => (
        <>
          <dt>
            <strong>{who[language]}</strong>
          </dt>
          <dd>{passes_on[language]}</dd>
        </>
      ))}
    </dl>
  </>
)

const Pictures = ({ visit }: { visit: Visit }) => {
  const { say, services } = visit
  const { address } = services.content.listeners.pictures
  return (
    <>
      <h2>{say('me.threat')}</h2>
      <p>{say('me.threat.not-you')}</p>
      <ul>
        <li>{say('me.threat.no-pay')}</li>
        <li>{say('me.threat.keep')}</li>
        <li>{say('me.threat.tell')}</li>
        <li>
          {say('me.threat.report')} <NationalLine visit={visit} line="US/ncmec" />
        </li>
      </ul>
      <h2>{say('me.pictures')}</h2>
      <p>{say('me.pictures.what')}</p>
      <ul>
        <li>{say('me.pictures.device')}</li>
        <li>
          {say('me.pictures.gone')} <NationalLine visit={visit} line="US/ncmec" />
        </li>
        <li>{say('me.pictures.never-send')}</li>
      </ul>
      <p>
        <a href={address} rel="noreferrer">
          {new URL(address).hostname}
        </a>
      </p>
    </>
  )
}
