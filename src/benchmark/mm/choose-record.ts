import type { MmCase } from './mm-case.ts';

/** A record of a case, and when it came into the workspace. */
export type Collected = { seq: number; one: MmCase };

/**
 * Which of the records of one case number stands, and why the others do not. A later record of the
 * same case stands in the place of an earlier one: it comes from the same folder, or some picture
 * of it is the same to the byte, wherever the folder lies by now. Anything else is another case
 * that has the number too, and the one that was there first keeps it.
 */
export function chooseRecord(records: readonly Collected[]): {
  standing: MmCase;
  reasons: ('collected-anew' | 'number-taken')[];
} {
  const [first, ...later] = records.toSorted((a, b) => a.seq - b.seq).map(({ one }) => one);
  const origins = new Set([first!.origin]);
  const digests = new Set(digestsOf(first!));
  let standing = first!;
  const reasons = later.map(one => {
    if (!origins.has(one.origin) && !digestsOf(one).some(each => digests.has(each)))
      return 'number-taken';
    origins.add(one.origin);
    for (const each of digestsOf(one)) digests.add(each);
    standing = one;
    return 'collected-anew';
  });
  return { standing, reasons };
}

const digestsOf = ({ record }: MmCase) =>
  record.pictures.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
