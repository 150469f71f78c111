import { linesOf, shortText, type Unit } from './markdown/unit.ts';

const title =
  /^(?:(?:\d{1,2}|[IVX]{1,4})[.、\s]\s*)?[【[〔]?(?:(?:main|key|supplement(?:ary|al)|selected|cited)\s+)?(?:references?(?:\s+(?:cited|list|and\s+notes))?|bibliography|literature(?:\s+cited)?|works\s+cited|(?:主要|引用)?参\s*考\s*(?:文\s*献|资\s*料|书\s*目)|引用文献)(?:\s*[/(（]?\s*(?:references?|参\s*考\s*文\s*献)\s*[)）]?)?[\]】〕]?\s*[:：.]?$/iu;
const longestTitle = 40;
const number = /^(?:[[［【〔(（]\s?\d{1,3}\s?[\]］】〕)）]|\d{1,3}(?:[.．、)]|\s))/;
const bracketed = /^[[［【〔]\s?\d{1,3}\s?[\]］】〕]\s?\S/;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Whether a unit is an entry of a list of references, which has the titles of others' works: from its
 *  heading to the next, all that begins as its first entry does; and what stands anywhere as `[1] … 2001`.
 *  Where entries are numbered, what is not is the text going on; where they are not, what has no year is. */
export function findReferences(text: string, units: readonly Unit[]): (index: number) => boolean {
  const listed = new Set<number>();
  let isWithin = false;
  let isNumbered: boolean | null = null;
  units.forEach((unit, index) => {
    if (unit.kind !== 'heading' && unit.kind !== 'text' && unit.kind !== 'item') return;
    if (isTitle(text, unit)) {
      [isWithin, isNumbered] = [true, null];
      return;
    }
    if (unit.kind === 'heading') isWithin = false;
    if (!isWithin) return;
    const begins = unit.kind === 'item' || number.test(beginningOf(text, unit));
    isNumbered ??= begins;
    if (begins || (!isNumbered && hasYear(text, unit))) listed.add(index);
  });
  return index => listed.has(index) || isEntry(text, units[index]!);
}

function isTitle(text: string, unit: Unit): boolean {
  if (unit.kind === 'item' || unit.end - unit.start > longestTitle * 2) return false;
  const written =
    shortText(text, unit)
      ?.replace(/[*_#\\]|<[^<>]*>/g, '')
      .trim() ?? '';
  return written.length <= longestTitle && title.test(written);
}

function beginningOf(text: string, { start, end }: Unit): string {
  return text.slice(start, Math.min(end, start + 16)).replace(/[\\*_]/g, '');
}

function isEntry(text: string, unit: Unit): boolean {
  return bracketed.test(beginningOf(text, unit)) && hasYear(text, unit);
}

function hasYear(text: string, unit: Unit): boolean {
  return linesOf(text, unit).some(line => year.test(line.text));
}
