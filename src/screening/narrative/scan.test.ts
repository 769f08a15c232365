// Context in running text: a small lexicon of indicators under the real phrases of context.

import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { home } from '../../../tests/home.ts'
import { type Lexicon, loadLexicon } from '../../knowledge/index.ts'
import { buildScanner } from './scan.ts'

const real = loadLexicon(join(home, 'content/lexicon'))
const entry = (
  code: 'runaway' | 'substance-use' | 'gang-involvement' | 'mental-health' | 'control-violence',
  any: string[],
) => ({
  id: `small.${code}`,
  code,
  why: 'A word for these tests.',
  any,
  yes: ['-'],
  no: [],
})
const contextOf = ({ words, entries }: Lexicon['en']) => ({ words, entries: entries.filter((one) => 'trigger' in one) })
const en = contextOf(real.en)
const es = contextOf(real.es)
const lexicon: Lexicon = {
  en: {
    words: en.words,
    entries: [
      ...en.entries,
      entry('runaway', ['awol|runaway|running', 'run+|running away', 'sneaking out']),
      entry('substance-use', ['drug|drugs use?', 'alcohol|vaping|etoh', 'using|uses meth|alcohol?']),
      entry('gang-involvement', ['gang ties|involvement|tie?']),
      entry('mental-health', ['si|depression|bipolar', 'self_harm']),
      entry('control-violence', ['hit+|hitting|threatening her|him']),
    ],
  },
  es: {
    words: es.words,
    entries: [
      ...es.entries,
      entry('runaway', ['fuga|fugas', 'escapar+', 'se ha ido de casa']),
      entry('substance-use', ['consumo|drogas|alcohol de? drogas|alcohol?']),
      entry('gang-involvement', ['pandilla|pandillas|pandillero']),
      entry('mental-health', ['depresion|autolesiones']),
      entry('control-violence', ['le pego|pegaron|pega']),
    ],
  },
}
const scan = buildScanner(lexicon)

const statusIn = (text: string, language: 'en' | 'es'): readonly string[] => {
  const found = scan(text, { language, noteYear: 2026 }).findings
  return [
    ...new Set(
      found.map(({ code, assertion, temporality, experiencer }) =>
        [code, assertion, temporality, experiencer].join(' '),
      ),
    ),
  ].sort()
}

const [R, S, G, M, V] = ['runaway', 'substance-use', 'gang-involvement', 'mental-health', 'control-violence']
const yes = 'affirmed current child'
const no = 'negated current child'
const maybe = 'possible current child'
const past = 'affirmed historical child'
const notYet = 'affirmed hypothetical child'
const other = 'affirmed current other'

describe('the status of a finding, in English', () => {
  it.each<[string, string[]]>([
    ['Youth AWOL since Friday.', [`${R} ${yes}`]],
    ['Denies drug use, gang ties or running away.', [`${R} ${no}`, `${S} ${no}`, `${G} ${no}`]],
    ['Denies: gang, drugs, running, SI.', [`${R} ${no}`, `${S} ${no}`, `${G} ${no}`, `${M} ${no}`]],
    ['Denies gang ties but admits drug use.', [`${G} ${no}`, `${S} ${yes}`]],
    ['Denies drugs, says she has been running away.', [`${S} ${no}`, `${R} ${yes}`]],
    ['Denies drug use and ran away.', [`${S} ${no}`, `${R} ${yes}`]],
    ['No gang ties, AWOL x2 this month.', [`${G} ${no}`, `${R} ${yes}`]],
    ['No drugs, alcohol or gang ties.', [`${S} ${no}`, `${G} ${no}`]],
    ['Not only drugs: AWOL too.', [`${S} ${yes}`, `${R} ${yes}`]],
    ['No longer using alcohol.', [`${S} ${past}`, `${S} ${no}`]],
    ['Cannot rule out drug use.', [`${S} ${maybe}`]],
    ['Worried she may be sneaking out.', [`${R} ${maybe}`]],
    ['Unclear whether there are gang ties.', [`${G} ${maybe}`]],
    ['Drug use was denied.', [`${S} ${no}`]],
    ['Drugs, gang, SI: all denied.', [`${S} ${no}`, `${G} ${no}`, `${M} ${no}`]],
    ['I asked about drugs and about anybody hitting her: no to all.', [`${S} ${no}`, `${V} ${no}`]],
    ['Asked about gang involvement, no answer.', [`${G} ${maybe}`]],
    ['Hx of running away.', [`${R} ${past}`]],
    ['AWOL twice in 2019.', [`${R} ${past}`]],
    ['AWOL at 2015 hrs.', [`${R} ${yes}`]],
    ['Denies drugs now. Drug use two years ago.', [`${S} ${no}`, `${S} ${past}`]],
    ['If she goes AWOL again, call on-call.', [`${R} ${notYet}`]],
    ['Staff to watch for drug use.', [`${S} ${notYet}`]],
    ['Plan: drug screen, AWOL protocol.', [`${R} ${notYet}`, `${S} ${notYet}`]],
    ['Gang involvement: No', [`${G} ${no}`]],
    ['Gang: N  Drugs: Y', [`${G} ${no}`, `${S} ${yes}`]],
    ['Runaway: Y (2019 only)', [`${R} ${past}`]],
    ['Gang involvement: ____', [`${G} ${notYet}`]],
    ['☒ Runaway ☐ Gang involvement ☒ Drug use (vaping)', [`${R} ${yes}`, `${G} ${notYet}`, `${S} ${yes}`]],
    ['[x] AWOL\n[ ] Gang ties', [`${R} ${yes}`, `${G} ${notYet}`]],
    ['Runaway: ☐ Yes ☒ No', [`${R} ${no}`]],
    ['Mother uses meth.', [`${S} ${other}`]],
    ['Mother says she uses meth.', [`${S} ${yes}`]],
    ['Mother reports drug use.', [`${S} ${yes}`]],
    ['Older brother is in a gang.', [`${G} ${other}`]],
    ['Brother, 19, in a gang.', [`${G} ${other}`]],
    ['Per mom, AWOL since Friday.', [`${R} ${yes}`]],
    ['Family hx: depression.\nGang: N', [`${M} ${other}`, `${G} ${no}`]],
    ['Concern about drug use by mother.', [`${S} possible current other`]],
    ["Worried she may be sneaking out. She says she isn't.", [`${R} ${maybe}`, `${R} ${no}`]],
    ['Teacher asked what to do about drugs. No specific child.', [`${S} affirmed hypothetical other`]],
  ])('%s', (text, expected) => expect(statusIn(text, 'en')).toEqual([...expected].sort()))
})

describe('the status of a finding, in Spanish', () => {
  it.each<[string, string[]]>([
    ['Niega pandilla, drogas y fugas.', [`${G} ${no}`, `${S} ${no}`, `${R} ${no}`]],
    ['No se ha ido de casa.', [`${R} ${no}`]],
    ['Sin consumo de drogas ni pandilla.', [`${S} ${no}`, `${G} ${no}`]],
    ['Ya no consumo de alcohol.', [`${S} ${past}`, `${S} ${no}`]],
    ['Se descarta pandilla.', [`${G} ${no}`]],
    ['No se descarta consumo.', [`${S} ${maybe}`]],
    ['Se sospecha consumo de drogas.', [`${S} ${maybe}`]],
    ['Niega consumo, pero se ha ido de casa.', [`${S} ${no}`, `${R} ${yes}`]],
    ['Si vuelve a escaparse, se llama a la supervisora.', [`${R} ${notYet}`]],
    ['El primo es pandillero.', [`${G} ${other}`]],
    ['La mamá dice que se ha ido de casa.', [`${R} ${yes}`]],
    ['Antecedentes de fugas.', [`${R} ${past}`]],
    ['Pandilla: no\nConsumo: sí', [`${G} ${no}`, `${S} ${yes}`]],
    ['A su amiga le pegaron.', [`${V} affirmed current other`]],
    ['No le pega.', [`${V} ${no}`]],
    ['Se escapó en 2021; ninguna de las dos cosas se ha repetido.', [`${R} ${past}`, `${R} ${no}`]],
    ['Se le preguntó si consumo de drogas: «Nunca».', [`${S} ${no}`]],
    ['¿Consumo de drogas? No', [`${S} ${no}`]],
    ['Se escapó hace dos años.', [`${R} ${past}`]],
  ])('%s', (text, expected) => expect(statusIn(text, 'es')).toEqual([...expected].sort()))
})

describe('a finding', () => {
  it('says where it stands in UTF-16 units, what matched, by which entry, and what decided', () => {
    const text = '🙂 Niña bien. Denies AWOL.'
    const [finding] = scan(text, { language: 'en' }).findings
    expect(finding).toEqual({
      code: 'runaway',
      assertion: 'negated',
      temporality: 'current',
      experiencer: 'child',
      start: 21,
      end: 25,
      text: 'AWOL',
      rule: 'en/small.runaway',
      because: 'Denies',
    })
    expect(text.slice(21, 25)).toBe('AWOL')
  })
})
