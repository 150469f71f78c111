import type { Candidate, LevelScan } from './candidates.ts';

/** Other subjects whose things are named like levels, by words that stand near them. */
export const THYROID = /thyro|TSH|甲状腺|甲狀腺|甲功/i;
export const COMPLEMENT =
  /complement|C1q|immunoglob|Ig[GAM]\b|CH50|\blupus|\bSLE\b|nephritis|补体|補體/i;
export const HEART = /murmur|gallop|heart sound|auscult|regular r(?:ate|hythm)|\bRRR\b|心音|杂音/i;

/** How far from a level another subject's word still speaks of it. */
const NEAR = 70;

/** Whether words of the subject stand near. */
export function isNear(scan: LevelScan, candidate: Candidate, subject: RegExp): boolean {
  const start = Math.max(0, candidate.start - NEAR);
  return subject.test(scan.text.slice(start, candidate.end + NEAR));
}
