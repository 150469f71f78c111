import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildWeb } from '../src/api/index.ts';
import { startProduct } from './start-product.ts';

const spinemed = path.join(path.dirname(import.meta.dirname), 'spinemed');

beforeAll(() => buildWeb());

function freshPlace(): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'spinemed-start-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return path.join(parent, 'workspace');
}

function command(workspace: string, ...args: string[]) {
  return spawnSync(spinemed, ['-w', workspace, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '' },
  });
}

function serverPid(workspace: string): number | undefined {
  try {
    const file = path.join(workspace, 'database', 'cluster', 'data', 'postmaster.pid');
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

test('the first start makes a workspace, builds the sample and listens; asked to end, it leaves nothing running', async () => {
  const workspace = freshPlace();
  const running = await startProduct(workspace);
  await running.saying('recipe sample: done');
  expect(await (await fetch(`${running.url}/healthz`)).json()).toEqual({
    status: 'ok',
    database: true,
  });
  expect(running.link).toContain(running.url);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(serverPid(workspace)).toBeUndefined();
});

test('a killed start leaves a server behind that the next one finds; it listens again in a moment', async () => {
  const workspace = freshPlace();
  const first = await startProduct(workspace);
  await first.saying('recipe sample: done');
  const pid = serverPid(workspace);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await startProduct(workspace);
  expect(serverPid(workspace)).toBe(pid);
  // The promise is 2 s on a quiet machine; tests run beside each other on a busy one.
  expect(second.listeningMs).toBeLessThan(6000);
  second.child.kill('SIGTERM');
  await second.ended;
  expect(command(workspace, 'verify').status).toBe(0);
});

test('two starts at once on one workspace do not fight', async () => {
  const workspace = freshPlace();
  command(workspace, 'init', workspace, '--sample');
  const both = await Promise.all([startProduct(workspace), startProduct(workspace)]);
  for (const running of both) {
    await running.saying('recipe sample: done');
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  }
  both[0].child.kill('SIGTERM');
  await both[0].ended;
  // The other one still has its database.
  expect((await fetch(`${both[1].url}/healthz`)).status).toBe(200);
  both[1].child.kill('SIGTERM');
  await both[1].ended;
  expect(serverPid(workspace)).toBeUndefined();
});

test('killed at any moment of its first start, it comes up the next time', async () => {
  const workspace = freshPlace();
  for (const afterMs of [150, 400, 700, 1000, 1300, 1700, 2200]) {
    const child = spawn(spinemed, ['-w', workspace, 'start', '--port', '0'], {
      stdio: 'ignore',
      env: { ...process.env, DATABASE_URL: '' },
    });
    await sleep(afterMs);
    child.kill('SIGKILL');
  }
  const running = await startProduct(workspace);
  await running.saying('recipe sample: done');
  running.child.kill('SIGTERM');
  await running.ended;
  const verified = command(workspace, 'verify');
  expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('sound')]);
});

const ordinaryUsers: Array<[who: string, uid: number]> = [
  ['an ordinary user', 65534],
  ['a user without a name', 12345],
];

test.skipIf(process.getuid?.() !== 0).each(ordinaryUsers)(
  '%s can do the same as root',
  (_who, uid) => {
    // Tried by giving root's rights away; run by an ordinary user, every other test here shows it.
    const parent = mkdtempSync(path.join(tmpdir(), 'spinemed-user-'));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    chownSync(parent, uid, uid);
    // A checkout in root's home is closed to everyone else; there is nothing to try then.
    const reachable = spawnSync('/bin/sh', ['-c', 'cd "$0"', path.dirname(spinemed)], {
      uid,
      gid: uid,
    });
    if (reachable.status !== 0) return;
    const workspace = path.join(parent, 'workspace');
    const run = (...args: string[]) =>
      spawnSync(spinemed, ['-w', workspace, ...args], {
        encoding: 'utf8',
        uid,
        gid: uid,
        env: { PATH: process.env.PATH, HOME: parent },
      });
    expect(run('init', workspace, '--sample').stderr).toBe('');
    expect(run('build', '--json')).toMatchObject({ status: 0 });
    expect(run('verify').stdout).toContain('sound');
  },
);
