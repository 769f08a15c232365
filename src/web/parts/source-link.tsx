// Where a fact was read: a link that names the host, so that nobody has to take our word for it.

import type { Say } from '../../knowledge/index.ts'

export const SourceLink = ({ address, say }: { address: string; say: Say }) =>
  URL.canParse(address) ? (
    <a href={address} rel="noreferrer">
      {say('step.source', { host: new URL(address).hostname.replace(/^www\./, '') })}
    </a>
  ) : null
