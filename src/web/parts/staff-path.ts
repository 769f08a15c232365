// The addresses of staff pages. They are no public page: not made once for everybody, not counted, not in the copy as plain
// files, and not for search engines.

export const isOfStaff = (path: string): boolean => path.startsWith('/staff/')
