// What a person says about the child's situation, in the order in which it decides whom to call first.

export const situations = [
  'danger',
  'suicidal',
  'missing',
  'caregiver-suspected',
  'not-caregiver',
  'trafficking',
  'images',
  // Not sure: the line for it is named further down, so that not being sure never shortens the way to help.
  'maybe-missing',
  'maybe-images',
] as const

export type Situation = (typeof situations)[number]

export const isSituation = (text: string): text is Situation => (situations as readonly string[]).includes(text)
