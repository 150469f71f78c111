import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const server = `
process.on('SIGTERM', () => { console.log('ended'); process.exit(0); });
setTimeout(() => process.exit(1), 30_000);
console.log('ready');
`;

test.skipIf(process.platform === 'win32')(
  'what npm started ends when npm is asked to end, which kills the shell between them alone',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-run-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'server.cjs');
    writeFileSync(file, server);
    const shell = spawn('sh', ['-c', `'${process.execPath}' setup/run.cjs '${file}'; true`], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    shell.stdout.setEncoding('utf8').on('data', text => {
      said += text;
      if (said === 'ready\n') shell.kill('SIGTERM');
    });
    await once(shell.stdout, 'close');
    expect(said).toBe('ready\nended\n');
  },
);
