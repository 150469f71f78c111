import type { LesionTerm } from './lesion-term.ts';

/** VerSe numbers vertebrae and no lesions; only its two supernumerary labels are findings. */
export const verseLesions = [
  {
    dataset: 'verse',
    column: 'label',
    value: '25',
    finding: 'supernumerary-vertebra',
    match: 'narrower',
    state: 'present',
    grade: 'L6',
    side: null,
    note: 'A sixth lumbar vertebra. The absence of this label is no finding.',
  },
  {
    dataset: 'verse',
    column: 'label',
    value: '28',
    finding: 'supernumerary-vertebra',
    match: 'narrower',
    state: 'present',
    grade: 'T13',
    side: null,
    note: 'A thirteenth thoracic vertebra. The absence of this label is no finding.',
  },
] as const satisfies readonly LesionTerm[];
