// Earlier pages of this visit, kept in memory alone and as they were left: the nodes themselves, so that whatever was
// typed or ticked is still there. They are gone when the tab goes, and emptied when the person leaves.

export type KeptPage = {
  readonly nodes: DocumentFragment
  readonly title: string
  readonly language: string
  readonly address: string
  readonly scrolled: number
  readonly focused: Element | null
}

const most = 30
let kept: KeptPage[] = []

export const hasKept = (): boolean => kept.length > 0

/** Takes the page that is shown out of the document and keeps it. */
export function keepShown(): void {
  const { title, body, activeElement, documentElement } = document
  const nodes = document.createDocumentFragment()
  const language = documentElement.lang
  kept.push({ nodes, title, language, address: location.href, scrolled: scrollY, focused: activeElement })
  kept = kept.slice(-most)
  nodes.append(...body.childNodes)
}

export const takeLast = (): KeptPage | undefined => kept.pop()

export function dropKept(blank: (page: ParentNode) => void): void {
  for (const { nodes } of kept) blank(nodes)
  kept = []
}
