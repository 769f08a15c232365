// People of a test who have set up how to sign in, by the pages themselves.

import { addPerson, codeAt, goodPassword, invite, type NewPerson, type StaffSite } from '../staff.ts'
import { codesOn, secretOn, visitor, type Person } from './visitor.ts'

export type Enrolled = {
  readonly person: string
  readonly email: string
  readonly secret: string
  readonly codes: readonly string[]
  /** The browser in which she enrolled, signed in. */
  readonly browser: Person
}

let number = 0

/** With a password and an app. Afterwards the clock is a minute on, so that the next code is another. */
export async function enrolled(site: StaffSite, given: Partial<NewPerson> = {}): Promise<Enrolled> {
  number += 1
  const email = given.email ?? `person${number}@riverbend.example`
  const person = await addPerson(site, { name: 'Ada Brook', ...given, email })
  return { ...(await enrolWith(site, await invite(site, person))), person, email }
}

export async function enrolWith(site: StaffSite, token: string): Promise<Omit<Enrolled, 'person' | 'email'>> {
  const browser = visitor(site)
  const welcome = await browser.get(`/staff/welcome/${token}`)
  await browser.send(welcome, `/staff/welcome/${token}`)
  const password = await browser.get('/staff/enrol/password')
  const app = await browser.send(password, '/staff/enrol/password', { password: goodPassword })
  const secret = secretOn(app)
  const done = await browser.send(app, '/staff/enrol/app', { code: codeAt(secret, site.clock.now()) })
  site.clock.pass(60)
  return { secret, codes: codesOn(done), browser }
}

export async function signIn(
  site: StaffSite,
  { email, secret }: Pick<Enrolled, 'email' | 'secret'>,
  browser = visitor(site),
): Promise<Person> {
  const page = await browser.get('/staff/sign-in')
  const code = await browser.send(page, '/staff/sign-in', { email, password: goodPassword })
  await browser.send(code, '/staff/sign-in/code', { code: codeAt(secret, site.clock.now()) })
  site.clock.pass(60)
  return browser
}
