import { SpinemedError } from '../../../errors/index.ts';
import { defaultMix, type FaultName, type FaultShares, faultNames, isFaultName } from './faults.ts';

/** `0.3`, spread over the default mix, or `429=0.1,drop=0.05`. */
export function parseFaults(text: string): FaultShares {
  const trimmed = text.trim();
  if (trimmed === '') return new Map();
  const shares = trimmed.includes('=') ? readNamed(trimmed) : spread(readShare(trimmed));
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  // Ten tenths may add up to a little more than one.
  if (sum > 1 + 1e-9) throw badFaults('the shares add up to more than 1');
  return shares;
}

function readNamed(text: string): FaultShares {
  const shares = new Map<FaultName, number>();
  for (const entry of text.split(',')) {
    const [name = '', share = ''] = entry.split('=').map(part => part.trim());
    if (!isFaultName(name)) throw badFaults('there is no such fault');
    if (shares.has(name)) throw badFaults(`${name} is given twice`);
    shares.set(name, readShare(share));
  }
  return shares;
}

function spread(share: number): FaultShares {
  return new Map(defaultMix.map(name => [name, share / defaultMix.length]));
}

function readShare(text: string): number {
  const share = Number(text);
  if (text === '' || !(share >= 0 && share <= 1))
    throw badFaults('a share is a number from 0 to 1');
  return share;
}

function badFaults(message: string): SpinemedError {
  return new SpinemedError({
    code: 'bad-faults',
    mender: 'user',
    message,
    place: '--faults',
    hint: `Give one share for all, as 0.3, or shares by name, as 429=0.1,drop=0.05. Names: ${faultNames.join(' ')}.`,
  });
}
