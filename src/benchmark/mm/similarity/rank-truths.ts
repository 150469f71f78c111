import type { DiseaseId } from '../../../spine/index.ts';
import { contradicts } from '../library/contradicts.ts';
import { diseaseIds, healthy, numberOf } from '../library/disease-numbers.ts';
import type { PictureLine } from '../library/picture-line.ts';

export type Truth = { picture: PictureLine; disease: DiseaseId };

/** What can be ranked: each disease of each picture. Healthy has no pictures in the library. */
export function truthsOf(pictures: readonly PictureLine[]): Truth[] {
  const settled = pictures.filter(({ diseases }) => !contradicts(diseases));
  return settled.flatMap(picture =>
    picture.diseases.flatMap(disease => (disease === 'healthy' ? [] : [{ picture, disease }])),
  );
}

/** What the patient has, or may have, beside the truth: no rivals of it. */
export function besidesOf({ picture, disease }: Truth): ReadonlySet<DiseaseId> {
  const all = new Set<DiseaseId>([...picture.has, ...picture.diseases]);
  all.delete(disease);
  return all;
}

/** Where the truth stands among the diseases by similarity, from 1; what the patient has besides is
 *  no rival, and of equals each has the mean of their places. Null where the library has no other
 *  picture of it. */
export function rankOf({ picture, disease }: Truth, similarity: Float32Array): number | null {
  const truth = numberOf(disease);
  const own = similarity[truth]!;
  if (own === Number.NEGATIVE_INFINITY) return null;
  const besides = besidesOf({ picture, disease });
  let rank = 1;
  for (let other = 0; other < healthy; other++) {
    if (other === truth || besides.has(diseaseIds[other]!)) continue;
    if (similarity[other]! > own) rank += 1;
    else if (similarity[other] === own) rank += 0.5;
  }
  return rank;
}

export type RankSummary = {
  /** Diseases of pictures that were ranked, and those that had no other picture to be found. */
  n: number;
  unranked: number;
  /** Null where nothing was ranked. */
  meanReciprocalRank: number | null;
  shareAtOne: number | null;
};

export function summariseRanks(ranks: readonly (number | null)[]): RankSummary {
  const ranked = ranks.filter(rank => rank !== null);
  const n = ranked.length;
  const mean = (of: (rank: number) => number) =>
    n === 0 ? null : ranked.reduce((sum, rank) => sum + of(rank), 0) / n;
  return {
    n,
    unranked: ranks.length - n,
    meanReciprocalRank: mean(rank => 1 / rank),
    shareAtOne: mean(rank => (rank === 1 ? 1 : 0)),
  };
}
