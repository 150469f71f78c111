import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let folder: string;
let elsewhere: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'spinemed-open-')));
  elsewhere = path.join(folder, 'elsewhere');
  mkdirSync(elsewhere);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
  vi.doUnmock('./product-folder.ts');
  rmSync(folder, { recursive: true, force: true });
});

function workspaceAt(...names: string[]): string {
  const place = path.join(folder, ...names);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'spinemed.yaml'), 'name: x\n');
  return place;
}

/** The product stands in `folder/product`, so that `npm start`'s workspace of this checkout
 *  is not found; we stand in `cwd`. */
async function opener(cwd: string) {
  vi.doMock('./product-folder.ts', () => ({ productFolder: path.join(folder, 'product') }));
  vi.spyOn(process, 'cwd').mockReturnValue(cwd);
  return (await import('./open-workspace.ts')).openWorkspace;
}

it('opens the workspace that is named, before all others', async () => {
  const named = workspaceAt('named');
  const open = await opener(workspaceAt('standing'));
  expect(open(named, { SPINEMED_WORKSPACE: workspaceAt('environment') }).folder).toBe(named);
});

it('opens the one in the environment before the one we stand in', async () => {
  const environment = workspaceAt('environment');
  const open = await opener(workspaceAt('standing'));
  expect(open(undefined, { SPINEMED_WORKSPACE: environment }).folder).toBe(environment);
});

it('takes an empty variable as none', async () => {
  const standing = workspaceAt('standing');
  const open = await opener(standing);
  const workspace = open(undefined, { SPINEMED_WORKSPACE: '', DATABASE_URL: '' });
  expect(workspace).toMatchObject({ folder: standing, databaseUrl: undefined });
});

it('looks upwards for the nearest', async () => {
  workspaceAt('outer');
  const inner = workspaceAt('outer', 'inner');
  const deep = path.join(inner, 'sources', 'book');
  mkdirSync(deep, { recursive: true });
  const open = await opener(deep);
  expect(open(undefined, {}).folder).toBe(inner);
});

it("falls back to npm start's", async () => {
  const started = workspaceAt('product', 'workspace');
  const open = await opener(elsewhere);
  expect(open(undefined, {}).folder).toBe(started);
});

it('says where it looked when there is none', async () => {
  const open = await opener(elsewhere);
  expect(() => open(undefined, {})).toThrow(
    expect.objectContaining({ code: 'no-workspace', mender: 'user', place: elsewhere }),
  );
});

it('does not look further when the named one is missing', async () => {
  const open = await opener(workspaceAt('standing'));
  const missing = path.join(folder, 'missing');
  for (const attempt of [
    () => open(missing, {}),
    () => open(undefined, { SPINEMED_WORKSPACE: missing }),
  ])
    expect(attempt).toThrow(expect.objectContaining({ code: 'no-workspace', place: missing }));
});

it('gives the real folder, whichever way it was reached', async () => {
  const real = workspaceAt('real');
  symlinkSync(real, path.join(folder, 'link'));
  const open = await opener(elsewhere);
  expect(open(path.join(folder, 'link'), {}).folder).toBe(real);
});

it('prefers the database in the environment to the one in the file', async () => {
  const place = workspaceAt('w');
  writeFileSync(path.join(place, 'spinemed.yaml'), 'name: x\ndatabase: { url: postgres://h/a }\n');
  const open = await opener(place);
  expect(open(place, {}).databaseUrl).toBe('postgres://h/a');
  expect(open(place, { DATABASE_URL: 'postgres://u:p@h/b' }).databaseUrl).toBe(
    'postgres://u:p@h/b',
  );
});

it.each(['mysql://u:secret@h/d', 'localhost:5432', 'secret'])(
  'refuses DATABASE_URL=%s without repeating it',
  async url => {
    const place = workspaceAt('w');
    const open = await opener(place);
    expect(() => open(place, { DATABASE_URL: url })).toThrow(
      expect.objectContaining({
        code: 'database-url-invalid',
        message: expect.not.stringContaining('secret'),
      }),
    );
  },
);
