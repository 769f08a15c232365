// Slows down guessing without locking anyone out: failures on one account, and from one network, cost a growing wait of at most
// fifteen minutes. A device on which this person signed in before has a counter of its own, so that a stranger's failures
// never delay its owner. Names without an account are counted like others, or the wait would tell which exist.
// Sources: ASVS 5.0 v5.0.0-6.1.1, 6.3.1; OWASP, "Slow Down Online Guessing Attacks with Device Cookies". Checked 2026-11-24.

export type Attempts = { readonly failures: number; readonly lastFailure: Date }

/** Who asks: somebody on a device that is new to the account, or somebody on a device that signed in to it before. */
export type Visitor =
  | { readonly device: 'new'; readonly account: Attempts; readonly network: Attempts }
  | { readonly device: 'known'; readonly own: Attempts }

export type Decision = 'go' | { readonly waitSeconds: number }

export const noAttempts: Attempts = { failures: 0, lastFailure: new Date(0) }

const minute = 60_000
const freeTries = 5
const firstWaitMs = 30_000
const longestWaitMs = 15 * minute
/** Failures are forgotten after so much quiet beyond the wait. */
const memoryMs = 15 * minute

/** For one counter. A clock that was set back never makes a wait longer than its full length. */
export function decide(attempts: Attempts, now: Date): Decision {
  const wait = waitAfter(attempts.failures)
  const left = Math.min(wait, attempts.lastFailure.getTime() + wait - now.getTime())
  return left > 0 ? { waitSeconds: Math.ceil(left / 1000) } : 'go'
}

/** The longest wait of the visitor's counters. */
export function decideFor(visitor: Visitor, now: Date): Decision {
  const waits = countersOf(visitor).map((attempts) => decide(attempts, now))
  const seconds = Math.max(...waits.map((wait) => (wait === 'go' ? 0 : wait.waitSeconds)))
  return seconds > 0 ? { waitSeconds: seconds } : 'go'
}

/** Counts a failure. Store it before the password is looked at: a hundred requests at once are then a hundred, not one. */
export function attempted(visitor: Visitor, now: Date): Visitor {
  return visitor.device === 'known'
    ? { device: 'known', own: afterFailure(visitor.own, now) }
    : { device: 'new', account: afterFailure(visitor.account, now), network: afterFailure(visitor.network, now) }
}

/**
 * Takes back what `attempted` counted. A success clears the account's or the device's counter. The network's only loses this
 * one: else who has an account could clear it again and again while guessing others.
 */
export function succeeded(visitor: Visitor): Visitor {
  if (visitor.device === 'known') return { device: 'known', own: noAttempts }
  const { failures, lastFailure } = visitor.network
  return { device: 'new', account: noAttempts, network: { failures: Math.max(0, failures - 1), lastFailure } }
}

/** Takes back what `attempted` counted and nothing else: the try was never looked at. */
export function takenBack(visitor: Visitor): Visitor {
  const less = ({ failures, lastFailure }: Attempts): Attempts => ({ failures: Math.max(0, failures - 1), lastFailure })
  return visitor.device === 'known'
    ? { device: 'known', own: less(visitor.own) }
    : { device: 'new', account: less(visitor.account), network: less(visitor.network) }
}

export function afterFailure({ failures, lastFailure }: Attempts, now: Date): Attempts {
  const forgotten = now.getTime() - lastFailure.getTime() >= waitAfter(failures) + memoryMs
  return { failures: forgotten ? 1 : failures + 1, lastFailure: now }
}

const countersOf = (visitor: Visitor): readonly Attempts[] =>
  visitor.device === 'known' ? [visitor.own] : [visitor.account, visitor.network]

/** Five tries are free; the next waits 30 seconds, then 1, 2, 4, 8 and 15 minutes. */
function waitAfter(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeTries))
}
