import type { DocumentFigure } from '../../contracts/document/index.ts';

/** `chapter` is the 12 of `Figure 12.1`, or nothing. */
export type FigureNumber = { series: string; chapter: string; value: number };

/** Of a label such as `Fig. 3`, `Figure S2`, `图 4`, `Fig. 12.1`, `图1-2`. */
export function numberOf(label: string | null): FigureNumber | null {
  const match = /^(\D{0,40}?)([A-Z]?)(?:(\d{1,2})[.·-])?(\d{1,3})\s*[.:]?$/.exec(
    label?.trim() ?? '',
  );
  if (!match) return null;
  const words = match[1]!.toLowerCase().replace(/^fig(ure)?s?\b/, 'figure');
  const chapter = match[3] ?? '';
  return {
    series: `${words.replace(/[\s.]+/g, ' ').trim()} ${match[2]}${chapter}`.trim(),
    chapter,
    value: Number(match[4]),
  };
}

/** Which figures have numbers from one to another. */
export function seriesIndex(figures: readonly DocumentFigure[]) {
  const bySeries = new Map<string, Map<number, string[]>>();
  for (const { id, label } of figures) {
    const number = numberOf(label);
    if (!number) continue;
    const numbers = bySeries.get(number.series) ?? new Map<number, string[]>();
    bySeries.set(number.series, numbers);
    numbers.set(number.value, [...(numbers.get(number.value) ?? []), id]);
  }
  return {
    between(series: string, from: number, to: number): string[] {
      const numbers = bySeries.get(series);
      const found: string[] = [];
      for (let value = from; value <= to; value++) found.push(...(numbers?.get(value) ?? []));
      return found;
    },
  };
}
