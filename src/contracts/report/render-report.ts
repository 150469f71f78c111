import { findModality } from '../../spine/modalities.ts';
import { type ReportSectionId, reportSections } from '../../spine/report-sections.ts';
import type { Language } from '../../spine/term.ts';
import { type FieldId, fieldLabels } from './labels/field-labels.ts';
import {
  differentialParts,
  imagingParts,
  issueParts,
  type PartLabel,
  stepParts,
} from './labels/part-labels.ts';
import { classifyLine } from './markdown/tokenise.ts';
import { readMeasures } from './reading/measures.ts';
import { readLevelNames } from './reading/read-levels.ts';
import { readStudyHeading } from './reading/read-study-heading.ts';
import type { Confidence, ImagingFinding, ImagingStudy, Measure, Report, Side } from './schema.ts';
import {
  encodeAll,
  hasLabel,
  writeCell,
  writeItem,
  writeProse,
  writeText,
  writeWith,
} from './write-text.ts';

const numerals = {
  en: ['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.'],
  zh: ['一、', '二、', '三、', '四、', '五、', '六、'],
} as const;
const titles = { en: 'Spine report', zh: '脊柱报告' } as const;
const none = { en: 'None', zh: '无' } as const;
const empty = '—';

const sides: Readonly<Record<Side, Readonly<Record<Language, string>>>> = {
  left: { en: 'left', zh: '左侧' },
  right: { en: 'right', zh: '右侧' },
  bilateral: { en: 'bilateral', zh: '双侧' },
  central: { en: 'central', zh: '中央' },
};

const confidences: Readonly<Record<Confidence, Readonly<Record<Language, string>>>> = {
  high: { en: 'high', zh: '高' },
  moderate: { en: 'moderate', zh: '中' },
  low: { en: 'low', zh: '低' },
};

/**
 * A report as Markdown with its labels in the language. Its texts stay in theirs. Reading it back
 * with `parseReport` gives the same report, whatever its texts hold.
 */
export function renderReport(report: Report, language: Language): string {
  const { imaging, diagnosis, treatment, risk, postoperative, rationale } = report;
  const field = (id: FieldId, depth: 3 | 4) =>
    `${'#'.repeat(depth)} ${nameOf(fieldLabels, id, language)}`;
  const heads = (parts: readonly PartLabel[], ids: readonly string[]) =>
    ids.map(id => nameOf(parts, id, language));
  const blocks = [
    `# ${titles[language]}`,
    heading('imaging', language),
    ...imaging.flatMap(study => [
      studyHeading(study, language),
      table(
        heads(imagingParts, ['finding', 'levels', 'side', 'measures', 'meaning']),
        study.findings.map(finding => findingRow(finding, language)),
      ),
    ]),
    heading('diagnosis', language),
    field('diagnosis.primary', 3),
    writeProse(diagnosis.primary.diagnosis),
    `**${nameOf(fieldLabels, 'diagnosis.confidence', language)}${colon(language)}** ${confidences[diagnosis.primary.confidence][language]}`,
    field('diagnosis.correlation', 3),
    writeProse(diagnosis.correlation),
    field('diagnosis.secondary', 3),
    list(diagnosis.secondary, language),
    field('diagnosis.differentials', 3),
    table(
      heads(differentialParts, ['diagnosis', 'reasoning']),
      diagnosis.differentials.map(item => [item.diagnosis, item.reasoning].map(writeCell)),
    ) || none[language],
    heading('treatment', language),
    field('treatment.patient', 3),
    ...(['conservative', 'necessity', 'plan', 'recovery'] as const).flatMap(key => [
      field(`treatment.patient.${key}`, 4),
      writeProse(treatment.patient[key]),
    ]),
    field('treatment.physician', 3),
    field('treatment.physician.condition', 4),
    writeProse(treatment.physician.condition),
    field('treatment.physician.steps', 4),
    table(
      heads(stepParts, ['question', 'evidence', 'decision']),
      treatment.physician.steps.map(step =>
        [step.question, step.evidence, step.decision].map(writeCell),
      ),
    ),
    field('treatment.physician.conclusion', 4),
    writeProse(treatment.physician.conclusion),
    heading('risk', language),
    field('risk.risks', 3),
    list(risk.risks, language),
    field('risk.prognosis', 3),
    writeProse(risk.prognosis),
    field('risk.redFlags', 3),
    list(risk.redFlags, language),
    heading('postoperative', language),
    table(
      heads(issueParts, ['issue', 'strategy', 'redFlag']),
      postoperative.map(item => [item.issue, item.strategy, item.redFlag].map(writeCell)),
    ) || none[language],
    heading('rationale', language),
    field('rationale.summary', 3),
    writeProse(rationale.summary),
    field('rationale.disclaimer', 3),
    writeProse(rationale.disclaimer),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function nameOf(
  terms: readonly { id: string; en: string; zh: string }[],
  id: string,
  language: Language,
): string {
  const term = terms.find(each => each.id === id);
  if (term === undefined) throw new Error(`no label ${id}`);
  return term[language];
}

function heading(id: ReportSectionId, language: Language): string {
  const at = reportSections.findIndex(section => section.id === id);
  const space = language === 'en' ? ' ' : '';
  return `## ${numerals[language][at]}${space}${reportSections[at]![language]}`;
}

function colon(language: Language): string {
  return language === 'en' ? ':' : '：';
}

function studyHeading({ modality, study }: ImagingStudy, language: Language): string {
  const name = findModality(modality)![language];
  if (study === null) return `### ${name}`;
  const start = `### ${name}${colon(language)}${language === 'en' ? ' ' : ''}`;
  return start + writeText(study, '<br>', raw => readStudyName(start + raw, modality));
}

/** The study's name, unless its heading would be taken for something else. */
function readStudyName(line: string, modality: ImagingStudy['modality']): string | undefined {
  const token = classifyLine(line);
  if (token.kind !== 'heading') return undefined;
  const { raw } = token;
  const read = readStudyHeading(raw);
  return !hasLabel(raw) && read.modality === modality ? (read.study ?? undefined) : undefined;
}

function findingRow(finding: ImagingFinding, language: Language): string[] {
  return [
    writeCell(finding.finding),
    writeLevels(finding.levels),
    finding.side === null ? empty : sides[finding.side][language],
    writeMeasures(finding.measures),
    writeCell(finding.meaning),
  ];
}

function writeLevels(levels: readonly string[]): string {
  if (levels.length === 0) return empty;
  return writeWith(
    write => levels.map(write).join(', '),
    raw => isSame(readLevelNames(raw), levels),
  );
}

function writeMeasures(measures: readonly Measure[]): string {
  if (measures.length === 0) return empty;
  const each = measures
    .map(measure =>
      writeWith(
        write => writeMeasure(measure, write),
        raw => isSame(readMeasures(raw), [measure]),
      ),
    )
    .join('; ');
  if (isSame(readMeasures(each), measures)) return each;
  return measures.map(measure => writeMeasure(measure, encodeAll)).join('; ');
}

function writeMeasure(measure: Measure, write: (text: string) => string): string {
  const name = measure.name === null ? '' : `${write(measure.name)}: `;
  if (measure.kind === 'grade') return name + write(measure.grade);
  const { relation, value, to, unit } = measure;
  const numbers = to === null ? digits(value) : `${digits(value)}–${digits(to)}`;
  return `${name}${relation === '=' ? '' : relation}${numbers}${unit === null ? '' : ` ${write(unit)}`}`;
}

/** Zero has a sign, which its usual text loses. */
function digits(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(items: readonly string[], language: Language): string {
  return items.length === 0 ? none[language] : items.map(item => `- ${writeItem(item)}`).join('\n');
}
