// What `bin/footbridge keys` prints of the key file: numbers, days, fingerprints and counts; never a key.

import type { KeyUse } from '../access/index.ts'

type Shown = { readonly number: number; readonly made: string; readonly fingerprint: string }

/** One line for each key of the file, and a sentence for each that is needed and is not there. */
export function keyLines(keys: readonly Shown[], uses: readonly KeyUse[]): readonly string[] {
  const current = Math.max(...keys.map(({ number }) => number))
  const useOf = (number: number) => uses.find((use) => use.number === number)?.keys ?? 0
  const lines = keys.map(({ number, made, fingerprint }) =>
    [
      `  key ${number}`.padEnd(8),
      `made ${made}`,
      `fingerprint ${fingerprint}`,
      `closes ${counted(useOf(number))}`,
      ...(number === current ? ['current'] : []),
    ].join('   '),
  )
  return [...lines, ...wrong(uses), ...waiting(uses, current)]
}

function wrong(uses: readonly KeyUse[]): readonly string[] {
  const broken = uses.filter(({ state }) => state !== 'opens')
  if (broken.length === 0) return ['No key that is needed is missing.']
  return broken.map(({ number, keys, state }) =>
    state === 'missing'
      ? `KEY ${number} IS MISSING from the file, and ${counted(keys)} cannot be opened without it. Put the newest copy of the file back.`
      : `KEY ${number} OF THE FILE IS ANOTHER ONE than closed ${counted(keys)}. Put back the copy that belongs to this database.`,
  )
}

function waiting(uses: readonly KeyUse[], current: number): readonly string[] {
  const older = uses.filter(({ number }) => number !== current).reduce((sum, { keys }) => sum + keys, 0)
  return older === 0 ? [] : [`Not under the current key yet: ${counted(older)}. To go on: bin/footbridge keys --rewrap`]
}

/** The center has a key of its own, which counts as one. */
export const counted = (keys: number): string => (keys === 1 ? '1 key of a person' : `${keys} keys of people`)
