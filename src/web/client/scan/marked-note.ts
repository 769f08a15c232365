// The note with its findings marked: each mark ends with its number and how it is said, which lead to the finding. What may
// count has a solid line, what does not a dashed one, so that no colour has to be told apart.

import { type Numbered, shortStatus } from './numbered.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { word } from './words.ts'

export const findingId = (number: number): string => `finding-${number}`
export const markId = (number: number): string => `mark-${number}`

export function markedNote(text: string, findings: readonly Numbered[]): DocumentFragment {
  const shown = document.createDocumentFragment()
  for (const piece of piecesOf(text, findings)) shown.append(...nodesOf(piece, findings))
  return shown
}

function nodesOf(piece: Piece, findings: readonly Numbered[]): readonly (Node | string)[] {
  const covering = piece.covering.flatMap((place) => findings[place] ?? [])
  if (covering.length === 0) return [piece.text]
  const mark = document.createElement('mark')
  mark.className = covering.some(({ counts }) => counts) ? 'fb-counts' : 'fb-counts-not'
  mark.append(piece.text)
  return [mark, ...piece.ending.flatMap((place) => findings[place] ?? []).map(linkTo)]
}

function linkTo(finding: Numbered): HTMLElement {
  const link = document.createElement('a')
  link.id = markId(finding.number)
  link.className = 'fb-mark-link'
  link.href = `#${findingId(finding.number)}`
  const heard = document.createElement('span')
  heard.className = 'fb-heard'
  heard.textContent = `${word('finding')} `
  link.append(heard, `${finding.number} ${shortStatus(finding).map(word).join(', ')}`)
  return link
}
