// A note cut where findings begin and end. Findings may share words, so a piece can belong to several.

export type Span = { readonly start: number; readonly end: number }

export type Piece = {
  readonly text: string
  /** Places in the list of spans: those that cover the piece, and those that end with it. */
  readonly covering: readonly number[]
  readonly ending: readonly number[]
}

export function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const cuts = [...new Set([0, ...spans.flatMap(({ start, end }) => [start, end]), text.length])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0
    const which = (is: (span: Span) => boolean): readonly number[] =>
      spans.flatMap((span, place) => (is(span) ? [place] : []))
    return {
      text: text.slice(start, end),
      covering: which((span) => span.start <= start && span.end >= end),
      ending: which((span) => span.end === end),
    }
  })
}
