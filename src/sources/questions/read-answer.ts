import type { RawOption } from './raw-question.ts';

export type ReadAnswer =
  | { labels: string[] }
  | { reason: 'answer-missing' | 'answer-not-an-option' | 'answer-unclear' };

/** The labels that an answer names: `C`, `ACD`, `A,C`, `A|C`, `答案：B`, or an option's own
 *  words. What can be read in two ways is not guessed. */
export function readAnswer(answer: string, options: readonly RawOption[]): ReadAnswer {
  const text = stripped(answer);
  if (!text) return { reason: 'answer-missing' };
  const byWords = readWords(text, options);
  const byLabels = readLabels(text, options);
  if (byWords && byLabels && byWords.join() !== byLabels.join())
    return { reason: 'answer-unclear' };
  const labels = byLabels ?? byWords;
  if (!labels) {
    const named = labelsIn(text) !== undefined;
    return { reason: named || text.length > 1 ? 'answer-not-an-option' : 'answer-unclear' };
  }
  return new Set(labels).size === labels.length
    ? { labels: inOrder(labels, options) }
    : { reason: 'answer-unclear' };
}

function stripped(answer: string): string {
  return answer
    .normalize('NFKC')
    .trim()
    .replace(
      /^((正确|标准|参考)?答案|(the )?(correct )?(answer|option)s?)\s*(是|为|is|are)?\s*[::]?\s*/i,
      '',
    )
    .replace(/^[([【{]\s*([\s\S]*?)\s*[)\]】}]$/, '$1')
    .replace(/[.。;,、]+$/, '')
    .trim();
}

function readLabels(text: string, options: readonly RawOption[]): string[] | undefined {
  const labels = labelsIn(text);
  const known = new Set(options.map(option => option.label));
  return labels?.every(label => known.has(label)) ? labels : undefined;
}

/** Figures are labels only one at a time or with something between: 12 is no 1 and 2. */
function labelsIn(text: string): string[] | undefined {
  const between = /[\s,、;|/&+和及与"'[\]]/;
  const parts = text
    .toUpperCase()
    .split(new RegExp(`${between.source}+|\\bAND\\b`))
    .filter(Boolean);
  if (parts.length === 0) return undefined;
  if (parts.every(part => /^\d$/.test(part))) return parts;
  return parts.every(part => /^[A-H]+$/.test(part)) ? parts.flatMap(part => [...part]) : undefined;
}

function readWords(text: string, options: readonly RawOption[]): string[] | undefined {
  const one = matching(stripLabel(text, options), options);
  if (one) return one;
  for (const separator of [/\s*\|\s*/, /\s*;\s*/, /\n+/]) {
    const parts = text.split(separator).filter(Boolean);
    if (parts.length < 2) continue;
    const found = parts.map(part => matching(stripLabel(part, options), options));
    if (found.every(labels => labels !== undefined)) return found.flat();
  }
  return undefined;
}

/** `B. spondylolysis`: the label and the words, which must be of the same option. */
function stripLabel(text: string, options: readonly RawOption[]): string {
  const found = /^([A-H])\s*[.、:)]\s*(\S[\s\S]*)$/i.exec(text);
  if (!found) return text;
  const own = options.find(option => option.label === found[1]!.toUpperCase());
  return own && fold(own.text) === fold(found[2]!) ? own.text : text;
}

function matching(text: string, options: readonly RawOption[]): string[] | undefined {
  const found = options.filter(option => fold(option.text) === fold(text));
  return found.length === 1 ? [found[0]!.label] : undefined;
}

function inOrder(labels: readonly string[], options: readonly RawOption[]): string[] {
  return options.map(option => option.label).filter(label => labels.includes(label));
}

/** What two texts share that differ in spaces, width, case and the last full stop. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/, '');
}
