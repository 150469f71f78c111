import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type BenchmarkItem, benchmarkItemSchema } from '../../src/contracts/benchmark/index.ts';
import { nameDisc, readLevels, subspecialties } from '../../src/spine/index.ts';
import { drawView } from './draw-view.ts';
import { pictureOf, type SceneName, scenes, spineOf } from './scenes.ts';
import { truths } from './truths.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'sample', 'benchmark');
const lines = readFileSync(path.join(folder, 'spinebench-sample.jsonl'), 'utf8').trimEnd();
const items = lines.split('\n').map(line => benchmarkItemSchema.parse(JSON.parse(line)));
const choices = items.filter(({ task }) => task !== 'report');
const reports = items.filter(({ task }) => task === 'report');
const pictured = choices.filter(({ images }) => images.length > 0);
const sceneOf = ({ group }: BenchmarkItem) => group.slice('phantom-'.length) as SceneName;
const counted = (values: readonly (string | null)[]) => {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

test('is as large and as varied as it says', () => {
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(new Set(choices.map(({ question }) => question)).size).toBe(choices.length);
  expect(choices.length).toBeGreaterThanOrEqual(64);
  expect(pictured.length).toBeGreaterThanOrEqual(20);
  expect(choices.filter(({ levels }) => levels.length > 0).length).toBeGreaterThanOrEqual(40);
  for (const language of ['en', 'zh'] as const) {
    const own = items.filter(item => item.language === language);
    expect(own.length).toBeGreaterThanOrEqual(30);
    expect(own.filter(({ task }) => task === 'report')).toHaveLength(3);
    const fields = counted(own.map(({ subspecialty }) => subspecialty));
    expect([...fields.keys()].sort()).toEqual(subspecialties.map(({ en }) => en as string).sort());
  }
  const sources = counted(items.map(({ source }) => source));
  expect([...sources.keys()].sort()).toEqual(
    ['case_report', 'literature', 'open_source', 'question_bank', 'textbook'].sort(),
  );
  expect(items.every(item => item.class === 'public')).toBe(true);
  expect(new Set(items.map(({ benchmark }) => benchmark)).size).toBe(1);
});

test('no letter is right more often than its share', () => {
  const single = choices.filter(({ task }) => task === 'mcq');
  const letters = counted(single.flatMap(({ answer }) => answer));
  for (const letter of ['A', 'B', 'C', 'D']) {
    expect((letters.get(letter) ?? 0) / single.length).toBeGreaterThan(0.2);
    expect((letters.get(letter) ?? 0) / single.length).toBeLessThan(0.3);
  }
  const multi = choices.filter(({ task }) => task === 'mcq-multi');
  expect(multi.length).toBeGreaterThanOrEqual(8);
  expect(counted(multi.map(({ answer }) => answer[0]!)).size).toBeGreaterThan(2);
  for (const { id, options } of choices) {
    expect(new Set(Object.values(options)).size, id).toBe(Object.keys(options).length);
  }
});

test('levels are those that the level reader finds', () => {
  for (const item of items) {
    const findings = item.reference?.imaging.flatMap(({ findings }) => findings) ?? [];
    const texts = [
      ...[item.question, item.case ?? '', ...item.answer.map(letter => item.options[letter]!)],
      ...findings.flatMap(({ levels }) => levels),
    ];
    const read = texts.flatMap(text => readLevels(text).map(({ name }) => name));
    expect(item.levels, item.id).toEqual([...new Set(read)]);
  }
});

test('what the phantom knows is what the answers say, of right options and wrong ones', () => {
  expect(Object.keys(truths).sort()).toEqual(pictured.map(({ id }) => id).sort());
  for (const item of pictured) {
    const spine = spineOf(sceneOf(item));
    const right = Object.entries(item.options).filter(([, option]) =>
      truths[item.id]!(option, spine),
    );
    expect(
      right.map(([letter]) => letter),
      item.id,
    ).toEqual(item.answer);
  }
});

test('references tell every finding of their spine, with its level and side', () => {
  expect(reports).toHaveLength(6);
  for (const item of reports) {
    const spine = spineOf(sceneOf(item));
    expect(item.case, item.id).not.toBeNull();
    expect(item.images.length).toBeGreaterThanOrEqual(2);
    const told = item.reference!.imaging.flatMap(({ findings }) => findings);
    const { scoliosis } = spine.curves;
    for (const { finding, levels, side } of spine.findings) {
      if (finding === 'other-lesion') continue;
      const name = levels[1] ? nameDisc(levels[0]!, levels[1]) : levels[0]!;
      const fits = told.filter(each => each.levels.includes(name) && each.side === side);
      expect(fits.length, `${item.id} ${finding}`).toBeGreaterThan(0);
    }
    const sizes = told.flatMap(({ measures }) =>
      measures.flatMap(measure => (measure.kind === 'quantity' ? [measure] : [])),
    );
    if (scoliosis) {
      const cobb = sizes.find(({ name }) => name?.includes('Cobb'))!;
      expect(Math.abs(cobb.value - scoliosis.cobbDegrees)).toBeLessThan(1);
      expect(told.some(({ side }) => side === scoliosis.convexTo)).toBe(true);
    }
    for (const { value, unit } of sizes.filter(({ unit }) => unit !== '°')) {
      const known = spine.findings.some(
        ({ size }) => size?.unit === unit && Math.abs(size.value - value) < 0.5,
      );
      expect(known, `${item.id}: ${value} ${unit}`).toBe(true);
    }
  }
});

test('pictures are those of their scenes, small, and say nothing of where they were made', async () => {
  const made = (Object.keys(scenes) as SceneName[]).flatMap(name =>
    scenes[name].views.map(view => pictureOf(name, view)),
  );
  const there = readdirSync(path.join(folder, 'pictures')).map(name => `pictures/${name}`);
  expect(there.sort()).toEqual(made.sort());
  const used = new Set(items.flatMap(({ images }) => images));
  expect(made.filter(picture => !used.has(picture))).toEqual([]);
  for (const item of items) {
    for (const image of item.images) {
      expect(existsSync(path.join(folder, image)), `${item.id} ${image}`).toBe(true);
      expect(image).toContain(`/${sceneOf(item)}-`);
    }
  }
  const bytes = there.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
  expect(bytes).toBeLessThan(3 * 2 ** 20);
  for (const picture of there) {
    const { exif, icc, iptc, xmp, channels } = await sharp(path.join(folder, picture)).metadata();
    expect([exif, icc, iptc, xmp, channels], picture).toEqual([
      ...[undefined, undefined, undefined, undefined],
      1,
    ]);
  }
});

test('a view is drawn the same each time', async () => {
  const [one, other] = await Promise.all(
    ['', ''].map(() => drawView(spineOf('extrusion-l4'), 't2-axial L4/L5')),
  );
  expect(one!.equals(other!)).toBe(true);
});

test.each([
  ['extrusion-l4', 'L4/L5'],
  ['extrusion-l5', 'L5/S1'],
  ['neck-c5', 'C5/C6'],
] as const)('in the axial picture of %s the herniation lies on its side', async (name, level) => {
  const disc = spineOf(name).discs.find(each => each.name === level)!;
  const picture = sharp(path.join(folder, pictureOf(name, `t2-axial ${level}`)));
  const { data, info } = await picture
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixelsPerMm = info.width / (name === 'neck-c5' ? 84 : 128);
  const grey = (acrossMm: number, backMm: number) => {
    const [x, y] = [acrossMm, backMm].map(mm => Math.round(info.width / 2 + mm * pixelsPerMm));
    const square = [-2, -1, 0, 1, 2].flatMap(i => [-2, -1, 0, 1, 2].map(j => [x! + i, y! + j]));
    return square.reduce((sum, [i, j]) => sum + data[i! + info.width * j!]!, 0) / square.length;
  };
  const [tipX, tipY] = disc.displacement!.tipMm;
  const across = tipX - disc.posteriorMarginMm[0];
  const back = tipY - disc.posteriorMarginMm[1] - 2;
  expect(Math.sign(across)).toBe(disc.displacement!.side === 'left' ? 1 : -1);
  // What has come out is dark; fat and fluid on the other side are bright.
  expect(grey(-across, back) - grey(across, back)).toBeGreaterThan(40);
});
