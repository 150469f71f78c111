// Claims, on 2 cores with the simulator among them: 487 questions and 87 judged reports at 200 ms
// and 64 at once take at most 1.25 times the ideal from the first request to the scores on disk,
// the whole process at most twice, and 200 MB; with a picture of 200 KiB each 1.6 times and
// 350 MB. 100,000 items cost within 1.1 times of 1,000 each, and memory stays flat. Where
// promptfoo is installed beside (PROMPTFOO=path of its command), it asks the same 574 texts, and
// the ratio is printed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { choiceItem, reportItem, reportOf } from '../src/benchmark/scoring/made-up-benchmark.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-harness-'));
const main = path.join(import.meta.dirname, '..', 'src', 'cli', 'main.ts');
const concurrency = 64;

type Item = { id: string; task: string };

const reference = reportOf([{ finding: 'disc herniation', levels: ['L4/L5'], side: 'left' }]);
const filler = 'A patient has pain that goes down the left leg, worse on walking. '.repeat(8);

function items(questions: number, reports: number, images: (n: number) => string[]): Item[] {
  return [
    ...Array.from({ length: questions }, (_, n) => ({
      ...choiceItem(`q${n}`, { images: images(n) }),
      question: `Case ${n}. ${filler}Which level?`,
    })),
    ...Array.from({ length: reports }, (_, n) => ({
      ...reportItem(`r${n}`, { reference, images: images(questions + n) }),
      case: `Case ${n}. ${filler}`,
    })),
  ];
}

type Simulator = { url: string; ledger(): Promise<Ledger>; stop(): Promise<unknown> };
type Ledger = { totals: { requests: number }; requests: Array<{ at: number }> };

async function startSimulator(latencyMs: number): Promise<Simulator> {
  const args = [main, 'simulate-model', '--port', '0', '--latency', String(latencyMs), '--json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { url } = JSON.parse(line);
  return {
    url,
    ledger: async () => (await fetch(`${url}/ledger?limit=1`)).json() as Promise<Ledger>,
    stop: () => {
      child.kill();
      return once(child, 'exit');
    },
  };
}

type Measured = { wholeMs: number; fromFirstMs: number; peakMb: number; requests: number };

async function run(name: string, wanted: Item[], latencyMs: number): Promise<Measured> {
  const file = path.join(folder, `${name}.jsonl`);
  writeFileSync(file, wanted.map(item => `${JSON.stringify(item)}\n`).join(''));
  const out = path.join(folder, `${name}-run`);
  const simulator = await startSimulator(latencyMs);
  const base = `${simulator.url}/v1`;
  const args = [
    ...[main, 'bench', 'run', file, '--model', 'm', '--base-url', base],
    ...['--judge', 'j', '--judge-base-url', base],
    ...['--concurrency', String(concurrency), '--out', out],
  ];
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  let peakMb = 0;
  let running = true;
  void ended.then(() => {
    running = false;
  });
  while (running) {
    peakMb = Math.max(peakMb, peakOf(child.pid!));
    await sleep(20);
  }
  const [status] = await ended;
  const wholeMs = performance.now() - start;
  if (status !== 0) throw new Error(`bench run ended with ${status}`);
  const ledger = await simulator.ledger();
  await simulator.stop();
  const scored = statSync(path.join(out, 'scores.json')).mtimeMs;
  return {
    wholeMs,
    fromFirstMs: scored - ledger.requests[0]!.at,
    peakMb,
    requests: ledger.totals.requests,
  };
}

function hold(holds: boolean): void {
  if (!holds) process.exitCode = 1;
}

/** The most that it ever held, as Linux keeps it; 0 elsewhere. */
function peakOf(pid: number): number {
  try {
    const [, kib] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function tell(what: string, latencyMs: number, measured: Measured, most: [number, number, number]) {
  const { wholeMs, fromFirstMs, peakMb, requests } = measured;
  const idealMs = (requests * latencyMs) / concurrency;
  const ratio = (ms: number) => (ms / idealMs).toFixed(2);
  hold(fromFirstMs / idealMs <= most[0] && wholeMs / idealMs <= most[1] && peakMb <= most[2]);
  say(
    `${what}: ${requests} requests, ideal ${(idealMs / 1000).toFixed(2)} s; from the first request to the scores ${(fromFirstMs / 1000).toFixed(2)} s, ${ratio(fromFirstMs)} x (at most ${most[0]}); the process ${(wholeMs / 1000).toFixed(2)} s, ${ratio(wholeMs)} x (at most ${most[1]}); peak ${Math.round(peakMb)} MB (at most ${most[2]})`,
  );
}

async function pictures(count: number): Promise<string[]> {
  const side = 264;
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const name = `picture-${n}.png`;
      const noise = { raw: { width: side, height: side, channels: 3 } } as const;
      await sharp(randomBytes(side * side * 3), noise)
        .png()
        .toFile(path.join(folder, name));
      return name;
    }),
  );
}

/** The same texts asked by promptfoo, which neither extracts nor judges. */
async function runPromptfoo(command: string, latencyMs: number): Promise<Measured> {
  const simulator = await startSimulator(latencyMs);
  const config = path.join(folder, 'promptfoo.json');
  const tests = Array.from({ length: 574 }, (_, n) => ({
    vars: { question: `Case ${n}. ${filler}Which level?` },
  }));
  const provider = {
    id: 'openai:chat:m',
    config: { apiBaseUrl: `${simulator.url}/v1`, apiKey: 'none' },
  };
  writeFileSync(
    config,
    JSON.stringify({ prompts: ['{{question}}'], providers: [provider], tests }),
  );
  const start = performance.now();
  const args = ['eval', '-c', config, '--no-cache', '--no-table', '-j', String(concurrency)];
  const child = spawn(command, [...args, '--no-progress-bar'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: folder,
      PROMPTFOO_DISABLE_TELEMETRY: '1',
      PROMPTFOO_DISABLE_UPDATE: '1',
    },
  });
  const ended = once(child, 'exit');
  let running = true;
  let peakMb = 0;
  void ended.then(() => {
    running = false;
  });
  while (running) {
    peakMb = Math.max(peakMb, peakOf(child.pid!));
    await sleep(20);
  }
  const wholeMs = performance.now() - start;
  const ledger = await simulator.ledger();
  await simulator.stop();
  return { wholeMs, fromFirstMs: wholeMs, peakMb, requests: ledger.totals.requests };
}

const none = () => [];
const text = await run('text', items(487, 87, none), 200);
tell('text', 200, text, [1.25, 2, 200]);
const promptfoo = process.env.PROMPTFOO;
if (promptfoo) {
  const { wholeMs, peakMb, requests } = await runPromptfoo(promptfoo, 200);
  say(
    `promptfoo: ${requests} requests, the process ${(wholeMs / 1000).toFixed(2)} s, ${(wholeMs / text.wholeMs).toFixed(2)} x ours; peak ${Math.round(peakMb)} MB`,
  );
} else say('promptfoo: not installed beside (PROMPTFOO is not set), not compared');
const names = await pictures(574);
const kib = statSync(path.join(folder, names[0]!)).size / 1024;
tell(
  `with a picture of ${Math.round(kib)} KiB each`,
  200,
  await run(
    'pictures',
    items(487, 87, n => [names[n]!]),
    200,
  ),
  [1.6, 2.4, 350],
);
const few = await run('few', items(1000, 0, none), 0);
const many = await run('many', items(100_000, 0, none), 0);
const each = { few: few.fromFirstMs / 1000, many: many.fromFirstMs / 100_000 };
hold(each.many <= 1.1 * each.few);
say(
  `100,000 items: ${each.many.toFixed(3)} ms each where 1,000 take ${each.few.toFixed(3)} ms, ${(each.many / each.few).toFixed(2)} x (at most 1.1); peak ${Math.round(many.peakMb)} MB where 1,000 take ${Math.round(few.peakMb)} MB`,
);
rmSync(folder, { recursive: true });
