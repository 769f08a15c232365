// Whether a new password may be used: long enough, not among the common ones, not made by a tired hand, not the person's own
// name. Nothing else: no rule of composition, spaces are welcome, no change by the calendar.
// Sources: NIST SP 800-63B-4 section 3.1.1.2 (15 characters where a password stands alone, a code point is a character, a list
// of common and context words); OWASP ASVS 5.0 v5.0.0-6.2.1 to 6.2.12. Checked 2026-11-24.

import { isCommon } from './common-passwords.ts'
import { isMadeOfRuns, repeatsOnePiece } from './easy-runs.ts'

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'repeats' | 'about-you'

export type PasswordOwner = { readonly email: string; readonly name: string; readonly centerName: string }

/** Characters, counted as Unicode code points after NFKC. */
export const passwordLength = { least: 15, most: 200 } as const

/** Our own name is a context word too (ASVS 5.0 v5.0.0-6.2.11). */
const ownWords = ['footbridge']
const leastWord = 4
/** Fewer letters than these beside a known word are "little else". Our own judgement: about one more word. */
const littleElse = 8

/** Undefined: the password may be used. The order of the answers is from the plainest to the subtlest. */
export function checkPassword(password: string, owner: PasswordOwner): PasswordFault | undefined {
  const text = Array.from(password.normalize('NFKC'))
  if (text.length < passwordLength.least) return 'too-short'
  if (text.length > passwordLength.most) return 'too-long'
  const lower = text.map((character) => character.toLowerCase())
  if (repeatsOnePiece(lower, passwordLength.least) || isMadeOfRuns(lower)) return 'repeats'
  if (isCommonOrNearly(lower.join(''))) return 'common'
  return isAbout(text.join(''), owner) ? 'about-you' : undefined
}

/** "password12345678!" is "password" to who guesses. */
function isCommonOrNearly(lower: string): boolean {
  return isCommon(lower) || isCommon(withoutTail(lower))
}

/** Character by character from the end: a RegExp with `+$` would look again from each place of a long text. */
function withoutTail(lower: string): string {
  const characters = Array.from(lower)
  const last = characters.findLastIndex((character) => !/[\p{N}\p{P}\p{S}\s]/u.test(character))
  return characters.slice(0, last + 1).join('')
}

function isAbout(password: string, owner: PasswordOwner): boolean {
  const letters = lettersOf(password)
  const rest = wordsAbout(owner).reduce((left, word) => left.replaceAll(word, ''), letters)
  return rest !== letters && rest.length < littleElse
}

/** Longest first, so that a whole name goes before its parts. */
function wordsAbout({ email, name, centerName }: PasswordOwner): readonly string[] {
  const [local = ''] = email.split('@')
  const wholes = [name, local, centerName]
  const parts = wholes.flatMap((whole) => whole.split(/[^\p{L}\p{M}]/u))
  const words = [...wholes, ...parts, ...ownWords].map(lettersOf).filter((word) => word.length >= leastWord)
  return [...new Set(words)].sort((one, other) => other.length - one.length)
}

/** Lower-case letters without accents: "Peña" and "pena" are the same word to who guesses. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase()
