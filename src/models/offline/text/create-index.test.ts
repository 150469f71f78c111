import { expect, test } from 'vitest';
import { createIndex } from './create-index.ts';

const passages = [
  { id: 'a', text: 'The conus medullaris ends near the L1/2 disc.' },
  { id: 'b', text: 'A herniation at L4/5 presses on the L5 root. A herniation may shrink.' },
  { id: 'c', text: 'Scoliosis is measured by the Cobb angle.' },
  { id: 'd', text: '颈椎间盘突出压迫脊髓，表现为步态不稳。' },
  { id: 'e', text: '腰椎滑脱分度按Meyerding分级。' },
];
const index = createIndex(passages);
const idsOf = (query: string, limit = 3) => index.search(query, limit).map(hit => hit.passage.id);

test('finds the passage that speaks of it, in both languages', () => {
  expect(idsOf('where does the conus end?')[0]).toBe('a');
  expect(idsOf('L4-L5 herniations')[0]).toBe('b');
  expect(idsOf('脊髓受压步态')[0]).toBe('d');
  expect(idsOf('滑脱如何分度')).toEqual(['e']);
});

test('a rare word weighs more than a common one, and none more than an unknown one', () => {
  const { rarityOf } = createIndex(
    ['disc root', 'disc cord', 'disc'].map((text, at) => ({ id: String(at), text })),
  );
  expect(rarityOf('disc')).toBeGreaterThan(0);
  expect(rarityOf('root')).toBeGreaterThan(rarityOf('disc'));
  expect(rarityOf('unheard')).toBeGreaterThan(rarityOf('root'));
});

test('of two passages that say it once the shorter one says more of it', () => {
  const { search } = createIndex([
    { id: 'long', text: 'disc and very many other words that speak about something else entirely' },
    { id: 'short', text: 'a disc here' },
  ]);
  expect(search('disc', 2).map(hit => hit.passage.id)).toEqual(['short', 'long']);
});

test('scores fall, keep to the limit, and are not left over for the next query', () => {
  const hits = index.search('herniation disc root angle', 2);
  expect(hits).toHaveLength(2);
  expect(hits[0]!.score).toBeGreaterThanOrEqual(hits[1]!.score);
  expect(index.search('herniation disc root angle', 2)).toEqual(hits);
  expect(index.search('herniation', 0)).toEqual([]);
  expect(index.search('xyzzy', 5)).toEqual([]);
  expect(createIndex([]).search('disc', 5)).toEqual([]);
});

test('of equal passages the earlier comes first', () => {
  const twins = createIndex([
    { id: 'first', text: 'disc' },
    { id: 'second', text: 'disc' },
    { id: 'third', text: 'disc' },
  ]);
  expect(twins.search('disc', 2).map(hit => hit.passage.id)).toEqual(['first', 'second']);
});

test('the best few are those that a whole sort would name', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    id: String(at),
    text: `disc ${'root '.repeat((at * 7919) % 13)}${'cord '.repeat((at * 104729) % 17)}`,
  }));
  const large = createIndex(many);
  const all = large.search('root cord', 500);
  expect(large.search('root cord', 20)).toEqual(all.slice(0, 20));
});

test('ten thousand passages are read in two seconds and searched in five milliseconds', () => {
  const vocabulary = Array.from({ length: 5000 }, (_, at) => `w${at.toString(36)}x`);
  let state = 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // Squared, so that some words are frequent, as words are.
    return Math.floor((state / 2 ** 32) ** 2 * below);
  };
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    id: String(at),
    text: Array.from({ length: 100 }, () => vocabulary[next(5000)]).join(' '),
  }));
  const built = cpuMsOf(() => createIndex(many));
  expect(built.ms).toBeLessThan(2000);
  const queries = Array.from({ length: 50 }, () =>
    Array.from({ length: 12 }, () => vocabulary[next(5000)]).join(' '),
  );
  const { ms } = cpuMsOf(() => queries.map(query => built.made.search(query, 10)));
  expect(ms / queries.length).toBeLessThan(5);
});

function cpuMsOf<Made>(make: () => Made): { made: Made; ms: number } {
  const start = process.cpuUsage().user;
  const made = make();
  return { made, ms: (process.cpuUsage().user - start) / 1000 };
}
