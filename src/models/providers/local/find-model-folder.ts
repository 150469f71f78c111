import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { missingModel } from './missing-model.ts';

export type Wanted = { model: string; cacheFolder: string; allowDownload: boolean };

/** Where the model lies, as an absolute folder; its hub name where it may be downloaded. */
export function findModelFolder({ model, cacheFolder, allowDownload }: Wanted): string {
  if (isFolder(model)) return withConfig(path.resolve(model));
  if (!isHubName(model)) throw missingModel(model);
  const snapshot = findSnapshot(model, cacheFolder);
  if (snapshot) return withConfig(snapshot);
  // Downloads are kept like this too; what is there already is not fetched again.
  if (allowDownload) return model;
  const downloaded = path.join(cacheFolder, model);
  if (isFolder(downloaded)) return withConfig(downloaded);
  throw missingModel(downloaded);
}

/** Where Hugging Face's own tools keep what they downloaded. */
export function usualCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { HF_HUB_CACHE, HF_HOME } = environment;
  if (HF_HUB_CACHE) return path.resolve(HF_HUB_CACHE);
  return path.join(
    HF_HOME ? path.resolve(HF_HOME) : path.join(homedir(), '.cache/huggingface'),
    'hub',
  );
}

function withConfig(folder: string): string {
  if (!existsSync(path.join(folder, 'config.json'))) throw missingModel(folder, 'config.json');
  return folder;
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Names become parts of paths: `..` and the like must not. */
function isHubName(name: string): boolean {
  return /^\w[\w.-]*\/\w[\w.-]*$/.test(name) && !name.includes('..') && !name.includes('--');
}

/** The layout of the Python tools: `models--owner--name/snapshots/COMMIT`. */
function findSnapshot(name: string, cacheFolder: string): string | undefined {
  const kept = path.join(cacheFolder, `models--${name.replace('/', '--')}`);
  const main = path.join(kept, 'refs', 'main');
  if (!existsSync(main)) return undefined;
  const commit = readFileSync(main, 'utf8').trim();
  const folder = path.join(kept, 'snapshots', commit);
  return /^\w+$/.test(commit) && isFolder(folder) ? folder : undefined;
}
