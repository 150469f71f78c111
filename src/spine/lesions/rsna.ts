import type { FindingId } from '../findings.ts';
import type { LesionTerm } from './lesion-term.ts';

type Condition = {
  readonly column: string;
  readonly condition: string;
  readonly finding: FindingId;
  readonly side: 'left' | 'right' | null;
};

/** The five conditions: `column` without its level in train.csv, `condition` in the coordinates. */
const conditions = [
  {
    column: 'spinal_canal_stenosis',
    condition: 'Spinal Canal Stenosis',
    finding: 'canal-stenosis',
    side: null,
  },
  {
    column: 'left_neural_foraminal_narrowing',
    condition: 'Left Neural Foraminal Narrowing',
    finding: 'foraminal-stenosis',
    side: 'left',
  },
  {
    column: 'right_neural_foraminal_narrowing',
    condition: 'Right Neural Foraminal Narrowing',
    finding: 'foraminal-stenosis',
    side: 'right',
  },
  {
    column: 'left_subarticular_stenosis',
    condition: 'Left Subarticular Stenosis',
    finding: 'subarticular-stenosis',
    side: 'left',
  },
  {
    column: 'right_subarticular_stenosis',
    condition: 'Right Subarticular Stenosis',
    finding: 'subarticular-stenosis',
    side: 'right',
  },
] as const satisfies readonly Condition[];

function termsOf({ column, condition, finding, side }: Condition): LesionTerm[] {
  const plain = { dataset: 'rsna', finding, side, grade: null, note: null } as const;
  return [
    {
      ...plain,
      column,
      value: 'Normal/Mild',
      match: 'related',
      state: 'unstated',
      grade: 'normal or mild',
      note: 'Absence and mild narrowing share this label; it may not be read as normal.',
    },
    { ...plain, column, value: 'Moderate', match: 'narrower', state: 'present', grade: 'moderate' },
    { ...plain, column, value: 'Severe', match: 'narrower', state: 'present', grade: 'severe' },
    {
      ...plain,
      column: 'condition',
      value: condition,
      match: 'related',
      state: 'unstated',
      note: 'The place where the condition was graded, whatever the grade.',
    },
  ];
}

export const rsnaLesions: readonly LesionTerm[] = conditions.flatMap(termsOf);
