import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sessionSecret } from './session-secret.ts';

function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the secret is made once, is the workspace’s own, and only its owner reads it', () => {
  const folder = freshFolder();
  const secret = sessionSecret(folder, {});
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(sessionSecret(folder, {})).toBe(secret);
  expect(sessionSecret(freshFolder(), {})).not.toBe(secret);
  expect(readdirSync(folder)).toEqual(['session-secret']);
  expect(statSync(path.join(folder, 'session-secret')).mode & 0o077).toBe(0);
});

test('processes that start at once share one secret', () => {
  const folder = freshFolder();
  const module = JSON.stringify(path.join(import.meta.dirname, 'session-secret.ts'));
  const script = `
    import { fork } from 'node:child_process';
    import { sessionSecret } from ${module};
    process.stdout.write(sessionSecret(${JSON.stringify(folder)}, {}) + '\\n');
  `;
  const one = `"${process.execPath}" --input-type=module -e '${script.replaceAll("'", "'\\''")}'`;
  const { stdout } = spawnSync('/bin/sh', ['-c', `${one} & ${one} & ${one} & wait`], {
    encoding: 'utf8',
  });
  const secrets = stdout.trim().split('\n');
  expect(secrets).toHaveLength(3);
  expect(new Set(secrets)).toEqual(
    new Set([readFileSync(path.join(folder, 'session-secret'), 'utf8')]),
  );
});

test('the environment’s comes first; one that is too short is refused, wherever it stands', () => {
  const folder = freshFolder();
  const given = 'x'.repeat(32);
  expect(sessionSecret(folder, { SPINEMED_SESSION_SECRET: given })).toBe(given);
  expect(() => sessionSecret(folder, { SPINEMED_SESSION_SECRET: 'short' })).toThrow(
    expect.objectContaining({ code: 'session-secret-short', place: 'SPINEMED_SESSION_SECRET' }),
  );
  writeFileSync(path.join(folder, 'session-secret'), '');
  expect(() => sessionSecret(folder, {})).toThrow(
    expect.objectContaining({ code: 'session-secret-short' }),
  );
});
