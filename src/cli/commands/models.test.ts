import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';
import { sayCompletion, serve } from '../../models/testing/serve.ts';

function config(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-models-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'spinemed.yaml');
  writeFileSync(file, `name: x\n${text}`);
  return file;
}

const mine = `models:
  house: { provider: openai-compatible, model: SpineGPT, baseUrl: "http://127.0.0.1:1/v1", egress: onsite }
  big: { provider: openai, model: gpt-5-mini, egress: external, mode: batch }
roles: { draft: [house, big] }
`;

test('models lists what is configured, with prices of a day or unknown ones, and the offline engine as what it is', async () => {
  const file = config(mine);
  const plain = await runSpinemed(['models', '--config', file]);
  expect([plain.status, plain.stderr]).toEqual([0, '']);
  expect(plain.stdout).toMatch(/^house \(openai-compatible SpineGPT\) +onsite +unknown/m);
  expect(plain.stdout).toMatch(/^big .*in batches +0\.25 \/ 2 +the vendors' lists of \d{4}-/m);
  expect(plain.stdout).toMatch(/^offline \(classical methods, no model\)/m);
  const json = await runSpinemed(['models', '--config', file, '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject([
    { name: 'house', egress: 'onsite', price: null, roles: ['draft'] },
    { name: 'big', mode: 'batch', price: { outputPerMillionUsd: 2 } },
    { name: 'offline', offline: true },
  ]);
});

test('models try asks one question, and says how it went', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'Five.'));
  const args = ['models', 'try', 'Qwen/Qwen2.5-VL-7B', '--base-url', server.url];
  const good = await runSpinemed(args);
  expect([good.status, good.stderr]).toEqual([0, expect.stringMatching(/^asking /)]);
  expect(good.stdout).toMatch(/answered in \d+ ms: Five\.\ntokens: 10 in, 5 out; cost: unknown/);
  expect(JSON.parse((await runSpinemed([...args, '--json'])).stdout)).toMatchObject({
    status: 'answered',
    answer: 'Five.',
  });
  // Two runs, two questions: nothing is kept of a try.
  expect(server.served).toHaveLength(2);
});

test.each<[what: string, args: string[], status: number, says: RegExp]>([
  ['a server that is not there', ['try', 'x', '--base-url', 'http://127.0.0.1:1/v1'], 1, /gave-up/],
  ['an unknown name', ['try', 'hosue'], 2, /no-such-model: .*"hosue".*There are: /],
  ['no address', ['try', 'x', '--base-url', 'nonsense'], 2, /base-url-invalid/],
  ['a file that is not there', ['--config', '/nowhere.yaml'], 2, /no-such-config/],
  ['no name at all', ['try'], 2, /model/],
])('models with %s', async (_what, args, status, says) => {
  const ran = await runSpinemed(['models', ...args], { cwd: tmpdir() });
  expect(ran.status).toBe(status);
  expect(ran.stdout + ran.stderr).toMatch(says);
  expect(ran.stderr).not.toMatch(/^\s+at /m);
});
