import { expect, test } from 'vitest';
import { type Collected, chooseRecord } from './choose-record.ts';

const collected = (seq: number, origin: string, ...digests: (string | null)[]): Collected => ({
  seq,
  one: {
    ...{ class: 'licensed', dataset: 'csxa', origin },
    record: {
      ...{ dataset: 'csxa', version: `${seq}`, case: '0001', patient: '0001' },
      pictures: digests.map(sha256 => ({
        ...{ path: 'a.png', files: null, sha256, kind: 'picture', modality: 'XR', view: null },
        ...{ grid: null, sizePixels: null, mask: null },
      })),
    },
    labelled: { pictures: [], leftOut: [], has: [], lesions: [], lesionsLeftOut: [] },
  },
});
const choose = (...records: Collected[]) => {
  const { standing, reasons } = chooseRecord(records);
  return [standing.record.version, ...reasons];
};

test('a case whose labels or pictures changed is the same case', () => {
  const changed = collected(2, 'data/csxa', 'b');
  expect(choose(changed, collected(1, 'data/csxa', 'a'))).toEqual(['2', 'collected-anew']);
});

test('moved and changed besides, it is the same as long as a picture is', () => {
  const moved = collected(2, '/elsewhere', 'a', 'c');
  expect(choose(collected(1, 'data/csxa', 'a', 'b'), moved)).toEqual(['2', 'collected-anew']);
});

test('another folder with other pictures under the number takes nothing away', () => {
  const [first, other] = [collected(1, 'data/csxa', 'a'), collected(2, '/other', 'x')];
  expect(choose(other, first)).toEqual(['1', 'number-taken']);
  expect(choose(first, other, collected(3, 'data/csxa', 'b'))).toEqual([
    ...['3', 'number-taken', 'collected-anew'],
  ]);
  const unread = [collected(1, 'data/csxa', null), collected(2, '/other', null)] as const;
  expect(choose(...unread)).toEqual(['1', 'number-taken']);
});
