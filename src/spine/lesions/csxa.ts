import type { LesionTerm } from './lesion-term.ts';

const plain = {
  dataset: 'csxa',
  column: 'Curvature',
  state: 'present',
  grade: null,
  side: null,
  note: null,
} as const;

/** CSXA gives every neck exactly one of five curves. */
export const csxaLesions = [
  {
    ...plain,
    value: '1',
    finding: 'cervical-lordosis',
    match: 'same',
    note: 'The usual curve; other abnormalities were not looked for.',
  },
  { ...plain, value: '2', finding: 'cervical-straightening', match: 'same' },
  { ...plain, value: '3', finding: 'cervical-sigmoid', match: 'narrower', grade: 'type 1' },
  { ...plain, value: '4', finding: 'cervical-sigmoid', match: 'narrower', grade: 'type 2' },
  { ...plain, value: '5', finding: 'cervical-kyphosis', match: 'same' },
] as const satisfies readonly LesionTerm[];
