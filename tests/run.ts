// Runs vitest and closes with `N passed, N failed` on a line of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const long = process.argv.includes('--long');
const filters = process.argv.slice(2).filter(arg => arg !== '--long');
const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-report-'));
const report = path.join(folder, 'report.json');

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const flags = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  '--passWithNoTests',
];
const { status } = spawnSync(process.execPath, [vitest, ...flags, ...filters], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(long ? { SPINEMED_LONG_TESTS: '1' } : {}) },
});

const { passed, failed, skipped } = count();
rmSync(folder, { recursive: true, force: true });
const left = skipped > 0 ? `, ${skipped} skipped` : '';
process.stdout.write(`\n${passed} passed, ${failed} failed${left}\n`);
process.exitCode = failed > 0 ? 1 : (status ?? 1);

/** A file that does not even load, or a run that broke off, is a failure too. */
function count(): { passed: number; failed: number; skipped: number } {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const brokenFiles = result.testResults.filter(
      (file: { status: string; assertionResults: unknown[] }) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + brokenFiles || (status === 0 ? 0 : 1),
      skipped: result.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
