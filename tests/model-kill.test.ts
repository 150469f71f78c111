import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../src/models/simulator/index.ts';
import { verify } from '../src/store/index.ts';
import { throwawayStore } from './throwaway-store.ts';

const calls = 400;
const kills = 6;

type Attempt = { id: string; call: string; status: string; code: string | null };

/** Starts the asker again and again, kills it at whatever it is doing, and lets the last one end. */
async function askThroughKills(
  simulator: Simulator,
  environment: NodeJS.ProcessEnv,
  logFile?: string,
): Promise<Array<{ call: string; status: string }>> {
  const args = ['tests/ask-many.ts', simulator.url, String(calls), ...(logFile ? [logFile] : [])];
  for (let round = 0; ; round++) {
    const child = spawn(process.execPath, args, {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', chunk => {
      said += chunk;
    });
    const ended = once(child, 'close');
    if (round < kills) {
      const { requests } = simulator.ledger().totals;
      const enough = requests + 5 + Math.random() * 50;
      while (simulator.ledger().totals.requests < enough && child.exitCode === null) await sleep(1);
      child.kill('SIGKILL');
      await ended;
      if (!said.includes('[')) continue;
    }
    await ended;
    return JSON.parse(said.slice(said.indexOf('[')));
  }
}

/** What the simulator saw against what was written down. */
function compare(simulator: Simulator, attempts: readonly Attempt[]): void {
  const logged = new Map(attempts.map(attempt => [attempt.id, attempt]));
  const asked = simulator.ledger().requests.map(({ requestId }) => requestId!);
  // Nothing left that was not written down, and nothing twice.
  expect(asked.filter(id => !logged.has(id))).toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
  // What was written down and never left was cut off before it could.
  const left = new Set(asked);
  const unseen = attempts.filter(({ id }) => !left.has(id));
  expect(unseen.filter(({ code }) => code !== 'killed')).toEqual([]);
  // Every call has one answer, and nothing was asked after it.
  const answers = attempts.filter(({ status }) => status === 'answered');
  expect(new Set(answers.map(({ call }) => call)).size).toBe(answers.length);
  expect(answers).toHaveLength(calls);
  const numberOf = (id: string) => Number(id.split('_')[1]);
  for (const answer of answers) {
    const later = attempts.filter(
      each => each.call === answer.call && numberOf(each.id) > numberOf(answer.id),
    );
    expect(later).toEqual([]);
  }
  // At most what was under way at a kill was lost.
  expect(attempts.length - answers.length).toBeLessThanOrEqual(kills * 8);
  expect(attempts.some(({ code }) => code === 'killed')).toBe(true);
}

test('killed again and again, the log in the database loses nothing and asks for no answer twice', async () => {
  await using opened = await throwawayStore();
  const { store, environment } = opened;
  const simulator = await startSimulator({ seed: 'kill', latency: '2-20' });
  const outcomes = await askThroughKills(simulator, environment);
  expect(outcomes.every(({ status }) => status === 'answered')).toBe(true);
  const { rows } = await store.pool.query<Attempt>(
    `select call || '_' || attempt as id, call, status, code from model_attempts`,
  );
  compare(simulator, rows);
  await simulator.close();
  const findings = [];
  for await (const finding of verify(store)) findings.push(finding);
  expect(findings).toEqual([]);
});

test('the same of the log in a file', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-kill-'));
  const logFile = path.join(folder, 'calls.jsonl');
  const simulator = await startSimulator({ seed: 'kill', latency: '2-20' });
  const outcomes = await askThroughKills(simulator, process.env, logFile);
  expect(outcomes.every(({ status }) => status === 'answered')).toBe(true);
  const attempts = readFileSync(logFile, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
    .map(({ id, call, status, error }) => ({ id, call, status, code: error }));
  compare(simulator, attempts);
  await simulator.close();
  rmSync(folder, { recursive: true });
});
