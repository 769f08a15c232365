// The text of the key file: one key-encryption key (KEK) a line, with check digits, so that a slip in a copy made by hand is
// found. The last line counts the keys: a file that was cut off is found too. This file reads and writes text only.

import { createHash } from 'node:crypto'

import { failed, ok, type Result } from '../../shared/index.ts'
import { keyLength } from './aead.ts'

export type KeyLine = { readonly number: number; readonly made: string; readonly key: Buffer }

/** The key-encryption keys in memory. New keys of people are wrapped under `current`; the others still open. */
export type KeyRing = { readonly current: number; readonly keys: ReadonlyMap<number, Buffer> }

/** 8 hexadecimal digits, to compare two copies of a key by telephone or on a page without showing it. */
export const keyFingerprint = (key: Buffer): string => digits('footbridge key fingerprint 1', key)

export const ringOf = (lines: readonly KeyLine[]): KeyRing => ({
  current: Math.max(...lines.map(({ number }) => number)),
  keys: new Map(lines.map(({ number, key }) => [number, key])),
})

const header = `# Footbridge: the keys to everything private.
#
# Names, addresses, notes: all that is private in the database can be opened with the keys below and in no other way.
# - If this file is lost, nobody can ever read those fields again: not you, not the makers of Footbridge, not a court.
# - Whoever has this file and the database can read everything.
# So keep a copy in a second safe place: on paper or a USB stick in a locked safe, never beside a backup of the database.
# Copy it again after each change of keys. Do not edit it. To see it checked: bin/footbridge keys
#
# number, date made, key, check digits
`

export function writeKeyLines(lines: readonly KeyLine[]): string {
  return `${header}${lines.map(lineOf).join('')}end ${lines.length}\n`
}

/** The reason, where it fails, names a line and what is wrong with it, and nothing of a key. */
export function readKeyLines(text: string): Result<readonly KeyLine[], string> {
  const rows = text.split(/\r?\n/).map((row, index) => ({ place: index + 1, words: row.trim() }))
  const meant = rows.filter(({ words }) => words !== '' && !words.startsWith('#'))
  const lines: KeyLine[] = []
  for (const { place, words } of meant.slice(0, -1)) {
    const line = readLine(words)
    if (line === undefined) return failed(`line ${place} is not a whole key`)
    if (line.number <= (lines.at(-1)?.number ?? 0)) return failed(`line ${place} is out of order`)
    lines.push(line)
  }
  if (lines.length === 0) return failed('it holds no key')
  return meant.at(-1)?.words === `end ${lines.length}` ? ok(lines) : failed('a line is missing')
}

function readLine(words: string): KeyLine | undefined {
  const found = /^([1-9]\d{0,8}) (\d{4}-\d\d-\d\d) ([\w-]{43}) ([0-9a-f]{8})$/.exec(words)
  const [, number = '', made = '', text = ''] = found ?? []
  const line = { number: Number(number), made, key: Buffer.from(text, 'base64url') }
  return found !== null && line.key.length === keyLength && lineOf(line).trimEnd() === words ? line : undefined
}

function lineOf({ number, made, key }: KeyLine): string {
  const words = `${number} ${made} ${key.toString('base64url')}`
  return `${words} ${digits('footbridge key line 1', Buffer.from(words))}\n`
}

/** The label keeps the two kinds of digits apart: neither can be computed from the other. */
const digits = (label: string, bytes: Buffer): string =>
  createHash('sha256').update(`${label}\0`).update(bytes).digest('hex').slice(0, 8)
