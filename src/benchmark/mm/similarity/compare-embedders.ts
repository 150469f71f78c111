import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Models } from '../../../contracts/models/index.ts';
import { type DiseaseId, diseases } from '../../../spine/index.ts';
import { readLines } from '../../items/read-lines.ts';
import { type Embedder, files, readBuild } from '../build-file.ts';
import { chooseLibrary } from '../library/choose-library.ts';
import { healthy } from '../library/disease-numbers.ts';
import { type PictureLine, pictureLineSchema } from '../library/picture-line.ts';
import { pointsOfPictures } from '../library/points-of-pictures.ts';
import { similarities } from '../library/similarities.ts';
import { pictureName } from '../pictures/rendered-journal.ts';
import { sampleBySeed } from '../sample-by-seed.ts';
import {
  besidesOf,
  type RankSummary,
  rankOf,
  summariseRanks,
  type Truth,
  truthsOf,
} from './rank-truths.ts';

export type SampleRow = {
  sha256: string;
  /** Within the folder of the build. */
  picture: string;
  /** Dataset and file. */
  place: string;
  truth: DiseaseId;
  /** What the patient has, or may have, besides: no rivals of the truth. */
  besides: DiseaseId[];
  similarity: Partial<Record<DiseaseId, number | null>>;
  rank: number | null;
};

export type EmbedderResult = {
  embedder: Embedder | null;
  dimensions: number;
  /** Pictures that could not be embedded. */
  failed: number;
  samples: SampleRow[];
  /** The picture alone left out of the library, as in the paper. */
  otherPictures: RankSummary;
  /** All pictures of the patient left out: what is alike may else be the patient. */
  otherPatients: RankSummary;
  byDisease: Partial<Record<DiseaseId, RankSummary>>;
};

type Options = {
  folder: string;
  models: Pick<Models, 'embed'>;
  embedders: readonly string[];
  /** Pictures whose similarities are shown one by one; all of one disease where it is named. */
  samples: number;
  disease: DiseaseId | undefined;
  seed: number | undefined;
  onProgress(embedder: string, done: number, of: number): void;
  signal: AbortSignal;
};

/** Embedding models side by side on the pictures and the library of a build. */
export async function compareEmbedders(options: Options): Promise<EmbedderResult[]> {
  const { folder, models, embedders, signal } = options;
  const { settings } = await readBuild(folder);
  const pictures = await readPictureLines(folder);
  const library = chooseLibrary(pictures, { perDisease: settings.library, seed: settings.seed });
  const truths = truthsOf(pictures);
  const shown = sampleBySeed(
    truths.filter(({ disease }) => disease === (options.disease ?? disease)),
    options.samples,
    {
      seed: options.seed ?? settings.seed,
      keyOf: ({ picture, disease }) => `${disease} ${picture.sha256}`,
    },
  );
  const results: EmbedderResult[] = [];
  for (const embedder of embedders) {
    const embedded = await pointsOfPictures(pictures, {
      ...{ models, embedder, signal },
      onProgress: (done, of) => options.onProgress(embedder, done, of),
    });
    const similarTo = await similarities(pictures, library, embedded);
    const apart = await similarities(pictures, library, embedded, 'other-patients');
    results.push({
      embedder: embedded.by,
      dimensions: embedded.points.dimensions,
      failed: embedded.failed.size,
      samples: shown.flatMap(truth => sampleRow(truth, similarTo)),
      otherPictures: summariseRanks(ranksOf(truths, similarTo)),
      otherPatients: summariseRanks(ranksOf(truths, apart)),
      byDisease: Object.fromEntries(
        diseases.flatMap(({ id }) => {
          const own = truths.filter(({ disease }) => disease === id);
          return own.length === 0 ? [] : [[id, summariseRanks(ranksOf(own, similarTo))]];
        }),
      ),
    });
  }
  return results;
}

async function readPictureLines(folder: string): Promise<PictureLine[]> {
  const pictures: PictureLine[] = [];
  for await (const { text } of readLines(createReadStream(path.join(folder, files.pictures))))
    pictures.push(pictureLineSchema.parse(JSON.parse(text)));
  return pictures;
}

type Similar = ReadonlyMap<string, Float32Array>;

function ranksOf(truths: readonly Truth[], similarTo: Similar): (number | null)[] {
  return truths.flatMap(truth => {
    const similarity = similarTo.get(truth.picture.sha256);
    return similarity ? [rankOf(truth, similarity)] : [];
  });
}

function sampleRow(truth: Truth, similarTo: Similar): SampleRow[] {
  const similarity = similarTo.get(truth.picture.sha256);
  if (!similarity) return [];
  const named = diseases.slice(0, healthy).map(({ id }, at) => {
    const value = similarity[at]!;
    return [id, Number.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null] as const;
  });
  return [
    {
      sha256: truth.picture.sha256,
      picture: pictureName(truth.picture.sha256),
      place: truth.picture.place,
      truth: truth.disease,
      besides: [...besidesOf(truth)],
      similarity: Object.fromEntries(named),
      rank: rankOf(truth, similarity),
    },
  ];
}
