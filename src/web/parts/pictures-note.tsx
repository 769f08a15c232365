// Where pictures are involved: we never take them; NCMEC takes the report, and its free service helps to stop them.

import type { IndicatorCode } from '../../knowledge/index.ts'
import type { Visit } from '../route-table.ts'

type PicturesParts = {
  readonly visit: Visit
  readonly answers: {
    readonly chosen: { readonly images: string }
    readonly noticed: readonly IndicatorCode[]
  }
}

const ofPictures: ReadonlySet<IndicatorCode> = new Set<IndicatorCode>(['images-requested', 'images-sold'])

export const PicturesNote = ({ visit: { say, services }, answers: { chosen, noticed } }: PicturesParts) => {
  if (chosen.images !== 'yes' && chosen.images !== 'unsure' && !noticed.some((code) => ofPictures.has(code)))
    return null
  const { address } = services.content.listeners.pictures
  const tip = services.directory.lines['US/ncmec'].online_report_url ?? services.directory.lines['US/ncmec'].url
  return (
    <div class="fb-note">
      <h2>{say('pictures.heading')}</h2>
      <p>{say('pictures.never')}</p>
      <ul>
        {tip === null ? null : (
          <li>
            {say('pictures.report')}{' '}
            <a href={tip} rel="noreferrer">
              {new URL(tip).hostname}
            </a>
          </li>
        )}
        <li>
          {say('pictures.stop')}{' '}
          <a href={address} rel="noreferrer">
            {new URL(address).hostname}
          </a>
        </li>
      </ul>
    </div>
  )
}
