import { lookup } from 'node:dns/promises';

/** Whether an address of the web may lead into the house, told before anything is connected. What
 *  it says yes to is still looked at on the socket: names change. */
export async function leadsOnsite(
  url: URL,
  isOnsite: (address: string) => boolean,
): Promise<boolean> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  // A name that is not known now is left to the connection, which says so.
  const found = await lookup(host, { all: true }).catch(() => undefined);
  return found === undefined || found.some(({ address }) => isOnsite(address));
}
