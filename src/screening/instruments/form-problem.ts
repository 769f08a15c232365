// What can be wrong with a form, its answers or its total: a code, the place, and a sentence that says what to do. Nothing
// of what was answered stands in a sentence: only the form's linkIds and what was computed.

import { sentences, type FormProblemCode } from './form-problem-sentences.ts'

export type { FormProblemCode } from './form-problem-sentences.ts'

/** error: the total cannot be used and is null. warning: it can, but somebody should look. */
export type Severity = 'error' | 'warning'

export type FormProblem = {
  readonly code: FormProblemCode
  /** The question it is about; null when it is about the whole form. */
  readonly linkId: string | null
  readonly message: string
  readonly severity: Severity
}

export type More = { readonly severity?: Severity; readonly detail?: string | number }

/** Writes one problem down. */
export type Note = (code: FormProblemCode, linkId: string | null, more?: More) => void

/** A linkId stands in messages as a name, not as a text. */
const shown = (linkId: string | null): string => (linkId ?? '').replaceAll(/\s+/g, ' ').slice(0, 80)

export function formProblem(code: FormProblemCode, linkId: string | null, more: More = {}): FormProblem {
  const { severity, says } = sentences[code]
  const message = says.replace('{linkId}', () => shown(linkId)).replace('{detail}', () => String(more.detail ?? ''))
  return { code, linkId, message, severity: more.severity ?? severity }
}

/** Collects problems; each is said once. */
export function notebook(): { readonly note: Note; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = []
  const note: Note = (code, linkId, more) => {
    const problem = formProblem(code, linkId, more)
    const isKnown = problems.some((one) => one.linkId === linkId && one.message === problem.message)
    if (!isKnown) problems.push(problem)
  }
  return { note, problems }
}

export const hasError = (problems: readonly FormProblem[]): boolean =>
  problems.some(({ severity }) => severity === 'error')

/** Nothing is wrong but that answers are missing: what is there can be trusted. */
export const isWhole = (problems: readonly FormProblem[]): boolean =>
  problems.every(({ severity, code }) => severity === 'warning' || code === 'missing-answer')
