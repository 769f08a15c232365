// The one catalogue of what can stop the work. A Problem is thrown; its message is a sentence that says what to do.
// Details never hold personal data: a Problem may be printed, logged and shown.

import { catalogue, type ProblemEntry } from './problem-catalogue.ts'

export type ProblemCode = keyof typeof catalogue
export type ProblemDetails = Readonly<Record<string, string | number>>

export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly details: ProblemDetails

  /** `cause` is kept for the log of the service, never shown. */
  constructor(code: ProblemCode, details: ProblemDetails = {}, cause?: unknown) {
    super(fill(catalogue[code].message, details), { cause })
    this.code = code
    this.details = details
  }

  get status(): ProblemEntry['status'] {
    return catalogue[this.code].status
  }

  get exit(): ProblemEntry['exit'] {
    return catalogue[this.code].exit
  }
}

export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[]

/** Fills `{name}` from the details; an unknown name stays as it is, so that a test can find it. */
export function fill(sentence: string, details: ProblemDetails): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
}
