// Every sentence of the pages comes from content/messages/<language>.json, those of staff pages from content/messages/staff,
// a file an area. The keys are typed from the English files, so a misspelt key does not compile; a test holds both languages in
// step, placeholders included.

import { fill, type ProblemDetails } from '../shared/index.ts'
import type english from '../../content/messages/en.json'
import type account from '../../content/messages/staff/account.en.json'
import type audit from '../../content/messages/staff/audit.en.json'
import type cases from '../../content/messages/staff/cases.en.json'
import type people from '../../content/messages/staff/people.en.json'
import type shell from '../../content/messages/staff/shell.en.json'
import type sso from '../../content/messages/staff/sso.en.json'
import type { Language } from './language.ts'

export type MessageKey =
  | keyof typeof english
  | keyof typeof account
  | keyof typeof audit
  | keyof typeof cases
  | keyof typeof people
  | keyof typeof shell
  | keyof typeof sso

export const staffAreas = ['account', 'audit', 'cases', 'people', 'shell', 'sso'] as const

export type Messages = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Gives the sentence for a key, `{name}` filled from the values. */
export type Say = (key: MessageKey, values?: ProblemDetails) => string

export function sayIn(messages: Messages, language: Language): Say {
  const sentences = messages[language]
  return (key, values = {}) => fill(sentences[key] ?? messages.en[key] ?? key, values)
}

/** The names of the placeholders in a sentence, sorted: both languages must use the same ones. */
export const placeholders = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()
