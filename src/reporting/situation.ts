// What a person says about the child's situation, in the order in which it decides whom to call first.

export const situations = [
  'danger',
  'suicidal',
  'missing',
  'caregiver-suspected',
  'not-caregiver',
  'trafficking',
  'images',
] as const

export type Situation = (typeof situations)[number]

export const isSituation = (text: string): text is Situation => (situations as readonly string[]).includes(text)
