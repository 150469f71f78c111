import { createFinder } from './find-term.ts';
import type { ReportSectionId } from './report-sections.ts';
import type { Term } from './term.ts';

/**
 * A report has six sections but is scored in five: risk and post-operative issues count together.
 * `covers` says which sections of the report a scored section looks at.
 */
export const scoredSections = [
  {
    id: 'structured_imaging_report',
    abbreviation: 'SIP',
    covers: ['imaging'],
    en: 'Structured Imaging Report',
    zh: '结构化影像报告',
    definition: 'Is what the images show described rightly, measured, and given its meaning?',
    synonyms: { en: ['SIP', 'SIR'], zh: ['影像报告部分'] },
  },
  {
    id: 'ai_assisted_diagnosis',
    abbreviation: 'AAD',
    covers: ['diagnosis'],
    en: 'AI-Assisted Diagnosis',
    zh: 'AI辅助诊断',
    definition: 'Is the main diagnosis right, and are the others named or ruled out?',
    synonyms: { en: ['AAD'], zh: ['辅助诊断'] },
  },
  {
    id: 'treatment_recommendations',
    abbreviation: 'TR',
    covers: ['treatment'],
    en: 'Treatment Recommendations',
    zh: '治疗建议',
    definition: 'Can the patient follow it, does evidence carry it, can it be done?',
    synonyms: { en: ['TR'], zh: ['治疗推荐'] },
  },
  {
    id: 'risk_prognosis_management',
    abbreviation: 'RPM',
    covers: ['risk', 'postoperative'],
    en: 'Risk & Prognosis Management',
    zh: '风险与预后管理',
    definition: 'Are the dangers before, during and after the operation foreseen and met?',
    synonyms: { en: ['RPM'], zh: ['风险预后管理'] },
  },
  {
    id: 'reasoning_disclaimer',
    abbreviation: 'RD',
    covers: ['rationale'],
    en: 'Reasoning & Disclaimer',
    zh: '推理与免责声明',
    definition: 'Does the reasoning hold the evidence together, and to the point?',
    synonyms: { en: ['RD'], zh: ['推理与声明'] },
  },
] as const satisfies readonly (Term & {
  readonly abbreviation: string;
  readonly covers: readonly ReportSectionId[];
})[];

export type ScoredSection = (typeof scoredSections)[number];
export type ScoredSectionId = ScoredSection['id'];

/** The ten dimensions of a report's score, 1 to 5 each, in the order of the published tables. */
export const scoredDimensions = [
  {
    id: 'imaging_report',
    abbreviation: 'IR',
    section: 'structured_imaging_report',
    en: 'Imaging Report',
    zh: '影像报告',
    definition: 'Findings are right, quantified, and their clinical meaning is explained.',
    synonyms: { en: ['IR'], zh: ['影像学报告'] },
  },
  {
    id: 'diagnosis',
    abbreviation: 'DGN',
    section: 'ai_assisted_diagnosis',
    en: 'Diagnosis',
    zh: '诊断',
    definition: 'The main diagnosis is right; secondary and differential ones are reasoned.',
    synonyms: { en: ['DGN'], zh: ['诊断准确性'] },
  },
  {
    id: 'patient_guidance',
    abbreviation: 'PG',
    section: 'treatment_recommendations',
    en: 'Patient Guidance',
    zh: '患者指导',
    definition: 'A patient understands it, trusts it and is not frightened without cause.',
    synonyms: { en: ['PG', 'Patient-oriented advice'], zh: ['患者建议', '患者教育'] },
  },
  {
    id: 'evidence_based_plan',
    abbreviation: 'EBP',
    section: 'treatment_recommendations',
    en: 'Evidence-Based Plan',
    zh: '循证方案',
    definition: 'The plan has reasons, fits this patient and agrees with guidelines.',
    synonyms: { en: ['EBP'], zh: ['循证治疗方案', '循证计划'] },
  },
  {
    id: 'technical_feasibility',
    abbreviation: 'TF',
    section: 'treatment_recommendations',
    en: 'Technical Feasibility',
    zh: '技术可行性',
    definition: 'The operation is described so that it could be done, with a way out if it fails.',
    synonyms: { en: ['TF'], zh: ['手术可行性'] },
  },
  {
    id: 'risk_prognosis',
    abbreviation: 'RPM',
    section: 'risk_prognosis_management',
    en: 'Risk Prognosis Management',
    zh: '风险与预后管理',
    definition: 'Risks, follow-up and safety around the operation are planned.',
    synonyms: {
      en: ['RPM', 'Risk-Prognosis Mgmt', 'Risk and Prognosis Management', 'Risk Prognosis'],
      zh: ['风险预后', '风险预后管理'],
    },
  },
  {
    id: 'coverage',
    abbreviation: 'COV',
    section: 'reasoning_disclaimer',
    en: 'Coverage',
    zh: '覆盖度',
    definition: 'No key evidence is left out of the reasoning.',
    synonyms: { en: ['COV'], zh: ['完整性', '覆盖性'] },
  },
  {
    id: 'relevance',
    abbreviation: 'REL',
    section: 'reasoning_disclaimer',
    en: 'Relevance',
    zh: '相关性',
    definition: 'Nothing beside the point.',
    synonyms: { en: ['REL'], zh: ['切题性'] },
  },
  {
    id: 'granularity',
    abbreviation: 'GRA',
    section: 'reasoning_disclaimer',
    en: 'Granularity',
    zh: '粒度',
    definition: 'As exact as the evidence allows, in numbers where there are numbers.',
    synonyms: { en: ['GRA'], zh: ['精细度', '细粒度'] },
  },
  {
    id: 'explanation',
    abbreviation: 'EXP',
    section: 'reasoning_disclaimer',
    en: 'Explanation',
    zh: '可解释性',
    definition: 'Each step follows from the one before.',
    synonyms: { en: ['EXP', 'Interpretability'], zh: ['解释性', '解释'] },
  },
] as const satisfies readonly (Term & {
  readonly abbreviation: string;
  readonly section: ScoredSectionId;
})[];

export type ScoredDimension = (typeof scoredDimensions)[number];
export type ScoredDimensionId = ScoredDimension['id'];

export const findScoredSection = createFinder<ScoredSection>(scoredSections);
export const findScoredDimension = createFinder<ScoredDimension>(scoredDimensions);
