import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { runSpinemed } from '../../../../tests/run-spinemed.ts';
import { productFolder } from '../../../config/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-bench-reasoning-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);
const sample = path.join(productFolder, 'sample', 'benchmark', 'spinebench-sample.jsonl');

test('from a run to a sheet, a model’s ratings, and their agreement with people', async () => {
  const [run, sheet, model] = [at('run'), at('anna.csv'), at('model.csv')];
  const drawn = ['bench', 'reasoning', run, '--seed', '5', '--samples', '3'];
  await runSpinemed(['bench', 'run', sample, '--limit', '30', '--model', 'offline', '--out', run]);

  const wrote = await runSpinemed([...drawn, '--out', sheet]);
  expect([wrote.status, wrote.stderr]).toEqual([0, '']);
  expect(wrote.stdout).toContain('6 samples of one model');
  expect(existsSync(at('anna.guide.md'))).toBe(true);
  expect(existsSync(at('anna.key.json'))).toBe(true);
  for (const more of [[], ['--model', 'offline']]) {
    const again = await runSpinemed([...drawn, ...more, '--out', sheet]);
    expect([again.status, again.stderr]).toEqual([
      2,
      expect.stringMatching(/^spinemed: out-unfit/),
    ]);
  }

  const rated = await runSpinemed([...drawn, '--model', 'offline', '--out', model, '--json']);
  expect(rated.status).toBe(0);
  expect(JSON.parse(rated.stdout)).toMatchObject({ samples: 6, rated: 6, failed: [] });

  const blank = await runSpinemed(['bench', 'ratings', sheet, '--out', at('no.csv')]);
  expect(blank.status).toBe(2);
  expect(blank.stderr).toMatch(/^spinemed: sheet-empty: .*anna\.csv\)/);

  const rows: string[][] = parse(readFileSync(sheet), { bom: true });
  const marks = rows.slice(1).map((row, n) => [...[row[0], row[1], 1 + (n % 5), 2, 5 - (n % 5)]]);
  const columns = 'item,model,clinical_rationality,visual_features,medical_knowledge';
  writeFileSync(sheet, `${[columns, ...marks].join('\n')}\n`);
  const all = at('ratings.csv');
  const read = await runSpinemed(['bench', 'ratings', sheet, model, '--out', all]);
  expect([read.status, read.stdout]).toEqual([0, `${all}: 36 ratings of 2 files\n`]);
  expect(readFileSync(all, 'utf8')).toContain(',anna,human,');
  const agreement = await runSpinemed(['bench', 'agreement', all, '--json']);
  const { dimensions, unpaired } = JSON.parse(agreement.stdout);
  expect(dimensions.map(({ items }: { items: number }) => items)).toEqual([6, 6, 6]);
  expect(unpaired).toBe(0);
});

test('a call that cannot be served gives 2 and says what to do', async () => {
  for (const [args, says] of [
    [['reasoning', folder, '--out', at('x.csv')], /no-run/],
    [['ratings', at('a.csv'), at('b.csv'), '--rater', 'r', '--out', at('x.csv')], /--rater/],
    [['ratings', at('a.csv'), '--out', at('x.csv')], /there is no such file/],
    [['report', folder, '--out', at('nowhere/x.html')], /out-unfit: the folder of the file/],
    [['export', folder, '--to', 'inspect', '--out', folder], /out-unfit: a file is wanted/],
  ] as const) {
    const { status, stderr } = await runSpinemed(['bench', ...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  }
});
