import type { LesionTerm } from './lesion-term.ts';

const plain = {
  dataset: 'buu',
  column: 'label',
  finding: 'spondylolisthesis',
  grade: null,
  side: null,
} as const;

/** BUU marks an edge; `*` stands for every other integer, whose meaning its owners do not state. */
export const buuLesions = [
  {
    ...plain,
    value: '0',
    match: 'same',
    state: 'absent',
    note: 'No slip here; other diseases were not looked for.',
  },
  { ...plain, value: '1', match: 'same', state: 'present', note: null },
  {
    ...plain,
    value: '*',
    match: 'related',
    state: 'unstated',
    note: 'Seen in use for a slip to the left or right; not documented.',
  },
] as const satisfies readonly LesionTerm[];
