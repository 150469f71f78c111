import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { probePicture, tryEmbedder } from '../../../benchmark/index.ts';
import type { ModelSettings } from '../../../config/index.ts';
import { SpinemedError } from '../../../errors/index.ts';
import { openFileLog, openModels } from '../../../models/index.ts';

type Given = { settings: ModelSettings; base: string; signal: AbortSignal };

/** Before hours are spent on pictures: each embedder is there, is of a kind that embeds, and turns
 *  a picture into a point. Asked with a log of its own, for nothing of it is to be kept. */
export async function checkEmbedders(
  named: readonly string[],
  { settings, base, signal }: Given,
): Promise<void> {
  for (const name of named) checkName(name, settings.models);
  const folder = await mkdtemp(path.join(tmpdir(), 'spinemed-embedder-'));
  const { sha256, png } = await probePicture();
  const log = await openFileLog(path.join(folder, 'calls.jsonl'), { capUsd: null });
  const models = openModels({ settings, log, readPicture: async () => png, base });
  try {
    // Without a name whoever plays the role is asked.
    for (const embedder of named.length > 0 ? named : [undefined])
      await tryEmbedder(models, {
        sha256,
        signal,
        ...(embedder === undefined ? {} : { embedder }),
      });
  } finally {
    await models.close();
    await log.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function checkName(name: string, models: ModelSettings['models']): void {
  const isKnown = Object.hasOwn(models, name) || name === 'offline';
  const provider = models[name]?.provider ?? name;
  if (isKnown && ['local', 'offline'].includes(provider)) return;
  const isVendors = /^(openai|anthropic|google)\/./.test(name);
  const local = Object.keys(models).filter(each => models[each]!.provider === 'local');
  throw new SpinemedError({
    mender: 'user',
    ...(isKnown || isVendors
      ? { code: 'cannot-embed-pictures', message: `${name} cannot turn pictures into points` }
      : { code: 'no-such-model', message: `there is no model "${name}" in spinemed.yaml` }),
    hint: `Name a local model (provider: local, such as SigLIP2), or offline. There are: ${[...local, 'offline'].join(', ')}.`,
  });
}
