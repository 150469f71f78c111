import type { Level } from '../../../spine/index.ts';
import type { Spine } from '../truth/spine.ts';
import { csvOf, rowsOf } from './csv.ts';
import type { Layout, MaskValue } from './layout.ts';
import { placeInto, writeInto } from './write-into.ts';

const overviewColumns = ['new_file_name', 'subset', 'sex', 'num_vertebrae', 'num_discs'];
const gradingColumns = [
  ...['Patient', 'IVD label', 'Modic', 'UP endplate', 'LOW endplate', 'Spondylolisthesis'],
  ...['Disc herniation', 'Disc narrowing', 'Disc bulging', 'Pfirrman grade'],
];

/** SPIDER: series and masks as MetaImage, vertebrae and discs numbered from the bottom. */
export const spiderLayout: Layout = {
  name: 'spider',
  regions: ['lumbar'],
  async writeCase(root, { number, spine, save }) {
    const patient = number + 1;
    const subset = number % 5 === 4 ? 'validation' : 'training';
    // Not every patient has all series.
    const series = number % 3 === 2 ? (['t2'] as const) : (['t1', 't2'] as const);
    const value = maskValue(spine);
    for (const what of series) {
      await save.metaImage(await placeInto(root, `images/${patient}_${what}.mha`), what);
      const mask = await placeInto(root, `masks/${patient}_${what}.mha`);
      await save.metaImageMask(mask, what, value);
    }
    const bodies = spine.shown.filter(level => level !== 'S1').length;
    return {
      overview: series.map(what => [`${patient}_${what}`, subset, spine.sex, bodies, bodies]),
      gradings: gradingsOf(spine).map(row => [patient, ...row]),
    };
  },
  async writeTables(root, rows) {
    await writeInto(root, 'overview.csv', csvOf([overviewColumns, ...rowsOf(rows, 'overview')]));
    const gradings = csvOf([gradingColumns, ...rowsOf(rows, 'gradings')]);
    await writeInto(root, 'radiological_gradings.csv', gradings);
  },
};

/** From the bottom; the lowest that stands above the sacrum is 1, whatever it is called. */
function numbers(spine: Spine): Map<Level, number> {
  const above = spine.vertebrae.map(({ level }) => level).filter(level => level !== 'S1');
  return new Map(above.reverse().map((level, at) => [level, at + 1]));
}

function maskValue(spine: Spine): MaskValue {
  const numbered = numbers(spine);
  return structure => {
    if (structure.kind === 'canal') return 100;
    const level = structure.kind === 'disc' ? structure.levels[0] : structure.level;
    const number = numbered.get(level);
    if (number === undefined) return 0;
    if (structure.kind === 'disc') return 200 + number;
    return spine.shown.includes(level) ? number : 100 + number;
  };
}

function gradingsOf(spine: Spine): number[][] {
  const numbered = numbers(spine);
  const shown = spine.discs.filter(({ levels }) =>
    levels.every(each => spine.shown.includes(each)),
  );
  return shown.reverse().map(disc => {
    const { displacement, endplateChange, slip } = disc;
    const isHernia = displacement?.kind === 'protrusion' || displacement?.kind === 'extrusion';
    return [
      numbered.get(disc.levels[0])!,
      disc.modic,
      Number(endplateChange.upper),
      Number(endplateChange.lower),
      Number(slip !== null),
      Number(isHernia),
      Number(disc.narrowingPercent >= 20),
      Number(displacement?.kind === 'bulge'),
      disc.pfirrmann,
    ];
  });
}
