import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { choiceItem, reportItem, reportOf } from '../src/benchmark/scoring/made-up-benchmark.ts';
import { startSimulator } from '../src/models/simulator/index.ts';
import { seededRandom } from '../src/statistics/index.ts';

const kills = 20;
const questions = 300;
const reports = 30;

const reference = reportOf([{ finding: 'disc herniation', levels: ['L4/L5'], side: 'left' }]);
const items = [
  ...Array.from({ length: questions }, (_, n) => ({
    ...choiceItem(`q${n}`),
    question: `Which, of ${n}?`,
  })),
  ...Array.from({ length: reports }, (_, n) => ({
    ...reportItem(`r${n}`, { reference }),
    case: `Case ${n}.`,
  })),
];

test('a run killed 20 times scores as an undisturbed one, and asks for no answer twice', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'spinemed-bench-kill-'));
  const file = path.join(root, 'benchmark.jsonl');
  writeFileSync(file, items.map(item => `${JSON.stringify(item)}\n`).join(''));
  const random = seededRandom(7);
  const run = async (folder: string, killed: boolean) => {
    const simulator = await startSimulator({ seed: 'kill', latency: '5-40' });
    const base = `${simulator.url}/v1`;
    const args = [
      ...['src/cli/main.ts', 'bench', 'run', file, '--model', 'm', '--base-url', base],
      ...['--judge', 'j', '--judge-base-url', base, '--concurrency', '8', '--out', folder],
    ];
    for (let round = 0; ; round++) {
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      const ended = once(child, 'close');
      if (killed && round < kills) {
        const enough = simulator.ledger().totals.requests + 1 + random(16);
        while (simulator.ledger().totals.requests < enough && child.exitCode === null)
          await sleep(1);
        child.kill('SIGKILL');
        await ended;
        continue;
      }
      await ended;
      expect(child.exitCode).toBe(0);
      break;
    }
    const ledger = simulator.ledger();
    await simulator.close();
    // The address is another one, and nothing else.
    const scores = JSON.parse(readFileSync(path.join(folder, 'scores.json'), 'utf8'));
    return { ledger, scores };
  };
  const calm = await run(path.join(root, 'calm'), false);
  const stormy = await run(path.join(root, 'stormy'), true);
  const { usage: _, ...scores } = stormy.scores;
  const { usage: __, ...expected } = calm.scores;
  expect(scores).toEqual(expected);
  expect(scores.complete).toBe(true);

  const lines = readFileSync(path.join(root, 'stormy', 'answers.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  const answered = lines.filter(({ status }) => status === 'answered');
  expect(answered).toHaveLength(questions + reports * 2);
  const asked = stormy.ledger.requests.map(({ requestId }) => requestId);
  expect(new Set(asked).size).toBe(asked.length);
  // No more was asked than what is answered and what was under way at a kill.
  const lost = lines.filter(({ error }) => error === 'killed').length;
  expect(lost).toBeGreaterThan(0);
  expect(lines).toHaveLength(answered.length + lost);
  expect(asked.length).toBeLessThanOrEqual(lines.length);
  rmSync(root, { recursive: true });
}, 240_000);
