import { LEVELS, type Level } from '../../../spine/index.ts';

/** From the bottom: L5 is 1, and the disc below it too. From the top: L5 is 24. */
export type Numbering = 'from the bottom' | 'from the top';

const ordinary: readonly Level[] = LEVELS.filter(level => level !== 'T13' && level !== 'L6');
const fromL5 = ordinary.slice(0, ordinary.indexOf('S1')).reverse();
const fromC1 = LEVELS.filter(level => /^(C\d|[TL])/.test(level) && level !== 'T13');

/** Lumbar pictures do not reach as high as the fifteenth vertebra from below, nor begin at the
 *  fifteenth from above. Null where numbers of both kinds stand side by side. */
export function numberingOf(labels: Iterable<number>): Numbering | null {
  const found = new Set(
    [...labels].map(label => (label > 15 ? 'from the top' : 'from the bottom')),
  );
  return found.size > 1 ? null : ([...found][0] ?? 'from the bottom');
}

/** The vertebra with that number; undefined where there is none. */
export function vertebraOfNumber(number: number, numbering: Numbering): Level | undefined {
  return (numbering === 'from the bottom' ? fromL5 : fromC1)[number - 1];
}

/** The two vertebrae of the disc below it. */
export function discOfNumber(number: number, numbering: Numbering): [Level, Level] | undefined {
  const upper = vertebraOfNumber(number, numbering);
  if (!upper) return undefined;
  return [upper, upper === 'L6' ? 'S1' : ordinary[ordinary.indexOf(upper) + 1]!];
}

/** What the values of a mask stand for. */
export function maskLabels(numbering: Numbering): Record<string, string> {
  const labels: Record<string, string> = { '100': 'spinal canal' };
  for (let number = 1; number <= 25; number++) {
    const vertebra = vertebraOfNumber(number, numbering);
    const disc = discOfNumber(number, numbering);
    if (!vertebra || !disc) continue;
    labels[number] = vertebra;
    labels[100 + number] = `${vertebra}, partly visible`;
    labels[200 + number] = disc.join('/');
  }
  return labels;
}
