import { createFinder } from './find-term.ts';
import type { Term } from './term.ts';

/** Where an item comes from. `dataClass` holds when the item does not state a class itself. */
export const sources = [
  {
    id: 'literature',
    dataClass: 'licensed',
    en: 'Literature',
    zh: '文献',
    definition: 'Articles in journals: studies, reviews, guidelines, consensus papers.',
    synonyms: {
      en: ['Journal article', 'Paper', 'Academic paper', 'Research article', 'Journal literature'],
      zh: ['论文', '期刊文献', '学术文献', '指南与共识'],
    },
  },
  {
    id: 'textbook',
    dataClass: 'licensed',
    en: 'Textbook',
    zh: '教科书',
    definition: 'Books that teach the field, and manuals of operations.',
    synonyms: {
      en: ['Textbooks', 'Book', 'Medical textbook', 'Surgical atlas'],
      zh: ['教材', '专著', '书籍', '课本'],
    },
  },
  {
    id: 'case_report',
    dataClass: 'licensed',
    en: 'Case report',
    zh: '病例报告',
    definition: 'Published accounts of single patients or short series.',
    synonyms: {
      en: ['Case reports', 'Clinical case report', 'Case series'],
      zh: ['个案报道', '病例报道', '个案报告', '病例系列'],
    },
  },
  {
    id: 'question_bank',
    dataClass: 'licensed',
    en: 'Question bank',
    zh: '题库',
    definition: 'Questions of medical examinations.',
    synonyms: {
      en: ['Question banks', 'Exam questions', 'Medical exam', 'Item bank'],
      zh: ['试题库', '考试题库', '医学考试', '试题'],
    },
  },
  {
    id: 'open_source',
    dataClass: 'licensed',
    en: 'Open dataset',
    zh: '公开数据集',
    definition: 'Image datasets that anyone may fetch from their owners, under the owners’ terms.',
    synonyms: {
      en: ['Open source', 'Open datasets', 'Public dataset', 'Open-source dataset'],
      zh: ['开源数据', '开放数据集', '开源数据集', '公开数据'],
    },
  },
  {
    id: 'hospital',
    dataClass: 'clinical',
    en: 'Hospital',
    zh: '医院病例',
    definition: 'Cases from the records of a hospital; patient data, also after de-identification.',
    synonyms: {
      en: [
        'Hospital case',
        'Hospital database',
        'Hospital databases',
        'Clinical records',
        'Clinical data',
      ],
      zh: ['医院', '临床病例', '医院数据库', '临床数据', '病历'],
    },
  },
] as const satisfies readonly (Term & { readonly dataClass: 'licensed' | 'clinical' })[];

export type Source = (typeof sources)[number];
export type SourceId = Source['id'];

export const findSource = createFinder<Source>(sources);
