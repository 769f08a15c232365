// The addresses of staff pages. They are no public page: not made once for everybody, not counted, not in the copy as plain
// files, and not for search engines.

export const isOfStaff = (path: string): boolean => path.startsWith('/staff/')

/** A form that may be kept as a draft: a page of staff, and none that takes a password or a code. */
export const isFormOfStaff = (path: string): boolean =>
  /^\/staff(\/[\w-]+)+$/.test(path) &&
  path.length <= 300 &&
  !/^\/staff\/(sign-in|sign-out|enrol|welcome|account\/(?!details$))/.test(path)
