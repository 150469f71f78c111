import type { PhantomFinding, Spine } from '../../src/imaging/index.ts';
import { type FindingId, nameDisc, readLevels } from '../../src/spine/index.ts';

/** Whether an option is true of the spine that its question shows. */
type Truth = (option: string, spine: Spine) => boolean;

const levelsIn = (option: string) => readLevels(option).map(({ name }) => name);
const sideIn = (option: string) =>
  /\bright\b|右/i.test(option) ? 'right' : /\bleft\b|左/i.test(option) ? 'left' : null;
const gradeIn = (option: string) => /(?:type |Modic )(\d)/.exec(option)?.[1] ?? null;
const nameOf = ({ levels: [first, second] }: PhantomFinding) =>
  second ? nameDisc(first!, second) : first!;
const foundIn = (spine: Spine, finding: FindingId) =>
  spine.findings.filter(found => found.finding === finding);

/** The option names where the spine has the finding. */
const at =
  (finding: FindingId): Truth =>
  (option, spine) =>
    foundIn(spine, finding).some(found => levelsIn(option).includes(nameOf(found)));

/** The option names the side, and the root that a herniation meets: it bears the number of the
 *  lower vertebra, in the loin because it comes down past the disc, in the neck because roots
 *  leave above their vertebra. */
const rootOf: Truth = (option, spine) => {
  const [herniation] = foundIn(spine, 'disc-extrusion');
  return levelsIn(option)[0] === herniation!.levels[1] && sideIn(option) === herniation!.side;
};

const marrow: Truth = (option, spine) => {
  const [change] = foundIn(spine, 'modic-change');
  return levelsIn(option)[0] === nameOf(change!) && gradeIn(option) === change!.grade;
};

const curve: Truth = (option, { curves: { scoliosis } }) =>
  levelsIn(option)[0] === scoliosis!.apex && sideIn(option) === scoliosis!.convexTo;

const neckCurve =
  (names: Record<Spine['curves']['cervical'], RegExp>): Truth =>
  (option, { curves: { cervical } }) =>
    names[cervical].test(option);
const sigmoid = /^S/;

const screws =
  (together: boolean): Truth =>
  (option, { vertebrae }) => {
    const screwed = vertebrae.flatMap(({ level, screws }) => (screws ? [level] : []));
    const said = levelsIn(option);
    return together ? said.join() === screwed.join() : screwed.includes(said[0] as never);
  };

const slip: Truth = (option, { discs }) => {
  const slipped = discs.find(({ slip }) => slip !== null)!;
  const forward = /向前|前滑脱|forward/.test(option);
  const backward = /向后|后滑脱|backward/.test(option);
  const direction = slipped.slip!.direction;
  return (
    levelsIn(option).join() === slipped.name &&
    ((forward && direction === 'anterior') || (backward && direction === 'posterior'))
  );
};

const roman = ['', 'I', 'II', 'III', 'IV'];

/** By item: the questions whose answer the phantom knows. */
export const truths: Readonly<Record<string, Truth>> = {
  'sample-en-p01': at('spondylolisthesis'),
  'sample-en-p02': (option, { discs }) =>
    option === `Grade ${roman[discs.find(({ slip }) => slip)!.slip!.meyerding!]}`,
  'sample-en-p03': at('vertebral-collapse'),
  'sample-en-p04': at('vertebral-collapse'),
  'sample-en-p05': at('canal-stenosis'),
  'sample-en-p06': rootOf,
  'sample-en-p07': at('disc-space-narrowing'),
  'sample-en-p08': marrow,
  'sample-en-p09': rootOf,
  'sample-en-p10': neckCurve({
    ...{ lordotic: /^Lordotic$/, straight: /^Straight/, kyphotic: /^Kyphotic/ },
    ...{ 'sigmoid type 1': sigmoid, 'sigmoid type 2': sigmoid },
  }),
  'sample-en-p11': curve,
  'sample-en-p12': screws(true),
  'sample-en-p13': curve,
  'sample-en-p14': (option, { findings: [first] }) =>
    /^No disc/.test(option) === (first!.finding === 'healthy'),
  'sample-zh-p01': at('spondylolisthesis'),
  'sample-zh-p02': slip,
  'sample-zh-p03': at('vertebral-collapse'),
  'sample-zh-p04': at('canal-stenosis'),
  'sample-zh-p05': rootOf,
  'sample-zh-p06': at('disc-space-narrowing'),
  'sample-zh-p07': marrow,
  'sample-zh-p08': (option, { discs }) => {
    const disc = discs.find(({ intravertebral }) => intravertebral !== null)!;
    const into = disc.intravertebral!.into;
    const plate = into === 'upper' ? '下终板' : '上终板';
    const level = into === 'upper' ? disc.levels[0] : disc.levels[1];
    return levelsIn(option)[0] === level && option.includes(plate);
  },
  'sample-zh-p09': at('canal-stenosis'),
  'sample-zh-p10': neckCurve({
    ...{ lordotic: /前凸/, straight: /变直/, kyphotic: /后凸/ },
    ...{ 'sigmoid type 1': sigmoid, 'sigmoid type 2': sigmoid },
  }),
  'sample-zh-p11': neckCurve({
    ...{ lordotic: /前凸/, straight: /变直/, kyphotic: /后凸/ },
    ...{ 'sigmoid type 1': sigmoid, 'sigmoid type 2': sigmoid },
  }),
  'sample-zh-p12': (option, { curves: { scoliosis } }) =>
    Math.abs(Number.parseInt(option, 10) - scoliosis!.cobbDegrees) < 3,
  'sample-zh-p13': (option, { vertebrae }) =>
    option === `${vertebrae.filter(({ level }) => level.startsWith('L')).length}个`,
  'sample-zh-p14': screws(false),
  'sample-zh-p15': slip,
};
