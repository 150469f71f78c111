import { existsSync } from 'node:fs';
import path from 'node:path';
import { openLocalModel } from './local/index.ts';
import type { OpenProvider } from './open-provider.ts';
import { ownFailure } from './own-failure.ts';
import type { Generated, Request } from './provider.ts';
import { toldForm } from './told-form.ts';

/** A model that runs in this house, from a folder or from the hub's cache on this machine. */
export const openLocal: OpenProvider = ({ model: name, download, timeoutMs }, _, base) => {
  const folder = path.resolve(base, name);
  const model = openLocalModel({
    model: existsSync(folder) ? folder : name,
    allowDownload: download,
    timeoutMs,
  });

  async function generate(request: Request, onText?: (delta: string) => void): Promise<Generated> {
    const { prompt, pictures, parameters, form, signal } = request;
    const { maxOutputTokens, temperature, seed } = parameters;
    const asked = model.generate({
      prompt: form ? { ...prompt, system: toldForm(prompt.system, form) } : prompt,
      pictures: new Map([...pictures].map(([sha256, { bytes }]) => [sha256, bytes])),
      maxOutputTokens,
      ...(temperature === undefined ? {} : { temperature }),
      ...(seed === undefined ? {} : { seed }),
      signal,
      ...(onText ? { onText } : {}),
    });
    const { text, finish, tokens } = await asked.catch(fail);
    return { text, finish, tokens: { ...tokens, cachedInput: null } };
  }

  return {
    generate,
    stream: generate,
    embed: (picture, signal) => model.embed(picture.bytes, signal).catch(fail),
    close: () => model.close(),
  };
};

function fail(error: unknown): never {
  throw ownFailure(error);
}
