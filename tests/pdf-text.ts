// The text of a PDF that Typst made, in reading order, so that tests can look for what must and must not be printed.
// Enough for Typst's own files (one cross-reference table, two-byte characters, ToUnicode); not a reader of any PDF.

import { inflateSync } from 'node:zlib'

/** Words joined by single spaces. */
export function pdfText(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString('latin1')
  const pages = [...file.matchAll(/\n\d+ 0 obj\n(<<\n {2}\/Type \/Page\n[\s\S]*?\nendobj)/g)].map(
    ([, page = '']) => page,
  )
  const text = pages.map((page) => pageText(page, file)).join('\n')
  return text.replaceAll(/\s+/g, ' ').trim()
}

export const pdfPages = (pdf: Uint8Array): number =>
  Number(/\/Type\s*\/Pages[^>]*\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1])

function pageText(page: string, file: string): string {
  const fonts = new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', object = '']) => [name, charactersOf(object, file)]),
  )
  const drawn = streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '', file)
  let font: ReadonlyMap<string, string> = new Map()
  return [...drawn.matchAll(operators)]
    .map(([found, name, strings]) => {
      if (name !== undefined) font = fonts.get(name) ?? font
      return found === 'ET' ? '\n' : strings === undefined ? '' : shown(strings, font)
    })
    .join('')
}

/** A string in brackets; pairs of brackets within it may stand bare. */
const literals = /\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)/gs

/** Choose a font, draw strings, end a line. */
const operators = new RegExp(
  `/(f\\d+) [\\d.]+ Tf|((?:\\[(?:${literals.source}|[^\\]])*\\] TJ|${literals.source} Tj))|\\bET\\b`,
  'gs',
)

const shown = (strings: string, font: ReadonlyMap<string, string>): string =>
  [...strings.matchAll(literals)]
    .flatMap(([literal]) => unescaped(literal.slice(1, -1)).match(/[^]{2}/g) ?? [])
    .map((pair) => font.get(Buffer.from(pair, 'latin1').toString('hex')) ?? '�')
    .join('')

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unescaped = (text: string): string =>
  text.replaceAll(/\\(?:([0-7]{3})|([^]))/g, (_, octal: string | undefined, letter: string) =>
    octal === undefined ? (letters[letter] ?? letter) : String.fromCharCode(parseInt(octal, 8)),
  )

/** From a font's two bytes, in hex, to what they mean. */
function charactersOf(object: string, file: string): ReadonlyMap<string, string> {
  const map = streamOf(/\/ToUnicode (\d+) 0 R/.exec(objectOf(object, file))?.[1] ?? '', file)
  return new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, code = '', meaning = '']) => [
      code.toLowerCase(),
      Buffer.from(meaning, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

function objectOf(number: string, file: string): string {
  const start = file.indexOf(`\n${number} 0 obj\n`)
  return start < 0 ? '' : file.slice(start, file.indexOf('\nendobj', start))
}

function streamOf(number: string, file: string): string {
  const object = objectOf(number, file)
  const start = object.indexOf('stream\n') + 'stream\n'.length
  const length = Number(/\/Length (\d+)/.exec(object)?.[1] ?? 0)
  const bytes = Buffer.from(object.slice(start, start + length), 'latin1')
  return (object.slice(0, start).includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}
