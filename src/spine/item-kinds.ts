import { createFinder } from './find-term.ts';
import type { Term } from './term.ts';

/** The kinds of item. `column` is the column of the published statistics that counts the kind. */
export const itemKinds = [
  {
    id: 'mcq',
    column: 'multiple_choice',
    en: 'Multiple choice, one answer',
    zh: '单选题',
    definition: 'A question with lettered options of which exactly one is right.',
    synonyms: {
      en: [
        'MCQ',
        'Multiple choice',
        'Multiple-choice question',
        'Single choice',
        'Single-choice question',
      ],
      zh: ['选择题', '单项选择题', '单选'],
    },
  },
  {
    id: 'mcq-multi',
    column: 'multiple_choice',
    en: 'Multiple choice, several answers',
    zh: '多选题',
    definition: 'A question with lettered options of which one or more are right.',
    synonyms: {
      en: ['Multi-select', 'Multiple select', 'Multiple answer', 'Multi-choice'],
      zh: ['多项选择题', '不定项选择题', '多选'],
    },
  },
  {
    id: 'open',
    column: 'open_ended',
    en: 'Open question',
    zh: '开放式问答',
    definition: 'A question answered in free words.',
    synonyms: {
      en: ['Open-ended', 'Open-ended question', 'Open QA', 'Free-text question'],
      zh: ['问答题', '开放题', '开放式问题', '简答题'],
    },
  },
  {
    id: 'consultation',
    column: 'consultation',
    en: 'Consultation',
    zh: '多轮问诊',
    definition: 'A conversation of several turns between a patient and a physician.',
    synonyms: {
      en: ['Multi-turn consultation', 'Dialogue', 'Multi-turn dialogue', 'Conversation'],
      zh: ['问诊', '多轮对话', '医患对话', '会诊', '咨询'],
    },
  },
  {
    id: 'report',
    column: 'report',
    en: 'Report',
    zh: '诊断报告',
    definition: 'A report in six sections on one case, from its images to its follow-up.',
    synonyms: {
      en: ['Medical report', 'Diagnostic report', 'Report generation', 'Spine report'],
      zh: ['报告', '报告生成', '医学报告', '临床报告'],
    },
  },
] as const satisfies readonly (Term & { readonly column: string })[];

export type ItemKind = (typeof itemKinds)[number];
export type ItemKindId = ItemKind['id'];

export const findItemKind = createFinder<ItemKind>(itemKinds);
