import { numberFollows } from '../labels/number-follows.ts';
import { readCaptionStart } from '../labels/read-caption-start.ts';
import { readHeads } from '../labels/read-head.ts';
import type { Line } from '../markdown/unit.ts';
import { isOpenEnded } from './is-open-ended.ts';

/** Captions of pictures side by side that a converter wrote behind each other on one line, each as
 *  lines of its own. Elsewhere a label within a caption is a citation. */
export function splitSideBySide(lines: readonly Line[], hasPictures: boolean): Line[][] {
  if (!hasPictures || lines.length !== 1 || lines[0]!.text.length > 2000) return [[...lines]];
  const [line] = lines as [Line];
  let last = readCaptionStart(line.text, line)?.labels[0];
  const cuts = [0];
  for (const { start } of last ? readHeads(line.text) : []) {
    if (start === 0) continue;
    const before = line.text.slice(cuts.at(-1), start).trimEnd();
    if (before === '' || isOpenEnded(before) || !/[\s.。;；]$/.test(line.text.slice(0, start)))
      continue;
    const next = readCaptionStart(line.text.slice(start));
    if (!next || next.form === 'verb' || !numberFollows(last!.key, next.labels[0]!.key)) continue;
    cuts.push(start);
    last = next.labels[0];
  }
  return cuts.map((cut, index) => [
    { ...line, text: line.text.slice(cut, cuts[index + 1]).trim() },
  ]);
}
