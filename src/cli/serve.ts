// bin/footbridge serve: the whole service. It opens the database, builds the pages' services, listens, prints the address
// and the set-up link, and stops cleanly on SIGTERM and SIGINT.

import { auditProofIn, findSignedInWith, setUpLinks, type KeyRing } from '../access/index.ts'
import { databaseConfig, dataFolder, openDatabase, type Database } from '../database/index.ts'
import { Problem } from '../shared/index.ts'
import { countPages, type Counting } from '../statistics/index.ts'
import { buildApp, lastPage, type Services } from '../web/index.ts'
import { runBackground, type Background } from './background.ts'
import { centerOf } from './center-of.ts'
import type { Command, Surroundings } from './command.ts'
import { prepareDemo } from './demo/prepare-demo.ts'
import { listen, type Listening } from './listen.ts'
import { openKeyFile } from './open-key-file.ts'
import { openSso } from './open-sso.ts'
import { readOptions } from './options.ts'
import { readSettings, type Settings } from './settings.ts'
import { siteParts } from './site-parts.ts'
import { addressOf, staffParts } from './staff-parts.ts'

export const serveCommand: Command = {
  name: 'serve',
  help: '[--demo]: start the service (settings: docs/operate.md)',
  async run(args, surroundings) {
    const { values } = readOptions(args, { demo: { type: 'boolean', default: false } })
    const settings = readSettings(process.env)
    const stopped = stopSignal()
    const database = await openDatabase({
      config: databaseConfig(process.env, surroundings.home),
      home: surroundings.home,
      log: console.log,
    })
    try {
      const service = await start(database, surroundings, { ...settings, demo: values.demo })
      console.log(`Footbridge is ready at ${service.address}`)
      console.log(service.toStaff)
      await stopped
      await service.listening.close()
      await service.counting?.stop()
      await service.background.stop()
    } finally {
      await database.close()
    }
    console.log('Footbridge has stopped.')
    return 0
  },
}

type Started = {
  readonly listening: Listening
  readonly counting: Counting | undefined
  readonly background: Background
  readonly address: string
  /** The sentence that tells how staff get in. */
  readonly toStaff: string
}

type Wanted = Settings & { readonly demo: boolean }

async function start(database: Database, surroundings: Surroundings, settings: Wanted): Promise<Started> {
  const { ring } = await openKeyFile({
    environment: process.env,
    home: surroundings.home,
    database,
    now: () => new Date(),
    log: console.log,
  })
  if (settings.demo) await prepareDemo(database, ring, settings)
  const services = servicesOf(database, surroundings, { ...settings, ring })
  const center = await centerOf(database, settings)
  const counting = settings.counts ? countPages({ database, center, log: console.error }) : undefined
  const app = buildApp({ services, log: console.error, count: counting?.count })
  const listening = await listen(app, { ...settings, lastPage: await lastPage(services) })
  const address = addressOf(settings)
  const token = services.staff === null ? undefined : await services.setUpLinks.issue(center, new Date())
  const background = await runBackground(database, surroundings, console.error)
  return { listening, counting, background, address: address.origin, toStaff: toStaff(services, address, token) }
}

function toStaff({ staff }: Services, address: URL, token: string | undefined): string {
  if (staff === null) return new Problem('staff-closed').message
  if (staff.demo) return `Try the demo, where everybody is invented: ${new URL('/staff/demo', address).href}`
  if (token === undefined) return `Staff sign in at ${new URL('/staff/sign-in', address).href}`
  return `Set up your center (one-time link, valid for a day): ${new URL(`/set-up/${token}`, address).href}`
}

function servicesOf(
  database: Database,
  surroundings: Surroundings,
  settings: Wanted & { readonly ring: () => KeyRing },
): Services {
  const parts = siteParts(surroundings, settings)
  const centerName = parts.content.center.profile?.name ?? 'Footbridge'
  const { ring, demo } = settings
  const sso = openSso(process.env, surroundings.home, settings)
  const auditProof = auditProofIn({ environment: process.env, dataFolder: dataFolder(process.env, surroundings.home) })
  const staff = staffParts({ database, settings, ring, demo, sso, centerName, auditProof })
  return {
    ...parts,
    copy: null,
    health: async () => ({ kind: database.kind, ...(await database.health()) }),
    setUpLinks: setUpLinks(database),
    secure: settings.address?.protocol === 'https:',
    findSignedIn: staff === null ? () => Promise.resolve(undefined) : findSignedInWith({ database }),
    staff,
  }
}

/** Resolves at the first signal; a second one ends the process at once, as people expect of Ctrl-C twice. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
