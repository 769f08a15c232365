// The file that names the directories, read once at start: FOOTBRIDGE_SSO_FILE, else the file `sso` of the center's own files.
// It is private, like the key file, as soon as it holds a secret. Without a file nobody signs in with a directory.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { parse } from 'yaml'

import { Problem } from '../../shared/index.ts'
import { asProvider, checkProviders, type Provider, type Written } from './provider.ts'

/** Undefined: there is no such file, and none was asked for. */
export function ssoFilePath(environment: NodeJS.ProcessEnv, dataFolder: string): string | undefined {
  const given = environment['FOOTBRIDGE_SSO_FILE'] ?? ''
  if (given !== '') return resolve(given)
  const usual = `${join(dataFolder, 'center', 'sso')}.yaml`
  return existsSync(usual) ? usual : undefined
}

/** Throws Problem 'sso-file-wrong' or 'sso-file-open'. */
export function readProviders(file: string): readonly Provider[] {
  const written = checkProviders(parsed(file))
  if (typeof written === 'string') throw new Problem('sso-file-wrong', { file, why: written })
  if (written.some(({ client_secret }) => client_secret !== undefined)) refuseOpen(file)
  return written.map((one) => asProvider(one, secretOf(file, one)))
}

/** A parser's own complaint would quote the line, which may be the secret. */
function parsed(file: string): unknown {
  try {
    return parse(readText(file, file))
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem('sso-file-wrong', { file, why: 'it is not YAML that can be read' }, cause)
  }
}

function secretOf(file: string, { client_secret, client_secret_file }: Written): string | undefined {
  if (client_secret_file === undefined) return client_secret
  if (client_secret !== undefined)
    throw new Problem('sso-file-wrong', { file, why: 'it has both client_secret and client_secret_file; keep one' })
  const apart = resolve(dirname(file), client_secret_file)
  const secret = readText(apart, file).trim()
  refuseOpen(apart)
  if (secret === '') throw new Problem('sso-file-wrong', { file, why: `${apart} is empty` })
  return secret
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Problem('sso-file-wrong', { file, why: `${path} could not be opened` }, cause)
  }
}

function refuseOpen(file: string): void {
  if ((statSync(file).mode & 0o077) !== 0) throw new Problem('sso-file-open', { file })
}
