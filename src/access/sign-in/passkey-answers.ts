// What a browser sends back about a passkey, read from unknown JSON into types. Every part has a greatest length, and what we
// do not use, such as the outputs of extensions, is dropped. Shape: W3C Web Authentication Level 3, section 5.1 (checked 2026-11-24).

import * as v from 'valibot'

const bytes = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most), v.regex(/^[\w-]+$/))

/** A credential id has at most 1,023 bytes. */
const credential = {
  id: bytes(1364),
  rawId: bytes(1364),
  type: v.literal('public-key'),
  clientExtensionResults: v.pipe(
    v.unknown(),
    v.transform(() => ({})),
  ),
}

const registration = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: bytes(8_192),
    attestationObject: bytes(32_768),
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/))), v.maxLength(10)), []),
  }),
})

const authentication = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: bytes(8_192),
    authenticatorData: bytes(8_192),
    signature: bytes(8_192),
    /** Says whose passkey it is. A discoverable one always has it, at most 64 bytes. */
    userHandle: bytes(88),
  }),
})

export type RegistrationAnswer = v.InferOutput<typeof registration>
export type AuthenticationAnswer = v.InferOutput<typeof authentication>

export function readRegistrationAnswer(input: unknown): RegistrationAnswer | undefined {
  const read = v.safeParse(registration, input)
  return read.success ? read.output : undefined
}

/** Read first, so that the passkey can be looked up by `id` before the answer is verified. */
export function readAuthenticationAnswer(input: unknown): AuthenticationAnswer | undefined {
  const read = v.safeParse(authentication, input)
  return read.success ? read.output : undefined
}
