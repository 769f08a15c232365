// The short list of permissions. Each has one sentence that says what it allows; a route names one of them or 'public'.

export const permissions = {
  'set-up:begin': 'Create the first administrator of a new center, with the one-time link printed at start.',
} as const

export type Permission = keyof typeof permissions

/** Events that are written down. They hold ids and names of fields, never content. */
export const auditEvents = ['set-up-link-opened'] as const

export type AuditEvent = (typeof auditEvents)[number]
