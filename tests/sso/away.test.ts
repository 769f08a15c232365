// A directory that tells the e-mail only when asked, and one that does not answer.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { html } from 'hono/html'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openDirectories, type Directories } from '../../src/access/index.ts'
import { asProvider } from '../../src/access/sso/provider.ts'
import { sayIn } from '../../src/knowledge/index.ts'
import { SsoButtons } from '../../src/web/staff/account/sso-buttons.tsx'
import { visitor } from '../accounts/visitor.ts'
import { content } from '../home.ts'
import { addPerson } from '../staff.ts'
import { agencySite, begin, signInWith, type Agency } from './agency.ts'

const closedAddress = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

let agency: Agency
beforeAll(async () => {
  agency = await agencySite({ police: {}, gone: { issuer: await closedAddress() } }, 'userinfo')
})
afterAll(() => agency.close())

it('asks the directory for the e-mail where the ID token does not tell it', async () => {
  const email = 'ona@police.example'
  await addPerson(agency.site, { name: 'Ona Mills', email, roles: ['partner'] })
  const who = { sub: 'ona', email, email_verified: true, amr: ['mfa'] }
  expect((await signInWith(agency, who)).path).toBe('/staff/home')
})

it('says in a sentence that a directory does not answer, and the service goes on', async () => {
  const to = await begin(agency, visitor(agency.site), 'gone')
  expect(to).toBe('/staff/sign-in/sso?why=away')
  const shown = await agency.site.app.request(to)
  expect(shown.status).toBe(503)
  expect(await shown.text()).toContain('does not answer right now')
  expect(await begin(agency, visitor(agency.site), 'police')).toContain(agency.provider.issuer)
})

it('tells the operator which directory did not answer, and asks it anew the next time', async () => {
  const lines: string[] = []
  const written = { id: 'gone', name: 'Gone', issuer: await closedAddress(), client_id: 'footbridge' }
  const provider = asProvider({ ...written, domains: ['a.example'], second_factor: 'ours', acr: [] }, undefined)
  const parts = { providers: [provider], origin: 'https://riverbend.example', now: () => new Date() }
  const directories = openDirectories({ ...parts, log: (line) => lines.push(line) })
  expect(await directories.find('gone')).toEqual({ ok: false, reason: 'away' })
  expect(await directories.find('gone')).toEqual({ ok: false, reason: 'away' })
  expect(lines).toHaveLength(2)
  expect(lines[0]).toBe('The directory gone did not answer as one (ECONNREFUSED)')
})

it('offers a way to each directory, as a link and in the language of the page, and nothing where there is none', async () => {
  const { database, vault } = agency.site.parts
  const say = sayIn(content.messages, 'es')
  const shown = async (sso?: Directories): Promise<string> => {
    const staff = { database, vault, accounts: agency.site.parts, demo: false, sso }
    const visit = { say, language: 'es', services: { staff } } as const
    return (await html`${SsoButtons({ visit, back: '/staff/people' })}`).toString()
  }
  expect(await shown(agency.sso)).toContain('href="/es/staff/sign-in/sso/police?back=%2Fstaff%2Fpeople"')
  expect(await shown(agency.sso)).toContain('Entrar con Mill County Police')
  expect(await shown(agency.sso)).not.toContain('<form')
  expect(await shown()).toBe('')
})
