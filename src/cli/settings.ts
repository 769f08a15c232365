// The settings of the service, read from the environment and checked before anything is opened.

import { isIP } from 'node:net'

import { Problem } from '../shared/index.ts'

export type Settings = {
  readonly port: number
  /** FOOTBRIDGE_LISTEN, an IP address. Else this machine only, until FOOTBRIDGE_URL says that others come. */
  readonly listenOn: string
  /** FOOTBRIDGE_URL: the address that people use. */
  readonly address: URL | undefined
  /** FOOTBRIDGE_EXIT: the neutral site that the exit leads to. */
  readonly exitAddress: string
  /** FOOTBRIDGE_PUBLIC_COPIES: origins of copies of the public side whose forms are taken. */
  readonly copies: readonly string[]
  /** FOOTBRIDGE_COUNT: whether pages shown are counted. */
  readonly counts: boolean
}

export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const address = readAddress('FOOTBRIDGE_URL', environment['FOOTBRIDGE_URL'])
  const exit = readAddress('FOOTBRIDGE_EXIT', environment['FOOTBRIDGE_EXIT'])
  return {
    port: readPort(environment['PORT']),
    listenOn: readListenOn(environment['FOOTBRIDGE_LISTEN']) ?? (address === undefined ? '127.0.0.1' : '::'),
    address,
    exitAddress: exit?.href ?? 'https://www.weather.gov/',
    copies: readCopies(environment['FOOTBRIDGE_PUBLIC_COPIES'] ?? ''),
    counts: readCount(environment['FOOTBRIDGE_COUNT']),
  }
}

function readListenOn(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined
  if (isIP(given) === 0) throw new Problem('listen-wrong', { given: given.slice(0, 60) })
  return given
}

function readPort(given: string | undefined): number {
  if (given === undefined || given === '') return 3000
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (port < 1 || port > 65535) throw new Problem('port-wrong', { port: given.slice(0, 20) })
  return port
}

/** Separated by commas or spaces. */
const readCopies = (given: string): readonly string[] =>
  given.split(/[\s,]+/).flatMap((one) => readAddress('FOOTBRIDGE_PUBLIC_COPIES', one)?.origin ?? [])

/** Nothing is counted unless somebody says so in plain words. */
function readCount(given: string | undefined): boolean {
  if (given === undefined || given === '' || given === 'no') return false
  if (given !== 'yes') throw new Problem('count-wrong', { given: given.slice(0, 20) })
  return true
}

/** Undefined when nothing is given. Throws Problem('address-wrong'). */
export function readAddress(name: string, given: string | undefined): URL | undefined {
  if (given === undefined || given === '') return undefined
  const address = URL.canParse(given) ? new URL(given) : undefined
  if (address === undefined || !/^https?:$/.test(address.protocol))
    throw new Problem('address-wrong', { name, given: given.slice(0, 60) })
  return address
}
