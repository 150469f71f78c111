import type { LesionTerm } from './lesion-term.ts';

const plain = {
  dataset: 'vindr',
  column: 'lesion_type',
  match: 'same',
  state: 'present',
  grade: null,
  side: null,
  note: null,
} as const;

export const vindrLesions = [
  { ...plain, value: 'Osteophytes', finding: 'osteophytes' },
  { ...plain, value: 'Disc space narrowing', finding: 'disc-space-narrowing' },
  { ...plain, value: 'Foraminal stenosis', finding: 'foraminal-stenosis' },
  { ...plain, value: 'Vertebral collapse', finding: 'vertebral-collapse' },
  { ...plain, value: 'Spondylolysthesis', finding: 'spondylolisthesis' },
  { ...plain, value: 'Surgical implant', finding: 'surgical-implant' },
  {
    ...plain,
    value: 'Other lesions',
    finding: 'other-lesion',
    match: 'related',
    note: 'Whatever is outside this list; another list has another outside.',
  },
  {
    ...plain,
    value: 'No finding',
    finding: 'healthy',
    match: 'broader',
    note: 'None of the seven labels above; what they do not name was not looked for.',
  },
] as const satisfies readonly LesionTerm[];
