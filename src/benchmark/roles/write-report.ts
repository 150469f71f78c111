import { z } from 'zod';
import { defineTextRole, picture, sha256Schema, text } from '../../contracts/models/index.ts';
import { renderReport } from '../../contracts/report/index.ts';
import { languages } from '../../spine/index.ts';
import { fillReport } from './fill-report.ts';
import { reportOutline } from './report-outline.ts';

const said = z.string().regex(/\S/, 'must not be blank');

/** A case to report on, without its reference. */
export const reportInputSchema = z
  .strictObject({
    /** What is asked for beyond the report itself. */
    question: said.nullable(),
    case: said.nullable(),
    pictures: z.array(sha256Schema),
    language: z.enum(languages),
  })
  .refine(({ case: told, question, pictures }) => told || question || pictures.length > 0, {
    message: 'there is nothing to report on',
  });

export type ReportInput = z.output<typeof reportInputSchema>;

export const writeReport = defineTextRole<ReportInput>({
  name: 'contestant',
  promptVersion: 'write-report/1',
  input: reportInputSchema,
  maxOutputTokens: 16_384,
  render({ question, case: told, pictures, language }) {
    const words = wording[language];
    const parts = [
      ...(told === null ? [] : [`${words.case}\n${told}`]),
      ...(question === null ? [] : [`${words.question}\n${question}`]),
      ...(pictures.length === 0 ? [] : [words.pictures(pictures.length)]),
      words.demand,
      reportOutline(language),
    ];
    return {
      system: words.system,
      messages: [{ from: 'user', parts: [text(parts.join('\n\n')), ...pictures.map(picture)] }],
    };
  },
  offline: {
    method: 'retrieval and templates',
    version: 1,
    answer: ({ case: told, question, language }) =>
      renderReport(fillReport([told ?? '', question ?? ''].join('\n'), language), language),
  },
});

const wording = {
  en: {
    system:
      'You write structured reports on spine patients for the surgeon who treats them. What you cannot see or were not told, you say you do not know.',
    case: 'The patient:',
    question: 'What is asked:',
    pictures: (count: number) =>
      count === 1 ? 'One picture follows.' : `${count} pictures follow, in their order.`,
    demand: `Write the whole report in English, in six sections. State every finding with its level, its side and its size, and say what it means for this patient. Keep the headings and tables of the outline below as they are, and put your own words in place of its explanations; tables have as many rows as you need. A list without entries says "None".`,
  },
  zh: {
    system: '你为主治的脊柱外科医生撰写患者的结构化报告。看不清或未告知的内容，请说明不知道。',
    case: '病例：',
    question: '要求：',
    pictures: (count: number) => `以下按顺序附图 ${count} 幅。`,
    demand:
      '请用中文撰写完整报告，共六个部分。每项异常都要写明节段、侧别和大小，并说明对该患者的意义。保留下列提纲的标题和表格，用你的内容替换其中的说明；表格行数按需增减。没有内容的列表写“无”。',
  },
} as const;
