// A national line in the middle of a sentence: its name and its number, by the rules of what may be shown. Without a number
// that may be shown there is only the name.

import { shownNumber, type LineKey } from '../../reporting/index.ts'
import type { Visit } from '../route-table.ts'
import { PhoneLink } from './phone-link.tsx'

export const NationalLine = ({ visit: { language, services }, line }: { visit: Visit; line: LineKey }) => {
  const number = shownNumber(services.directory, line)
  return (
    <>
      {services.directory.lines[line].name[language]}
      {number === null ? null : (
        <>
          : <PhoneLink number={number} />
        </>
      )}
    </>
  )
}
