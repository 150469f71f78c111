import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed } from '../../tests/run-spinemed.ts';

const oneLine = /^spinemed: [a-z-]+: [^\n]+\n$/;

test.concurrent('a mistake in the call is one line and exit code 2', async () => {
  const { status, stdout, stderr } = await runSpinemed(['buld']);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(oneLine);
  expect(stderr).toContain("bad-call: unknown command 'buld' (Did you mean build?). ");
});

test.concurrent('a command that only groups others shows them, and says that it was called wrongly', async () => {
  const [bare, group] = await Promise.all([runSpinemed([]), runSpinemed(['people'])]);
  expect([bare.status, bare.stdout, group.status, group.stdout]).toEqual([2, '', 2, '']);
  expect(bare.stderr).toContain('build [options] [recipe]');
  expect(group.stderr).toContain('invite [options] <email>');
});

test.concurrent('help and version are results: standard output, exit code 0', async () => {
  const [help, version] = await Promise.all([
    runSpinemed(['build', '--help']),
    runSpinemed(['--version']),
  ]);
  expect([help.status, help.stderr, version.status, version.stderr]).toEqual([0, '', 0, '']);
  expect(help.stdout).toContain('Example:');
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.concurrent('without a workspace the line says where it looked and how to make one', async () => {
  const { SPINEMED_WORKSPACE: _, ...environment } = process.env;
  const ran = await runSpinemed(['-w', '/nowhere', 'status'], { environment });
  expect([ran.status, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toMatch(oneLine);
  expect(ran.stderr).toContain('no-workspace: no spinemed.yaml found (/nowhere). ');
  expect(ran.stderr).toContain('spinemed init');
});

test.concurrent('a misspelt setting is told with its line and with what is allowed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    path.join(folder, 'spinemed.yaml'),
    'name: here\nserver:\n  host: ::1\n  prot: 4411\n',
  );
  const ran = await runSpinemed(['-w', folder, 'status']);
  expect([ran.status, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toMatch(oneLine);
  expect(ran.stderr).toContain('spinemed.yaml:4)');
  expect(ran.stderr).toContain('prot');
  expect(ran.stderr).toContain('host, port, publicUrl, oidc');
});

test.concurrent('a reader that leaves early is no error', async () => {
  const launcher = path.resolve(import.meta.dirname, '../../spinemed');
  const { spawn } = await import('node:child_process');
  // The reader is gone before the first line is written.
  const child = spawn('/bin/sh', ['-c', `(sleep 0.1; "${launcher}" --help) | true`]);
  let stderr = '';
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  await new Promise(resolve => child.on('close', resolve));
  expect(stderr).toBe('');
});
