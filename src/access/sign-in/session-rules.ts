// When a session is open, when it warns, and when it wants the person to prove once more who they are. Pure: the clock is the
// caller's. Fifteen minutes without a click end it, twelve hours end it always. The mode for a case review, when a screen is
// shown to a team, holds three hours; after fifteen quiet minutes it wants one tap before it goes on.
// Sources: ASVS 5.0 v5.0.0-7.3.1, 7.3.2, 7.5.1, 7.5.3; the numbers are the project's own. Checked 2026-11-24.

export type SessionMode = 'usual' | 'case-review'

export type Session = {
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** When the person last proved who they are; signing in is the first time. */
  readonly steppedUpAt: Date | null
  readonly mode: SessionMode
  readonly endedAt: Date | null
}

export type SessionState = 'open' | 'idle' | 'over' | 'ended'

const minute = 60_000
/** Milliseconds. */
export const sessionTimes = {
  idle: { usual: 15 * minute, 'case-review': 180 * minute },
  recheck: 15 * minute,
  absolute: 720 * minute,
  stepUp: 5 * minute,
  warning: 2 * minute,
} as const

/** `ended`: by a person. `over`: its twelve hours are up. `idle`: nobody clicked. A limit is reached on its very millisecond. */
export function sessionState(session: Session, now: Date): SessionState {
  if (session.endedAt !== null) return 'ended'
  if (since(session.createdAt, now) >= sessionTimes.absolute) return 'over'
  return since(session.lastSeenAt, now) >= sessionTimes.idle[session.mode] ? 'idle' : 'open'
}

/** The first millisecond at which it is no longer open, if nobody clicks. */
export function endsAt({ createdAt, lastSeenAt, mode }: Session): Date {
  const idle = lastSeenAt.getTime() + sessionTimes.idle[mode]
  return new Date(Math.min(idle, createdAt.getTime() + sessionTimes.absolute))
}

/** Two minutes before the end: WCAG 2.2, 2.2.1 asks for 20 seconds at least. */
export const warnAt = (session: Session): Date => new Date(endsAt(session).getTime() - sessionTimes.warning)

/** Only in a case review: still open, but the next page waits for one tap. */
export function needsRecheck(session: Session, now: Date): boolean {
  const quiet = since(session.lastSeenAt, now)
  return session.mode === 'case-review' && sessionState(session, now) === 'open' && quiet >= sessionTimes.recheck
}

/** Before export, erasure and unmasking. A proof from the future, by a clock set back, is fresh no longer than one of the past. */
export function needsStepUp({ steppedUpAt }: Session, now: Date): boolean {
  return steppedUpAt === null || Math.abs(since(steppedUpAt, now)) >= sessionTimes.stepUp
}

const since = (then: Date, now: Date): number => now.getTime() - then.getTime()
