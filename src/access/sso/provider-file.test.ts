// The file of directories: every slip stops the start with a sentence, and a secret never stands where others can read it.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { readProviders, ssoFilePath } from './provider-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'fb-sso-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lines = {
  id: 'id: police',
  name: 'name: Mill County Police',
  issuer: 'issuer: https://id.police.example',
  client_id: 'client_id: footbridge',
  domains: 'domains: [Police.example]',
  second_factor: 'second_factor: provider',
}

function written(changes: Readonly<Record<string, string>> = {}, mode = 0o600): string {
  return writtenText(`- ${Object.values({ ...lines, ...changes }).join('\n  ')}\n`, mode)
}

function writtenText(text: string, mode = 0o600): string {
  const file = join(folder, 'directories')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

describe('the file of directories', () => {
  it('is none unless it lies in its usual place or the environment names it', () => {
    expect(ssoFilePath({}, folder)).toBeUndefined()
    expect(ssoFilePath({ FOOTBRIDGE_SSO_FILE: '/etc/sso' }, folder)).toBe('/etc/sso')
    mkdirSync(join(folder, 'center'))
    const usual = join(folder, 'center', 'sso.yaml')
    writeFileSync(usual, '')
    expect(ssoFilePath({ FOOTBRIDGE_SSO_FILE: '' }, folder)).toBe(usual)
  })

  it.each([
    ['issuer', 'issuer: http://id.police.example', 'entry 1, issuer: is an address that begins with https://'],
    ['issuer', 'issuer: http://127.0.0.1.police.example', 'entry 1, issuer: is an address that begins with https://'],
    ['issuer', '', 'entry 1, issuer: is missing'],
    ['id', 'id: Police Dept', 'entry 1, id: has at most 40 small letters, digits and hyphens'],
    ['domains', 'domains: []', 'entry 1, domains: names at least one e-mail domain'],
    ['domains', "domains: ['@police.example']", 'entry 1, domains, entry 1: is not a domain such as agency.example'],
    ['second_factor', 'second_factor: none', 'entry 1, second_factor: is provider or ours'],
    ['second_factor', '', 'entry 1, second_factor: is missing'],
    ['more', 'secondfactor: ours', 'entry 1, secondfactor: is not known here; look for a slip in the name'],
  ])('refuses a wrong %s (%s) with a sentence', (name, line, why) => {
    expect(() => readProviders(written({ [name]: line }))).toThrow(`cannot be used: ${why}. Correct it`)
  })

  it('refuses two entries with one id, a file that is no list, and one that is no YAML, quoting nothing of it', () => {
    const entry = `- ${Object.values(lines).join('\n  ')}\n`
    expect(() => readProviders(writtenText(entry + entry))).toThrow('two entries have the same id')
    expect(() => readProviders(writtenText('name: x'))).toThrow('is not a list')
    expect(() => readProviders(writtenText('client_secret: "hunter2'))).toThrow('it is not YAML that can be read')
    expect(() => readProviders(join(folder, 'nowhere'))).toThrow('could not be opened')
  })

  it('refuses a secret that others may read, in the file or apart', () => {
    expect(() => readProviders(written({ secret: 'client_secret: hunter2' }, 0o644))).toThrow('chmod 600')
    const apart = join(folder, 'secret')
    writeFileSync(apart, 'hunter2\n')
    chmodSync(apart, 0o640)
    expect(() => readProviders(written({ secret: 'client_secret_file: secret' }))).toThrow('chmod 600')
  })

  it('refuses two secrets for one directory', () => {
    const both = { secret: 'client_secret: a', apart: 'client_secret_file: secret' }
    expect(() => readProviders(written(both))).toThrow('keep one')
  })

  it('reads a directory, its domains in small letters, and its secret from a file of its own', () => {
    const apart = join(folder, 'apart')
    writeFileSync(apart, 'hunter2\n', { mode: 0o600 })
    const [provider] = readProviders(written({ secret: 'client_secret_file: apart' }, 0o644))
    expect(provider).toMatchObject({ id: 'police', clientSecret: 'hunter2', domains: ['police.example'], acr: [] })
  })

  it('takes plain http for a directory on this machine', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      expect(readProviders(written({ issuer: `issuer: "http://${host}:8080"` }))).toHaveLength(1)
  })
})
