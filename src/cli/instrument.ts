// bin/footbridge instrument list: the screening instruments, and which have wording from this center.
// bin/footbridge instrument import FILE --licence "holder, date": takes a center's own form, with the wording that it has a
// licence for. It is kept in the center's folder and never leaves it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Temporal } from 'temporal-polyfill'

import { dataFolder } from '../database/index.ts'
import {
  acceptForm,
  formFile,
  instrumentIds,
  licenceOf,
  loadInstruments,
  withLicence,
  type LoadedInstrument,
} from '../knowledge/index.ts'
import { Problem } from '../shared/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'
import { writePrivateFile } from './write-private-file.ts'

export const instrumentCommand: Command = {
  name: 'instrument',
  help: 'list | import FILE --licence "holder, 2026-01-31": screening instruments, and the wording a center may use',
  run([action, ...args], { home }) {
    const folders = {
      ours: join(home, 'content', 'instruments'),
      center: join(dataFolder(process.env, home), 'center'),
    }
    if (action === 'list') list(args, folders)
    else if (action === 'import') importForm(args, folders)
    else
      throw new Problem('usage', {
        why: 'Give "instrument list" or "instrument import FILE". See: bin/footbridge help',
      })
    return Promise.resolve(0)
  },
}

type Folders = { readonly ours: string; readonly center: string }

function list(args: readonly string[], { ours, center }: Folders): void {
  readOptions(args, {})
  const instruments = loadInstruments(ours, center)
  for (const id of instrumentIds) console.log(`${id.padEnd(13)} ${stateOf(instruments[id])}`)
}

function stateOf({ instrument: { use, name, version }, wording }: LoadedInstrument): string {
  if (use === 'record-only') return `record-only: ${name} (${version.en})`
  if (wording === null) return `scored by concept, wording missing: ${name} (${version.en})`
  return `wording supplied by this center: ${name} (version ${wording.version}; licence: ${licenceOf(wording) ?? ''})`
}

function importForm(args: readonly string[], { ours, center }: Folders): void {
  const { values, positionals } = readOptions(args, { licence: { type: 'string' } }, 1)
  const [file = ''] = positionals
  const licence = readLicence(values.licence)
  // The center's own are left out: one that no longer fits is what an import puts right.
  const accepted = acceptForm(readJson(file), loadInstruments(ours))
  if (!accepted.ok) throw new Problem('instrument-refused', { file, why: accepted.reason.join('; ') })
  const { id, form } = accepted.value
  const target = join(center, 'instruments', formFile(id))
  writePrivateFile(target, `${JSON.stringify(withLicence(form, licence), null, 2)}\n`)
  console.log(`${id}: the wording is in ${target}. A running service shows it after the next start.`)
}

function readLicence(given = ''): string {
  const [, holder = '', day = ''] = /^\s*(\S.*?)\s*,\s*(\d{4}-\d{2}-\d{2})\s*$/.exec(given) ?? []
  if (holder === '' || !isDay(day))
    throw new Problem('usage', {
      why: 'Say who gave your center the licence, and when: --licence "Holder of the rights, 2026-01-31".',
    })
  return `${holder}, ${day}`
}

function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day
  } catch {
    return false
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch (cause) {
    throw new Problem('instrument-refused', { file, why: 'it cannot be read as JSON' }, cause)
  }
}
