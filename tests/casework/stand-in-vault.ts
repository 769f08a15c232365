// A vault for tests of casework: AES-GCM with one fixed key for each owner, bound to the place; keys are remembered as destroyed.
// The real one (src/access) takes its place; this one holds the same contract and keeps nothing.

import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

import type { FieldPlace, Vault } from '../../src/access/index.ts'

export type StandInVault = Vault & { readonly destroyed: ReadonlySet<string> }

export function standInVault(): StandInVault {
  const destroyed = new Set<string>()
  return {
    destroyed,
    seal: (_trx, center, place, plain) => Promise.resolve({ sealed: seal(center, place, plain), version: 1 }),
    open: (_trx, center, place, { sealed }) =>
      destroyed.has(place.owner)
        ? Promise.reject(new Error('the key is gone'))
        : Promise.resolve().then(() => open(center, place, sealed)),
    nameIndexes: (_trx, center, { given, surname, birthYear }) =>
      Promise.resolve([
        { kind: 'given', value: keyed(center, 'given', given) },
        { kind: 'surname', value: keyed(center, 'surname', surname) },
        ...(birthYear === undefined
          ? []
          : [
              {
                kind: 'surname-birth-year',
                value: keyed(center, 'surname-birth-year', `${sound(surname)} ${String(birthYear)}`),
              },
            ]),
      ]),
    centerSecret: (_trx, center, purpose) => Promise.resolve(keyOf(center, purpose)),
    destroyKeys(_trx, _center, owner) {
      destroyed.add(owner)
      return Promise.resolve(1)
    },
  }
}

const keyOf = (center: string, owner: string): Buffer => createHash('sha256').update(`${center} ${owner}`).digest()
const placeText = ({ table, column, row, owner }: FieldPlace): string => [table, column, row, owner].join(' ')

function seal(center: string, place: FieldPlace, plain: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(center, place.owner), nonce)
  cipher.setAAD(Buffer.from(placeText(place)))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function open(center: string, place: FieldPlace, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(center, place.owner), sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(placeText(place)))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}

/** The first letter and the consonants after it: near enough to a sound for tests. */
const sound = (name: string): string => {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, '')
  return letters.slice(0, 1) + letters.slice(1).replaceAll(/[aeiouyhw]/g, '')
}

const keyed = (center: string, kind: string, text: string): Buffer =>
  createHmac('sha256', center)
    .update(`${kind} ${kind === 'surname-birth-year' ? text : sound(text)}`)
    .digest()
    .subarray(0, 16)
