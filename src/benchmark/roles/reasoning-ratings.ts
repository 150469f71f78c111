import { z } from 'zod';
import { sha256Schema } from '../../contracts/models/index.ts';
import { languages } from '../../spine/index.ts';

/** What is rated in a model's reasoning, whether or not its answer is right. */
export const reasoningRubrics = [
  {
    id: 'clinical_rationality',
    en: {
      name: 'Clinical rationality',
      asks: 'Would a clinician think this way: from findings by sound steps to a conclusion, in keeping with anatomy and with how diagnoses are made?',
      five: 'a sound path from findings to conclusion',
      three: 'a path with gaps or detours',
      one: 'no path, or one that contradicts itself or medicine',
    },
    zh: {
      name: '临床合理性',
      asks: '临床医生会这样想吗：由所见一步步推出结论，合乎解剖与诊断常规？',
      five: '由所见到结论的思路稳妥',
      three: '有思路，但有缺口或绕弯',
      one: '没有思路，或自相矛盾、违背医学',
    },
  },
  {
    id: 'visual_features',
    en: {
      name: 'Use of key visual features',
      asks: 'Does it name what decides the case in the pictures (signal, shape, alignment, level, side), and does it build on that?',
      five: 'the deciding features are named rightly and used',
      three: 'some features are named, others are missed or misread',
      one: 'nothing seen, or only what does not matter',
    },
    zh: {
      name: '关键视觉特征的运用',
      asks: '是否指出图像中起决定作用的内容（信号、形态、序列、节段、侧别），并以此为依据？',
      five: '决定性特征指认正确并用作依据',
      three: '指出部分特征，其余遗漏或误读',
      one: '什么也没看到，或只看到无关内容',
    },
  },
  {
    id: 'medical_knowledge',
    en: {
      name: 'Application of medical knowledge',
      asks: 'Is what it knows of disease, anatomy and treatment right, and applied to this question?',
      five: 'right knowledge, applied to this very case',
      three: 'right in general, loosely applied or with minor errors',
      one: 'none, or wrong where it matters',
    },
    zh: {
      name: '医学知识的运用',
      asks: '关于疾病、解剖和治疗的知识是否正确，是否用于本题？',
      five: '知识正确，并切合本例',
      three: '大体正确，但联系不紧或有小错',
      one: '没有知识，或在要害处出错',
    },
  },
] as const;

export type RubricId = (typeof reasoningRubrics)[number]['id'];

const said = z.string().regex(/\S/, 'must not be blank');
const ratingSchema = z.strictObject({ score: z.number().min(1).max(5), reason: said });

export const reasoningRatingsSchema = z.strictObject(
  Object.fromEntries(reasoningRubrics.map(({ id }) => [id, ratingSchema])) as Record<
    RubricId,
    typeof ratingSchema
  >,
);

export type ReasoningRatings = z.output<typeof reasoningRatingsSchema>;

export const reasoningInputSchema = z.strictObject({
  question: said,
  options: z.record(z.string().regex(/^[A-Z]$/), said),
  pictures: z.array(sha256Schema),
  /** What the model wrote on its way to the answer. */
  reasoning: z.string(),
  language: z.enum(languages),
});

export type ReasoningInput = z.output<typeof reasoningInputSchema>;
