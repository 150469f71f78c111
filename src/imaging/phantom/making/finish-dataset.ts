import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LayoutName, layouts } from '../layouts/index.ts';
import { type MadeCase, readMade } from './made-case.ts';

/** The tables of a dataset, and beside them what is true of its cases, a line each. */
export async function finishDataset(
  layout: LayoutName,
  root: string,
  cases: number,
): Promise<void> {
  const made = Array.from({ length: cases }, (_, number) =>
    readMade({ root, number, layout }),
  ).filter((one): one is MadeCase => one !== undefined);
  await layouts[layout].writeTables(
    root,
    made.map(({ rows }) => rows),
  );
  const lines = made.map(({ spine }) => `${JSON.stringify(spine)}\n`);
  writeFileSync(path.join(root, 'truth.jsonl'), lines.join(''));
}
