import { mergeRules, type Rule } from './merge-rules.ts';
import type { RawBox, Run } from './raw-page.ts';

/** A page of more lines is a drawing. */
const mostRules = 1000;
const touch = 3;

/** Drawn lines that part the cells of a table: down from one line across to another. */
export function wallsOf(rules: readonly RawBox[]): Rule[] {
  if (rules.length > mostRules) return [];
  const { across, down } = mergeRules(rules);
  return down.filter(
    wall =>
      wall.to - wall.from >= 6 &&
      across.some(
        rule =>
          rule.to - rule.from >= 10 &&
          wall.at >= rule.from - touch &&
          wall.at <= rule.to + touch &&
          rule.at >= wall.from - touch &&
          rule.at <= wall.to + touch,
      ),
  );
}

/** Runs over a wall as one on each side. Readers of PDF put pieces of a line together wherever they
 *  stand near, and a narrow cell ends nearer to the next than a word. */
export function cutRuns(runs: readonly Run[], walls: readonly Rule[]): Run[] {
  if (walls.length === 0) return [...runs];
  return runs.flatMap(run => {
    if (run.turns !== 0 || run.text.trim().length < 2) return [run];
    const y = run.y - 0.3 * run.size;
    const crossing = walls.filter(
      ({ at, from, to }) => at > run.x + 1 && at < run.x + run.width - 1 && y > from && y < to,
    );
    return crossing.length > 0 ? cutAt(run, crossing) : [run];
  });
}

function cutAt(run: Run, walls: readonly Rule[]): Run[] {
  const letters = [...run.text];
  const places = placesOf(letters, run);
  const pieces: Run[] = [];
  let [from, x] = [0, run.x];
  const push = (to: number, right: number) => {
    const text = letters.slice(from, to).join('').trim();
    if (text !== '') pieces.push({ ...run, text, x, width: Math.max(0, right - x) });
  };
  for (const { at } of walls) {
    const cut = nearestCut(letters, places, at, run.size);
    if (cut <= from || cut >= letters.length) continue;
    push(cut, Math.min(places[cut]!, at - 0.5));
    from = cut;
    x = Math.max(places[letters[cut] === ' ' ? cut + 1 : cut]!, at + 0.5);
  }
  push(letters.length, run.x + run.width);
  return pieces;
}

/** Where each letter begins, from how wide letters usually are: their own widths are not known. */
function placesOf(letters: readonly string[], run: Run): number[] {
  const widths = letters.map(widthOf);
  const scale = run.width / widths.reduce((sum, width) => sum + width, 0);
  const places = [run.x];
  for (const width of widths) places.push(places.at(-1)! + width * scale);
  return places;
}

/** A space is likelier than a place between two letters. */
function nearestCut(
  letters: readonly string[],
  places: readonly number[],
  at: number,
  size: number,
): number {
  let [best, least] = [0, Infinity];
  for (let cut = 1; cut < letters.length; cut++) {
    const cost = Math.abs(places[cut]! - at) - (letters[cut] === ' ' ? 0.8 * size : 0);
    if (cost < least) [best, least] = [cut, cost];
  }
  return best;
}

function widthOf(letter: string): number {
  if (/\p{Script=Han}|[\u3000-\u303F\uFF00-\uFFEF]/u.test(letter)) return 1;
  if (/[ijltfI.,;:'’|!()[\] ]/.test(letter)) return 0.3;
  if (/[mwMW—%@]/.test(letter)) return 0.85;
  return /\p{Lu}/u.test(letter) ? 0.67 : 0.5;
}
