import type { RawOption } from './raw-question.ts';

const labels = 'ABCDEFGH';

/** Options that stand in one text: `A. … B. …`, or one a line, or with bars between. Empty
 *  where the text is not such a list. */
export function splitOptions(text: string): RawOption[] {
  const { options } = splitAtLabels(text);
  if (options.length >= 2) return options;
  for (const separator of [/\r?\n/, /\|\|?/, /[;；]/]) {
    const parts = text.split(separator).map(part => part.trim());
    const filled = parts.filter(Boolean);
    if (filled.length < 2 || filled.length > labels.length) continue;
    // `A one`, `B two`: labels without a sign are some only where every part has its own.
    const isLabelled = filled.every((part, at) => new RegExp(`^${labels[at]}\\s+\\S`).test(part));
    return filled.map((part, at) => ({
      label: labels[at]!,
      text: isLabelled ? part.slice(1).trim() : part,
    }));
  }
  return [];
}

/** The text before the first label, and the options from A on, each label in its turn: a
 *  letter with a point inside an option is no label unless it is the next. */
export function splitAtLabels(text: string): { before: string; options: RawOption[] } {
  const marks: Array<{ start: number; end: number }> = [];
  const pattern = /(^|[\s;；,，。.、)）?？(（])[（(]?([A-Ha-hＡ-Ｈ])\s*[.、．:：)）]\s*/g;
  for (const match of text.matchAll(pattern)) {
    const letter = match[2]!.normalize('NFKC').toUpperCase();
    if (letter !== labels[marks.length]) continue;
    const start = match.index + (/[\s;；,，(（]/.test(match[1]!) ? 0 : match[1]!.length);
    marks.push({ start, end: match.index + match[0].length });
  }
  if (marks.length < 2) return { before: text, options: [] };
  const options = marks.map(({ end }, at) => ({
    label: labels[at]!,
    text: text
      .slice(end, marks[at + 1]?.start)
      .replace(/[\s;；|]+$/, '')
      .trim(),
  }));
  return { before: text.slice(0, marks[0]!.start).trim(), options };
}

/** `B. spondylolysis` in the column of B says its label twice. */
export function withoutOwnLabel({ label, text }: RawOption): RawOption {
  const found = /^[（(]?([A-Za-zＡ-Ｈ]|\d)\s*[.、．:：)）]\s*(?=\S)/.exec(text);
  // `1.5 mm` is a measure.
  if (!found || /^\d\.\d/.test(text) || found[1]!.normalize('NFKC').toUpperCase() !== label)
    return { label, text: text.trim() };
  return { label, text: text.slice(found[0].length).trim() };
}
