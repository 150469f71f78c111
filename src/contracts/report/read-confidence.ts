import type { Confidence } from './schema.ts';

const words: readonly (readonly [Confidence, RegExp])[] = [
  ['high', /\b(?:high|highly)\b|高/i],
  ['moderate', /\b(?:moderate|medium|intermediate)\b|中/i],
  ['low', /\blow\b|低/i],
];

/** The confidence that a short text states; null where it states none, several or a figure only. */
export function readConfidence(raw: string): Confidence | null {
  if (raw.length > 200 || /\bnot\b|不高|非/i.test(raw)) return null;
  const stated = words.filter(([, pattern]) => pattern.test(raw)).map(([confidence]) => confidence);
  return stated.length === 1 ? stated[0]! : null;
}

const label = `(?:diagnostic )?(?:confidence(?: level)?|certainty)|诊断置信度|置信度|可信度|把握度?|信心水平`;
const level = `(?:very )?(?:high|moderate|medium|low)(?:[- ]to[- ](?:high|moderate))?|极高|很高|较高|中等|中高|较低|高|中|低`;
const remark = new RegExp(
  String.raw`(?<open>[（(\[【]\s*)?(?:(?:${label})\**\s*[:：=为是]?\**\s*\**(?<after>${level})|(?<before>${level})\s*(?:${label}))\**(?<close>\s*[)）\]】])?[.。]?`,
  'i',
);

/**
 * The confidence that is stated within a diagnosis, `… (confidence: high)`, and the diagnosis
 * without the remark where it can be taken out whole.
 */
export function splitConfidence(raw: string): { rest: string; confidence: Confidence | null } {
  const match = remark.exec(raw);
  const confidence =
    match === null ? null : readConfidence(match.groups!.after ?? match.groups!.before!);
  if (match === null || confidence === null) return { rest: raw, confidence: null };
  const before = raw.slice(0, match.index);
  const after = raw.slice(match.index + match[0].length);
  const bracketed = match.groups!.open !== undefined && match.groups!.close !== undefined;
  const trailing = /(?:^|[.。;；,，\n—–-]\s*)$/.test(before) && after.trim() === '';
  if (!bracketed && !trailing) return { rest: raw, confidence };
  const rest = trailing ? before.replace(/[;；,，—–-]?\s*$/, '') : `${before.trimEnd()}${after}`;
  return { rest: rest.trim(), confidence };
}
