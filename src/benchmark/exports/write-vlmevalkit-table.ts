import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { BenchmarkItem } from '../../contracts/benchmark/index.ts';
import { ownColumn } from '../items/own-column.ts';
import { openItems } from '../run/open-items.ts';
import { pictureFile } from '../run/picture-files.ts';
import { readRun } from '../run/run-file.ts';

export type WrittenTable = {
  rows: number /** Reports have no place in such a table. */;
  leftOut: number;
};

/** The questions of a run as VLMEvalKit's table, pictures in base64. */
export async function writeVlmevalkitTable(folder: string, out: string): Promise<WrittenTable> {
  const run = readRun(folder);
  const folders = { benchmark: run.benchmark.folder, run: folder };
  const items = await openItems(folder);
  const letters = new Set<string>();
  const questions: number[] = [];
  const part = `${out}.part-${process.pid}`;
  const file = createWriteStream(part, { mode: 0o600 });
  file.on('error', () => {});
  try {
    for (const place of items.ids.keys()) {
      const item = await items.get(place);
      if (item.task === 'report') continue;
      questions.push(place);
      for (const letter of Object.keys(item.options)) letters.add(letter);
    }
    const columns = [...letters].sort();
    const own = ['answer', 'category', 'split', 'class', ownColumn];
    const head = ['index', 'image', 'question', 'hint', ...columns, ...own];
    file.write(`${head.join('\t')}\n`);
    for (const place of questions) {
      const item = await items.get(place);
      const images = await Promise.all(
        item.images.map(async image =>
          (await readFile(pictureFile(folders, image))).toString('base64'),
        ),
      );
      file.write(`${rowOf(item, images, columns).map(cell).join('\t')}\n`);
      if (file.writableNeedDrain) await new Promise(resolve => file.once('drain', resolve));
    }
    await finished(file.end());
    await rename(part, out);
    return { rows: questions.length, leftOut: items.ids.length - questions.length };
  } catch (error) {
    file.destroy();
    await rm(part, { force: true });
    throw error;
  } finally {
    await items.close();
  }
}

function rowOf(item: BenchmarkItem, images: string[], columns: readonly string[]): string[] {
  const image = images.length > 1 ? JSON.stringify(images) : (images[0] ?? '');
  return [
    ...[item.id, image, item.question, item.case ?? ''],
    ...columns.map(letter => item.options[letter] ?? ''),
    ...[item.answer.join(''), item.source, splitOf(item), item.class],
    JSON.stringify(ownFields(item)),
  ];
}

/** What the columns do not hold, or not as the item has it. */
function ownFields(item: BenchmarkItem): object {
  const inColumns = ['id', 'question', 'case', 'options', 'answer', 'images'];
  return Object.fromEntries(Object.entries(item).filter(([name]) => !inColumns.includes(name)));
}

function splitOf(item: BenchmarkItem): string {
  const { split } = item as { split?: unknown };
  return typeof split === 'string' && /\S/.test(split) ? split : 'test';
}

/** Quoted as pandas reads it back: tabs, breaks and quotes stay inside. */
function cell(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
