import type { Measure, Report } from '../../contracts/report/index.ts';
import type { ScoredDimensionId } from '../../spine/index.ts';

type DimensionText = {
  readonly text: string;
  /** Whether levels, sides and findings are what it is about. */
  readonly isPlaced: boolean;
};

/** What a reference says on each dimension. */
export function textsByDimension({
  imaging,
  diagnosis,
  treatment,
  risk,
  postoperative,
  rationale,
}: Report): [ScoredDimensionId, DimensionText][] {
  const findings = imaging.flatMap(study => study.findings);
  const { condition, steps, conclusion } = treatment.physician;
  const evidence = steps.map(step => step.evidence);
  const plain = (...parts: unknown[]) => ({ text: textOf(parts), isPlaced: false });
  return [
    ['imaging_report', { text: textOf(imaging), isPlaced: true }],
    ['diagnosis', { text: textOf(diagnosis), isPlaced: true }],
    ['patient_guidance', plain(treatment.patient)],
    ['evidence_based_plan', plain(condition, steps, conclusion)],
    [
      'technical_feasibility',
      plain(
        steps.map(({ decision }) => decision),
        conclusion,
      ),
    ],
    ['risk_prognosis', plain(risk, postoperative)],
    [
      'coverage',
      plain(
        rationale.summary,
        evidence,
        findings.map(({ finding }) => finding),
      ),
    ],
    ['relevance', plain(diagnosis.primary.diagnosis, diagnosis.correlation, rationale.summary)],
    ['granularity', plain(findings.map(({ levels, side, measures }) => [levels, side, measures]))],
    ['explanation', plain(diagnosis.correlation, evidence, rationale.summary)],
  ];
}

/** Values of a closed list, which a report says in the words of its language. */
const coded = ['modality', 'confidence', 'side'];

/** All that its author wrote within a value, one text a line. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).filter(isSaid).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  if ('kind' in value) return measureText(value as Measure);
  const written = Object.entries(value).filter(([key]) => !coded.includes(key));
  return textOf(written.map(([, part]) => part));
}

function isSaid(text: string): boolean {
  return text !== '';
}

function measureText(measure: Measure): string {
  const name = measure.name ?? '';
  if (measure.kind === 'grade') return `${name} ${measure.grade}`;
  const { value, to, unit } = measure;
  return [name, value, to, unit].filter(part => part !== null).join(' ');
}
