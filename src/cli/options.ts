// Reads the options of a command with Node's own parser; a wrong one becomes a usage Problem with a sentence.

import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

import { Problem } from '../shared/index.ts'

export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  positionals: 0 | 1 = 0,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: positionals > 0, strict: true })
    if (parsed.positionals.length !== positionals)
      throw new Error(positionals === 0 ? 'unexpected argument' : 'give one file or folder')
    return parsed
  } catch (error) {
    throw new Problem('usage', {
      why: `${error instanceof Error ? error.message : 'wrong options'}. See: bin/footbridge help`,
    })
  }
}

/** Options, and any number of files. */
export function readFlagsAndFiles<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Problem('usage', {
      why: `${error instanceof Error ? error.message : 'wrong options'}. See: bin/footbridge help`,
    })
  }
}

/** The word given, or a usage Problem that lists the known ones. */
export function oneOf<Word extends string>(option: string, given: string, known: readonly Word[]): Word {
  const word = known.find((one) => one === given)
  if (word !== undefined) return word
  throw new Problem('usage', {
    why: `${option} "${given.slice(0, 30)}" is not known. Give one of: ${known.join(', ')}.`,
  })
}
