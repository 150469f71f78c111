import { z } from 'zod';
import { imagingModalityIds } from '../../spine/modalities.ts';

/** Any text that says something. It is plain text: rendering adds the Markdown. */
const text = z.string().regex(/\S/, 'must not be blank');

const quantitySchema = z.strictObject({
  kind: z.literal('quantity'),
  name: text.nullable(),
  relation: z.enum(['=', '<', '>', '≤', '≥', '≈']),
  value: z.number(),
  /** The upper end where a range was given. */
  to: z.number().nullable(),
  /** As written; null for a bare number such as a T-score. */
  unit: text.nullable(),
});

/** A measure that is a word or a class, such as Pfirrmann IV. */
const gradeSchema = z.strictObject({
  kind: z.literal('grade'),
  name: text.nullable(),
  grade: text,
});

const measureSchema = z.discriminatedUnion('kind', [quantitySchema, gradeSchema]);

const sideSchema = z.enum(['left', 'right', 'bilateral', 'central']);

const imagingFindingSchema = z.strictObject({
  finding: text,
  /** Names such as L4/L5, where they are stated apart from the finding's own words. */
  levels: z.array(text),
  side: sideSchema.nullable(),
  measures: z.array(measureSchema),
  meaning: text,
});

const imagingStudySchema = z.strictObject({
  modality: z.enum(imagingModalityIds),
  /** What else the report calls the study: region, view, sequence. */
  study: text.nullable(),
  findings: z.array(imagingFindingSchema).min(1),
});

const confidenceSchema = z.enum(['high', 'moderate', 'low']);

const diagnosisSchema = z.strictObject({
  primary: z.strictObject({ diagnosis: text, confidence: confidenceSchema }),
  correlation: text,
  secondary: z.array(text),
  differentials: z.array(z.strictObject({ diagnosis: text, reasoning: text })),
});

const decisionStepSchema = z.strictObject({
  question: text,
  evidence: text,
  decision: text,
});

const treatmentSchema = z.strictObject({
  patient: z.strictObject({ conservative: text, necessity: text, plan: text, recovery: text }),
  physician: z.strictObject({
    condition: text,
    steps: z.array(decisionStepSchema).min(1),
    conclusion: text,
  }),
});

const riskSchema = z.strictObject({
  risks: z.array(text),
  prognosis: text,
  redFlags: z.array(text).min(1),
});

const postoperativeIssueSchema = z.strictObject({
  issue: text,
  strategy: text,
  redFlag: text,
});

const rationaleSchema = z.strictObject({ summary: text, disclaimer: text });

/** The spine report in six sections. An empty list says that there is none, and is said so. */
export const reportSchema = z.strictObject({
  imaging: z.array(imagingStudySchema).min(1),
  diagnosis: diagnosisSchema,
  treatment: treatmentSchema,
  risk: riskSchema,
  postoperative: z.array(postoperativeIssueSchema),
  rationale: rationaleSchema,
});

export type Report = z.infer<typeof reportSchema>;
export type ImagingStudy = z.infer<typeof imagingStudySchema>;
export type ImagingFinding = z.infer<typeof imagingFindingSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Quantity = z.infer<typeof quantitySchema>;
export type Side = z.infer<typeof sideSchema>;
export type Confidence = z.infer<typeof confidenceSchema>;
export type Differential = Report['diagnosis']['differentials'][number];
export type DecisionStep = z.infer<typeof decisionStepSchema>;
export type PostoperativeIssue = z.infer<typeof postoperativeIssueSchema>;

type DeepPartial<T> = T extends readonly (infer Item)[]
  ? DeepPartial<Item>[]
  : T extends object
    ? { [Key in keyof T]?: DeepPartial<T[Key]> }
    : T;

/** A report of which only some is there; what is not there has no key. */
export type PartialReport = DeepPartial<Report>;
