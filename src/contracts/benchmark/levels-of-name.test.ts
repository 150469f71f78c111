import { describe, expect, it } from 'vitest';
import { JUNCTIONS, LEVELS, readLevels } from '../../spine/levels/index.ts';
import { levelsOfName } from './levels-of-name.ts';

describe('levelsOfName', () => {
  it.each([
    ['L4', ['L4']],
    ['Co', ['Co']],
    ['C8', ['C8']],
    ['L4/L5', ['L4', 'L5']],
    ['T12/L1', ['T12', 'L1']],
    ['L6/S1', ['L6', 'S1']],
    ['L2-L4', ['L2', 'L3', 'L4']],
    ['C5-C8', ['C5', 'C6', 'C7', 'C8']],
    ['C8-T2', ['C8', 'T1', 'T2']],
    ['lumbosacral', ['L5', 'S1']],
  ])('reads %s', (name, levels) => {
    expect(levelsOfName(name)).toEqual(levels);
  });

  it.each([
    '',
    'L4-5',
    'l4',
    'L5/L4',
    'L4/S1',
    'S1-L2',
    'L4/L4',
    'L4-L4',
    'C7/C8',
    'C8-C5',
    'T2-C8',
    'L7',
    'lumbar',
    'L4/L5 ',
    'L4/L5/S1',
    'constructor',
  ])('refuses %j', name => {
    expect(levelsOfName(name)).toBeNull();
  });

  it('agrees with the reader on every name that the reader gives', () => {
    const texts = [
      ...LEVELS.map(level => `${level} vertebra`),
      ...JUNCTIONS.map(({ nameZh }) => nameZh),
      ...[
        'L4/5',
        'L3-S1 fusion',
        'C5-T1 roots',
        'C8 root',
        'C6-C8 roots',
        'T10 to L2',
        'S2 to coccyx',
      ],
    ];
    const mentions = texts.flatMap(text => readLevels(text));
    expect(mentions.length).toBeGreaterThanOrEqual(LEVELS.length + JUNCTIONS.length + 4);
    for (const { name, kind, levels } of mentions) {
      if (kind === 'root' && name === 'C5-T1') continue;
      expect([name, levelsOfName(name)]).toEqual([name, levels]);
    }
  });
});
