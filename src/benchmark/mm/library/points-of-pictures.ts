import type { DataClass } from '../../../contracts/data-class.ts';
import type { Answerer, Models } from '../../../contracts/models/index.ts';
import { SpinemedError } from '../../../errors/index.ts';
import type { Points } from '../options/rank-diseases.ts';
import { sideBySide } from '../side-by-side.ts';
import { nothingEmbedded } from './try-embedder.ts';

export type Embeddable = { sha256: string; class: DataClass };

export type Embedded = {
  points: Points;
  /** The row of each picture that has one. */
  rowOf: ReadonlyMap<string, number>;
  /** Who embedded; null where nobody was asked. */
  by: Answerer | null;
  /** Code of what went wrong, by picture. */
  failed: ReadonlyMap<string, string>;
};

type Options = {
  models: Pick<Models, 'embed'>;
  /** A name in `spinemed.yaml`, or `offline`; else who plays the role. */
  embedder: string | undefined;
  onProgress(done: number, of: number): void;
  signal: AbortSignal;
};

/** The door keeps limits; more than this would only wait in line. */
const atOnce = 16;

/** Each picture as a point, through the door: what its log knows is not computed again. */
export async function pointsOfPictures(
  pictures: readonly Embeddable[],
  { models, embedder, onProgress, signal }: Options,
): Promise<Embedded> {
  const vectors = new Map<string, Float32Array>();
  const failed = new Map<string, string>();
  let by: Answerer | null = null;
  let done = 0;
  await sideBySide(pictures, atOnce, async ({ sha256, class: dataClass }) => {
    const outcome = await models.embed({
      ...{ input: { sha256 }, class: dataClass, signal },
      ...(embedder === undefined ? {} : { model: embedder }),
    });
    by ??= outcome.by;
    if (outcome.status === 'answered') vectors.set(sha256, outcome.answer);
    else failed.set(sha256, outcome.code);
    onProgress(++done, pictures.length);
  });
  const [code] = failed.values();
  if (vectors.size === 0 && code !== undefined) throw nothingEmbedded(code);
  const rows = pictures.filter(({ sha256 }) => vectors.has(sha256));
  const dimensions = vectors.get(rows[0]?.sha256 ?? '')?.length ?? 0;
  const values = new Float32Array(rows.length * dimensions);
  for (const [row, { sha256 }] of rows.entries()) {
    const vector = vectors.get(sha256)!;
    if (vector.length !== dimensions) throw uneven();
    values.set(vector, row * dimensions);
  }
  return {
    points: { rows: rows.length, dimensions, values },
    rowOf: new Map(rows.map(({ sha256 }, row) => [sha256, row])),
    by,
    failed,
  };
}

function uneven(): SpinemedError {
  return new SpinemedError({
    code: 'embeddings-uneven',
    mender: 'user',
    message: 'the embedder gives some pictures more numbers than others',
    hint: 'Name a model that sees every picture in the same size, such as SigLIP2.',
  });
}
