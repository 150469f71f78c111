import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Spine, Vertebra } from '../truth/spine.ts';
import { csvOf } from './csv.ts';
import type { Layout, PlainView } from './layout.ts';
import { placeInto, writeInto } from './write-into.ts';

const bodies = ['L1', 'L2', 'L3', 'L4', 'L5'] as const;

/** BUU-LSPINE: a frontal and a lateral X-ray with a table of edges beside each. */
export const buuLayout: Layout = {
  name: 'buu',
  regions: ['lumbar'],
  async writeCase(root, { number, spine, views, save }) {
    const age = String(spine.ageYears).padStart(3, '0');
    const stem = `${String(number + 1).padStart(4, '0')}-${spine.sex}-${age}Y`;
    await save.plain(await placeInto(root, `AP/${stem}0.jpg`), 'ap');
    await writeInto(root, `AP/${stem}0.csv`, csvOf(frontalEdges(spine, views.ap)));
    await save.plain(await placeInto(root, `LA/${stem}1.jpg`), 'lateral');
    await writeInto(root, `LA/${stem}1.csv`, csvOf(lateralEdges(spine, views.lateral)));
    return {};
  },
  async writeTables() {},
};

/** From the patient's right, which the picture shows on its left. */
function frontalEdges(spine: Spine, view: PlainView) {
  return bodies.flatMap(level => {
    const { coronal } = vertebra(spine, level);
    const label = labelBelow(spine, level, ['left', 'right']);
    return [
      [...line(view, coronal.rightUpper, coronal.leftUpper), 0],
      [...line(view, coronal.rightLower, coronal.leftLower), label],
    ];
  });
}

/** From front to back; the sacrum has an upper edge alone. */
function lateralEdges(spine: Spine, view: PlainView) {
  const sacrum = vertebra(spine, 'S1').sagittal;
  return [
    ...bodies.flatMap(level => {
      const { sagittal } = vertebra(spine, level);
      const label = labelBelow(spine, level, ['anterior', 'posterior']);
      return [
        [...line(view, sagittal.anteriorUpper, sagittal.posteriorUpper), 0],
        [...line(view, sagittal.anteriorLower, sagittal.posteriorLower), label],
      ];
    }),
    [...line(view, sacrum.anteriorUpper, sacrum.posteriorUpper), 0],
  ];
}

function vertebra(spine: Spine, level: string): Vertebra {
  return spine.vertebrae.find(each => each.level === level)!;
}

/** A slip is marked at the lower edge of the vertebra that slipped; to the right with 2. */
function labelBelow(spine: Spine, level: string, directions: readonly string[]): number {
  const slip = spine.discs.find(({ levels }) => levels[0] === level)?.slip;
  if (!slip || !directions.includes(slip.direction)) return 0;
  return slip.direction === 'right' ? 2 : 1;
}

function line(view: PlainView, from: Vector, to: Vector): number[] {
  return [...view.toPixel(from), ...view.toPixel(to)].map(number => Math.round(number * 10) / 10);
}
