// The scanner for the command line. Building the machine from the whole lexicon takes seconds; so the built one is kept beside the
// build it belongs to (dist/<digest of all sources, the lexicon among them>), and read back the next time.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

import { loadLexicon } from '../knowledge/index.ts'
import { type CompiledLexicon, compileLexicon, type Scanner, scannerOf } from '../screening/index.ts'
import type { Surroundings } from './command.ts'
import { copyUnitsInNode } from './copy-units.ts'

/** Never half: written aside and moved. Where nothing may be written, the next run builds it again. */
function keep(compiled: CompiledLexicon, file: string): void {
  const draft = `${file}.${String(process.pid)}`
  try {
    writeFileSync(draft, serialize(compiled))
    renameSync(draft, file)
  } catch {
    return
  }
}

export function scannerFor({ home, built }: Pick<Surroundings, 'home' | 'built'>): Scanner {
  const file = join(built, 'lexicon.machine')
  if (existsSync(file)) return scannerOf(deserialize(readFileSync(file)) as CompiledLexicon, copyUnitsInNode)
  const compiled = compileLexicon(loadLexicon(join(home, 'content/lexicon')))
  keep(compiled, file)
  return scannerOf(compiled, copyUnitsInNode)
}
