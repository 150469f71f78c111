// Claims, on 2 cores with the simulator among them: at 0 ms latency at least 600 calls a second
// with log and cache on; a warm rerun of 5,000 calls makes no request and takes under 1 s; 574
// calls with a picture of 200 KiB each peak under 400 MB.
import { fork, spawn } from 'node:child_process';
import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { defineTextRole, picture, text } from '../src/contracts/models/index.ts';
import {
  type DoorOptions,
  findModel,
  openFileLog,
  openModels,
  openStoreLog,
} from '../src/models/index.ts';
import { throwawayStore } from '../tests/throwaway-store.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = process.env.BENCH_FOLDER ?? mkdtempSync(path.join(tmpdir(), 'spinemed-bench-'));
const calls = 5_000;
const pictures = 574;

const ask = defineTextRole({
  name: 'contestant',
  promptVersion: 'bench/1',
  input: z.object({ text: z.string(), picture: z.string().optional() }),
  maxOutputTokens: 500,
  render: input => ({
    system: 'You are asked about the spine. Answer with a letter.',
    messages: [
      {
        from: 'user',
        parts: [text(input.text), ...(input.picture ? [picture(input.picture)] : [])],
      },
    ],
  }),
});

type Measured = {
  seconds: number;
  requests: number;
  answered: number;
  cpuMs: number;
  peakMb: number;
};

/** All inputs through one door, many at once, and what it took. */
async function run(
  url: string,
  log: DoorOptions['log'],
  inputs: Array<{ text: string; picture?: string }>,
): Promise<Measured> {
  const model = findModel('bench', { models: {}, baseUrl: `${url}/v1` });
  const models = openModels({
    settings: { models: {}, roles: {}, egress: { onsite: [], exceptions: [] } },
    log,
    readPicture: async sha256 => readFileSync(path.join(folder, sha256)),
    players: { contestant: { ...model, limits: { ...model.limits, concurrency: 64 } } },
  });
  const queue = inputs[Symbol.iterator]();
  const start = performance.now();
  const cpu = process.cpuUsage();
  let requests = 0;
  let answered = 0;
  const work = async () => {
    for (const input of queue) {
      const outcome = await models.ask(ask, { input, class: 'public' });
      requests += outcome.requests;
      if (outcome.status === 'answered') answered++;
    }
  };
  await Promise.all(Array.from({ length: 64 }, work));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await models.close();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { seconds, requests, answered, cpuMs: (user + system) / 1000, peakMb };
}

const question = (n: number) => ({
  text: `Case ${n}. ${'A patient has pain that goes down the left leg. '.repeat(10)}\nA. L3/4\nB. L4/5\nC. L5/S1\nD. none`,
});

async function throughput(url: string, kind: 'file' | 'database'): Promise<void> {
  const opened = kind === 'database' ? await throwawayStore() : undefined;
  const open = () =>
    opened
      ? openStoreLog(opened.store)
      : openFileLog(path.join(folder, 'calls.jsonl'), { capUsd: null });
  const inputs = Array.from({ length: calls }, (_, n) => question(n));
  for (const round of ['cold', 'warm'] as const) {
    const start = performance.now();
    const log = await open();
    const measured = await run(url, log, inputs);
    await log.close();
    const seconds = (performance.now() - start) / 1000;
    say(
      `${kind} log, ${round}: ${calls} calls in ${seconds.toFixed(2)} s (opening the log included), ${Math.round(calls / seconds)}/s, ${measured.requests} requests, ${measured.answered} answered, ${(measured.cpuMs / calls).toFixed(2)} ms of processor a call`,
    );
  }
  await opened?.[Symbol.asyncDispose]();
}

/** In a process of its own, so that the peak is that of this work alone. */
async function withPictures(url: string): Promise<void> {
  const log = await openFileLog(path.join(folder, 'pictures.jsonl'), { capUsd: null });
  const hashes: string[] = z
    .array(z.string())
    .parse(JSON.parse(readFileSync(path.join(folder, 'hashes'), 'utf8')));
  const inputs = hashes.map((sha256, n) => ({ ...question(n), picture: sha256 }));
  const measured = await run(url, log, inputs);
  await log.close();
  say(
    `${pictures} calls with a picture of 200 KiB each: ${measured.seconds.toFixed(2)} s, ${measured.answered} answered, peak ${Math.round(measured.peakMb)} MB (at most 400 MB)`,
  );
}

async function startSimulator(): Promise<{ url: string; stop(): void }> {
  const child = spawn(
    process.execPath,
    ['src/cli/main.ts', 'simulate-model', '--port', '0', '--latency', '0', '--seed', '1', '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout });
  const line: string = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', () => reject(new Error('the simulator did not start')));
  });
  return {
    url: z.object({ url: z.string() }).parse(JSON.parse(line)).url,
    stop: () => child.kill(),
  };
}

if (process.env.BENCH_FOLDER) await withPictures(process.argv[2]!);
else {
  const simulator = await startSimulator();
  try {
    await throughput(simulator.url, 'file');
    await throughput(simulator.url, 'database');
    const hashes = Array.from({ length: pictures }, () => {
      const bytes = Buffer.concat([
        Buffer.from('89504e470d0a1a0a', 'hex'),
        randomBytes(200 * 1024),
      ]);
      const sha256 = hash('sha256', bytes);
      writeFileSync(path.join(folder, sha256), bytes);
      return sha256;
    });
    writeFileSync(path.join(folder, 'hashes'), JSON.stringify(hashes));
    const child = fork(import.meta.filename, [simulator.url], {
      env: { ...process.env, BENCH_FOLDER: folder },
    });
    await new Promise(resolve => child.once('exit', resolve));
  } finally {
    simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
