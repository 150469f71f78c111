import { homedir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { usualCacheFolder } from './find-model-folder.ts';

test('looks where the tools of Hugging Face look', () => {
  const home = path.resolve('/data/hf');
  expect(usualCacheFolder({ HF_HUB_CACHE: home, HF_HOME: '/other' })).toBe(home);
  expect(usualCacheFolder({ HF_HOME: home })).toBe(path.join(home, 'hub'));
  expect(usualCacheFolder({})).toBe(path.join(homedir(), '.cache/huggingface/hub'));
});
