import { expect } from 'vitest';
import type { DatasetRecord } from '../../../contracts/imaging/index.ts';
import type { LayoutName } from '../../../imaging/phantom/layouts/index.ts';
import { inventHex, inventNumber } from '../../../imaging/phantom/layouts/invent-id.ts';
import { patientOf } from '../../../imaging/phantom/layouts/spark.ts';
import { type LaidOut, layOut } from '../../../imaging/phantom/layouts/testing/lay-out.ts';
import { uidOf } from '../../../imaging/writers/index.ts';
import { checkBuu } from './checks/check-buu.ts';
import { checkCsxa } from './checks/check-csxa.ts';
import { checkRsna } from './checks/check-rsna.ts';
import { checkSpark } from './checks/check-spark.ts';
import { checkSpider } from './checks/check-spider.ts';
import { checkVerse } from './checks/check-verse.ts';
import { checkVindr } from './checks/check-vindr.ts';
import { readAll } from './read-all.ts';

/** Lays a dataset out, reads it as its adapter does, and holds every record to its spine. */
export async function expectTruth(
  name: LayoutName,
  root: string,
  options: Parameters<typeof layOut>[2],
): Promise<DatasetRecord[]> {
  const laidOut = await layOut(name, root, options);
  const { records, problems } = await readAll(name, root);
  expect(problems).toEqual([]);
  expect(records.size).toBe(laidOut.length);
  for (const [number, truth] of laidOut.entries()) {
    const record = records.get(known[name].nameOf(number, truth))!;
    expect(record.problems).toEqual([]);
    known[name].check(record, truth);
  }
  return [...records.values()];
}

type Check = (record: DatasetRecord, truth: LaidOut) => void;
type Known = { nameOf(number: number, truth: LaidOut): string; check: Check };

/** The case that a record must be of, and what must be in it: from the truth alone. */
const known: Record<LayoutName, Known> = {
  verse: {
    nameOf: number => `sub-verse${String(number).padStart(3, '0')}`,
    check: checkVerse,
  },
  'verse-challenge': {
    nameOf: number => `GL${String(number).padStart(3, '0')}`,
    check: checkVerse,
  },
  spider: { nameOf: number => String(number + 1), check: checkSpider },
  spark: {
    nameOf: (number, { spine }) => uidOf(patientOf({ number, spine })),
    check: checkSpark,
  },
  rsna: {
    nameOf: (number, { spine }) => inventNumber(9, 'rsna', spine.seed, number),
    check: checkRsna,
  },
  buu: { nameOf: number => String(number + 1).padStart(4, '0'), check: checkBuu },
  csxa: { nameOf: number => String(number + 1).padStart(4, '0'), check: checkCsxa },
  vindr: {
    nameOf: (number, { spine }) => inventHex('vindr', spine.seed, number),
    check: checkVindr,
  },
};
