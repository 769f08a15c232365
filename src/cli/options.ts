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
      throw new Error(positionals === 0 ? 'unexpected argument' : 'give one file')
    return parsed
  } catch (error) {
    throw new Problem('usage', {
      why: `${error instanceof Error ? error.message : 'wrong options'}. See: bin/footbridge help`,
    })
  }
}
