import { expect } from 'vitest';
import type { DatasetRecord } from '../../../../contracts/imaging/index.ts';
import type { LaidOut } from '../../../../imaging/phantom/layouts/testing/lay-out.ts';
import { LEVELS, type Level } from '../../../../spine/index.ts';
import { expectGrid } from '../expect-grid.ts';
import { expectSaid, type Said, say, shownDiscs } from '../found.ts';

/** SPIDER counts from the bottom: who has a vertebra more is named one off from there on. */
function counted({ vertebrae }: LaidOut['spine']): Map<Level, Level> {
  const names = LEVELS.filter(
    level => level !== 'T13' && level !== 'L6' && /^(C\d|[TL])/.test(level),
  );
  const own = vertebrae.map(({ level }) => level).filter(level => level !== 'S1');
  const pairs = own.toReversed().map((level, at) => [level, names.at(-1 - at) ?? level] as const);
  return new Map<Level, Level>([...pairs, ['S1', 'S1']]);
}

export function checkSpider(record: DatasetRecord, { spine, views }: LaidOut): void {
  const names = counted(spine);
  const yes = (is: boolean) => (is ? 'present' : 'absent');
  const truth = shownDiscs(spine).flatMap((disc): Said[] => {
    const levels = disc.levels.map(level => names.get(level)!);
    const { displacement, modic, pfirrmann, endplateChange, slip, narrowingPercent } = disc;
    const isHernia = displacement !== null && displacement.kind !== 'bulge';
    const endplates = [endplateChange.upper, endplateChange.lower];
    const worn = pfirrmann === 1 ? 'absent' : pfirrmann === 2 ? 'unstated' : 'present';
    return [
      say('modic-change', yes(modic > 0), levels, { grade: modic > 0 ? String(modic) : null }),
      ...endplates.map(is => say('endplate-change', is ? 'present' : 'unstated', levels)),
      say('spondylolisthesis', yes(slip !== null), levels),
      say('disc-herniation', yes(isHernia), levels),
      say('disc-space-narrowing', yes(narrowingPercent >= 20), levels),
      say('disc-bulge', yes(displacement?.kind === 'bulge'), levels),
      say('disc-degeneration', worn, levels, { grade: String(pfirrmann) }),
    ];
  });
  expectSaid(record.findings, truth);
  const bodies = spine.shown.map(level => names.get(level)!);
  expect(record.levels).toEqual(LEVELS.filter(level => bodies.includes(level)));
  expect(record.sex).toBe(spine.sex);
  expect(record.pictures.map(({ view }) => view)).toEqual(
    record.pictures.length === 1 ? ['sagittal T2'] : ['sagittal T1', 'sagittal T2'],
  );
  expectGrid(record.pictures.at(-1)!.grid, views.t2);
}
