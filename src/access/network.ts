// The network that an address belongs to: the address itself with IPv4, the first 64 bits with IPv6, where one household
// has them all. Pure, for limits; nothing here is kept.

import { isIPv4, isIPv6 } from 'node:net'

/** Text that is no address is one network of its own kind. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address
  const plain = address.split('%')[0] ?? ''
  if (!isIPv6(plain)) return 'unknown'
  const groups = groupsOf(plain)
  return isMapped(groups) ? mappedIn(groups) : `${groups.slice(0, 4).join(':')}::/64`
}

/** The eight groups, as numbers in hexadecimal without leading zeros. `URL` writes an address in its one short form. */
function groupsOf(address: string): readonly string[] {
  const [left = '', right] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const [before, after] = [left, right ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const [first = [], last = []] = [before, after]
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => '0'), ...last]
}

/** ::ffff:203.0.113.9, as a socket that takes both kinds names an IPv4 address. */
const isMapped = (groups: readonly string[]): boolean => groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff'

const mappedIn = (groups: readonly string[]): string =>
  groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 255])
    .join('.')

/** The client as the trusted proxy in front of us names it: the last entry, with or without a port. Undefined: none. */
export function forwardedAddress(header: string | undefined): string | undefined {
  const last = (header ?? '').split(',').at(-1)?.trim() ?? ''
  const [, bracketed, dotted] = /^\[([^\]]*)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(last) ?? []
  const address = bracketed ?? dotted ?? last
  return isIPv4(address) || isIPv6(address) ? address : undefined
}
