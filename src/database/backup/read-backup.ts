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

type Counting = { readonly table: string; rows: number; readonly hash: Hash }

/** Reads the whole file once and compares every count and digest with its rows. Returns the header. */
export async function verifyBackup(file: string): Promise<HeaderFrame> {
  const damaged = (reason: string): Problem => new Problem('backup-damaged', { file, reason })
  let header: HeaderFrame | undefined
  let open: Counting | undefined
  const done: Counting[] = []
  for await (const frame of readFrames(file)) {
    if ((header === undefined) !== (frame.kind === 'header')) throw damaged('its header is not where it belongs')
    if ((open !== undefined) !== (frame.kind === 'rows' || frame.kind === 'table-end'))
      throw damaged('its tables are not in one piece')
    if (frame.kind === 'header') header = frame
    else if (frame.kind === 'table') open = { table: frame.table, rows: 0, hash: createHash('sha256') }
    else if (frame.kind === 'rows') addRows(open, frame.text)
    else if (frame.kind === 'table-end') {
      const fits = open?.table === frame.table && open.rows === frame.rows && open.hash.digest('hex') === frame.sha256
      if (open === undefined || !fits) throw damaged(`the rows of ${frame.table} do not fit their digest`)
      done.push(open)
      open = undefined
    } else if (frame.kind === 'end') {
      const rows = done.reduce((sum, table) => sum + table.rows, 0)
      if (frame.tables !== done.length || frame.rows !== rows) throw damaged('its totals do not fit')
    }
  }
  if (header === undefined) throw damaged('it has no header')
  return header
}

function addRows(open: { rows: number; hash: Hash } | undefined, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  open?.hash.update(bytes)
  if (open !== undefined) open.rows += countLines(bytes)
}
