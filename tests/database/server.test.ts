// The same through DATABASE_URL, on Debian's PostgreSQL: roles, refusals, backup across versions, the same schema.

import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  openDatabase,
  restoreBackup,
  writeSchema,
  type Database,
  type DatabaseConfig,
} from '../../src/database/index.ts'
import { Problem } from '../../src/shared/index.ts'
import { asAda, asBruno, castCenters, centers } from '../cast.ts'
import { aSetUpLink } from '../factories.ts'
import { home, latestMigration } from '../home.ts'
import {
  debianPostgres,
  freshDatabase,
  silent,
  startCluster,
  temporaryFolder,
  whyNoServer,
  type Cluster,
} from './databases.ts'

const openUrl = (url: string, appUrl?: string): Promise<Database> =>
  openDatabase({ config: { kind: 'url', url, ...(appUrl === undefined ? {} : { appUrl }) }, home, log: silent })

const problemOf = async (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => 'none',
    (error: unknown) => (error instanceof Problem ? `${error.code}: ${error.message}` : String(error)),
  )

describe.skipIf(debianPostgres === undefined)(
  `a server by DATABASE_URL${debianPostgres === undefined ? ` (${whyNoServer})` : ''}`,
  () => {
    const { folder, remove } = temporaryFolder()
    let cluster: Cluster
    beforeAll(async () => {
      cluster = await startCluster()
      await cluster.asSuperuser(
        'create role owner_plain login createrole; create role owner_poor login; create role snoop login superuser',
      )
    })
    afterAll(async () => {
      await cluster.stop()
      remove()
    })

    it('works with the address of a superuser: pages run as the unprivileged role all the same', async () => {
      const database = await openUrl(await cluster.newDatabase('by_superuser'))
      expect(database.kind).toBe('server')
      expect(await database.health()).toEqual({ ok: true, migration: latestMigration })
      await castCenters(database)
      const seen = await database.transactAs(asAda, (trx) => trx.selectFrom('centers').select('name').execute())
      expect(seen).toEqual([{ name: centers.riverbend.name }])
      await expect(
        database.transactAs(asAda, (trx) =>
          trx
            .insertInto('setup_links')
            .values(aSetUpLink({ center: asBruno.center }))
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
      await database.close()
    })

    it('works with an ordinary owner that may make roles', async () => {
      const database = await openUrl(await cluster.newDatabase('by_owner', 'owner_plain'))
      expect((await database.health()).ok).toBe(true)
      await database.close()
    })

    it('tells an owner that may not make roles what the administrator has to run', async () => {
      await cluster.asSuperuser('revoke footbridge_app from owner_poor').catch(() => undefined)
      const problem = await problemOf(openUrl(await cluster.newDatabase('by_poor', 'owner_poor')))
      expect(problem).toMatch(/^roles-missing: .*create role footbridge_app/)
    })

    it('refuses to serve pages as a role that sees every center', async () => {
      const url = await cluster.newDatabase('privileged')
      const problem = await problemOf(openUrl(url, url.replace('postgres://postgres@', 'postgres://snoop@')))
      expect(problem).toMatch(/^privileged-role: .*alter role snoop nosuperuser nobypassrls/)
    })

    it.each([
      ['postgres://owner_plain:secret-word@127.0.0.1:1/x', 'nothing answers'],
      ['postgres://owner_plain:secret-word@no-such-host.invalid/x', 'host name'],
      ['not an address secret-word', 'not an address'],
    ])('says what is wrong with %s, without the password', async (url, reason) => {
      const problem = await problemOf(openUrl(url))
      expect(problem).toMatch(/^database-url-wrong/)
      expect(problem).toContain(reason)
      expect(problem).not.toContain('secret-word')
    })

    it('says when there is no such database', async () => {
      const url = (await cluster.newDatabase('one_that_is')).replace('/one_that_is', '/none_such')
      expect(await problemOf(openUrl(url))).toContain('there is no database of this name')
    })

    it('that goes away is said to be gone, and is found again by itself when it returns', async () => {
      const database = await openUrl(await cluster.newDatabase('comes_back'))
      await cluster.halt()
      expect(await database.health()).toEqual({ ok: false, migration: null })
      expect(await problemOf(database.beforeSignIn.centerForHost('x'))).toMatch(/^database-unavailable/)
      await cluster.goOn()
      expect(await database.health()).toEqual({ ok: true, migration: latestMigration })
      await database.close()
    })

    it('has the same schema, to the letter', async () => {
      const database = await openUrl(await cluster.newDatabase('same_schema'))
      const fresh = await freshDatabase()
      expect(await writeSchema(database)).toBe(await writeSchema(fresh.database))
      await Promise.all([database.close(), fresh.close()])
    })

    it('takes a backup of the built-in database, and gives one back to it: every digest the same', async () => {
      const fresh = await freshDatabase()
      await castCenters(fresh.database)
      await fresh.database.transactAs(asAda, (trx) =>
        trx
          .insertInto('setup_links')
          .values(Array.from({ length: 50 }, () => aSetUpLink()))
          .execute(),
      )
      const first = join(folder, 'from-18.fb')
      const made = await fresh.database.writeBackup(first)
      await fresh.close()

      const server: DatabaseConfig = { kind: 'url', url: await cluster.newDatabase('moved') }
      expect((await restoreBackup({ config: server, home, file: first, log: silent })).tables).toEqual(made.tables)
      const moved = await openUrl(server.url)
      const second = join(folder, 'from-server.fb')
      expect((await moved.writeBackup(second)).tables).toEqual(made.tables)
      await moved.close()

      const back: DatabaseConfig = { kind: 'embedded', folder: join(folder, 'back') }
      expect((await restoreBackup({ config: back, home, file: second, log: silent })).tables).toEqual(made.tables)
    })

    it('an ordinary owner restores too, and is refused a backup that would miss rows', async () => {
      await cluster.asSuperuser('create role owner_bare login; grant footbridge_app to owner_bare')
      const url = await cluster.newDatabase('bare_restore', 'owner_bare')
      expect(
        (await restoreBackup({ config: { kind: 'url', url }, home, file: join(folder, 'from-18.fb'), log: silent }))
          .rows,
      ).toBe(52)
      const database = await openUrl(url)
      expect(await problemOf(database.writeBackup(join(folder, 'partial.fb')))).toMatch(/^backup-role-missing/)
      await database.close()
    })
  },
)
