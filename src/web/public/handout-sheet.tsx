// A poster or hand-out as a page: the same words, numbers and lines to write on as its PDF. It prints on one sheet of
// paper; the frame of the site does not print.

import type { HandoutSection } from '../../knowledge/index.ts'
import type { ComposedHandout, HandoutCall } from '../../reporting/index.ts'
import { PhoneLink } from '../parts/phone-link.tsx'

export const HandoutSheet = ({ handout }: { handout: ComposedHandout }) => (
  <div class="fb-sheet">
    <h1>{handout.title}</h1>
    <p class="fb-lead">{handout.lead}</p>
    {handout.sections.map((section) => (
      <>
        {section.heading === null ? null : <h2>{section.heading}</h2>}
        <Lines section={section} />
      </>
    ))}
    <h2>{handout.callsHeading}</h2>
    <ul class="fb-papers">
      {handout.calls.map((call) => (
        <Call call={call} />
      ))}
    </ul>
    {handout.writeOn.map((label) => (
      <WriteOn label={label} />
    ))}
    {handout.center === null ? null : (
      <p>
        {handout.center.heading}: <strong>{handout.center.name}</strong>{' '}
        {handout.center.phone === '' ? null : <PhoneLink number={handout.center.phone} />}
      </p>
    )}
    {handout.note === '' ? null : <p>{handout.note}</p>}
    <p class="fb-quiet">{[handout.callsNote, handout.footer].filter((part) => part !== '').join(' ')}</p>
  </div>
)

const Lines = ({ section: { style, lines } }: { section: HandoutSection }) => {
  if (style === 'fill') return lines.map(({ text }) => <WriteOn label={text} />)
  const said = lines.map(({ strong, text }) => (
    <>
      {strong === '' ? null : <strong>{`${strong} `}</strong>}
      {text}
    </>
  ))
  if (style === 'plain') return said.map((line) => <p>{line}</p>)
  const items = said.map((line) => <li>{line}</li>)
  return style === 'steps' ? <ol>{items}</ol> : <ul>{items}</ul>
}

const Call = ({ call: { number, ways, what, name, note } }: { call: HandoutCall }) => (
  <li>
    <strong>{what}</strong> <PhoneLink number={number} large />
    {[...ways, name, note]
      .filter((part) => part !== '')
      .map((part) => (
        <span class="fb-label">{part}</span>
      ))}
  </li>
)

const WriteOn = ({ label }: { label: string }) => (
  <p>
    {label} <span class="fb-line"></span>
  </p>
)
