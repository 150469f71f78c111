import { foldName } from '../../../spine/find-term.ts';
import { remember } from './remember.ts';

// Longer than this is a sentence, not a label.
export const longestLabel = 120;

const numberings: readonly RegExp[] = [
  /^(?:section|part|chapter|step|item|module|dimension)\s*(?:[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ]|\d{1,2}|[a-h]|one|two|three|four|five|six|seven|eight)(?![a-z0-9])\s*[-–—.:：)）、|]*\s*/i,
  /^第\s*[一二三四五六七八九十\d]{1,3}\s*(?:部分|章节|章|节|项|步|点|、|模块|维度)\s*[-–—.:：、]*\s*/,
  /^[（([【]\s*(?:[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ]|\d{1,2}|[a-h]|[一二三四五六七八九十]{1,3})\s*[)）\]】]\s*[.:：、]?\s*/i,
  /^\d{1,2}(?:\.\d{1,2}){1,3}[.:：)）、]?\s*/,
  /^(?:[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ]|\d{1,2}|[a-h]|[一二三四五六七八九十]{1,3})\s*[.:：)）、．。]\s*/i,
  /^(?:[IVX]{1,5}|[Ⅰ-Ⅻ]|\d{1,2})\s+[-–—]?\s*/,
  /^[①-⑳㈠-㈩⑴-⒇]\s*[.:：、]?\s*/,
  /^\d(?:\uFE0F)?\u20E3\s*/,
];

const mainNumbers =
  /^(?:(?:section|part|chapter)\s*(?:[ivx]{1,5}|\d{1,2}|[a-h]|one|two|three|four|five|six|seven|eight)(?![a-z0-9])|第\s*[一二三四五六七八九十\d]{1,3}\s*(?:部分|章节|章|节)|(?:[IVX]{1,5}|[Ⅰ-Ⅻ]|[一二三四五六七八九十]{1,3})\s*[.、．])\s*[:：.、]?\s*/i;
const outlineNumbers = new RegExp(
  `${mainNumbers.source}|^[（(](?:[一二三四五六七八九十]{1,3}|[ivx]{1,5}|[a-h])[)）]\\s*`,
  'i',
);

/** Whether raw text starts with a number as headings have it. */
export function isNumbered(raw: string): boolean {
  return stripNumbering(stripMarks(raw)) !== stripMarks(raw);
}

/** Whether a line is a heading of an outline by its number: `II.`, `二、`, `（二）`, `Part B`. */
export function isOutlineNumbered(raw: string): boolean {
  const bare = stripMarks(raw.slice(0, longestLabel));
  const words = bare.replace(outlineNumbers, '');
  return words !== bare && raw.length <= 60 && !/[.。;；!！?？,，:：]\s*\S/.test(words);
}

/** Whether it is one of its main headings, which are not numbered in brackets. */
export function isMainNumbered(raw: string): boolean {
  return mainNumbers.test(stripMarks(raw.slice(0, longestLabel)));
}

/** A heading's own words: without its number, marks in front, and a colon at the end. */
export function stripHeading(raw: string): string {
  let end = raw.length;
  while (end > 0 && /[*_\s:：]/.test(raw[end - 1]!)) end -= 1;
  return stripNumbering(raw.slice(0, end).replace(/^(?:[*_\s]|[^\p{L}\p{N}\p{P}&<])+/u, ''));
}

/**
 * The forms under which a label may stand in a dictionary, most complete first: without its number,
 * without what it says in brackets, each half of a bilingual one. None if it cannot be a label.
 */
export function labelForms(raw: string): readonly string[] {
  return raw.length > longestLabel || raw.includes('&#') ? [] : readForms(raw);
}

const readForms = remember((raw: string): readonly string[] => {
  if (!/[\p{L}\p{N}]/u.test(raw)) return [];
  const bare = stripNumbering(stripMarks(raw));
  const inner = /^[【[《「『（(]\s*(.+?)\s*[】\]》」』）)]$/.exec(bare)?.[1];
  // Compatibility forms (full width, mathematical bold) only fold once circled numbers are gone.
  const whole = stripNumbering((inner ?? bare).normalize('NFKC'));
  const bracket = /^([^（(]+?)\s*[（(]([^（()）]*)[)）]\s*[:：]?$/.exec(whole);
  const forms = [
    whole,
    bracket?.[1],
    bracket?.[2],
    ...halvesOf(whole),
    whole.replace(/[\s#]*\d{1,2}\s*[:：]?$/, ''),
  ]
    .map(form => foldLabel(form ?? ''))
    .filter(form => form !== '');
  return [...new Set(forms)];
});

/** A label in the form in which dictionaries hold it and hints look at it. */
export function foldLabel(text: string): string {
  return foldName(text)
    .replace(/\b(post|pre|peri|intra) operative/g, '$1operative')
    .replace(/\b(?:the|a|an|potential|possible|key|detailed|overall|comprehensive)\b ?/g, '')
    .replace(/以及|及其|及|和|与/g, '与')
    .replace(/的/g, '')
    .trim();
}

function stripMarks(raw: string): string {
  return raw
    .replace(/<\/?[a-z][^<>]{0,60}>/gi, '')
    .replace(/&amp;/g, '&')
    .replace(/[*_`~#]/g, '')
    .replace(/^[^\p{L}\p{N}（([【《「『]+/u, '')
    .trim();
}

function stripNumbering(text: string): string {
  let rest = text;
  for (let round = 0; round < 2; round += 1) {
    const numbering = numberings.find(pattern => pattern.test(rest));
    if (numbering === undefined) break;
    const next = rest.replace(numbering, '').replace(/^[^\p{L}\p{N}（([【《「『]+/u, '');
    if (next === '') break;
    rest = next;
  }
  return rest;
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** The two languages of `影像学表现 / Imaging Findings`, with or without a mark between them. */
function halvesOf(text: string): readonly string[] {
  const [first = '', second = '', ...others] = text.split(/\s*[/／|｜]\s*|\s+[-–—]\s+/);
  if (second !== '' && others.length === 0 && isHan(first) !== isHan(second))
    return [first, second];
  const parts =
    /^([A-Za-z][^\p{Script=Han}]*?)\s*(\p{Script=Han}[^A-Za-z]*)$/u.exec(text) ??
    /^(\p{Script=Han}[^A-Za-z]*?)\s*([A-Za-z][^\p{Script=Han}]*)$/u.exec(text);
  return parts === null ? [] : [parts[1]!, parts[2]!];
}
