// How somebody signs in, with what can be changed about each way.

import { recoveryCodeCount, type Ways } from '../../../access/index.ts'
import type { MessageKey } from '../../../knowledge/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { StaffVisit } from '../../route-table.ts'
import { Facts } from '../staff-page.tsx'

export const WaysList = ({ visit, ways }: { visit: StaffVisit; ways: Ways }) => {
  const { say } = visit
  const { password, app, passkeys, recoveryCodesLeft } = ways
  const names = passkeys.map(({ label }) => label || say('account.passkey.unnamed')).join(', ')
  return (
    <Facts
      facts={[
        {
          name: say('account.ways.passkeys'),
          value: (
            <>
              {names === '' ? say('account.ways.none') : names}
              <Way visit={visit} path="/staff/account/passkeys" words="account.ways.passkeys.change" />
            </>
          ),
        },
        {
          name: say('account.ways.password'),
          value: (
            <>
              {say(password && app ? 'account.ways.password.on' : 'account.ways.password.off')}
              <Way
                visit={visit}
                path="/staff/account/password"
                words={password ? 'account.ways.change-password' : 'account.ways.set-password'}
              />
              <Way
                visit={visit}
                path="/staff/account/app"
                words={app ? 'account.ways.change-app' : 'account.ways.set-app'}
              />
              {password || app ? (
                <Way visit={visit} path="/staff/account/password/remove" words="account.ways.password.remove" />
              ) : null}
            </>
          ),
        },
        ...(app
          ? [
              {
                name: say('account.ways.codes'),
                value: (
                  <>
                    {say('account.ways.codes.left', { left: recoveryCodesLeft, all: recoveryCodeCount })}
                    <Way visit={visit} path="/staff/account/codes" words="account.ways.new-codes" />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

const Way = ({ visit, path, words }: { visit: StaffVisit; path: string; words: MessageKey }) => (
  <>
    <br />
    <a href={addressIn(visit.language, path)}>{visit.say(words)}</a>
  </>
)
