import { BlockList, isIP } from 'node:net';

/** Tells whether a connected socket's far end is inside the house: loopback always, and what
 *  the policy names. Nothing else, private ranges included: a hospital's are shared by many. */
export function onsiteAddresses(policy: readonly string[]): (address: string) => boolean {
  const inside = new BlockList();
  inside.addSubnet('127.0.0.0', 8, 'ipv4');
  inside.addAddress('::1', 'ipv6');
  for (const entry of policy) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) inside.addAddress(address, family);
    else inside.addSubnet(address, Number(prefix), family);
  }
  return address => {
    // An IPv4 address that reached us over an IPv6 socket is the same house.
    const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
    const family = isIP(plain);
    return family !== 0 && inside.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}
