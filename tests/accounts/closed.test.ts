// Where people would reach us by plain http on another name than this machine's own, there are no staff pages, and they say why.

import { describe, expect, it } from 'vitest'

import { staffParts } from '../../src/cli/staff-parts.ts'
import { readSettings } from '../../src/cli/settings.ts'
import type { Database } from '../../src/database/index.ts'
import { posted, testApp } from '../services.ts'

const partsAt = (address: string) =>
  staffParts({
    database: {} as Database,
    settings: readSettings({ FOOTBRIDGE_URL: address }),
    ring: () => ({ current: 1, keys: new Map() }),
    demo: false,
    auditProof: () => Promise.resolve({ keys: [], kept: [] }),
    centerName: 'Riverbend Center',
  })

describe('the staff side', () => {
  it.each(['http://center.example/', 'http://127.0.0.1:3000/', 'http://localhost.evil.example/'])(
    'does not start at %s',
    (address) => {
      expect(partsAt(address)).toBeNull()
    },
  )

  it('says so in place of its pages, and the public side goes on', async () => {
    const { app } = await testApp(undefined, undefined, { staff: null })
    const page = await app.request('/staff/sign-in')
    expect([page.status, (await page.text()).includes('Staff cannot sign in here')]).toEqual([503, true])
    expect((await app.request('/staff/sign-in', posted({ email: 'a@b', password: 'x' }))).status).toBe(503)
    expect((await app.request('/staff/home')).headers.get('location')).toMatch(/^\/staff\/sign-in/)
    expect((await app.request('/learn')).status).toBe(200)
  })
})
