// Holds the house: which room may import which, only through index.ts, no cycle; and a few laws of how the code reads.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import { home } from './home.ts'

/** The import table of the house. A new room is a line here and one in a decision record. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  knowledge: ['shared'],
  screening: ['shared', 'knowledge'],
  database: ['shared'],
  access: ['shared', 'database'],
  reporting: ['shared', 'knowledge', 'screening', 'access', 'database'],
  casework: ['shared', 'knowledge', 'screening', 'reporting', 'access', 'database'],
  statistics: ['shared', 'access', 'database'],
  web: ['shared', 'knowledge', 'screening', 'database', 'access', 'reporting', 'casework'],
  cli: ['shared', 'knowledge', 'screening', 'database', 'access', 'reporting', 'casework', 'statistics', 'web'],
}

const sourceRoot = join(home, 'src')
const sources = readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(sourceRoot, name), 'utf8') }))

const roomOf = (name: string): string => name.split('/')[0] ?? ''

const importsOf = ({ name, text }: (typeof sources)[number]) =>
  [
    ...text.matchAll(
      /(?:^import\b|^export\b|^\} from)[^\n]*?from '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'|^\} from '([^']+)'/gm,
    ),
  ].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''
    const inside = target.startsWith('.') ? relative(sourceRoot, resolve(sourceRoot, dirname(name), target)) : undefined
    return { from: name, target, inside, typeOnly: match[0].startsWith('import type') }
  })

const all = sources.flatMap(importsOf)
const acrossRooms = all.filter(
  ({ from, inside }) => inside !== undefined && !inside.startsWith('..') && roomOf(inside) !== roomOf(from),
)

describe('the rooms', () => {
  it('are those of the table, and each has something in it', () => {
    const rooms = readdirSync(sourceRoot).filter((name) => statSync(join(sourceRoot, name)).isDirectory())
    expect(rooms.sort()).toEqual(Object.keys(mayImport).sort())
  })

  it('import only what the table allows, and nobody imports web or cli from below', () => {
    const broken = acrossRooms.filter(
      ({ from, inside = '' }) => mayImport[roomOf(from)]?.includes(roomOf(inside)) !== true,
    )
    expect(broken.map(({ from, target }) => `${from} -> ${target}`)).toEqual([])
    expect(acrossRooms.length).toBeGreaterThan(20)
  })

  it('import each other only through index.ts', () => {
    const broken = acrossRooms.filter(({ inside = '' }) => inside !== `${roomOf(inside)}/index.ts`)
    expect(broken.map(({ from, target }) => `${from} -> ${target}`)).toEqual([])
  })

  it('screening imports nothing of other rooms but types, and no package of Node: it runs in a browser too', () => {
    const ofScreening = all.filter(
      ({ from, inside }) => roomOf(from) === 'screening' && roomOf(inside ?? '') !== 'screening',
    )
    const broken = ofScreening.filter(({ typeOnly, target }) => !typeOnly && !runsInABrowser(target))
    expect(broken.map(({ from, target }) => `${from} -> ${target}`)).toEqual([])
    expect(ofScreening.length).toBeGreaterThan(0)
  })

  it('the FHIRPath engine, which is large, is loaded by one file and only when it is needed', () => {
    const users = sources.filter(({ text }) => /'fhirpath[/']/.test(text))
    expect(users.map(({ name }) => name)).toEqual(['screening/instruments/fhirpath-evaluate.ts'])
    expect(users[0]?.text).not.toMatch(/^import (?!type\b).*'fhirpath/m)
  })

  it('screening names no global of Node either: a browser has none', () => {
    const users = sources.filter(
      ({ name, text }) =>
        roomOf(name) === 'screening' &&
        /\b(?:Buffer|process|globalThis|require|__dirname)\b[.(\[]/.test(stripped(text)),
    )
    expect(users.map(({ name }) => name)).toEqual([])
  })

  it('have no cycle among their files', () => {
    const edges = new Map<string, string[]>()
    for (const { from, inside, typeOnly } of all)
      if (inside !== undefined && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), inside])
    expect(cycleIn(edges)).toEqual([])
  })
})

/** The packages that the screening room may use; a line here is a decision. */
function runsInABrowser(name: string): boolean {
  return name === 'valibot' || name === 'fhirpath' || name.startsWith('fhirpath/')
}

/** Long by nature. */
const dataTables = new Set(['shared/problem-catalogue.ts'])

describe('laws of the code', () => {
  it('node:crypto is used by access and database alone', () => {
    const users = all
      .filter(({ target }) => target === 'node:crypto' || target === 'crypto')
      .map(({ from }) => roomOf(from))
    expect([...new Set(users)].sort()).toEqual(['access', 'database'])
  })

  it('the one loader of content/ is knowledge: nobody else names its files but the templates of documents', () => {
    const users = sources.filter(
      ({ name, text }) => roomOf(name) !== 'knowledge' && /(messages|pages|indicators)\/|\.ya?ml'/.test(stripped(text)),
    )
    expect(users.map(({ name }) => name)).toEqual([])
  })

  it('SQL stands in *-queries.ts, in migrations and in the database room only', () => {
    const users = sources.filter(
      ({ name, text }) =>
        roomOf(name) !== 'database' &&
        !name.endsWith('-queries.ts') &&
        /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text),
    )
    expect(users.map(({ name }) => name)).toEqual([])
  })

  it('every file opens by saying what it is for', () => {
    const silent = sources.filter(({ name, text }) => !name.endsWith('index.ts') && !/^(\/\/|\/\*|#)/.test(text))
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('no file is longer than 200 lines', () => {
    const long = sources.filter(({ name, text }) => text.split('\n').length > 200 && !dataTables.has(name))
    expect(long.map(({ name, text }) => `${name}: ${text.split('\n').length}`)).toEqual([])
  })

  it('no file is called utils, helpers, common, manager or service', () => {
    expect(
      sources
        .filter(({ name }) => /(^|\/|-)(utils?|helpers?|common|manager|service)\.tsx?$/.test(name))
        .map(({ name }) => name),
    ).toEqual([])
  })

  it('no type is escaped', () => {
    const escapes = sources.filter(({ text }) => /\bas any\b|: any\b|@ts-|eslint-disable/.test(stripped(text)))
    expect(escapes.map(({ name }) => name)).toEqual([])
  })

  it('every dependency is explained in the decision record of dependencies', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(home, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>
    const record = readFileSync(join(home, 'docs/decisions/2026-11-24-dependencies.md'), 'utf8')
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    )
    expect(names.filter((name) => !record.includes(`\`${name}\``))).toEqual([])
  })

  it('versions are pinned exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(home, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })
})

const stripped = (text: string): string => text.replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '')

/** Depth-first search; returns the first cycle found as a path, or nothing. */
function cycleIn(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    done.add(file)
    for (const next of edges.get(file) ?? []) {
      const cycle = walk(next, [...path, file])
      if (cycle.length > 0) return cycle
    }
    return []
  }
  for (const file of edges.keys()) {
    const cycle = walk(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
