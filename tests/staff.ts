// The application with its staff side, on a real database: people of the cast with accounts, a clock that a test moves, and a
// browser that keeps its cookies. Passwords are hashed for real; a center's own keys are made anew for each site.

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { TOTP, Secret } from 'otpauth'
import { Temporal } from 'temporal-polyfill'

import {
  findSignedInWith,
  makeKeyFile,
  openVault,
  passwordHashing,
  type AccountParts,
  type Role,
} from '../src/access/index.ts'
import type { Actor, Database } from '../src/database/index.ts'
import { castCenters, centers } from './cast.ts'
import { freshDatabase, temporaryFolder } from './database/databases.ts'
import { testApp } from './services.ts'

export type Clock = { now(): Date; pass(seconds: number): void }

export function testClock(start = '2026-11-24T17:00:00Z'): Clock {
  let at = Date.parse(start)
  return { now: () => new Date(at), pass: (seconds) => (at += seconds * 1000) }
}

export type StaffSite = {
  readonly database: Database
  readonly parts: AccountParts
  readonly clock: Clock
  readonly app: Awaited<ReturnType<typeof testApp>>['app']
  readonly logged: readonly string[]
  close(): Promise<void>
}

export type StaffSiteParts = {
  /** As the browser sees it; for passkeys its host must be 'localhost' or https. */
  readonly origin?: string
  readonly clock?: Clock
  readonly exitAddress?: string
}

/** `riverbend.example` answers for Riverbend; people are made with `addPerson`. */
export async function staffSite({
  origin = 'https://riverbend.example',
  clock = testClock(),
  exitAddress,
}: StaffSiteParts = {}): Promise<StaffSite> {
  const fresh = await freshDatabase()
  const { folder, remove } = temporaryFolder()
  const ring = makeKeyFile(join(folder, 'keys'), clock.now())
  await castCenters(fresh.database)
  const host = new URL(origin).hostname
  await fresh.database.asOwner((trx) =>
    trx.updateTable('centers').set({ host }).where('center_id', '=', centers.riverbend.id).execute(),
  )
  const vault = openVault({ ring: () => ring, now: clock.now })
  const party = { id: host, name: centers.riverbend.name, origin }
  const parts = {
    database: fresh.database,
    vault,
    hashing: passwordHashing(),
    now: clock.now,
    random: randomBytes,
    party,
  }
  const { app, lines } = await testApp(fresh.database, exitAddress, {
    secure: origin.startsWith('https:'),
    clock: () => Temporal.Instant.from(clock.now().toISOString()),
    findSignedIn: findSignedInWith(parts),
    staff: { database: fresh.database, vault, demo: false, accounts: parts },
  })
  return {
    database: fresh.database,
    parts,
    clock,
    app,
    logged: lines,
    async close() {
      await fresh.close()
      remove()
    },
  }
}

export type NewPerson = {
  readonly name: string
  readonly email: string
  readonly roles?: readonly Role[]
  readonly discipline?: string
  readonly center?: Actor['center']
}

/** Somebody without any way to sign in yet. */
export async function addPerson(
  { database, clock }: Pick<StaffSite, 'database' | 'clock'>,
  { name, email, roles = ['advocate'], discipline = 'advocacy', center = centers.riverbend.id }: NewPerson,
): Promise<string> {
  const person = randomUUID()
  await database.transactAs({ center, person: null }, async (trx) => {
    await trx
      .insertInto('people')
      .values({ center_id: center, person_id: person, name, email, discipline, created_at: clock.now() })
      .execute()
    for (const role of roles)
      await trx
        .insertInto('person_roles')
        .values({ center_id: center, person_id: person, role, granted_at: clock.now(), granted_by: person })
        .execute()
  })
  return person
}

/** The token of the link, as an administrator hands it over. */
export async function invite(
  { database, clock }: Pick<StaffSite, 'database' | 'clock'>,
  person: string,
  {
    purpose = 'welcome',
    center = centers.riverbend.id,
  }: { purpose?: 'welcome' | 'reset'; center?: Actor['center'] } = {},
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database.transactAs({ center, person: null }, (trx) =>
    trx
      .insertInto('invitations')
      .values({
        center_id: center,
        invitation_id: randomUUID(),
        person_id: person,
        token_sha256: createHash('sha256').update(token).digest(),
        purpose,
        created_at: clock.now(),
        expires_at: new Date(clock.now().getTime() + 3 * 86_400_000),
      })
      .execute(),
  )
  return token
}

export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: at.getTime() })

export const goodPassword = 'copper lantern walks north'
