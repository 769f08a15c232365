// What the page and its worker say to each other.

import type { Finding, Scan } from '../../../screening/index.ts'
import type { Language } from '../../../knowledge/index.ts'

/** `number` comes back with the answer. First the address of the lexicon, then notes. */
export type Ask =
  | { readonly number: number; readonly lexicon: string }
  | {
      readonly number: number
      readonly text: string
      readonly language: Language | undefined
      readonly noteYear: number
    }

/** `why`: the reason of the lexicon's entry, in the language of that entry. */
export type Explained = Finding & { readonly why: string }

export type Read = Omit<Scan, 'findings'> & { readonly findings: readonly Explained[] }

export type Told = { readonly number: number; readonly read?: Read; readonly failed?: true }
