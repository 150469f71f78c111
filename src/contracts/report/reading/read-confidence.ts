import type { Confidence } from '../schema.ts';

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

/** Whether the text says more than how sure it is. */
export function isConfidenceAlone(raw: string): boolean {
  return new RegExp(`^[*_\\s★☆⭐]*(?:${level})[*_\\s.。★☆⭐]*$`, 'i').test(raw);
}

const label = `(?:diagnostic )?(?:confidence(?: level)?|certainty)|诊断置信度|置信度|可信度|把握度?|信心水平`;
const level = `(?:very )?(?:high|moderate|medium|low)(?:[- ]to[- ](?:high|moderate))?|极高|很高|较高|中等|中高|较低|高|中|低`;
const remark = new RegExp(
  String.raw`(?<open>[（(\[【]\s{0,3})?(?:(?:${label})\*{0,3}\s{0,3}[:：=为是]?\s{0,3}\*{0,3}\s{0,3}(?<after>${level})|(?<before>${level})\s{0,3}(?:${label}))\*{0,3}(?<close>\s{0,3}[)）\]】])?`,
  'i',
);

/**
 * The confidence that is stated within a diagnosis, `… (confidence: high)`, and the diagnosis
 * without the remark where it can be taken out whole.
 */
export function splitConfidence(raw: string): { rest: string; confidence: Confidence | null } {
  const match = remark.exec(raw);
  const groups = match?.groups;
  const confidence = readConfidence(groups?.after ?? groups?.before ?? '');
  if (match === null || confidence === null) return { rest: raw, confidence: null };
  const before = raw
    .slice(0, match.index)
    .replace(/[*_]{1,3}$/, '')
    .trimEnd();
  const after = raw.slice(match.index + match[0].length);
  const isBracketed = groups?.open !== undefined && groups.close !== undefined;
  const isLast = (before === '' || /[.。;；,，—–-]$/.test(before)) && /^[.。]?$/.test(after.trim());
  if (!isBracketed && !isLast) return { rest: raw, confidence };
  return { rest: isLast ? before.replace(/[;；,，—–-]$/, '').trim() : before + after, confidence };
}
