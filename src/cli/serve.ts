// bin/footbridge serve: the whole service. It opens the database, builds the pages' services, listens, prints the address
// and the set-up link, and stops cleanly on SIGTERM and SIGINT.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { setUpLinks } from '../access/index.ts'
import { databaseConfig, openDatabase, type Database } from '../database/index.ts'
import { loadContent } from '../knowledge/index.ts'
import { parseDirectory } from '../reporting/index.ts'
import { Problem } from '../shared/index.ts'
import { buildApp, loadAssets, requirePages, type Services } from '../web/index.ts'
import type { Command, Surroundings } from './command.ts'
import { listen, type Listening } from './listen.ts'
import { readOptions } from './options.ts'

export const serveCommand: Command = {
  name: 'serve',
  help: '[--demo]: start the service (PORT, FOOTBRIDGE_DATA, DATABASE_URL, FOOTBRIDGE_EXIT)',
  async run(args, surroundings) {
    const { values } = readOptions(args, { demo: { type: 'boolean', default: false } })
    const port = readPort(process.env['PORT'])
    const stopped = stopSignal()
    const database = await openDatabase({
      config: databaseConfig(process.env, surroundings.home),
      home: surroundings.home,
      log: console.log,
    })
    try {
      const service = await start(database, surroundings, port)
      console.log(`Footbridge is ready at ${service.address}`)
      if (values.demo) console.log('There is no invented demo data in this version yet.')
      console.log(`Set up your center (one-time link, valid for a day): ${service.setUpAddress}`)
      await stopped
      await service.listening.close()
    } finally {
      await database.close()
    }
    console.log('Footbridge has stopped.')
    return 0
  },
}

type Started = { readonly listening: Listening; readonly address: string; readonly setUpAddress: string }

async function start(database: Database, surroundings: Surroundings, port: number): Promise<Started> {
  const services = servicesOf(database, surroundings)
  const listening = await listen(buildApp({ services, log: console.error }), port)
  const address = process.env['FOOTBRIDGE_URL'] ?? `http://localhost:${listening.port}`
  const host = new URL(address).hostname
  const center = await database.beforeSignIn.centerForHost(host)
  if (center === undefined) {
    await listening.close()
    throw new Problem('center-missing', { host })
  }
  const token = await services.setUpLinks.issue(center, new Date())
  return { listening, address, setUpAddress: `${address}/set-up/${token}` }
}

function servicesOf(database: Database, { home, built }: Surroundings): Services {
  const contentFolder = join(home, 'content')
  const content = loadContent(contentFolder)
  requirePages(content)
  return {
    content,
    contentFolder,
    directory: parseDirectory(content.directory),
    assets: loadAssets(join(built, 'assets')),
    version: readVersion(home),
    exitAddress: process.env['FOOTBRIDGE_EXIT'] ?? 'https://www.weather.gov/',
    health: async () => ({ kind: database.kind, ...(await database.health()) }),
    setUpLinks: setUpLinks(database),
  }
}

function readVersion(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  return version
}

function readPort(given: string | undefined): number {
  if (given === undefined || given === '') return 3000
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (port < 1 || port > 65535) throw new Problem('port-wrong', { port: given.slice(0, 20) })
  return port
}

/** Resolves at the first signal; a second one ends the process at once, as people expect of Ctrl-C twice. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
