// Reads notes line by line from a stream and hands them on in batches of about a quarter of a megabyte, so that any amount goes
// through in the same memory.

/** `lines[i]` is line `first + i` of the file; `bad`: lines that could not be read, with what is wrong. */
export type Batch = {
  readonly file: string | undefined
  readonly first: number
  readonly lines: readonly string[]
  readonly bad: readonly { readonly line: number; readonly code: string }[]
}

export const batchBytes = 256 * 1024
export const longestLine = 16 * 1024 * 1024
const newline = 10

type Draft = { first: number; lines: string[]; bad: { line: number; code: string }[]; bytes: number }

const decoder = new TextDecoder('utf-8', { fatal: true })

function decoded(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

class Lines {
  readonly #file: string | undefined
  #draft: Draft = { first: 1, lines: [], bad: [], bytes: 0 }
  #rest: Buffer[] = []
  #restBytes = 0
  #tooLong = false

  constructor(file: string | undefined) {
    this.#file = file
  }

  *add(chunk: Buffer): Generator<Batch> {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      this.#keep(chunk.subarray(from, at))
      this.#endLine()
      from = at + 1
      if (this.#draft.bytes >= batchBytes) yield this.#take()
    }
    this.#keep(chunk.subarray(from))
  }

  *end(): Generator<Batch> {
    if (this.#restBytes > 0 || this.#tooLong) this.#endLine()
    if (this.#draft.lines.length > 0) yield this.#take()
  }

  #keep(part: Buffer): void {
    this.#restBytes += part.length
    this.#tooLong ||= this.#restBytes > longestLine
    if (this.#tooLong) this.#rest = []
    else if (part.length > 0) this.#rest.push(part)
  }

  #endLine(): void {
    const line = this.#draft.first + this.#draft.lines.length
    const text = this.#tooLong ? undefined : decoded(Buffer.concat(this.#rest))
    if (text === undefined) this.#draft.bad.push({ line, code: this.#tooLong ? 'too-long' : 'not-utf-8' })
    this.#draft.lines.push(text?.trim() ?? '')
    this.#draft.bytes += this.#restBytes
    this.#rest = []
    this.#restBytes = 0
    this.#tooLong = false
  }

  #take(): Batch {
    const { first, lines, bad } = this.#draft
    this.#draft = { first: first + lines.length, lines: [], bad: [], bytes: 0 }
    return { file: this.#file, first, lines, bad }
  }
}

/** Batches of one stream, in order. */
export async function* batchesOf(stream: AsyncIterable<Buffer | string>, file?: string): AsyncGenerator<Batch> {
  const lines = new Lines(file)
  for await (const chunk of stream) yield* lines.add(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  yield* lines.end()
}
