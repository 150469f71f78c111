import { expect, test } from 'vitest';
import { leadsOnsite } from './leads-onsite.ts';
import { onsiteAddresses } from './onsite-addresses.ts';

test.each([
  ['http://127.0.0.1:8080', true],
  ['http://[::1]:8080/', true],
  ['http://localhost:8080', true],
  ['http://10.1.2.3/layout', true],
  ['http://8.8.8.8:9/', false],
  ['http://10.2.0.1/', false],
  ['http://[2001:db8::1]:9/', false],
])('%s', async (url, expected) => {
  expect(await leadsOnsite(new URL(url), onsiteAddresses(['10.1.0.0/16']))).toBe(expected);
});
