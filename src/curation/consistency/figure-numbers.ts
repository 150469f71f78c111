const citation =
  /(?:(?<!\p{L})(?:figures?|figs?\.?)|图)\s*(?<first>\d{1,3}(?:[-.]\d{1,3})?)(?:\s?[A-H]\b)?(?<others>(?:\s*(?:,|、|，|and|&|和|与|及|to|至|–|-)\s*\d{1,3})*)/giu;

/** The numbers of the figures that a text cites, those of a range and a list included. `1-2` is
 *  both figure 2 of chapter 1 and figures 1 to 2; it counts as either. */
export function figureNumbers(text: string): Set<string> {
  const numbers = new Set<string>();
  for (const { groups } of text.normalize('NFKC').matchAll(citation)) {
    const first = groups!.first!;
    numbers.add(first);
    const [start, end] = first.split('-').map(Number);
    if (end !== undefined) addRange(numbers, start!, end);
    let last = Number(first.split(/[-.]/)[0]);
    for (const [, mark, number] of groups!.others!.matchAll(/\s*(\D+?)\s*(\d+)/g)) {
      if (/^(?:to|至|–|-)$/i.test(mark!)) addRange(numbers, last, Number(number));
      else numbers.add(number!);
      last = Number(number);
    }
  }
  return numbers;
}

function addRange(numbers: Set<string>, from: number, to: number): void {
  // More than these is no range of figures.
  if (to <= from || to - from > 20) return;
  for (let number = from; number <= to; number++) numbers.add(String(number));
}
