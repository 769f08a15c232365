// Labelled practice notes (how they are labelled: docs/lexicon.md): every person in them is invented.

import * as v from 'valibot'

import { indicatorCodes, languages } from '../../src/knowledge/index.ts'

const label = v.strictObject({
  code: v.picklist(indicatorCodes),
  assertion: v.picklist(['affirmed', 'negated', 'possible']),
  temporality: v.picklist(['current', 'historical', 'hypothetical']),
  experiencer: v.picklist(['child', 'other']),
})

const note = v.object({
  id: v.string(),
  lang: v.picklist(languages),
  kind: v.string(),
  text: v.string(),
  labels: v.array(label),
})

export type Label = v.InferOutput<typeof label>
export type Note = v.InferOutput<typeof note>

export const parseNotes = (lines: string): readonly Note[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => v.parse(note, JSON.parse(line)))
