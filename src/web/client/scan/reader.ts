// Starts the worker and hands notes to it. The worker's address has to go through a Trusted Types policy, which lets this one
// file through and nothing else.

import type { Language } from '../../../knowledge/index.ts'
import type { Ask, Read, Told } from './messages.ts'

export type Reader = {
  /** Rejects when the engine could not be started. */
  read(text: string, language: Language | undefined): Promise<Read>
  stop(): void
}

export type Addresses = { readonly worker: string; readonly lexicon: string }

type Policy = { createScriptURL(address: string): string }

/** Where there are Trusted Types, the "string" is one that `new Worker` takes. */
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined

const onlyTheWorker: Policy = {
  createScriptURL(address) {
    if (!/^\/assets\/scan-worker\.[0-9a-f]{10}\.js$/.test(address)) throw new TypeError('Not the worker of the scanner')
    return address
  },
}

const policy =
  typeof trustedTypes === 'undefined' ? onlyTheWorker : trustedTypes.createPolicy('footbridge-scan', onlyTheWorker)

let asked = 0

type Words<One> = One extends Ask ? Omit<One, 'number'> : never

/** One question, one answer with its number. */
const ask = (worker: Worker, words: Words<Ask>): Promise<Told> =>
  new Promise((done, failed) => {
    const number = asked++
    const hear = ({ data }: MessageEvent<Told>): void => {
      if (data.number !== number) return
      worker.removeEventListener('message', hear)
      if (data.failed === true) failed(new Error('The scanner did not start'))
      else done(data)
    }
    worker.addEventListener('message', hear)
    worker.addEventListener('error', () => failed(new Error('The worker did not start')))
    worker.postMessage({ number, ...words })
  })

export function startReader({ worker: address, lexicon }: Addresses): Reader {
  const worker = new Worker(policy.createScriptURL(address))
  const ready = ask(worker, { lexicon })
  ready.catch(() => undefined)
  return {
    async read(text, language) {
      await ready
      const { read } = await ask(worker, { text, language, noteYear: new Date().getFullYear() })
      if (read === undefined) throw new Error('The scanner gave no answer')
      return read
    },
    stop: () => worker.terminate(),
  }
}
