import type { PhantomOptions, Spine } from '../../src/imaging/index.ts';
import { makeSpine } from '../../src/imaging/index.ts';

export type ViewName =
  | 'ap'
  | 'lateral'
  | 't1-sagittal'
  | 't2-sagittal'
  | 'ct-sagittal'
  /** Through the disc that is named behind it. */
  | `t2-axial ${string}`;

type Scene = { seed: number; options: PhantomOptions; views: readonly ViewName[] };

const loin = { region: 'lumbar', healthy: true, variant: 'none', scoliosis: null } as const;
const neck = { region: 'cervical', healthy: true, cervical: 'lordotic' } as const;
const whole = { ...loin, region: 'whole' } as const;

/** The invented spines behind the pictures of the sample benchmark, each sound but for what is
 *  named, so that a question has one answer. A scene that changes wants its pictures made anew. */
export const scenes = {
  'slip-l4': {
    seed: 411,
    options: {
      ...loin,
      ...{ ageYears: 63, sex: 'F' },
      discs: {
        'L4/L5': {
          ...{ pfirrmann: 4, narrowingPercent: 35, canal: 'Severe' },
          slip: { direction: 'anterior', distanceMm: 8 },
        },
      },
    },
    views: ['lateral', 't2-sagittal', 't2-axial L4/L5'],
  },
  'slip-l5': {
    seed: 412,
    options: {
      ...{ ...loin, ageYears: 29, sex: 'M' },
      discs: {
        'L5/S1': {
          ...{ pfirrmann: 4, narrowingPercent: 30 },
          slip: { direction: 'anterior', distanceMm: 14 },
        },
      },
    },
    views: ['lateral'],
  },
  'fracture-l1': {
    seed: 413,
    options: {
      ...{ ...loin, ageYears: 74, sex: 'F' },
      vertebrae: { L1: { collapse: { kind: 'wedge', lostPercent: 45 } } },
    },
    views: ['lateral', 'ct-sagittal', 't1-sagittal'],
  },
  'fracture-l3': {
    seed: 414,
    options: {
      ...{ ...loin, ageYears: 70, sex: 'F' },
      vertebrae: { L3: { collapse: { kind: 'crush', lostPercent: 50 } } },
    },
    views: ['lateral'],
  },
  'fractures-t12-l2': {
    seed: 415,
    options: {
      ...{ ...loin, ageYears: 79, sex: 'F' },
      vertebrae: {
        T12: { collapse: { kind: 'wedge', lostPercent: 50 } },
        L2: { collapse: { kind: 'wedge', lostPercent: 45 } },
      },
    },
    views: ['ct-sagittal'],
  },
  'stenosis-l3': {
    seed: 416,
    options: {
      ...{ ...loin, ageYears: 66, sex: 'M' },
      discs: { 'L3/L4': { pfirrmann: 4, canal: 'Severe' } },
    },
    views: ['t2-sagittal'],
  },
  'stenoses-l2-l4': {
    seed: 417,
    options: {
      ...{ ...loin, ageYears: 71, sex: 'M' },
      discs: {
        'L2/L3': { pfirrmann: 3, canal: 'Severe' },
        'L4/L5': { pfirrmann: 4, canal: 'Severe' },
      },
    },
    views: ['t2-sagittal'],
  },
  'extrusion-l5': {
    seed: 418,
    options: {
      ...{ ...loin, ageYears: 38, sex: 'M' },
      discs: {
        'L5/S1': {
          ...{ pfirrmann: 4, narrowingPercent: 25 },
          displacement: { kind: 'extrusion', side: 'left', reachMm: 9 },
          recesses: { left: 'Severe', right: 'Normal/Mild' },
        },
      },
    },
    views: ['t2-sagittal', 't2-axial L5/S1'],
  },
  'extrusion-l4': {
    seed: 419,
    options: {
      ...{ ...loin, ageYears: 44, sex: 'F' },
      discs: {
        'L4/L5': {
          pfirrmann: 4,
          displacement: { kind: 'extrusion', side: 'right', reachMm: 8.5 },
          recesses: { left: 'Normal/Mild', right: 'Severe' },
        },
      },
    },
    views: ['t2-axial L4/L5'],
  },
  'modic-l5': {
    seed: 420,
    options: {
      ...{ ...loin, ageYears: 46, sex: 'M' },
      discs: { 'L5/S1': { pfirrmann: 4, narrowingPercent: 35, modic: 1 } },
    },
    views: ['t1-sagittal', 't2-sagittal'],
  },
  'modic-l4': {
    seed: 421,
    options: {
      ...{ ...loin, ageYears: 58, sex: 'F' },
      discs: { 'L4/L5': { pfirrmann: 4, narrowingPercent: 35, modic: 2 } },
    },
    views: ['t1-sagittal', 't2-sagittal'],
  },
  'worn-l2': {
    seed: 422,
    options: {
      ...{ ...loin, ageYears: 40, sex: 'M' },
      discs: { 'L2/L3': { pfirrmann: 5, narrowingPercent: 60 } },
    },
    views: ['t2-sagittal'],
  },
  'worn-l3-l5': {
    seed: 423,
    options: {
      ...{ ...loin, ageYears: 42, sex: 'F' },
      discs: {
        'L3/L4': { pfirrmann: 5, narrowingPercent: 50 },
        'L5/S1': { pfirrmann: 5, narrowingPercent: 55 },
      },
    },
    views: ['t2-sagittal'],
  },
  'node-l2': {
    seed: 424,
    options: {
      ...{ ...loin, ageYears: 31, sex: 'M' },
      discs: { 'L2/L3': { intravertebral: { into: 'upper', depthMm: 7 } } },
    },
    views: ['t2-sagittal'],
  },
  'sound-loin': {
    seed: 425,
    options: { ...loin, ageYears: 27, sex: 'F' },
    views: ['t2-sagittal'],
  },
  'backslip-l2': {
    seed: 426,
    options: {
      ...{ ...loin, ageYears: 69, sex: 'M' },
      discs: {
        'L2/L3': {
          ...{ pfirrmann: 5, narrowingPercent: 50 },
          slip: { direction: 'posterior', distanceMm: 7 },
        },
      },
    },
    views: ['lateral'],
  },
  'screws-l4': {
    seed: 427,
    options: {
      ...{ ...loin, ageYears: 65, sex: 'F' },
      vertebrae: { L4: { screws: true }, L5: { screws: true } },
      discs: {
        'L3/L4': {
          ...{ pfirrmann: 4, narrowingPercent: 40 },
          slip: { direction: 'anterior', distanceMm: 7 },
        },
      },
    },
    views: ['lateral'],
  },
  'screws-l2': {
    seed: 428,
    options: {
      ...{ ...loin, ageYears: 57, sex: 'M' },
      vertebrae: { L2: { screws: true }, L3: { screws: true }, L4: { screws: true } },
    },
    views: ['ap'],
  },
  'six-lumbar': {
    seed: 429,
    options: { ...loin, variant: 'L6', ageYears: 33, sex: 'M' },
    views: ['ap'],
  },
  'curve-thoracic': {
    seed: 430,
    options: {
      ...{ ...whole, ageYears: 14, sex: 'F' },
      scoliosis: {
        ...{ cobbDegrees: 44, apex: 'T8', upperEnd: 'T5', lowerEnd: 'T11' },
        convexTo: 'right',
      },
    },
    views: ['ap', 'lateral'],
  },
  'curve-lumbar': {
    seed: 431,
    options: {
      ...{ ...loin, ageYears: 68, sex: 'F' },
      scoliosis: {
        ...{ cobbDegrees: 34, apex: 'L2', upperEnd: 'T12', lowerEnd: 'L4' },
        convexTo: 'left',
      },
      discs: { 'L3/L4': { pfirrmann: 5, narrowingPercent: 50, canal: 'Severe' } },
    },
    views: ['ap', 'lateral', 't2-sagittal'],
  },
  'neck-kyphotic': {
    seed: 432,
    options: { ...neck, ageYears: 52, sex: 'M', cervical: 'kyphotic' },
    views: ['lateral'],
  },
  'neck-straight': {
    seed: 433,
    options: { ...neck, ageYears: 35, sex: 'F', cervical: 'straight' },
    views: ['lateral'],
  },
  'neck-sigmoid': {
    seed: 434,
    options: { ...neck, ageYears: 41, sex: 'F', cervical: 'sigmoid type 1' },
    views: ['lateral'],
  },
  'neck-c5': {
    seed: 435,
    options: {
      ...{ ...neck, ageYears: 47, sex: 'M' },
      discs: {
        'C5/C6': {
          ...{ pfirrmann: 4, narrowingPercent: 40, canal: 'Moderate' },
          displacement: { kind: 'extrusion', side: 'right', reachMm: 6 },
          foramina: { left: 'Normal/Mild', right: 'Severe' },
        },
      },
    },
    views: ['lateral', 't2-sagittal', 't2-axial C5/C6'],
  },
  'neck-c4': {
    seed: 436,
    options: {
      ...{ ...neck, ageYears: 61, sex: 'F' },
      discs: { 'C4/C5': { pfirrmann: 4, narrowingPercent: 30, canal: 'Severe' } },
    },
    views: ['t2-sagittal'],
  },
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

export function spineOf(name: SceneName): Spine {
  const { seed, options } = scenes[name];
  return makeSpine(seed, options);
}

/** `pictures/slip-l4-t2-axial-l4-l5.jpg`, as the benchmark's file names it. */
export function pictureOf(name: SceneName, view: ViewName): string {
  return `pictures/${name}-${view.toLowerCase().replaceAll(/[ /]/g, '-')}.jpg`;
}
