// Keeps passwords as argon2id hashes. Where there is no account, or one without a password, a fixed hash is checked in its
// place, so that the answer takes the same time. Hashing fills a core for a moment on libuv's pool of threads: two at once
// leave the pool's other two to files and names, and who would wait too long is told "busy".
// Sources: OWASP Password Storage Cheat Sheet (argon2id, 19 MiB, 2 passes, 1 lane); ASVS 5.0 v5.0.0-11.4.2, 6.3.8; NIST
// SP 800-63B-4 3.1.1.2 (normalize before hashing). Checked 2026-11-24.

import { hash, parseOptions, verify } from '@node-rs/argon2'

import { failed, ok, type Result } from '../../shared/index.ts'
import { fewAtOnce, type Gate } from './few-at-once.ts'

/** Memory in KiB. */
export const argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Of a random password that nobody kept, by today's cost: a test says so when the cost changes. */
export const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$H0pzLP3lGO8ttiGVfPKmCA$2DOADB8TYOdkYQGmeF8pM1F8ONjJT53DKR2MvIuKR7Y'

export type PasswordHashing = {
  /** The PHC string to keep: "$argon2id$v=19$m=19456,t=2,p=1$salt$hash". */
  hashPassword(password: string): Promise<Result<string, 'busy'>>
  /** `stored` undefined: there is nothing to compare with; the same work is done and the answer is false. */
  verifyPassword(stored: string | undefined, password: string): Promise<Result<boolean, 'busy'>>
}

/** `waiting`: 40 hashes took 0.46 s, two at once on two cores (measured 2026-11-24), so nobody waits much longer than that. */
export function passwordHashing(
  gate: Gate = fewAtOnce({ atOnce: 2, waiting: 40 }),
  nobody: string = hashOfNobody,
): PasswordHashing {
  const inTurn = async <Value>(work: () => Promise<Value>): Promise<Result<Value, 'busy'>> => {
    const turn = gate.run(work)
    return turn === undefined ? failed('busy') : ok(await turn)
  }
  return {
    hashPassword: (password) => inTurn(() => hash(asHashed(password), argon2Cost)),
    verifyPassword: (stored, password) =>
      inTurn(async () => {
        const same = await verify(stored ?? nobody, asHashed(password))
        return stored !== undefined && same
      }),
  }
}

/** Whether the hash was made by another cost than today's, so that it should be made anew at the next sign-in. */
export function needsRehash(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored)
  return (
    !stored.startsWith('$argon2id$v=19$') ||
    memoryCost !== argon2Cost.memoryCost ||
    timeCost !== argon2Cost.timeCost ||
    parallelism !== argon2Cost.parallelism
  )
}

/** The same letters typed on another keyboard or system are the same password. */
const asHashed = (password: string): string => password.normalize('NFKC')
