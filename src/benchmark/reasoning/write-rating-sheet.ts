import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reasoningRubrics } from '../roles/reasoning-ratings.ts';
import { writeJson } from '../run/run-file.ts';
import type { SampledReasoning } from './sample-reasoning.ts';
import { writeCsv } from './write-csv.ts';

export type RatingSheet = { sheet: string; key: string; guide: string };

const columns = ['item', 'model', 'task', 'language', 'question', 'options', 'pictures'] as const;
const rubrics = reasoningRubrics.map(({ id }) => id);

/** Writes the sheet that people fill in, beside it who is behind which code, and what the marks
 *  mean. Raters get the sheet and the guide, not the key. */
export async function writeRatingSheet(
  sheet: string,
  { samples, models }: SampledReasoning,
  drawnBy: { perTask: number; seed: number },
): Promise<RatingSheet> {
  const { dir, name } = path.parse(sheet);
  const beside = (ending: string) => path.join(dir, `${name}.${ending}`);
  const [key, guide] = [beside('key.json'), beside('guide.md')];
  const rows = samples.map(({ item, code, pictures, reasoning }) => [
    ...[item.id, code, item.task, item.language],
    inert([item.case, item.question].filter(Boolean).join('\n\n')),
    inert(lettered(item.options)),
    pictures.map(picture => path.relative(path.resolve(dir), picture)).join('\n'),
    inert(reasoning),
    ...rubrics.map(() => ''),
    '',
  ]);
  await writeCsv(sheet, [[...columns, 'reasoning', ...rubrics, 'remark'], ...rows], 'spreadsheets');
  await writeJson(key, {
    ...{ form: 1, sheet: path.basename(sheet), ...drawnBy },
    models: Object.fromEntries(models),
    samples: samples.map(({ item, code }) => ({ item: item.id, model: code })),
  });
  const part = `${guide}.part-${process.pid}`;
  await writeFile(part, guideText());
  await rename(part, guide);
  return { sheet, key, guide };
}

function lettered(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([letter, option]) => `${letter}. ${option}`)
    .join('\n');
}

/** What a model wrote must not become a formula in somebody's spreadsheet. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function guideText(): string {
  const part = (language: 'en' | 'zh') =>
    reasoningRubrics.map(({ id, [language]: { name, asks, five, three, one } }) =>
      [
        `### \`${id}\`: ${name}`,
        asks,
        ...[`- 5: ${five}`, `- 3: ${three}`, `- 1: ${one}`],
        '',
      ].join('\n'),
    );
  return [
    '# How to rate · 评分说明',
    '',
    '## English',
    '',
    'Rate how each text reasons, not whether its answer is right. Each of the three columns takes a mark from 1 to 5; decimals are welcome; leave a cell empty where you cannot judge. `model` is a code: please do not guess who it is. Change no other column but `remark`.',
    '',
    ...part('en'),
    '## 中文',
    '',
    '请评价每段文字的推理过程，而不是答案对错。三列各填1至5分，可用小数；无法判断时留空。`model`一列是代号，请不要猜测是哪个模型。除`remark`外，请不要改动其他列。',
    '',
    ...part('zh'),
  ].join('\n');
}
