// What a click or a sent form asks for, as a request: read as the browser itself would read it. What this leaves out is
// done by the browser: another origin, another window, a download, a form with files.

export type Step = {
  readonly address: URL
  readonly method: 'GET' | 'POST'
  readonly body: URLSearchParams | null
  /** Lets the browser do it by itself. */
  readonly natively: () => void
}

export function linkOf({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): HTMLAnchorElement | null {
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return null
  const link = target.closest('a')
  return link?.origin === location.origin && link.target === '' && !link.hasAttribute('download') ? link : null
}

/** A place on the page that is shown already. */
export const isHere = ({ hash, pathname, search }: HTMLAnchorElement): boolean =>
  hash !== '' && pathname === location.pathname && search === location.search

export function linkStep(link: HTMLAnchorElement): Step | undefined {
  if (/^\/(exit$|assets\/)|\.(pdf|txt)$/.test(link.pathname)) return undefined
  return getStep(new URL(link.href))
}

const getStep = (address: URL): Step => ({
  address,
  method: 'GET',
  body: null,
  natively: () => location.replace(address),
})

export function formStep(form: HTMLFormElement, submitter: HTMLElement | null): Step | undefined {
  // The attributes, not the properties: a field named "action" would be in their way.
  const told = (name: string): string =>
    (submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? '').toLowerCase()
  const address = new URL(submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '', location.href)
  const plain = told('target') === '' && told('enctype') === ''
  if (!plain || address.origin !== location.origin) return undefined
  const fields = fieldsOf(form, submitter)
  if (told('method') === 'post')
    return { address, method: 'POST', body: fields, natively: () => sendAgain(form, submitter) }
  address.search = fields.toString()
  return getStep(address)
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const name = submitter?.getAttribute('name') ?? ''
  if (name !== '') fields.append(name, submitter?.getAttribute('value') ?? '')
  return fields
}

/** Pressed again, a button sends its name, value and address along, in old browsers too. */
function sendAgain(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (submitter === null) HTMLFormElement.prototype.submit.call(form)
  else submitter.click()
}
