import type { Context } from './binding.ts';
import type { CaptionUnits } from './captions/candidate.ts';
import { excerpt } from './excerpt.ts';
import { showText } from './markdown/join-lines.ts';
import { linesOf, runningText, shortText, type Unit } from './markdown/unit.ts';

const farthest = 6;
const shortest = 30;

/** The paragraphs that stand beside a picture, before it and behind it, unless they are its already. */
export function findNeighbours(
  text: string,
  units: readonly Unit[],
  place: number,
  captions: CaptionUnits,
  known: readonly Context[],
  isReference: (unit: number) => boolean,
): Context[] {
  const found: Context[] = [];
  for (const [step, rule] of [
    [-1, 'before'],
    [1, 'after'],
  ] as const) {
    for (let far = 1; far <= farthest; far++) {
      const at = place + step * far;
      const unit = units[at];
      if (!unit || unit.kind === 'heading') break;
      if (unit.kind !== 'text' && unit.kind !== 'item') continue;
      if (
        captions.has(at) ||
        isReference(at) ||
        (shortText(text, unit)?.length ?? shortest) < shortest
      )
        continue;
      const lines = linesOf(text, unit);
      if (lines.length === 0) continue;
      const span: [number, number] = [lines[0]!.line, lines.at(-1)!.line];
      const isKnown = known.some(({ lines: [a, b] }) => a === span[0] && b === span[1]);
      if (!isKnown) {
        const shown = excerpt(showText(runningText(lines)), null);
        found.push({ text: shown, lines: span, relation: 'adjacent', rule, confidence: 0.4 });
      }
      break;
    }
  }
  return found;
}
