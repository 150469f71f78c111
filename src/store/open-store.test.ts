import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace, openWorkspace } from '../config/index.ts';
import { openStore } from './open-store.ts';
import { isAlive } from './server/postmaster.ts';

function workspace() {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  createWorkspace(folder, { sample: false });
  return openWorkspace(folder, {});
}

const serverPid = (folder: string) =>
  Number(
    readFileSync(path.join(folder, 'database', 'cluster', 'data', 'postmaster.pid'), 'utf8').split(
      '\n',
    )[0],
  );

test('the last of those who use the embedded server stops it, no other does', async () => {
  const opened = workspace();
  const one = await openStore(opened);
  const two = await openStore(opened);
  const pid = serverPid(opened.folder);
  await one.close();
  expect((await two.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await two.close();
  expect(isAlive(pid)).toBe(false);
});

test('one that opens while the last one leaves gets a server all the same', async () => {
  const opened = workspace();
  for (let round = 0; round < 5; round++) {
    const one = await openStore(opened);
    const [two] = await Promise.all([openStore(opened), one.close()]);
    expect((await two.pool.query('select 1 as one')).rowCount).toBe(1);
    await two.close();
  }
});

test('a server that crashes under an open store is started again, and the store goes on', async () => {
  const store = await openStore(workspace());
  onTestFinished(() => store.close());
  process.kill(serverPid(store.workspace.folder), 'SIGKILL');
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await store.pool
      .query('select count(*)::int as steps from steps')
      .catch(() => undefined);
    if (answer) {
      expect(answer.rows).toEqual([{ steps: 0 }]);
      break;
    }
    expect(Date.now()).toBeLessThan(deadline);
    await sleep(50);
  }
});

test('a server that cannot be reached, or does not let us in, is said so', async () => {
  const opened = workspace();
  const at = (databaseUrl: string) => openStore({ ...opened, databaseUrl });
  await expect(at('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
    code: 'database-unreachable',
    mender: 'retry',
  });
  const server = process.env.SPINEMED_TEST_SERVER!;
  await expect(at(server.replace(/:[^:@/]+@/, ':wrong@'))).rejects.toMatchObject({
    code: 'database-refused',
    mender: 'user',
  });
  await expect(at(`${server}no_such_database`)).rejects.toMatchObject({
    code: 'database-refused',
    mender: 'user',
  });
});
