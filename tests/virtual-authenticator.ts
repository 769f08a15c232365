// An authenticator in software, for tests of passkeys without a browser: makes ES256 keys and signs as a phone would. What a
// test wants to be wrong, it says. Shapes: W3C Web Authentication Level 3, sections 6.1, 6.5 and 5.8.1 (checked 2026-11-24).

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

import { isoCBOR } from '@simplewebauthn/server/helpers'

export type Ceremony = {
  readonly challenge: string
  readonly origin: string
  readonly rpId: string
  /** Handed over at registration and given back at each sign-in. */
  readonly userHandle: Uint8Array
  readonly userVerified?: boolean
  readonly crossOrigin?: boolean
  /** What the counter says; undefined: one more than before. */
  readonly counter?: number
}

export type VirtualAuthenticator = {
  readonly id: string
  /** JSON as a browser posts it. */
  register(ceremony: Ceremony): Record<string, unknown>
  signIn(ceremony: Ceremony): Record<string, unknown>
}

export function virtualAuthenticator(): VirtualAuthenticator {
  const id = randomBytes(16)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  const next = (ceremony: Ceremony): number => (counter = ceremony.counter ?? counter + 1)
  return {
    id: id.toString('base64url'),
    register: (ceremony) =>
      answer(id, {
        clientDataJSON: base64(clientData('webauthn.create', ceremony)),
        attestationObject: base64(attestation(authenticatorData(ceremony, next(ceremony), keyData(id, publicKey)))),
        transports: ['internal', 'hybrid'],
      }),
    signIn: (ceremony) => answer(id, assertion(ceremony, next(ceremony), privateKey)),
  }
}

const answer = (id: Buffer, response: Record<string, unknown>): Record<string, unknown> => ({
  id: base64(id),
  rawId: base64(id),
  type: 'public-key',
  authenticatorAttachment: 'platform',
  clientExtensionResults: { credProps: { rk: true } },
  response,
})

function assertion(ceremony: Ceremony, counter: number, key: KeyObject): Record<string, unknown> {
  const data = clientData('webauthn.get', ceremony)
  const authData = authenticatorData(ceremony, counter)
  return {
    clientDataJSON: base64(data),
    authenticatorData: base64(authData),
    signature: base64(sign('sha256', Buffer.concat([authData, sha256(data)]), key)),
    userHandle: base64(Buffer.from(ceremony.userHandle)),
  }
}

const clientData = (type: string, { challenge, origin, crossOrigin = false }: Ceremony): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }))

/** Flags: somebody is there (bit 0), and was checked (bit 2); with a new key (bit 6). */
function authenticatorData(ceremony: Ceremony, counter: number, key?: Buffer): Buffer {
  const flags = 1 | (ceremony.userVerified === false ? 0 : 1 << 2) | (key === undefined ? 0 : 1 << 6)
  const tail = Buffer.alloc(5)
  tail.writeUInt8(flags, 0)
  tail.writeUInt32BE(counter, 1)
  return Buffer.concat([sha256(Buffer.from(ceremony.rpId)), tail, key ?? Buffer.alloc(0)])
}

/** The id of the make (all zero), the length of the credential's id, that id, and the public key in COSE. */
function keyData(id: Buffer, publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const length = Buffer.alloc(2)
  length.writeUInt16BE(id.length)
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(Buffer.from(x, 'base64url'))],
    [-3, bytes(Buffer.from(y, 'base64url'))],
  ])
  return Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
}

function attestation(authData: Buffer): Buffer {
  const parts = new Map<string, string | Uint8Array | Map<string, string>>([
    ['fmt', 'none'],
    ['attStmt', new Map<string, string>()],
    ['authData', bytes(authData)],
  ])
  return Buffer.from(isoCBOR.encode(parts))
}

const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(buffer)
const base64 = (buffer: Buffer): string => buffer.toString('base64url')
const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest()
