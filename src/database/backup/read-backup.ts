// Reads a backup file, frame by frame, in bounded memory. Anything that is not exactly what was written stops it.

import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

import { createHash, type Hash } from 'node:crypto'

import { Problem } from '../../shared/index.ts'
import { withoutSeal } from './file-seal.ts'
import { FrameReader, type Frame, type HeaderFrame } from './frames.ts'
import { countLines } from './table-copy.ts'

/** Yields all frames; throws Problem('backup-missing' or 'backup-damaged') where the file ends early or differs. */
export async function* readFrames(file: string): AsyncGenerator<Frame> {
  const reader = new FrameReader()
  try {
    for await (const line of linesOf(file)) yield reader.frame(line)
    if (!reader.ended) throw new Error('it ends too early')
  } catch (error) {
    throw asProblem(error, file)
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const text = createGunzip()
  const source = Readable.from(withoutSeal(file))
  source.on('error', (error) => text.destroy(error))
  source.pipe(text)
  let rest = ''
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for await (const chunk of text as AsyncIterable<Buffer>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') throw new Error('it ends in the middle of a line')
}

function asProblem(error: unknown, file: string): Problem {
  if (error instanceof Problem) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes(code)) return new Problem('backup-missing', { file }, error)
  const reason = code.startsWith('Z_')
    ? 'it cannot be unpacked'
    : error instanceof Error
      ? error.message
      : 'it cannot be read'
  return new Problem('backup-damaged', { file, reason }, error)
}

/** Reads the whole file once and compares every count and digest with its rows. Returns the header. */
export async function verifyBackup(file: string): Promise<HeaderFrame> {
  const check = new BackupCheck((reason) => new Problem('backup-damaged', { file, reason }))
  for await (const frame of readFrames(file)) check.next(frame)
  return check.header()
}

type Counting = { readonly table: string; rows: number; readonly hash: Hash }

/** Follows the frames: a header first, then each table in one piece, then totals that fit what was counted. */
class BackupCheck {
  readonly #damaged: (reason: string) => Problem
  #header: HeaderFrame | undefined
  #open: Counting | undefined
  #tables = 0
  #rows = 0

  constructor(damaged: (reason: string) => Problem) {
    this.#damaged = damaged
  }

  next(frame: Frame): void {
    if ((this.#header === undefined) !== (frame.kind === 'header'))
      throw this.#damaged('its header is not where it belongs')
    const inTable = frame.kind === 'rows' || frame.kind === 'table-end'
    if ((this.#open !== undefined) !== inTable) throw this.#damaged('its tables are not in one piece')
    if (frame.kind === 'header') this.#header = frame
    if (frame.kind === 'table') this.#open = { table: frame.table, rows: 0, hash: createHash('sha256') }
    if (frame.kind === 'rows') this.#count(frame.text)
    if (frame.kind === 'table-end') this.#close(frame)
    if (frame.kind === 'end') this.#compareTotals(frame)
  }

  header(): HeaderFrame {
    if (this.#header === undefined) throw this.#damaged('it has no header')
    return this.#header
  }

  #count(text: string): void {
    const bytes = Buffer.from(text, 'utf8')
    this.#open?.hash.update(bytes)
    if (this.#open !== undefined) this.#open.rows += countLines(bytes)
  }

  #close({ table, rows, sha256 }: Extract<Frame, { kind: 'table-end' }>): void {
    const counted = this.#open
    const fits = counted?.table === table && counted.rows === rows && counted.hash.digest('hex') === sha256
    if (!fits) throw this.#damaged(`the rows of ${table} do not fit their digest`)
    this.#open = undefined
    this.#tables++
    this.#rows += rows
  }

  #compareTotals({ tables, rows }: Extract<Frame, { kind: 'end' }>): void {
    if (tables !== this.#tables || rows !== this.#rows) throw this.#damaged('its totals do not fit')
  }
}
