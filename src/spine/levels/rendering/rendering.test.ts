import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areAdjacent, compareLevels, levelsBetween } from '../arithmetic.ts';
import { JUNCTIONS } from '../junctions.ts';
import { LEVEL_SIDES, LEVELS, type Level, type LevelMention } from '../level.ts';
import { DISCS, discLevels } from '../naming.ts';
import { readLevels } from '../reader/read-levels.ts';
import { hasRegionSign, LEVEL_NOTATIONS, renderLevel } from './render-level.ts';
import { LEVEL_JOINS, renderDisc, renderLevelSet, renderRange } from './render-levels.ts';
import { renderMention } from './render-mention.ts';

const level = fc.constantFrom(...LEVELS);
const notation = fc.constantFrom(...LEVEL_NOTATIONS);
const join = fc.constantFrom(...LEVEL_JOINS);
const side = fc.constantFrom(null, ...LEVEL_SIDES);

function levelsRead(text: string): string[] {
  return [...new Set(readLevels(text).flatMap(mention => mention.levels))].sort(compareLevels);
}

describe('what is rendered is read back', () => {
  test('any set of levels in any notation', () => {
    fc.assert(
      fc.property(fc.subarray([...LEVELS]), notation, (levels, how) => {
        expect(levelsRead(renderLevelSet(levels, how))).toEqual(levels);
      }),
      { numRuns: 2000 },
    );
  });

  test('any level, which the mention covers from end to end', () => {
    fc.assert(
      fc.property(level, notation, (one, how) => {
        const text = renderLevel(one, how);
        expect(readLevels(text)).toEqual([
          { start: 0, end: text.length, kind: 'vertebra', levels: [one], name: one, side: null },
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  test('any disc, however its levels are joined', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DISCS),
        notation,
        join,
        fc.boolean(),
        (name, how, by, short) => {
          const [upper, lower] = discLevels(name)!;
          const [mention, ...rest] = readLevels(renderDisc(upper, lower, how, by, short));
          expect(rest).toEqual([]);
          expect(mention).toMatchObject({ kind: 'disc', name, levels: [upper, lower] });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('any range of vertebrae', () => {
    const signed = fc.constantFrom(...LEVEL_NOTATIONS.filter(hasRegionSign));
    const joins = fc.constantFrom(...LEVEL_JOINS.filter(by => by !== 'slash'));
    fc.assert(
      fc.property(level, level, signed, joins, fc.boolean(), (a, b, how, by, short) => {
        fc.pre(a !== b);
        const levels = levelsBetween(a, b);
        expect(levelsRead(renderRange(levels[0]!, levels.at(-1)!, how, by, short))).toEqual(levels);
      }),
      { numRuns: 2000 },
    );
  });

  test('any mention with its kind, name and side', () => {
    const ends = fc.tuple(level, level).filter(([a, b]) => a !== b && !areAdjacent(a, b));
    const mention = fc.oneof(
      level.map(one => ({ kind: 'vertebra' as const, levels: [one], name: one })),
      level
        .filter(one => one !== 'Co')
        .map(one => ({ kind: 'root' as const, levels: [one], name: one })),
      fc.constant({ kind: 'root' as const, levels: ['C8' as const], name: 'C8' }),
      fc
        .constantFrom(...DISCS)
        .map(name => ({ kind: 'disc' as const, levels: discLevels(name)!, name })),
      fc
        .constantFrom(...JUNCTIONS)
        .map(({ levels, name }) => ({ kind: 'region' as const, levels, name })),
      ends.map(([a, b]) => {
        const levels = levelsBetween(a, b);
        return { kind: 'range' as const, levels, name: `${levels[0]}-${levels.at(-1)}` };
      }),
    );
    const signed = fc.constantFrom(...LEVEL_NOTATIONS.filter(hasRegionSign));
    fc.assert(
      fc.property(mention, side, signed, (said, of, how) => {
        const expected: Omit<LevelMention, 'start' | 'end'> = { ...said, side: of };
        const [read, ...rest] = readLevels(renderMention(expected, how));
        expect(rest).toEqual([]);
        expect(read).toMatchObject(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('renderings', () => {
  test.each([
    [['L4'], 'letter', 'L4 vertebrae'],
    [['L3', 'L5'], 'letter', 'L3 and L5 vertebrae'],
    [['T12', 'L1', 'L2', 'L5'], 'letter', 'T12 to L2 and L5 vertebrae'],
    [['L3', 'L4', 'L5'], 'chinese', '腰3至腰5椎体'],
    [['L4', 'L5'], 'english', 'fourth lumbar vertebra and fifth lumbar vertebra'],
    [['T12', 'T13', 'L1'], 'chinese-ordinal', '第十二胸椎、第十三胸椎、第一腰椎'],
    [[], 'letter', ''],
  ] as const)('%j in %s', (levels: readonly Level[], how, text) => {
    expect(renderLevelSet(levels, how)).toBe(text);
  });

  test('a mention names its side in its language', () => {
    const mention = { kind: 'disc', levels: ['L4', 'L5'], name: 'L4/L5', side: 'left' } as const;
    expect(renderMention(mention)).toBe('left L4/L5 disc');
    expect(renderMention(mention, 'chinese')).toBe('左侧腰4/腰5椎间盘');
  });
});
