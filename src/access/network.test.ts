// One household, one network, however its address is written.

import { describe, expect, it } from 'vitest'

import { forwardedAddress, networkOf } from './network.ts'

describe('the network of an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:cb00:7109', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
    ['words', 'unknown'],
    ['1.2.3', 'unknown'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('the address that a proxy passes on', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['10.0.0.1, 198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:4711', '198.51.100.7'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['198.51.100.7, forged', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s', (header, address) => {
    expect(forwardedAddress(header)).toBe(address)
  })
})
