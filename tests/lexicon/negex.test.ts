// The context rules alone on the public NegEx set, where it is at hand: it is not part of this project.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { precision, recall } from '../../benchmarks/accuracy/count.ts'
import { measureNegation, negexFile } from '../../benchmarks/accuracy/negex.ts'
import { loadLexicon } from '../../src/knowledge/index.ts'
import { buildContextReader } from '../../src/screening/index.ts'
import { home } from '../home.ts'

const file = negexFile(home)

it.skipIf(!existsSync(file))(
  'says which phrases of the NegEx half are denied, F1 at least 0.975 (skipped where the set is not beside the project)',
  () => {
    const { rows, count } = measureNegation(
      readFileSync(file, 'utf8'),
      buildContextReader(loadLexicon(join(home, 'content/lexicon'))),
    )
    const [p, r] = [precision(count), recall(count)]
    expect(rows).toBe(1188)
    expect((2 * p * r) / (p + r)).toBeGreaterThanOrEqual(0.975)
  },
)
