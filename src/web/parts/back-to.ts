// Where somebody goes on after signing in, or after proving once more who she is: an address of our own staff pages, carried
// along as such. Anything else in its place is the home page, so that no link of a stranger leads elsewhere.

const home = '/staff/home'

/** Of a path without its language. A file (".json") is no page to go back to, and neither is a step of signing in or out. */
export function staffPathIn(text: string | undefined): string {
  const path = text ?? ''
  const ours = /^\/staff(\/[\w-]+)+$/.test(path) && path.length <= 300
  return ours && !/^\/staff\/(sign-in|sign-out|enrol|welcome)/.test(path) ? path : home
}

export function withBack(page: string, back: string): string {
  const path = staffPathIn(back)
  return `${page}?back=${encodeURIComponent(path)}`
}
