// How strong the published evidence for an indicator is, in one plain sentence.

import type { EvidenceClass, Say } from '../../knowledge/index.ts'

/** Empty for 'no-link-found': the explanation of such an indicator says it in its own words. */
export const evidenceSentence = (say: Say, evidenceClass: EvidenceClass): string =>
  evidenceClass === 'no-link-found' ? '' : say(`evidence.${evidenceClass}`)
