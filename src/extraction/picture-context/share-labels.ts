import type { Candidate } from './captions/candidate.ts';
import type { Label } from './labels/label.ts';

type Labelled = { label: Label | null; others: readonly Label[] };

/** A caption that tells more figures than it has pictures, as that of a plate does: each of its pictures
 *  goes by all of its numbers, and a single one is called by the first. */
export function shareLabels(
  pictures: Labelled[],
  candidates: readonly Candidate[],
  owners: Int32Array,
): void {
  for (let from = 0; from < pictures.length; ) {
    const owner = owners[from]!;
    let to = from + 1;
    const [first, last] = captionOf(candidates, owner);
    while (to < pictures.length && owner >= 0 && owners[to]! >= first && owners[to]! < last) to++;
    const held = new Set(owners.slice(from, to));
    if (owner >= 0 && held.size < last - first) {
      const labels = candidates.slice(first, last).flatMap(({ label }) => label ?? []);
      for (const picture of pictures.slice(from, to)) {
        if (to - from === 1) picture.label = labels[0] ?? null;
        picture.others = labels.filter(label => label !== picture.label);
      }
    }
    from = to;
  }
}

/** The candidates that are one caption, from and to (exclusive). */
function captionOf(candidates: readonly Candidate[], index: number): [number, number] {
  const own = candidates[index];
  if (!own?.label) return [index, index + 1];
  const isSame = (other: Candidate | undefined) =>
    other?.unit === own.unit && other.lines[0] === own.lines[0] && other.text === own.text;
  let [first, last] = [index, index + 1];
  while (isSame(candidates[first - 1])) first--;
  while (isSame(candidates[last])) last++;
  return [first, last];
}
