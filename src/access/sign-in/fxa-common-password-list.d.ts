// The package brings no types of its own; this is all of it that we use.

declare module 'fxa-common-password-list' {
  const list: { test(password: string): boolean }
  export = list
}
