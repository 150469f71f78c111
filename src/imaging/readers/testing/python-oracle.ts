import { execFileSync, spawnSync } from 'node:child_process';

const python = '/usr/bin/python3';

/** Why a test against Python's readers cannot run here; undefined where it can. */
export function missingOracle(...modules: string[]): string | undefined {
  const script = `import ${modules.join(', ')}`;
  const { status } = spawnSync(python, ['-c', script], { stdio: 'ignore' });
  return status === 0 ? undefined : `python3 with ${modules.join(', ')} is not installed`;
}

/** Runs a script that prints a JSON line a file. */
export function runOracle<Line>(script: string, folder: string): Line[] {
  const printed = execFileSync(python, [script, folder], { maxBuffer: 2 ** 28 }).toString();
  return printed
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
}
