import { expect } from 'vitest';
import type { DatasetRecord, Grid } from '../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../../imaging/geometry/index.ts';
import type { LayoutName } from '../../../imaging/phantom/layouts/index.ts';
import { inventHex, inventNumber } from '../../../imaging/phantom/layouts/invent-id.ts';
import { patientOf } from '../../../imaging/phantom/layouts/spark.ts';
import { type LaidOut, layOut } from '../../../imaging/phantom/layouts/testing/lay-out.ts';
import { uidOf } from '../../../imaging/writers/index.ts';
import { LEVELS, type Level } from '../../../spine/index.ts';
import { expectNear, expectSaid, type Said, say, shownDiscs } from './found.ts';
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

function checkVerse(record: DatasetRecord, { spine, views }: LaidOut): void {
  const bodies = spine.vertebrae.filter(
    ({ level }) => level !== 'S1' && spine.shown.includes(level),
  );
  expect(record.levels).toEqual(bodies.map(({ level }) => level));
  expect(record.landmarks).toHaveLength(bodies.length);
  for (const { level, centreMm } of bodies) {
    const mark = record.landmarks.find(({ levels }) => levels[0] === level)!;
    expect(mark.name).toBe('body-centre');
    expectNear(views.ct, mark.place.pointMm, centreMm);
  }
  const more = bodies.filter(({ level }) => level === 'L6' || level === 'T13');
  expectSaid(
    record.findings,
    more.map(({ level }) => say('supernumerary-vertebra', 'present', [level], { grade: level })),
  );
  expectGrid(record.pictures[0]!.grid, views.ct);
  expect(record.pictures[0]!.mask?.labels['20']).toBe('L1');
}

/** To the precision that a file keeps of it. */
function expectGrid(grid: Grid | null, truth: Grid): void {
  expect(grid?.size).toEqual(truth.size);
  for (const axis of [0, 1, 2]) {
    expect(grid!.originMm[axis]).toBeCloseTo(truth.originMm[axis]!, 4);
    expect(grid!.spacingMm[axis]).toBeCloseTo(truth.spacingMm[axis]!, 4);
    for (const to of [0, 1, 2])
      expect(grid!.directions[axis]![to]).toBeCloseTo(truth.directions[axis]![to]!, 5);
  }
}

/** SPIDER counts from the bottom: who has a vertebra more is named one off from there on. */
function counted({ vertebrae }: LaidOut['spine']): Map<Level, Level> {
  const names = LEVELS.filter(
    level => level !== 'T13' && level !== 'L6' && /^(C\d|[TL])/.test(level),
  );
  const own = vertebrae.map(({ level }) => level).filter(level => level !== 'S1');
  const pairs = own.toReversed().map((level, at) => [level, names.at(-1 - at) ?? level] as const);
  return new Map<Level, Level>([...pairs, ['S1', 'S1']]);
}

function checkSpider(record: DatasetRecord, { spine, views }: LaidOut): void {
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

function checkSpark(record: DatasetRecord, { spine, views }: LaidOut): void {
  const discs = shownDiscs(spine);
  const bodies = spine.vertebrae.filter(
    ({ level }) => level.startsWith('L') && spine.shown.includes(level),
  );
  expect(record.landmarks).toHaveLength(discs.length + bodies.length);
  const slice = record.landmarks[0]!.place.slice!;
  for (const { centreMm, ...part } of [...discs, ...bodies]) {
    const levels = 'levels' in part ? part.levels : [part.level];
    const mark = record.landmarks.find(each => String(each.levels) === String(levels))!;
    const [x, y] = indexAtPoint(views.t2, centreMm);
    expect(Math.abs(mark.place.pixel![0] - x)).toBeLessThan(0.501);
    expect(Math.abs(mark.place.pixel![1] - y)).toBeLessThan(0.501);
    expect(mark.place.slice).toBe(slice);
    const { files, grid } = record.pictures[mark.picture]!;
    for (const each of [views.t2, grid!])
      expect(indexAtPoint(each, mark.place.pointMm!)[2]).toBeCloseTo(slice, 3);
    expect(files).toHaveLength(views.t2.size[2]);
  }
  const isWorn = (level: Level) =>
    spine.vertebrae.find(each => each.level === level)!.osteophytes.length > 0 ||
    discs.some(
      ({ levels, modic, endplateChange }) =>
        levels.includes(level) &&
        (modic > 0 || (levels[0] === level ? endplateChange.upper : endplateChange.lower)),
    );
  expectSaid(record.findings, [
    ...bodies.map(({ level }) =>
      say('vertebral-degeneration', isWorn(level) ? 'present' : 'absent', [level]),
    ),
    ...discs.flatMap(({ levels, displacement, intravertebral }): Said[] => {
      if (!displacement && !intravertebral) return [say('disc-displacement', 'absent', levels)];
      return [
        ...(displacement ? [say(`disc-${displacement.kind}`, 'present', levels)] : []),
        ...(intravertebral ? [say('intravertebral-herniation', 'present', levels)] : []),
      ];
    }),
  ]);
}

function checkRsna(record: DatasetRecord, { spine, views }: LaidOut): void {
  const grades = { 'Normal/Mild': 'normal or mild', Moderate: 'moderate', Severe: 'severe' };
  const truth = shownDiscs(spine).flatMap(disc => {
    const { canal, foramina, recesses, levels } = disc;
    const isGraded = record.findings.some(each => String(each.levels) === String(levels));
    if (!isGraded) return [];
    return [
      { finding: 'canal-stenosis', side: null, opening: canal, view: 'sagittal T2/STIR' },
      ...(['left', 'right'] as const).flatMap(side => [
        {
          finding: 'foraminal-stenosis',
          side,
          opening: foramina[side],
          view: 'sagittal T1',
        } as const,
        {
          finding: 'subarticular-stenosis',
          side,
          opening: recesses[side],
          view: 'axial T2',
        } as const,
      ]),
    ].map(each => ({ ...each, levels }) as const);
  });
  expectSaid(
    record.findings,
    truth.map(({ finding, side, opening, levels }) =>
      say(
        finding as 'canal-stenosis',
        opening.severity === 'Normal/Mild' ? 'unstated' : 'present',
        levels,
        { side, grade: grades[opening.severity] },
      ),
    ),
  );
  const grids = {
    'sagittal T1': [views.t1],
    'sagittal T2/STIR': [views.t2],
    'axial T2': views.axialT2,
  };
  for (const { finding, side, opening, levels, view } of truth) {
    const found = record.findings.find(
      each =>
        each.finding === finding && each.side === side && String(each.levels) === String(levels),
    )!;
    expect(record.pictures[found.picture!]!.view).toBe(view);
    const blocks = grids[view as keyof typeof grids];
    const near = blocks.toSorted(
      (a, b) => offSlice(a, opening.centreMm) - offSlice(b, opening.centreMm),
    )[0]!;
    expectNear(near, found.place!.pointMm, opening.centreMm);
  }
  // All of the discs that the tables have columns for, but for those left blank.
  const columns = shownDiscs(spine).filter(({ name }) => /L[1-4]\/L[2-5]|L5\/S1/.test(name));
  expect(new Set(truth.map(({ levels }) => String(levels))).size).toBeGreaterThanOrEqual(
    columns.length - 1,
  );
}

function offSlice(grid: Grid, point: readonly [number, number, number]): number {
  const z = indexAtPoint(grid, point)[2];
  const nearest = Math.min(grid.size[2] - 1, Math.max(0, Math.round(z)));
  return Math.abs(z - nearest) * grid.spacingMm[2];
}

function checkBuu(record: DatasetRecord, { spine, views }: LaidOut): void {
  expect([record.sex, record.ageYears]).toEqual([spine.sex, spine.ageYears]);
  expect(record.levels).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'S1']);
  expect(record.pictures.map(({ view }) => view)).toEqual(['AP', 'lateral']);
  expect(record.landmarks).toHaveLength(42);
  const named = {
    AP: {
      'upper-edge-start': 'rightUpper',
      'upper-edge-end': 'leftUpper',
      'lower-edge-start': 'rightLower',
      'lower-edge-end': 'leftLower',
    },
    lateral: {
      'upper-edge-start': 'anteriorUpper',
      'upper-edge-end': 'posteriorUpper',
      'lower-edge-start': 'anteriorLower',
      'lower-edge-end': 'posteriorLower',
    },
  } as const;
  for (const { picture, levels, name, place } of record.landmarks) {
    const { sagittal, coronal } = spine.vertebrae.find(({ level }) => level === levels[0])!;
    const view = picture === 0 ? views.ap : views.lateral;
    const corner = named[picture === 0 ? 'AP' : 'lateral'][name as 'upper-edge-start'];
    const [x, y] = view.toPixel({ ...sagittal, ...coronal }[corner as 'leftUpper']);
    expect(Math.hypot(place.pixel![0] - x, place.pixel![1] - y)).toBeLessThan(0.1);
  }
  const label = (level: Level, edge: 'upper' | 'lower', directions: readonly string[]) => {
    const slip = spine.discs.find(({ levels }) => levels[0] === level)?.slip;
    if (edge === 'upper' || !slip || !directions.includes(slip.direction)) return 'absent';
    return slip.direction === 'right' ? 'unstated' : 'present';
  };
  const bodies = ['L1', 'L2', 'L3', 'L4', 'L5'] as const;
  expectSaid(record.findings, [
    ...bodies.flatMap(level =>
      (['upper', 'lower'] as const).flatMap(edge => [
        say('spondylolisthesis', label(level, edge, ['left', 'right']), [level]),
        say('spondylolisthesis', label(level, edge, ['anterior', 'posterior']), [level]),
      ]),
    ),
    say('spondylolisthesis', 'absent', ['S1']),
  ]);
}

function checkCsxa(record: DatasetRecord, { spine, views }: LaidOut): void {
  expect([record.sex, record.ageYears]).toEqual([spine.sex, spine.ageYears]);
  expect(record.levels).toEqual(['C2', 'C3', 'C4', 'C5', 'C6', 'C7']);
  expect(record.landmarks).toHaveLength(23);
  for (const { levels, name, place } of record.landmarks) {
    const { sagittal, centreMm } = spine.vertebrae.find(({ level }) => level === levels[0])!;
    const row = name.startsWith('upper') ? 'Upper' : 'Lower';
    const side = name.includes('left') ? 'anterior' : 'posterior';
    const truth = name === 'body-centre' ? centreMm : sagittal[`${side}${row}`];
    const [x, y] = views.lateral.toPixel(truth);
    expect(Math.hypot(place.pixel![0] - x, place.pixel![1] - y)).toBeLessThan(0.001);
  }
  const curves = {
    lordotic: say('cervical-lordosis', 'present', []),
    straight: say('cervical-straightening', 'present', []),
    'sigmoid type 1': say('cervical-sigmoid', 'present', [], { grade: 'type 1' }),
    'sigmoid type 2': say('cervical-sigmoid', 'present', [], { grade: 'type 2' }),
    kyphotic: say('cervical-kyphosis', 'present', []),
  };
  expectSaid(record.findings, [curves[spine.curves.cervical]]);
}

const seenOnXrays = [
  ...['osteophytes', 'disc-space-narrowing', 'foraminal-stenosis', 'vertebral-collapse'],
  ...['spondylolisthesis', 'surgical-implant', 'other-lesion'],
];

function checkVindr(record: DatasetRecord, { spine, views }: LaidOut): void {
  expect(record.pictures.map(({ sizePixels }) => sizePixels)).toEqual([
    views.ap.size,
    views.lateral.size,
  ]);
  const lesions = spine.findings.filter(({ finding }) => seenOnXrays.includes(finding));
  const truth = lesions.map(({ finding }) => say(finding, 'present', []));
  const readings = Map.groupBy(record.findings, ({ picture, rater }) => `${picture} ${rater}`);
  expect(readings.size).toBeGreaterThanOrEqual(2);
  for (const ofReader of readings.values()) {
    expectSaid(ofReader, truth.length > 0 ? truth : [say('healthy', 'present', [])]);
    for (const [at, { pointMm }] of lesions.entries()) {
      const [x, y] = views[ofReader[0]!.picture === 0 ? 'ap' : 'lateral'].toPixel(pointMm!);
      const [left, top, width, height] = ofReader[at]!.place!.box!;
      expect(x).toBeGreaterThanOrEqual(left - 0.5);
      expect(x).toBeLessThanOrEqual(left + width + 0.5);
      expect(y).toBeGreaterThanOrEqual(top - 0.5);
      expect(y).toBeLessThanOrEqual(top + height + 0.5);
    }
  }
}
