import { type ReportSectionId, reportSections } from '../../../spine/report-sections.ts';
import type { Language } from '../../../spine/term.ts';
import { type FieldId, fieldLabels } from './field-labels.ts';
import { foldLabel, labelForms } from './fold-label.ts';
import type { PartLabel } from './part-labels.ts';

export type SectionMatch = { section: ReportSectionId; language: Language };
export type FieldMatch = {
  field: FieldId;
  section: ReportSectionId;
  roams: boolean;
  language: Language;
};

const sectionsByName = new Map<string, ReportSectionId>();
for (const { id, en, zh, synonyms } of reportSections) {
  for (const name of [en, zh, ...synonyms.en, ...synonyms.zh])
    sectionsByName.set(foldLabel(name), id);
}

type Field = (typeof fieldLabels)[number];
const fieldsByName = new Map<string, Field>();
const fieldsByShortName = new Map<string, Field>();
for (const field of fieldLabels) {
  for (const name of [field.en, field.zh, ...field.also]) fieldsByName.set(foldLabel(name), field);
  for (const name of 'short' in field ? field.short : []) {
    fieldsByShortName.set(`${field.section} ${foldLabel(name)}`, field);
  }
}

// The order decides where a heading speaks of two things: the rarer word wins.
const sectionHints: readonly (readonly [ReportSectionId, RegExp])[] = [
  ['imaging', /diagnostic imaging|影像学?诊断报告/],
  ['rationale', /disclaim|rationale|reasoning|免责|诊断依据|推理|理论依据/],
  ['postoperative', /postoperativ|postop|perioperativ|after surgery|术后|围手术/],
  ['risk', /\brisk|prognos|风险|预后/],
  ['diagnosis', /diagnos|impression|诊断/],
  ['treatment', /treat|therap|management|recommend|surgical plan|治疗|手术方案|手术计划|诊疗/],
  ['imaging', /imaging|radiolog|radiograph|影像|放射/],
];

/** The section that a label names, as some dictionary has it. */
export function matchSection(raw: string): SectionMatch | null {
  for (const form of labelForms(raw)) {
    const section = sectionsByName.get(form);
    if (section !== undefined) return { section, language: languageOf(form) };
  }
  return null;
}

/** The section that a heading seems to speak of, when no dictionary has it. */
export function hintSection(raw: string): SectionMatch | null {
  const [form] = labelForms(raw);
  if (form === undefined) return null;
  const hint = sectionHints.find(([, pattern]) => pattern.test(form));
  return hint === undefined ? null : { section: hint[0], language: languageOf(form) };
}

/** The field that a label names, in this section if it can be. */
export function matchField(raw: string, section: ReportSectionId | null): FieldMatch | null {
  let elsewhere: FieldMatch | null = null;
  for (const form of labelForms(raw)) {
    const field = fieldsByName.get(form) ?? fieldsByShortName.get(`${section} ${form}`);
    if (field?.section === section) return toMatch(field, form);
    if (field !== undefined) elsewhere ??= toMatch(field, form);
  }
  return elsewhere;
}

/** The field of this section that a heading seems to speak of, when no dictionary has it. */
export function hintField(raw: string, section: ReportSectionId): FieldMatch | null {
  const [form] = labelForms(raw);
  if (form === undefined) return null;
  const field = fieldLabels.find(each => each.section === section && each.hint.test(form));
  return field === undefined ? null : toMatch(field, form);
}

const asides = new Set(
  ['task', 'instruction', 'note to model', '任务', '要求', '指令'].map(foldLabel),
);
const columnHeads = new Set(
  'item|aspect|category|phase|stage|diagnostic tier|tier|field|parameter|section|element|output|assessment|content|details|description|recommendations|evaluation|explanation|项目|内容|类别|阶段|评估|说明|要点|建议|维度|输出|描述|诊断层级|分类'
    .split('|')
    .map(foldLabel),
);

/** A line of the prompt that a model says back. */
export function isAside(label: string): boolean {
  return labelForms(label).some(form => asides.has(form));
}

/** Whether a row only says what a table of labels and texts has in its columns. */
export function isColumnHeads(row: readonly string[]): boolean {
  return (
    row.length > 1 &&
    row.length < 6 &&
    row.every(cell => labelForms(cell).some(form => columnHeads.has(form)))
  );
}

/** A matcher for the parts of a finding, a differential, a step or an issue. */
export type PartMatcher<Id extends string> = {
  /** The part that a label names. */
  readonly match: (raw: string) => Id | null;
  /** The part that a column's head names, or else seems to speak of. */
  readonly guess: (raw: string) => Id | null;
};

export function createPartMatcher<Id extends string>(
  parts: readonly (PartLabel & { readonly id: Id })[],
): PartMatcher<Id> {
  const byName = new Map<string, Id>();
  for (const { id, en, zh, also } of parts) {
    for (const name of [en, zh, ...also]) byName.set(foldLabel(name), id);
  }
  const match = (raw: string) => {
    for (const form of labelForms(raw)) {
      const id = byName.get(form);
      if (id !== undefined) return id;
    }
    return null;
  };
  const hint = (raw: string) => {
    const [form] = labelForms(raw);
    return (form !== undefined && parts.find(part => part.hint.test(form))?.id) || null;
  };
  return { match, guess: raw => match(raw) ?? hint(raw) };
}

function toMatch(field: Field, form: string): FieldMatch {
  return {
    field: field.id,
    section: field.section,
    roams: field.roams,
    language: languageOf(form),
  };
}

function languageOf(form: string): Language {
  return /\p{Script=Han}/u.test(form) ? 'zh' : 'en';
}
