import { seededRandom } from '../../statistics/index.ts';

export type Picking = { limit: number | null; sample: number | null; seed: number | null };

/** Which places of a benchmark are asked: the first `limit` of all, or of a seeded sample of
 *  them in the benchmark's own order. `of` is needed for a sample alone. */
export function pickPlaces(of: number | null, picking: Picking): (place: number) => boolean {
  const { limit, sample, seed } = picking;
  const most = limit ?? Number.POSITIVE_INFINITY;
  if (sample === null || of === null) return place => place < most;
  const drawn = draw(of, sample, seed ?? 0).sort((a, b) => a - b);
  const picked = new Set(drawn.slice(0, most));
  return place => picked.has(place);
}

function draw(of: number, count: number, seed: number): number[] {
  const random = seededRandom(seed);
  const places = Array.from({ length: of }, (_, at) => at);
  const most = Math.min(count, of);
  for (let i = 0; i < most; i++) {
    const other = i + random(of - i);
    [places[i], places[other]] = [places[other]!, places[i]!];
  }
  return places.slice(0, most);
}
