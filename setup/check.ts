// Types, lint and format, layers: all with zero warnings.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const tool = (file: string) => path.join(root, 'node_modules', file);
const checks: Array<[name: string, script: string, ...args: string[]]> = [
  ['types', tool('typescript/bin/tsc'), '--noEmit', '-p', '.'],
  ['lint', tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  [
    'layers',
    tool('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', 'setup/layers.cjs', 'src', 'recipes', 'web/src'],
  ],
];

const failed = checks.filter(([name, script, ...args]) => {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  process.stdout.write(`${name}: ${status === 0 ? 'ok' : 'FAILED'}\n`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
