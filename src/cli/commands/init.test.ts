import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';

function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-init-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('init makes a workspace and says what to do next; a second one is refused', async () => {
  const parent = freshFolder();
  const made = await runSpinemed(['init', 'spine', '--sample'], { cwd: parent });
  expect([made.status, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain(path.join(parent, 'spine'));
  expect(made.stdout).toContain(`./spinemed -w ${path.join(parent, 'spine')} build`);
  expect(existsSync(path.join(parent, 'spine', 'spinemed.yaml'))).toBe(true);
  const yaml = readFileSync(path.join(parent, 'spine', 'spinemed.yaml'), 'utf8');

  const again = await runSpinemed(['init', 'spine'], { cwd: parent });
  expect([again.status, again.stdout]).toEqual([2, '']);
  expect(again.stderr).toContain('workspace-exists');
  expect(readFileSync(path.join(parent, 'spine', 'spinemed.yaml'), 'utf8')).toBe(yaml);
});

test('init leaves what is there alone', async () => {
  const folder = freshFolder();
  mkdirSync(path.join(folder, 'photos'));
  writeFileSync(path.join(folder, 'notes.txt'), 'mine');
  const calls: Array<[args: string[], code: string]> = [
    [['init', folder], 'folder-not-empty'],
    // An empty variable in a script is the folder one stands in.
    [['init', ''], 'folder-not-empty'],
    [['init', path.join(folder, 'notes.txt')], 'folder-not-empty'],
    [['init', path.join(folder, 'notes.txt', 'inside')], 'workspace-not-writable'],
  ];
  const all = await Promise.all(calls.map(([args]) => runSpinemed(args, { cwd: folder })));
  for (const [at, ran] of all.entries()) {
    expect([ran.status, ran.stdout], calls[at]![1]).toEqual([2, '']);
    expect(ran.stderr).toMatch(new RegExp(`^spinemed: ${calls[at]![1]}: [^\\n]+\\n$`));
  }
  expect(existsSync(path.join(folder, 'spinemed.yaml'))).toBe(false);
  expect(existsSync(path.join(folder, 'sources'))).toBe(false);
});
