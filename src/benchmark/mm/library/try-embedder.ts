import { hash } from 'node:crypto';
import type { Models } from '../../../contracts/models/index.ts';
import { SpinemedError } from '../../../errors/index.ts';
import { encodePixels } from '../pictures/encode-pixels.ts';

/** Something like bright vertebrae on a dark ground, of nobody. */
export async function probePicture(): Promise<{ sha256: string; png: Buffer }> {
  const [width, height] = [96, 160];
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isBody = x > 30 && x < 66 && y % 26 < 19;
    pixels[at] = isBody ? 190 - (y % 26) : 20 + Math.floor(x / 2);
  }
  const png = await encodePixels({ pixels, width, height, channels: 1 });
  return { sha256: hash('sha256', png, 'hex'), png };
}

/** Embeds a picture of no one, before hours are spent on the pictures of a benchmark. The door
 *  says what a model lacks; one that answers with nothing is told here. */
export async function tryEmbedder(
  models: Pick<Models, 'embed'>,
  { sha256, embedder, signal }: { sha256: string; embedder?: string; signal: AbortSignal },
): Promise<void> {
  const outcome = await models.embed({
    ...{ input: { sha256 }, class: 'public', signal },
    ...(embedder === undefined ? {} : { model: embedder }),
  });
  if (outcome.status === 'failed') throw nothingEmbedded(outcome.code);
}

export function nothingEmbedded(code: string): SpinemedError {
  return new SpinemedError({
    code: 'nothing-embedded',
    mender: 'user',
    message: `the embedder gives no point for any picture (${code})`,
    hint: 'Name another model, or get its files anew; offline is always there.',
  });
}
