import type { LesionTerm } from './lesion-term.ts';

const plain = { dataset: 'spark', grade: null, side: null, note: null } as const;

/** Spark names one or more kinds a point; an empty value says nothing. */
export const sparkLesions = [
  {
    ...plain,
    column: 'vertebra',
    value: 'v1',
    finding: 'vertebral-degeneration',
    match: 'same',
    state: 'absent',
    note: 'This vertebra is normal; that does not make the picture healthy.',
  },
  {
    ...plain,
    column: 'vertebra',
    value: 'v2',
    finding: 'vertebral-degeneration',
    match: 'same',
    state: 'present',
    note: 'Osteophytes, Modic and endplate changes are not told apart.',
  },
  {
    ...plain,
    column: 'disc',
    value: 'v1',
    finding: 'disc-displacement',
    match: 'narrower',
    state: 'absent',
    note: 'A normal disc: neither displaced nor, as far as the label goes, degenerate.',
  },
  { ...plain, column: 'disc', value: 'v2', finding: 'disc-bulge', match: 'same', state: 'present' },
  {
    ...plain,
    column: 'disc',
    value: 'v3',
    finding: 'disc-protrusion',
    match: 'same',
    state: 'present',
  },
  {
    ...plain,
    column: 'disc',
    value: 'v4',
    finding: 'disc-extrusion',
    match: 'same',
    state: 'present',
  },
  {
    ...plain,
    column: 'disc',
    value: 'v5',
    finding: 'intravertebral-herniation',
    match: 'same',
    state: 'present',
  },
] as const satisfies readonly LesionTerm[];
