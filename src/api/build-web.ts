import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { productFolder } from '../config/index.ts';
import { SpinemedError } from '../errors/index.ts';

const web = path.join(productFolder, 'web');
/** The web shell, once it is built. */
export const webFolder = path.join(web, 'dist');
/** What goes into the bundle: a change in any of it builds anew. */
const inputs = ['web', 'src/contracts', 'src/spine', 'src/statistics', 'package-lock.json'];

/** Builds the web shell if it is not there or not of these sources. Aside and renamed, so
 *  that a kill or a second builder leaves no half page. */
export async function buildWeb(onStart?: () => void): Promise<void> {
  const stamp = fingerprint();
  const stampFile = path.join(webFolder, 'sources.txt');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  onStart?.();
  const aside = mkdtempSync(path.join(productFolder, '.spinemed-tmp-web-'));
  try {
    await runVite(path.join(aside, 'dist'));
    writeFileSync(path.join(aside, 'dist', 'sources.txt'), stamp);
    if (existsSync(webFolder)) renameSync(webFolder, path.join(aside, 'old'));
    renameSync(path.join(aside, 'dist'), webFolder);
  } catch (error) {
    // Another process may have put its own, equal one there meanwhile.
    if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function fingerprint(): string {
  return hash(
    'sha256',
    inputs.flatMap(input => filesOf(path.join(productFolder, input))).join('\n'),
  );
}

function filesOf(place: string): string[] {
  if (!existsSync(place) || place === webFolder) return [];
  const name = path.relative(productFolder, place);
  try {
    return readdirSync(place)
      .sort()
      .flatMap(entry => filesOf(path.join(place, entry)));
  } catch {
    return [`${name} ${hash('sha256', readFileSync(place))}`];
  }
}

function runVite(outDir: string): Promise<void> {
  const vite = path.join(productFolder, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [
    vite,
    'build',
    '--config',
    path.join(web, 'vite.config.ts'),
    '--outDir',
    outDir,
    '--logLevel',
    'error',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: productFolder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('exit', code => {
      if (code === 0) return resolve();
      const message = `the web shell did not build: ${said.trim().split('\n').slice(0, 3).join(' ')}`;
      return reject(
        new SpinemedError({ code: 'web-not-built', mender: 'us', message, place: 'web/' }),
      );
    });
  });
}
