import type { FindingId } from '../../../spine/index.ts';
import type { PhantomFinding } from '../truth/finding.ts';
import type { Disc, Spine, Vertebra } from '../truth/spine.ts';

/** From here on it is a finding. What is drawn by chance stays well clear of these. */
export const thresholds = {
  narrowingPercent: 20,
  pfirrmann: 3,
  cobbDegrees: 10,
} as const;

const plain = { side: null, grade: null, size: null, pointMm: null } as const;

export function listFindings(spine: Omit<Spine, 'findings'>): PhantomFinding[] {
  const isShown = ({ levels }: PhantomFinding) =>
    levels.every(level => spine.shown.includes(level));
  const found = [
    ...spine.vertebrae.flatMap(ofVertebra),
    ...spine.discs.flatMap(ofDisc),
    ...ofCurves(spine),
  ].filter(isShown);
  return found.length > 0 ? found : [{ ...plain, finding: 'healthy', levels: [] }];
}

function ofVertebra(vertebra: Vertebra): PhantomFinding[] {
  const { level, collapse, osteophytes, screws, centreMm: pointMm } = vertebra;
  const found: PhantomFinding[] = [];
  const levels = [level];
  if (level === 'L6' || level === 'T13') {
    found.push({ ...plain, finding: 'supernumerary-vertebra', levels, grade: level, pointMm });
  }
  if (collapse) {
    const size = { value: collapse.lostPercent, unit: '%' } as const;
    found.push({
      ...plain,
      finding: 'vertebral-collapse',
      levels,
      grade: collapse.kind,
      size,
      pointMm,
    });
  }
  const largest = osteophytes.toSorted((a, b) => b.sizeMm - a.sizeMm)[0];
  if (largest) {
    const size = { value: largest.sizeMm, unit: 'mm' } as const;
    found.push({ ...plain, finding: 'osteophytes', levels, size, pointMm: largest.tipMm });
  }
  if (screws) found.push({ ...plain, finding: 'surgical-implant', levels, pointMm });
  return found;
}

function ofDisc(disc: Disc): PhantomFinding[] {
  const levels = [...disc.levels];
  const found: PhantomFinding[] = [];
  const add = (finding: FindingId, more: Partial<PhantomFinding> = {}) =>
    found.push({ ...plain, pointMm: disc.centreMm, ...more, finding, levels });
  const mm = (value: number) => ({ value, unit: 'mm' }) as const;
  const { displacement, intravertebral, slip } = disc;
  if (disc.pfirrmann >= thresholds.pfirrmann) {
    add('disc-degeneration', { grade: String(disc.pfirrmann) });
  }
  if (disc.narrowingPercent >= thresholds.narrowingPercent) {
    add('disc-space-narrowing', { size: { value: disc.narrowingPercent, unit: '%' } });
  }
  if (displacement) {
    const { kind, side, reachMm, tipMm } = displacement;
    add(`disc-${kind}`, { side, size: mm(reachMm), pointMm: tipMm });
  }
  if (intravertebral) {
    const { depthMm, pointMm } = intravertebral;
    add('intravertebral-herniation', { size: mm(depthMm), pointMm });
  }
  if (disc.modic > 0) add('modic-change', { grade: String(disc.modic) });
  if (disc.endplateChange.upper || disc.endplateChange.lower) add('endplate-change');
  if (slip) {
    const grade = slip.meyerding === null ? null : String(slip.meyerding);
    add('spondylolisthesis', { grade, size: mm(slip.distanceMm), side: sideOf(slip.direction) });
  }
  const { canal } = disc;
  if (canal.severity !== 'Normal/Mild') {
    const size = mm(canal.sagittalMm);
    add('canal-stenosis', { grade: canal.severity, size, pointMm: canal.centreMm });
  }
  for (const side of ['left', 'right'] as const) {
    const openings = {
      'foraminal-stenosis': disc.foramina,
      'subarticular-stenosis': disc.recesses,
    };
    for (const [finding, pair] of Object.entries(openings) as [FindingId, typeof disc.foramina][]) {
      const { severity, roomMm, centreMm } = pair[side];
      if (severity === 'Normal/Mild') continue;
      add(finding, { side, grade: severity, size: mm(roomMm), pointMm: centreMm });
    }
  }
  return found;
}

function sideOf(direction: string): 'left' | 'right' | null {
  return direction === 'left' || direction === 'right' ? direction : null;
}

function ofCurves({ curves, vertebrae, region }: Omit<Spine, 'findings'>): PhantomFinding[] {
  const found: PhantomFinding[] = [];
  const { scoliosis } = curves;
  if (scoliosis && scoliosis.cobbDegrees >= thresholds.cobbDegrees) {
    const apex = vertebrae.find(({ level }) => level === scoliosis.apex)!;
    const size = { value: scoliosis.cobbDegrees, unit: 'degrees' } as const;
    const about = { grade: 'scoliosis', side: scoliosis.convexTo, size, pointMm: apex.centreMm };
    found.push({ finding: 'other-lesion', levels: [scoliosis.apex], ...about });
  }
  if (region !== 'lumbar') {
    const finding = curveFindings[curves.cervical];
    const grade = curves.cervical.startsWith('sigmoid')
      ? curves.cervical.slice('sigmoid '.length)
      : null;
    if (finding) found.push({ ...plain, finding, grade, levels: [] });
  }
  return found;
}

const curveFindings: Record<Spine['curves']['cervical'], FindingId | null> = {
  lordotic: null,
  straight: 'cervical-straightening',
  'sigmoid type 1': 'cervical-sigmoid',
  'sigmoid type 2': 'cervical-sigmoid',
  kyphotic: 'cervical-kyphosis',
};
