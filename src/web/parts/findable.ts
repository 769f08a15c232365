// Which pages may be found by search: what explains, and who runs the site. The steps of a person looking for help, and the
// page that somebody opens because they are watched, are nobody's to list.

/** `path` is an address without its language. */
export const isFindable = (path: string): boolean =>
  ['/', '/learn', '/support', '/about'].includes(path) || path.startsWith('/learn/')
