import { readLabels } from '../labels/read-labels.ts';
import type { DecisionStep } from '../schema.ts';
import { plainOf } from './content.ts';
import { dropAbsent } from './drop-absent.ts';

export type Step = Partial<DecisionStep>;

const arrow = /→|⇒|➔|➜|⟶|-{1,2}>|=>|\$?\\(?:right|Right)arrow\$?|&rarr;/;
const numbering =
  /^(?:\d{1,2}[.、)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\s*|^\**(?:step|步骤)\s*\d{1,2}\**\s*[:：.、]\s*\**\s*/i;
const concluding = /(?:conclusion|结论)\*{0,3}\s{0,3}[:：]\*{0,3}/i;

export function hasArrow(raw: string): boolean {
  return arrow.test(raw);
}

/** `Question: evidence → decision` or `Question? → evidence → decision`, as much as there is. */
export function readStep(raw: string): Step | undefined {
  const parts = raw
    .replace(numbering, '')
    .replace(numbering, '')
    .split(arrow)
    .map(part => part.trim());
  const decision = parts.length > 1 ? parts.at(-1)! : '';
  const before = parts.length > 1 ? parts.slice(0, -1) : parts;
  const [first = '', ...others] = before;
  if (/[?？]\**$/.test(first.slice(-4))) return toStep(first, others.join(' → '), decision);
  const words = before.join(' → ');
  const labelled = readLabels(words).find(({ rest }) => rest.trim() !== '');
  if (labelled !== undefined) return toStep(trimColon(labelled.label), labelled.rest, decision);
  const isQuestion = decision === '' || /[:：]\**$/.test(words.slice(-4));
  return isQuestion ? toStep(trimColon(words), '', decision) : toStep('', words, decision);
}

export function toStep(question: string, evidence: string, decision: string): Step | undefined {
  return dropAbsent({
    question: plainOf(question),
    evidence: plainOf(evidence),
    decision: plainOf(decision),
  });
}

/** `… Conclusion: …` at the end of a line that holds a step, or all of them. */
export function splitConclusion(raw: string): { step: string; conclusion: string | null } {
  const match = concluding.exec(raw);
  const step =
    match === null
      ? ''
      : raw
          .slice(0, match.index)
          .replace(/\*{1,3}$/, '')
          .trimEnd();
  if (match === null || step === '') return { step: raw, conclusion: null };
  return { step, conclusion: raw.slice(match.index + match[0].length) };
}

function trimColon(raw: string): string {
  return raw.trim().replace(/[:：](\**)$/, '$1');
}
