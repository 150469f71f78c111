import { expect, test } from 'vitest';
import { onsiteAddresses } from './onsite-addresses.ts';

test('without a policy loopback alone is inside, however it is written', () => {
  const isOnsite = onsiteAddresses([]);
  for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
    expect(isOnsite(address), address).toBe(true);
  for (const address of [
    ...['10.0.0.1', '192.168.1.1', '172.16.0.1', '169.254.1.1', '8.8.8.8', '0.0.0.0', '128.0.0.1'],
    ...['::', 'fe80::1', 'fc00::1', '2001:db8::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8'],
    ...['', 'localhost', '127.0.0.1.example.org', '127.1', '0x7f000001', '2130706433'],
  ])
    expect(isOnsite(address), address).toBe(false);
});

test('what the policy names is inside, and its neighbours are not', () => {
  const isOnsite = onsiteAddresses(['10.20.0.0/16', '192.168.4.7', '2001:db8:1::/48', 'fd00::5']);
  for (const address of [
    '10.20.0.1',
    '10.20.255.255',
    '::ffff:10.20.3.4',
    '192.168.4.7',
    '2001:db8:1:2::9',
    'fd00::5',
  ])
    expect(isOnsite(address), address).toBe(true);
  for (const address of ['10.21.0.0', '10.19.255.255', '192.168.4.8', '2001:db8:2::1', 'fd00::6'])
    expect(isOnsite(address), address).toBe(false);
});
