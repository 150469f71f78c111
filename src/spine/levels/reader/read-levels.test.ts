import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../level.ts';
import { readLevels } from './read-levels.ts';

const pieces =
  'L4|L5|S1|C5|C0|T1|T12|D12|Th|L$_{4}$|4/5|5|/|-|–|～| |, |、|，|.|。| and | to | on |between |left |right |(L)|both |左侧|右侧|双侧|腰|颈|胸|骶|尾|椎|第|四|五|十|节|至|间盘|椎体|神经根|disc|vertebra|nerve root|lumbar|fourth |4th |atlas|axis|coccyx|sacrum|weighted|WI|signal| mm|图|Figure |😀|\ud83d|{|}|$|<sub>|\n|IV|T0|occiput |'.split(
    '|',
  );

describe('any text', () => {
  test('gives mentions in order, apart from each other, each a stretch of the text', () => {
    const known = new Set<string>([...LEVELS, 'C8']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), parts => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, levels, name } of readLevels(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(levels.length).toBeGreaterThan(0);
          expect(levels.every(level => known.has(level))).toBe(true);
          expect(name).not.toBe('');
          last = end;
        }
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['', ' ', '\n', '🦴', '\ud83d', '4/5', '-', '第'])('%j names no level', text => {
    expect(readLevels(text)).toEqual([]);
  });
});

describe('a mention', () => {
  test('counts its place in UTF-16 units', () => {
    expect(readLevels('🦴 左侧L4/5')).toEqual([
      { start: 5, end: 9, kind: 'disc', levels: ['L4', 'L5'], name: 'L4/L5', side: 'left' },
    ]);
  });

  test('lists every vertebra of a range and every root of roots', () => {
    expect(readLevels('T11-L2 fusion')[0]?.levels).toEqual(['T11', 'T12', 'L1', 'L2']);
    expect(readLevels('C7-T1 nerve roots')[0]?.levels).toEqual(['C7', 'C8', 'T1']);
    expect(readLevels('腰骶段')[0]?.levels).toEqual(['L5', 'S1']);
  });

  test('is found again when its text is read a second time', () => {
    const text = 'left L4/5 and T10-S1';
    expect(readLevels(text)).toEqual(readLevels(text));
  });
});

describe('hostile text', () => {
  // At this length reading that grows with the square takes twice the limit and more.
  const LENGTH = 300_000;
  const SECONDS = 3;

  test.each([
    'L1-',
    'L4/',
    'T',
    '第',
    '第一、',
    '9',
    '-',
    ' ',
    '腰',
    '腰四',
    'L4、',
    'L4,5,',
    '4/5 ',
    'L4 left ',
    '左L4',
    'L4 left L5 root, ',
    'L4左',
    '左右',
    'L4 to ',
    'fourth and ',
    'lumbar ',
    'L$_{',
    'T1 and ',
    'S1 ',
    'L4 (',
  ])('%j repeated is read in a moment', unit => {
    const before = process.threadCpuUsage();
    readLevels(unit.repeat(LENGTH / unit.length));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(SECONDS);
  });
});
