// The form of a backup file: gzip over lines of JSON, one frame a line, numbered. A header (versions, migrations), then for
// each table its columns, its rows as PostgreSQL's COPY text, its count and digest; last, a digest over every line before.
// COPY text is the same in every version of PostgreSQL, so a file of one version restores into another.

import { createHash, type Hash } from 'node:crypto'

import * as v from 'valibot'

export const backupFormat = 'footbridge-backup'
export const backupVersion = 1

/** Data and keys never share a file: erasing a person is deleting a key, and backups of data are kept for years. */
export type BackupKind = 'data' | 'keys'

const name = v.pipe(v.string(), v.regex(/^[a-z_][a-z0-9_]*$/))
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const frameSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('header'),
    format: v.literal(backupFormat),
    version: v.literal(backupVersion),
    holds: v.optional(v.picklist(['data', 'keys']), 'data'),
    /** Of keys only: until then the file may bring back somebody who was erased after it was made. */
    destroyBy: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
    madeAt: v.pipe(v.string(), v.isoTimestamp()),
    server: v.string(),
    migrations: v.array(v.strictObject({ name: v.string(), checksum: digest })),
  }),
  v.strictObject({ kind: v.literal('table'), table: name, columns: v.array(name) }),
  v.strictObject({ kind: v.literal('rows'), text: v.string() }),
  v.strictObject({ kind: v.literal('table-end'), table: name, rows: count, sha256: digest }),
  v.strictObject({ kind: v.literal('sequence'), sequence: name, value: v.string(), called: v.boolean() }),
  v.strictObject({ kind: v.literal('end'), tables: count, rows: count }),
])

export type Frame = v.InferOutput<typeof frameSchema>
export type HeaderFrame = Extract<Frame, { kind: 'header' }>

const line = v.strictObject({ n: count, frame: frameSchema, seal: v.optional(digest) })

/** Makes the lines of a file; the last one is sealed with the digest of all before it. */
export class FrameWriter {
  readonly #all: Hash = createHash('sha256')
  #next = 0

  line(frame: Frame): string {
    const seal = frame.kind === 'end' ? { seal: this.#all.copy().digest('hex') } : {}
    const text = `${JSON.stringify({ n: this.#next++, frame, ...seal })}\n`
    this.#all.update(text)
    return text
  }
}

/** Reads lines in order. Throws an Error with a short reason at the first one that is not what was written. */
export class FrameReader {
  readonly #all: Hash = createHash('sha256')
  #next = 0
  #ended = false

  frame(text: string): Frame {
    if (this.#ended) throw new Error('there is something after its end')
    const parsed = v.safeParse(line, parseJson(text))
    if (!parsed.success || parsed.output.n !== this.#next)
      throw new Error(`line ${this.#next + 1} is not what was written`)
    const { frame, seal } = parsed.output
    if (frame.kind === 'end') this.#finish(seal)
    this.#all.update(`${text}\n`)
    this.#next++
    return frame
  }

  get ended(): boolean {
    return this.#ended
  }

  #finish(seal: string | undefined): void {
    if (seal !== this.#all.copy().digest('hex')) throw new Error('its seal does not fit')
    this.#ended = true
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
