// The words of the scanner's page that its script shows, by the end of their key in content/messages ("scan.affirmed").

const status = ['affirmed', 'negated', 'possible', 'current', 'historical', 'hypothetical', 'child', 'other'] as const

const reasons = ['because.default', 'not.negated', 'not.hypothetical', 'not.other', 'finding'] as const

const told = ['reading', 'done', 'empty', 'failed', 'cleared', 'copied', 'copy-failed', 'observations.changed'] as const

export const scanWords = [...status, ...reasons, ...told] as const

export type ScanWord = (typeof scanWords)[number]
