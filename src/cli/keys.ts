// bin/footbridge keys: shows the key file, without a key. --rotate adds a key and closes everything with it while the service
// runs; --rewrap goes on with a rotation that was stopped; --begin-anew goes on after the loss of all keys.

import { existsSync } from 'node:fs'

import {
  addKey,
  beginKeys,
  countAllKeys,
  countWithoutKey,
  keyFilePath,
  listKeys,
  readKeyFile,
  rotateKeys,
  surveyKeys,
} from '../access/index.ts'
import { dataFolder, type Database } from '../database/index.ts'
import { Problem } from '../shared/index.ts'
import type { Command } from './command.ts'
import { copyAdvice, whatItIs } from './key-advice.ts'
import { counted, keyLines } from './key-report.ts'
import { makeFirst } from './open-key-file.ts'
import { readOptions } from './options.ts'
import { withDatabase } from './with-database.ts'

export const keysCommand: Command = {
  name: 'keys',
  help: '[--rotate | --rewrap | --begin-anew]: show the key file, or change keys while the service runs',
  run(args, { home }) {
    const { values } = readOptions(args, {
      rotate: { type: 'boolean', default: false },
      rewrap: { type: 'boolean', default: false },
      'begin-anew': { type: 'boolean', default: false },
    })
    if (Object.values(values).filter(Boolean).length > 1)
      throw new Problem('usage', { why: 'Give one of --rotate, --rewrap, --begin-anew. See: bin/footbridge help' })
    const file = keyFilePath(process.env, dataFolder(process.env, home))
    return withDatabase(home, (database) => {
      if (values.rotate) return rotate(database, file)
      if (values.rewrap) return rewrap(database, file)
      return values['begin-anew'] ? beginAnew(database, file) : show(database, file)
    })
  },
}

async function show(database: Database, file: string): Promise<number> {
  const begun = await hasKeyTable(database)
  console.log(`Key file: ${file}`)
  if (!existsSync(file) && (!begun || (await countAllKeys(database)) === 0)) {
    console.log('There is none yet. The service makes it when it starts for the first time.')
    return 0
  }
  const uses = begun ? await surveyKeys(database, readKeyFile(file)) : []
  for (const line of keyLines(listKeys(file), uses)) console.log(line)
  const lost = begun ? await countWithoutKey(database) : 0
  if (lost > 0) console.log(withoutKey(lost))
  console.log(whatItIs)
  return uses.every(({ state }) => state === 'opens') ? 0 : 1
}

export const withoutKey = (people: number): string =>
  `${people === 1 ? '1 person has' : `${people} people have`} private fields that no key opens: the backup of keys was older than the data, or keys were not restored.`

async function rotate(database: Database, file: string): Promise<number> {
  const add = () => {
    const ring = addKey(file, new Date())
    const shown = listKeys(file).find(({ number }) => number === ring.current)
    console.log(`Added key ${ring.current} (fingerprint ${shown?.fingerprint ?? ''}) to ${file}. ${copyAdvice}`)
    console.log('Now closing everything with it. If this is stopped, go on with: bin/footbridge keys --rewrap')
    return ring
  }
  return told(await rotateKeys({ database, file, add }))
}

const rewrap = async (database: Database, file: string): Promise<number> => told(await rotateKeys({ database, file }))

function told({ current, moved, left }: Awaited<ReturnType<typeof rotateKeys>>): number {
  console.log(`Closed ${counted(moved)} again, with key ${current}.`)
  if (left === 0) return 0
  console.log(`In use just then, and not done: ${counted(left)}. Run again: bin/footbridge keys --rewrap`)
  return 1
}

/** Only where no key is left: what is private stays closed, and the service can start again with the rest. */
async function beginAnew(database: Database, file: string): Promise<number> {
  if ((await countAllKeys(database)) > 0) throw new Problem('keys-there')
  const lost = await countWithoutKey(database)
  if (!existsSync(file)) makeFirst(file, new Date(), console.log)
  const ring = readKeyFile(file)
  await beginKeys({ database, ring: () => ring, now: () => new Date() })
  console.log(`Keys begin anew. ${lost === 0 ? 'No private field was lost.' : withoutKey(lost)}`)
  console.log('Who signs in with a code from a telephone sets that up again, with a new link from an administrator.')
  return 0
}

/** The table of keys came with this migration. */
async function hasKeyTable(database: Database): Promise<boolean> {
  const { migration } = await database.health()
  return migration !== null && migration >= '2026-11-24-06-keys'
}
