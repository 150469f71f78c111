import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';

const spinemed = path.join(path.dirname(import.meta.dirname), 'spinemed');
const kills = 40;

test(`a build killed at ${kills} random moments, database and all, ends up whole`, {
  timeout: 600_000,
}, async () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'spinemed-sweep-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const workspace = path.join(parent, 'workspace');
  const env = { ...process.env, DATABASE_URL: '' };
  const run = (...args: string[]) =>
    spawnSync(spinemed, ['-w', workspace, ...args], { env, encoding: 'utf8' });
  run('init', workspace, '--sample');
  for (let kill = 0; kill < kills; kill++) {
    const child = spawn(spinemed, ['-w', workspace, 'build'], { env, stdio: 'ignore' });
    await sleep(Math.random() * 2500);
    child.kill('SIGKILL');
    // Every third time the power goes: the server is killed as well.
    if (kill % 3 === 0) spawnSync('pkill', ['-KILL', '-f', workspace]);
  }
  expect(run('build').status).toBe(0);
  const verified = run('verify');
  expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('sound')]);
});
