// A note as words: where each begins and ends, and its hash; and where sentences end. The loop is one tight function, because it
// reads every character: the matcher then looks at words only (domain/text-engine.md, B3).

import { folds, foldWord, fullStop, insideWord, lastMark, sentenceEnd } from './fold.ts'
import { hashOf } from './vocabulary.ts'

/** Words after which a full stop ends no sentence; single letters do not either. */
export const abbreviations: readonly string[] = [
  ...['approx', 'aprox', 'dr', 'dra', 'mr', 'mrs', 'ms', 'sr', 'sra', 'srta', 'est', 'juv', 'vs', 'st', 'lic', 'prof'],
  ...['dept', 'dpto', 'tel', 'ext', 'num', 'pte', 'pac', 'sgt', 'det', 'ofc', 'jr', 'mtra', 'mtro', 'gral', 'hosp'],
]

const abbreviated = new Set(abbreviations)
const abbreviatedHashes = new Set(abbreviations.map(hashOf))
const stopsBefore = new Set(' \t\n\r\u00a0"\')]}»”’/-'.split(''))

const grown = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

export class Tokens {
  /** Word -> its hash, its start and end (UTF-16, end exclusive). The first `count` are of the text read last. */
  hashes = new Int32Array(1024)
  starts = new Int32Array(1024)
  ends = new Int32Array(1024)
  count = 0
  /** Sentence -> where it ends (UTF-16, exclusive), and the number of the first word behind it. */
  sentenceEnds = new Int32Array(256)
  firstAfter = new Int32Array(256)
  sentences = 0

  read(text: string): void {
    const length = text.length
    let hashes = this.hashes
    let starts = this.starts
    let ends = this.ends
    let count = 0
    this.sentences = 0
    let i = 0
    while (i < length) {
      const start = i
      let fold = folds[text.charCodeAt(i++)] ?? 0
      if (fold <= lastMark) {
        if (fold === sentenceEnd || (fold === fullStop && this.#endsSentence(text, start, count)))
          this.#endSentence(i, count)
        continue
      }
      let hash = fold
      let end = i
      while (i < length && ((fold = folds[text.charCodeAt(i)] ?? 0) > lastMark || fold === insideWord)) {
        i++
        if (fold === insideWord) continue
        hash = (Math.imul(hash, 31) + fold) | 0
        end = i
      }
      if (count === hashes.length) {
        hashes = this.hashes = grown(hashes)
        starts = this.starts = grown(starts)
        ends = this.ends = grown(ends)
      }
      hashes[count] = hash
      starts[count] = start
      ends[count++] = end
    }
    this.count = count
    this.#endSentence(length, count)
  }

  #endSentence(end: number, words: number): void {
    if (this.sentences === this.sentenceEnds.length) {
      this.sentenceEnds = grown(this.sentenceEnds)
      this.firstAfter = grown(this.firstAfter)
    }
    this.sentenceEnds[this.sentences] = end
    this.firstAfter[this.sentences++] = words
  }

  /** A full stop ends a sentence before a space, a closing mark or the end, unless it closes an abbreviation or a single letter. */
  #endsSentence(text: string, at: number, words: number): boolean {
    const next = text[at + 1]
    if (next !== undefined && !stopsBefore.has(next)) return false
    const start = this.starts[words - 1] ?? 0
    if (words === 0 || this.ends[words - 1] !== at) return true
    if (at - start === 1) return (folds[text.charCodeAt(start)] ?? 0) < 97
    return !(abbreviatedHashes.has(this.hashes[words - 1] ?? 0) && abbreviated.has(foldWord(text.slice(start, at))))
  }
}
