import { expect, it } from 'vitest';
import { answered, choiceItem } from './made-up-benchmark.ts';
import { scoreBenchmark } from './score-benchmark.ts';

it('scores 100,000 items in seconds, every interval included', () => {
  const n = 100_000;
  const one = choiceItem('-', {
    options: { A: 'Left L4/5 disc herniation', B: 'Left L5/S1 disc herniation' },
    modality: ['CT', 'MRI'],
    levels: ['L4/L5'],
  });
  const ids = Array.from({ length: n }, (_, i) => `q${i}`);
  const items = ids.map((id, i) => ({ ...one, id, group: `document ${Math.floor(i / 3)}` }));
  const results = ids.map((id, i) => answered(id, i % 4 === 0 ? 'B' : 'A'));
  const started = performance.now();
  const scores = scoreBenchmark({ benchmark: 'b', model: 'm', items, results });
  // Some three seconds on one core; the rest is for machines that do other things besides.
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(scores.parts.text).toMatchObject({ n, accuracy: 75 });
  expect(scores.totalResampled.clusters).toBe(33_334);
  expect(scores.levels.items?.offByOne.percent).toBe(25);
});
