import { shortText, type Unit } from '../markdown/unit.ts';
import type { Candidate } from './candidate.ts';
import { isPanelMark } from './is-panel-mark.ts';

/** How far apart two units stand: the weight of all that is between them. */
export type Distance = (first: number, second: number) => number;

const shortLength = 40;
const weights = {
  text: 2,
  heading: 1.5,
  item: 1.2,
  row: 0.7,
  break: 0.1,
  short: 0.6,
  inFigure: 0.15,
};

/** A page break, a running head or another picture hardly parts a picture from its caption; a
 *  paragraph does. A heading less than that: converters take running heads for headings. */
export function weighUnits(
  text: string,
  units: readonly Unit[],
  candidates: readonly Candidate[],
): Distance {
  const sums = new Float64Array(units.length + 1);
  let next = 0;
  for (let index = 0; index < units.length; index++) {
    while (next < candidates.length && candidates[next]!.unitEnd <= index) next++;
    const candidate = candidates[next];
    const isCaption =
      candidate !== undefined && candidate.unit <= index && candidate.form !== 'verb';
    sums[index + 1] = sums[index]! + (isCaption ? weights.inFigure : weigh(text, units[index]!));
  }
  return (first, second) => {
    const [before, after] = first < second ? [first, second] : [second, first];
    return Math.max(0, sums[after]! - sums[before + 1]!);
  };
}

function weigh(text: string, unit: Unit): number {
  switch (unit.kind) {
    case 'picture':
      return weights.inFigure;
    case 'break':
      return weights.break;
    case 'heading':
      return weights.heading;
    case 'row':
      return weights.row;
    default: {
      const written = shortText(text, unit);
      if (written !== null && isPanelMark(written)) return weights.break;
      if (written !== null && written.length < shortLength) return weights.short;
      return unit.kind === 'item' ? weights.item : weights.text;
    }
  }
}
