import { cutRuns, wallsOf } from './cut-runs.ts';
import type { Rule } from './merge-rules.ts';
import type { RawPage, Run } from './raw-page.ts';
import type { Segment } from './segment.ts';
import { plain } from './styles.ts';

/** Of the size of the letters: how far ascenders and descenders reach. */
const ascent = 0.8;
const descent = 0.22;

/** Wider than the spaces of justified text, narrower than the gap between two columns. */
const mostGap = 0.75;
/** A space that the file itself writes may be stretched further. */
const mostWrittenGap = 1.5;

/** `reach`: how far it goes with the spaces that end it. */
type Open = Segment & { reach: number; isSpaced: boolean; font: number };

/** Runs that follow each other on one baseline, put together. Turned runs are left out. In tables
 *  a gap parts cells that justified text would have between two words. */
export function toSegments(
  { runs, fonts, rules }: Pick<RawPage, 'runs' | 'fonts' | 'rules'>,
  where: 'text' | 'table' = 'text',
): Segment[] {
  const walls = wallsOf(rules);
  const segments: Open[] = [];
  let open: Open | undefined;
  for (const run of cutRuns(runs, walls)) {
    if (run.turns !== 0) continue;
    const isBlank = run.text.trim() === '';
    if (open && continues(open, run, isBlank, where) && !isWalledOff(open, run, walls)) {
      append(open, run, isBlank);
      continue;
    }
    if (isBlank) continue;
    open = openSegment(run, fonts[run.font]);
    segments.push(open);
  }
  return segments.map(({ text, box, baseline, size, bold, style }) => ({
    text: text.trim(),
    box,
    baseline,
    size,
    bold,
    style,
  }));
}

function openSegment(run: Run, font: RawPage['fonts'][number] | undefined): Open {
  const { x, y, width, size } = run;
  return {
    text: run.text,
    box: [x, y - ascent * size, Math.max(width, 0), (ascent + descent) * size],
    baseline: y,
    size,
    bold: font?.bold ?? false,
    style: font && font.name !== '' ? { bold: font.bold, italic: font.italic } : plain,
    reach: x + Math.max(width, 0),
    isSpaced: / $/.test(run.text),
    font: run.font,
  };
}

function continues(open: Open, run: Run, isBlank: boolean, where: 'text' | 'table'): boolean {
  const { size } = open;
  if (Math.abs(run.y - open.baseline) > 0.12 * size || run.x - open.reach < -1.2 * size)
    return false;
  const gap = run.x - (open.box[0] + open.box[2]);
  if (isBlank) return gap <= mostGap * size;
  const sameSize = Math.abs(run.size - size) <= 0.12 * size;
  const most = open.isSpaced && where === 'text' ? mostWrittenGap : mostGap;
  return sameSize && run.font === open.font && gap <= most * size;
}

/** A line of a table between two cells, however near their texts come. */
function isWalledOff(open: Open, run: Run, walls: readonly Rule[]): boolean {
  const end = open.box[0] + open.box[2];
  const y = run.y - 0.3 * run.size;
  return walls.some(({ at, from, to }) => at > end - 0.6 && at < run.x + 0.6 && from < y && to > y);
}

function append(open: Open, run: Run, isBlank: boolean): void {
  const gap = run.x - open.reach;
  const needsSpace = gap > 0.16 * open.size && !open.isSpaced && !/^\s/.test(run.text);
  // A place where a word might have been parted comes as a space of next to no width.
  if (isBlank && run.width > 0 && run.width < 0.08 * open.size) return;
  open.text += isBlank ? ' ' : `${needsSpace ? ' ' : ''}${run.text}`;
  open.isSpaced = isBlank || / $/.test(run.text);
  open.reach = Math.max(open.reach, run.x + run.width);
  if (!isBlank) open.box[2] = open.reach - open.box[0];
}
