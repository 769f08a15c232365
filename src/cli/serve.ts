// bin/footbridge serve: the whole service. It opens the database, builds the pages' services, listens, prints the address
// and the set-up link, and stops cleanly on SIGTERM and SIGINT.

import { setUpLinks } from '../access/index.ts'
import { databaseConfig, openDatabase, type Database } from '../database/index.ts'
import { countPages, type Counting } from '../statistics/index.ts'
import { buildApp, lastPage, type Services } from '../web/index.ts'
import { centerOf } from './center-of.ts'
import type { Command, Surroundings } from './command.ts'
import { listen, type Listening } from './listen.ts'
import { openKeyFile } from './open-key-file.ts'
import { readOptions } from './options.ts'
import { readSettings, type Settings } from './settings.ts'
import { siteParts } from './site-parts.ts'

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
      const service = await start(database, surroundings, settings)
      console.log(`Footbridge is ready at ${service.address}`)
      if (values.demo) console.log('There is no invented demo data in this version yet.')
      console.log(`Set up your center (one-time link, valid for a day): ${service.setUpAddress}`)
      await stopped
      await service.listening.close()
      await service.counting?.stop()
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
  readonly address: string
  readonly setUpAddress: string
}

async function start(database: Database, surroundings: Surroundings, settings: Settings): Promise<Started> {
  // Its `ring` is for `openVault`.
  await openKeyFile({
    environment: process.env,
    home: surroundings.home,
    database,
    now: () => new Date(),
    log: console.log,
  })
  const services = servicesOf(database, surroundings, settings)
  const center = await centerOf(database, settings)
  const counting = settings.counts ? countPages({ database, center, log: console.error }) : undefined
  const app = buildApp({ services, log: console.error, count: counting?.count })
  const listening = await listen(app, { ...settings, lastPage: await lastPage(services) })
  const address = settings.address ?? new URL(`http://localhost:${listening.port}`)
  const token = await services.setUpLinks.issue(center, new Date())
  return { listening, counting, address: address.origin, setUpAddress: new URL(`/set-up/${token}`, address).href }
}

function servicesOf(database: Database, surroundings: Surroundings, settings: Settings): Services {
  return {
    ...siteParts(surroundings, settings),
    copy: null,
    health: async () => ({ kind: database.kind, ...(await database.health()) }),
    setUpLinks: setUpLinks(database),
    secure: settings.address?.protocol === 'https:',
    findSignedIn: () => Promise.resolve(undefined),
    staff: null,
  }
}

/** Resolves at the first signal; a second one ends the process at once, as people expect of Ctrl-C twice. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
