// Reads the body of a post: at most 128 KiB, in at most half a minute, whatever length it announced. A sender who goes away
// or dawdles is a Problem that answers, never an error that is written to the log.

import { Problem } from '../shared/index.ts'

/** All fields of the composer filled to their limit in Chinese are 94 kB. */
const mostBytes = 128 * 1024
const patienceMs = 30_000

type Body = Pick<Request, 'headers' | 'body'>

/** Throws Problem('too-large'), ('too-slow'), or ('unreadable-form') when the sender broke off. */
export async function readBytes({ headers, body }: Body, patience = patienceMs): Promise<Uint8Array> {
  if (Number(headers.get('content-length') ?? 0) > mostBytes) throw new Problem('too-large')
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Problem('too-slow')), patience)
  try {
    return await Promise.race([collect(body), late])
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('unreadable-form', {}, error)
  } finally {
    clearTimeout(timer)
  }
}

async function collect(body: Request['body']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) throw new Problem('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
