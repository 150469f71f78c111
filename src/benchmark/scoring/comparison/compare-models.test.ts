import { describe, expect, it } from 'vitest';
import { holmAdjust } from '../../../statistics/index.ts';
import { answered, choiceItem, judged, reportItem, written } from '../made-up-benchmark.ts';
import type { Result } from '../result.ts';
import { compareModels } from './compare-models.ts';

const quick = { resamples: 999 };
const n = 100;
const texts = Array.from({ length: n }, (_, i) => choiceItem(`t${i}`));
const images = Array.from({ length: n }, (_, i) => choiceItem(`i${i}`, { images: ['a.png'] }));
const reports = Array.from({ length: 20 }, (_, i) => reportItem(`r${i}`));
/** Right below `until`, wrong from there on. */
const upTo = (prefix: string, until: number): Result[] =>
  Array.from({ length: n }, (_, i) => answered(`${prefix}${i}`, i < until ? 'A' : 'B'));
const scored = (pointsOf: (i: number) => number): Result[] =>
  reports.map(({ id }, i) => written(id, judged(pointsOf(i))));

const items = [...texts, ...images, ...reports];
const comparison = compareModels(
  {
    items,
    first: [...upTo('t', 80), ...upTo('i', 60), ...scored(i => 3 + (i % 3) / 2)],
    second: [...upTo('t', 65), ...upTo('i', 58), ...scored(i => 3 + (i % 2) / 2)],
  },
  quick,
);
const { text, image, report } = comparison.parts;

describe('compareModels', () => {
  it('gives the paired difference of each part with its interval', () => {
    expect(text?.difference).toMatchObject({ first: 80, second: 65, value: 15, clusters: 100 });
    const [low, high] = text!.difference.interval!;
    expect(low).toBeGreaterThan(7);
    expect(high).toBeLessThan(25);
    // 15 of 100 pairs differ, all one way: the standard error is √(0.15 × 0.85 / 100).
    expect(text?.difference.standardError).toBeCloseTo(3.57, 0);
    expect(report?.difference.value).toBeCloseTo(4.5, 10);
  });

  it("has McNemar's exact test: 15 to 0 is 2 / 2^15, 2 to 0 is a half", () => {
    expect(text?.mcnemar).toMatchObject({ both: 65, onlyFirst: 15, onlySecond: 0, neither: 20 });
    expect(text?.mcnemar?.exactP).toBeCloseTo(2 ** -14, 12);
    expect(image?.mcnemar?.exactP).toBeCloseTo(0.5, 12);
    expect(report?.mcnemar).toBeNull();
  });

  it('corrects the p of the parts for being several', () => {
    expect([text?.adjustedP, image?.adjustedP, report?.adjustedP]).toEqual(
      holmAdjust([text, image, report].map(part => part!.difference.p!)),
    );
    expect(text?.mcnemarAdjustedP).toBeCloseTo(2 * 2 ** -14, 12);
    expect(image?.mcnemarAdjustedP).toBeCloseTo(0.5, 12);
  });

  it('names the questions that flipped', () => {
    expect(text?.flipped.onlyFirst).toHaveLength(15);
    expect(text?.flipped.onlyFirst).toContain('t70');
    expect(text?.flipped.onlySecond).toEqual([]);
  });

  it('says how many items the gap would take, and which gap the items would tell', () => {
    // Connor 1987 at a gap and a discordance of 0.02: (0.8416 √0.0196 + 1.96 √0.02)² / 0.0004 = 390.1.
    expect(image?.power.items).toBe(391);
    expect(image?.power.en).toMatch(
      /gap of 2\.0 points takes about 391 such items .* there are 100\./,
    );
    expect(image?.power.zh).toContain('391');
    expect(text?.power.smallestGap).toBeGreaterThan(5);
    expect(report?.power.items).toBeGreaterThan(0);
  });

  it('compares the total as the benchmark weights it', () => {
    const { value } = comparison.total!;
    expect(value).toBeCloseTo((100 * 15 + 100 * 2 + 20 * 4.5) / 220, 10);
    expect(comparison.qaAverage?.value).toBeCloseTo(8.5, 10);
  });

  it('takes from both what one lacks, and keeps the weights', () => {
    const holed = compareModels(
      {
        items,
        first: [...upTo('t', 80).slice(10), ...upTo('i', 60), ...scored(() => 3)],
        second: [...upTo('t', 65), ...upTo('i', 58).slice(0, 90), ...scored(() => 3)],
      },
      quick,
    );
    expect(holed.unpaired).toBe(20);
    expect(holed.parts.text).toMatchObject({ n: 90, difference: { first: 7000 / 90 } });
    expect(holed.total?.value).toBeCloseTo((100 * (1500 / 90) + 100 * (200 / 90)) / 220, 10);
  });

  it('finds no difference between a model and itself', () => {
    const same = [...upTo('t', 80), ...upTo('i', 60), ...scored(() => 3)];
    const alike = compareModels({ items, first: same, second: same }, quick);
    expect(alike.parts.text).toMatchObject({
      difference: { value: 0, p: 1 },
      mcnemar: { exactP: 1 },
      power: { items: null },
    });
    expect(alike.parts.text?.power.en).toContain('do not differ');
  });

  it('turns its sign when the models change places, and leaves null what neither has', () => {
    const [first, second] = [upTo('t', 80), upTo('t', 65)];
    const there = compareModels({ items: texts, first, second }, quick).parts;
    const back = compareModels({ items: texts, first: second, second: first }, quick).parts;
    expect(back.text?.difference.value).toBe(-there.text!.difference.value);
    expect(back.text?.mcnemar?.exactP).toBe(there.text?.mcnemar?.exactP);
    expect(there).toMatchObject({ image: null, report: null });
  });

  it('takes no repeat for an item: asked thrice, the same answers tell no more', () => {
    const thrice = (results: Result[]) =>
      [0, 1, 2].flatMap(repeat => results.map(result => ({ ...result, repeat })));
    const [first, second] = [upTo('t', 80), upTo('t', 74)];
    const once = compareModels({ items: texts, first, second }, quick).parts.text!;
    const again = compareModels(
      { items: texts, first: thrice(first), second: thrice(second), repeats: 3 },
      quick,
    ).parts.text!;
    expect(again).toMatchObject({ n: 300, items: 100, mcnemar: { onlyFirst: 6 } });
    expect(again.mcnemar?.exactP).toBe(once.mcnemar?.exactP);
    expect(again.power.n).toBe(100);
    expect(again.power.items! / once.power.items!).toBeGreaterThan(0.8);
    expect(again.power.items! / once.power.items!).toBeLessThan(1.25);
  });

  it('counts an item for whoever had it right more often', () => {
    const first = [answered('t0', 'A'), { ...answered('t0', 'B'), repeat: 1 }];
    const second = [0, 1].map(repeat => ({ ...answered('t0', 'B'), repeat }));
    const { text } = compareModels({ items: texts.slice(0, 1), first, second, repeats: 2 }).parts;
    expect(text?.mcnemar).toMatchObject({ onlyFirst: 1, onlySecond: 0, discordant: 1 });
    expect(text?.flipped.onlyFirst).toEqual(['t0']);
  });

  it('prints no p bare that so few could not give, nor few patients unsaid', () => {
    const few = texts.slice(0, 4);
    const [first, second] = ['A', 'B'].map(said => few.map(({ id }) => answered(id, said)));
    const notes = compareModels({ items: few, first: first!, second: second! }, quick).notes;
    expect(notes.map(({ code }) => code)).toContain('few-clusters');
    // 2 to 0 comes to no less than a half; 15 to 0 and twenty reports to less than the bootstrap's.
    expect(comparison.notes.map(({ code, part }) => `${code} ${part}`)).toEqual([
      'p-below-exact image',
    ]);
  });

  it('asks for more items where they come in documents', () => {
    const grouped = texts.map((item, i) => ({ ...item, group: `document ${Math.floor(i / 5)}` }));
    const [first, second] = [upTo('t', 80), upTo('t', 70)];
    const alone = compareModels({ items: texts, first, second }, quick).parts.text!;
    const together = compareModels({ items: grouped, first, second }, quick).parts.text!;
    expect(together.difference.clusters).toBe(20);
    expect(together.power.items!).toBeGreaterThan(2 * alone.power.items!);
  });
});
