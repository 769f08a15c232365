// What a short sentence says of the findings before it: "Nope." answers a question, "nobody can confirm it" leaves them open, "quit
// last year" puts them in the past. And "her brother is in a gang; she isn't" says it of the child too.

import type { Finding } from '../finding.ts'
import type { Hit } from '../hit.ts'
import { ownStates } from '../nature.ts'
import type { NoteReader } from '../note-reader.ts'
import { contrastAfter } from './contrast.ts'

const longestAnswer = 70

/** A question that is still open. */
const isAsked = ({ assertion, because, temporality }: Finding): boolean =>
  assertion === 'possible' &&
  temporality !== 'hypothetical' &&
  /\b(?:ask|pregunt|inquir|screen|question)/iu.test(because)

const saysNo =
  /^\s*["'“‘«—–-]*\s*(?:(?:she|he|ella|él|youth|pt)\s+)?(?:(?:says|said|replied|answered|dijo|dice|contest[oó]|respondi[oó])\s+(?:que\s+)?)?["'“‘«]?(?:no|nope|nah|never|not (?:me|my|really|ever)|nobody|no one|nunca|jam[aá]s|nadie|para nada|yo no|qu[eé] va)(?![\p{L}\p{N}])(?!\s+(?:answer|response|reply|contest|respond|quis|sabe|s[eé]\b|idea|clue|knows))/iu
const quotesNo = /["'“‘«](?:\p{L}+,?\s+){0,2}(?:no|never|nope|nah|nunca|jam[aá]s)[.,!]/iu
const saysYes =
  /^\s*["'“‘«—–-]*\s*(?:yes|yeah|yep|sometimes|s[ií]|claro|a veces)(?![\p{L}\p{N}])(?:[,.:;!"'”’»]|\s+(?:every|but|pero|a veces|sometimes|he|she)|\s*$)/iu

const closes =
  /^\s*(?:$|[.,;:!?)\]"'”’»]|(?:yet|though|todav[ií]a|a[uú]n|hace|since|in|last|when|el|la|cuando|desde|at)\b)/iu

const triggerOf = ({ rule }: Hit) => ('trigger' in rule.entry ? rule.entry : undefined)

/** A phrase of context of a sentence with which a statement ends. */
function closing(hits: readonly Hit[], text: string, kind: 'ended' | 'not-since' | 'post-possible'): Hit | undefined {
  return hits.find((hit) => {
    const entry = triggerOf(hit)
    if (entry?.trigger !== kind || (kind === 'post-possible' && entry.scope !== 'list')) return false
    return closes.test(text.slice(hit.end, hit.end + 12))
  })
}

const isOurs = ({ assertion, temporality, experiencer }: Finding): boolean =>
  assertion === 'affirmed' && temporality === 'current' && experiencer === 'child'

/** What can be given up. */
const habits: ReadonlySet<string> = new Set(['substance-use', 'mental-health', 'gang-involvement', 'runaway'])

/** Told as something that was: "fumaba", "was drinking", "ran". */
const wasSo =
  /(?:aba|aban|ía|ías|ían|ó)(?!\p{L})|\b(?:was|were|used|smoked|drank|tried|did|had|ran|took|left|hung|tomaba|fumaba|consumia)\b/iu

const isPast = (finding: Finding): boolean => isOurs(finding) && habits.has(finding.code) && wasSo.test(finding.text)

type Revision = (finding: Finding) => Finding

function revisionBy(note: NoteReader, sentence: number): Revision | undefined {
  const { text, start, end } = note.sentence(sentence)
  const words = text.slice(start, end)
  if (words.trim().length > longestAnswer) return undefined
  const no = saysNo.exec(words) ?? quotesNo.exec(words)
  if (no !== null) return (one) => (isAsked(one) ? { ...one, assertion: 'negated', because: no[0].trim() } : one)
  const yes = saysYes.exec(words)
  if (yes !== null) return (one) => (isAsked(one) ? { ...one, assertion: 'affirmed', because: yes[0].trim() } : one)
  const hits = note.contextOf(sentence)
  const over = closing(hits, text, 'ended') ?? closing(hits, text, 'not-since')
  if (over !== undefined) return (one) => (isPast(one) ? past(one, text.slice(over.start, over.end)) : one)
  const doubt = closing(hits, text, 'post-possible')
  if (doubt === undefined) return undefined
  return (one) => (isOurs(one) ? { ...one, assertion: 'possible', because: text.slice(doubt.start, doubt.end) } : one)
}

const past = (finding: Finding, because: string): Finding => ({ ...finding, temporality: 'historical', because })

/** Findings as a sentence without findings of its own, behind theirs, leaves them. */
export function revised(findings: readonly Finding[], note: NoteReader, sentence: number): readonly Finding[] {
  const revise = sentence < note.sentences ? revisionBy(note, sentence) : undefined
  return revise === undefined ? findings : findings.map(revise)
}

const isAnothers = ({ experiencer, assertion, code, temporality }: Finding): boolean =>
  experiencer === 'other' && assertion === 'affirmed' && temporality !== 'hypothetical' && ownStates.has(code)

/** The child's denials beside findings about others, in their own sentence or in a short one behind it. */
export function contrasts(findings: readonly Finding[], note: NoteReader, sentence: number): readonly Finding[] {
  if (sentence >= note.sentences || !findings.some(isAnothers)) return []
  const { text, start, end } = note.sentence(sentence)
  return findings.filter(isAnothers).flatMap((finding): readonly Finding[] => {
    const span = contrastAfter(text, Math.max(start, finding.end), end)
    if (span === undefined) return []
    const because = text.slice(span.start, span.end)
    return [
      {
        ...finding,
        ...span,
        experiencer: 'child',
        assertion: 'negated',
        temporality: 'current',
        text: because,
        because,
      },
    ]
  })
}
