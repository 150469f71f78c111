import type { Unit } from '../markdown/unit.ts';
import type { Candidate } from './candidate.ts';
import type { Distance } from './weigh-units.ts';

/** What a caption behind its picture costs in this document, and one before it. */
export type Lean = { behind: number; ahead: number };

const together = 0.5;

/** Most documents set all their captions on one side. Which, is seen where pictures and captions stand
 *  together: what begins with a picture and ends with a caption has its captions behind. */
export function leanOfLayout(
  pictures: readonly number[],
  candidates: readonly Candidate[],
  units: readonly Unit[],
  distance: Distance,
): Lean {
  let behind = 1.5;
  let ahead = 0.5;
  const marked = candidates.filter(
    ({ form, isTable, isListed }) => form !== 'verb' && !isTable && !isListed,
  );
  let [nextPicture, nextCaption] = [0, 0];
  let first: 'picture' | 'caption' | null = null;
  let last: { kind: 'picture' | 'caption'; unit: number } | null = null;
  const close = () => {
    if (first === 'picture' && last?.kind === 'caption') behind++;
    if (first === 'caption' && last?.kind === 'picture') ahead++;
  };
  while (nextPicture < pictures.length || nextCaption < marked.length) {
    const picture = pictures[nextPicture] ?? Number.POSITIVE_INFINITY;
    const caption = marked[nextCaption]?.unit ?? Number.POSITIVE_INFINITY;
    const kind = picture < caption ? 'picture' : 'caption';
    const unit = Math.min(picture, caption);
    if (kind === 'picture') nextPicture++;
    else nextCaption++;
    if (kind === 'picture' && units[unit]!.picture!.isInSentence) continue;
    if (last && distance(last.unit, unit) > together) {
      close();
      first = null;
    }
    first ??= kind;
    last = { kind, unit: kind === 'caption' ? marked[nextCaption - 1]!.unitEnd - 1 : unit };
  }
  close();
  const share = behind / (behind + ahead);
  return { behind: -0.5 * Math.log(share), ahead: -0.5 * Math.log(1 - share) };
}
