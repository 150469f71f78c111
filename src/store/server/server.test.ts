import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { isAlive } from './postmaster.ts';
import { startServer, stopServer } from './start-server.ts';

const root = process.getuid?.() === 0;

function workspace(parent = tmpdir()): string {
  const folder = mkdtempSync(path.join(parent, 'spinemed-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function ask(url: string, query: string) {
  const client = new pg.Client({ connectionString: `${url}postgres` });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

test('the server speaks UTF-8 and counts Chinese letters rightly', async () => {
  const server = await startServer(workspace());
  onTestFinished(() => stopServer(server.pid));
  expect(await ask(server.url, `select length('椎间盘') as n`)).toEqual([{ n: 3 }]);
});

test('any number of starters find one server', async () => {
  const folder = workspace();
  const servers = await Promise.all([1, 2, 3, 4].map(() => startServer(folder)));
  onTestFinished(() => stopServer(servers[0]!.pid));
  expect(new Set(servers.map(server => server.pid)).size).toBe(1);
  await ask(servers[3]!.url, 'select 1');
});

test('starters in processes of their own, on a workspace that has no database yet, find one server', async () => {
  const folder = workspace();
  const script = `import { startServer } from ${JSON.stringify(path.resolve('src/store/server/index.ts'))};
    process.stdout.write(JSON.stringify(await startServer(${JSON.stringify(folder)})));`;
  const said = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      for await (const chunk of child.stdout) text += chunk;
      return JSON.parse(text) as { pid: number };
    }),
  );
  onTestFinished(() => stopServer(said[0]!.pid));
  expect(new Set(said.map(server => server.pid)).size).toBe(1);
});

test('a server whose starter was killed is found again', async () => {
  const folder = workspace();
  const script = `import { startServer } from ${JSON.stringify(path.resolve('src/store/server/index.ts'))};
    await startServer(${JSON.stringify(folder)}); process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  const server = await startServer(folder);
  onTestFinished(() => stopServer(server.pid));
  await ask(server.url, 'select 1');
});

test('a crashed server is started again and has what was committed', async () => {
  const folder = workspace();
  const first = await startServer(folder);
  await ask(first.url, 'create table kept (n int); insert into kept values (42)');
  process.kill(first.pid, 'SIGKILL');
  while (isAlive(first.pid)) await sleep(5);
  const second = await startServer(folder);
  onTestFinished(() => stopServer(second.pid));
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 42 }]);
});

test('a process id that is somebody else’s by now does not keep the server down', async () => {
  const folder = workspace();
  const first = await startServer(folder);
  const pidFile = path.join(folder, 'database', 'cluster', 'data', 'postmaster.pid');
  const text = readFileSync(pidFile, 'utf8');
  await stopServer(first.pid);
  const stranger = spawn('sleep', ['60']);
  onTestFinished(() => void stranger.kill());
  writeFileSync(pidFile, text.replace(/^\d+/, String(stranger.pid)));
  const second = await startServer(folder);
  onTestFinished(() => stopServer(second.pid));
  await ask(second.url, 'select 1');
});

test('a half made database of a killed starter is not taken for one', async () => {
  const folder = workspace();
  mkdirSync(path.join(folder, 'database', 'making-abc', 'data'), { recursive: true });
  const server = await startServer(folder);
  onTestFinished(() => stopServer(server.pid));
  await ask(server.url, 'select 1');
});

test('stopping waits until the server is gone', async () => {
  const server = await startServer(workspace());
  await stopServer(server.pid);
  expect(isAlive(server.pid)).toBe(false);
});

test('the database’s log holds no statement and no row', async () => {
  const folder = workspace();
  const server = await startServer(folder);
  onTestFinished(() => stopServer(server.pid));
  await ask(
    server.url,
    `create table p (name text primary key); insert into p values ('Zhang San')`,
  );
  await expect(ask(server.url, `insert into p values ('Zhang San')`)).rejects.toThrow();
  await expect(ask(server.url, `select 'Zhang San'::int`)).rejects.toThrow();
  await sleep(100);
  expect(readFileSync(path.join(folder, 'database', 'server.log'), 'utf8')).not.toContain('Zhang');
});

test('a data folder of another major version is left alone, with a clear error', async () => {
  const folder = workspace();
  const server = await startServer(folder);
  await stopServer(server.pid);
  writeFileSync(path.join(folder, 'database', 'cluster', 'data', 'PG_VERSION'), '12\n');
  await expect(startServer(folder)).rejects.toMatchObject({
    code: 'database-version',
    mender: 'user',
  });
});

test('a platform without a packaged server says what to set', () => {
  expect(() => findBinaries('plan9-mips')).toThrow(/plan9-mips/);
  try {
    findBinaries('plan9-mips');
  } catch (error) {
    expect(error).toMatchObject({ mender: 'user', hint: expect.stringContaining('DATABASE_URL') });
  }
});

test.skipIf(!root)(
  'as root, in a folder closed to everyone else, nobody runs the server',
  async () => {
    // Only root has to give its rights away; as an ordinary user there is nothing to try.
    const folder = workspace('/root');
    const server = await startServer(folder, 'nobody');
    onTestFinished(async () => {
      await stopServer(server.pid);
      rmSync(path.join(folder, 'database'), { force: true });
    });
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(
      spawnSync('ps', ['-o', 'uid=', '-p', String(server.pid)])
        .stdout.toString()
        .trim(),
    ).toBe('65534');
    expect(existsSync(path.join(folder, 'database', 'cluster'))).toBe(true);
  },
);

test.skipIf(!root)('as root a user namespace is preferred', () => {
  // Where the kernel forbids user namespaces the other way above is the one in use.
  const allowed = spawnSync('unshare', ['--user', '--map-user=65534', 'true']).status === 0;
  expect(chooseAccount()).toBe(allowed ? 'namespace' : 'nobody');
});
