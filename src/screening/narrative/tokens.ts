// A note as words and sentences. The loop is one tight function, because it reads every character. It keeps only words whose hash
// some pattern may know: the matcher then looks at a third of the words (domain/text-engine.md, B3).

import { folds, foldUnits, fullStop, insideWord, lastMark, sentenceEnd } from './fold.ts'
import type { Units } from './units.ts'
import { filterOf, golden, passes, type WordFilter } from './vocabulary.ts'

/** Words after which a full stop ends no sentence; single letters do not either. */
export const abbreviations: readonly string[] = [
  ...['approx', 'aprox', 'dr', 'dra', 'mr', 'mrs', 'ms', 'sr', 'sra', 'srta', 'est', 'juv', 'vs', 'st', 'lic', 'prof'],
  ...['dept', 'dpto', 'tel', 'ext', 'num', 'pte', 'pac', 'sgt', 'det', 'ofc', 'jr', 'mtra', 'mtro', 'gral', 'hosp'],
]

// The constants of the loop: those of a module's own are compiled into it, what it imports is read anew at each use.
const codes = folds
const spread = golden
const mark = lastMark
const stop = fullStop
const inside = insideWord
const endMark = sentenceEnd

const abbreviated = new Set(abbreviations)
const mayBeAbbreviated = filterOf(abbreviations)
/** UTF-16 unit -> 1 when a full stop before it may end a sentence. */
const stopsBefore = new Uint8Array(65536)
for (const mark of ' \t\n\r\u00a0"\')]}»”’/-') stopsBefore[mark.charCodeAt(0)] = 1

const grown = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Part of a text: UTF-16, `to` exclusive; `words` stand before it. */
export type Part = { readonly from: number; readonly to: number; readonly words: number }

/** Numbers of a word in `Tokens.kept`: its number among all words of the text, its hash, its start and end (end exclusive). */
export const wordSize = 4
/** Numbers of a sentence in `Tokens.ends`: its end (exclusive); the words up to there; the numbers in `kept` up to there. */
export const sentenceSize = 3

export class Tokens {
  kept = new Int32Array(4096)
  ends = new Int32Array(sentenceSize * 256)
  sentences = 0

  read({ units, length }: Units, { from, to, words }: Part, { bits, shift }: WordFilter): void {
    // Words and what parts them take turns. Room is made beforehand, so that the loop need not look for it.
    const most = ((to - from + 3) >> 1) * wordSize
    if (this.kept.length < most) this.kept = new Int32Array(most)
    const kept = this.kept
    this.sentences = 0
    let count = 0
    let word = words
    let start = -1
    let end = -1
    let hash = 0
    for (let i = from; i < to;) {
      let fold = codes[units[i++] ?? 0] ?? 0
      if (fold <= mark) {
        if (fold === endMark || (fold === stop && endsSentence(units, length, i - 1, start, end, hash)))
          this.#endSentence(i, word, count)
        continue
      }
      start = i - 1
      end = i
      hash = fold
      // Behind the text stands a 0, which parts words.
      for (; ; i++) {
        fold = codes[units[i] ?? 0] ?? 0
        if (fold > mark) {
          hash = ((hash << 5) | (hash >>> 27)) ^ fold
          end = i + 1
        } else if (fold !== inside) break
      }
      kept[count] = word++
      kept[count + 1] = hash
      kept[count + 2] = start
      kept[count + 3] = end
      // No branch: which words pass cannot be foretold.
      const bit = Math.imul(hash, spread) >>> shift
      count += (((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) * wordSize
    }
    this.#endSentence(to, word, count)
  }

  #endSentence(end: number, words: number, kept: number): void {
    const at = this.sentences++ * sentenceSize
    if (at === this.ends.length) this.ends = grown(this.ends)
    this.ends[at] = end
    this.ends[at + 1] = words
    this.ends[at + 2] = kept
  }
}

/** A full stop ends a sentence before a space, a closing mark or the end, unless it closes an abbreviation or a single letter. */
function endsSentence(
  units: Uint16Array,
  length: number,
  at: number,
  start: number,
  end: number,
  hash: number,
): boolean {
  if (at + 1 < length && stopsBefore[units[at + 1] ?? 0] === 0) return false
  if (end !== at) return true
  if (at - start === 1) return (folds[units[start] ?? 0] ?? 0) < 97
  return !(passes(hash, mayBeAbbreviated) && abbreviated.has(foldUnits(units, start, at)))
}
