import { readAnswer } from '../../models/index.ts';
import { judgementsSchema } from '../roles/judgements.ts';
import type { Judgement } from '../scoring/index.ts';

export type ReadJudgement = { scores: Judgement; reasons: Record<string, string> };

/** Ten scores with their reasons, or nothing. */
export function readJudgement(text: string): ReadJudgement | undefined {
  const read = readAnswer(text, judgementsSchema);
  if (!read.ok) return undefined;
  const each = Object.entries(read.answer);
  return {
    scores: Object.fromEntries(each.map(([id, { score }]) => [id, score])) as Judgement,
    reasons: Object.fromEntries(each.map(([id, { reason }]) => [id, reason])),
  };
}
