// Errors of the driver become Problems here and nowhere else. No message of the server is passed on: it may quote data.

import { Problem } from '../shared/index.ts'

/** The five-character SQLSTATE of an error of the server, else an empty text. */
export const sqlState = (error: unknown): string => textOf(error, 'code')

const textOf = (error: unknown, field: 'code' | 'message'): string => {
  const value = typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[field] : undefined
  return typeof value === 'string' ? value : ''
}

const goneCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** Whether the database could not be reached or went away, as against refusing a statement. */
export function isDatabaseGone(error: unknown): boolean {
  if (error instanceof Problem) return error.code === 'database-unavailable'
  const code = sqlState(error)
  if (goneCodes.has(code) || code.startsWith('08')) return true
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/.test(
    textOf(error, 'message'),
  )
}

/** A Problem for a database that is gone; any other error stays what it is. */
export const toProblem = (error: unknown): unknown =>
  isDatabaseGone(error) && !(error instanceof Problem) ? new Problem('database-unavailable', {}, error) : error

/** Why an address did not work, without repeating it: it may hold a password. */
export function whyUnreachable(error: unknown): string {
  const code = sqlState(error)
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing answers at this host and port',
    ENOENT: 'there is no socket at this path',
    ENOTFOUND: 'the host name is not known',
    EAI_AGAIN: 'the host name could not be looked up',
    ETIMEDOUT: 'the host does not answer',
    EHOSTUNREACH: 'the host cannot be reached',
    '28P01': 'the password was refused',
    '28000': 'the server does not let this user in',
    '3D000': 'there is no database of this name',
    '42501': 'this user may not make tables in this database',
    ERR_INVALID_URL: 'it is not an address such as postgres://user:password@host:5432/database',
  }
  const timedOut = /timeout/.test(textOf(error, 'message')) ? 'the host does not answer' : undefined
  return known[code] ?? timedOut ?? `the server said ${code === '' ? 'something unexpected' : code}`
}
