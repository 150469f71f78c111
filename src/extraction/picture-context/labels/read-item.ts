import { matchAt } from '../match-at.ts';
import { type FigureNumber, keyOf } from './label.ts';
import type { Head } from './read-head.ts';
import { readNumber } from './read-number.ts';

/** Whether a figure of this key exists: it decides whether 1-3 is a number or a range. */
export type Known = { has(key: string): boolean };

/** 一 is how a dash between digits comes out of reading scans. */
const dashJoint = /\s?(?:[-‐‑‒–—―−]+|一)\s?(?=\d)/y;

/** A number; a dash and a number behind it belong to it where the document has such a figure. */
export function readItem(text: string, at: number, head: Head, known: Known): FigureNumber | null {
  const number = readNumber(text, at);
  if (!number || number.isRoman || number.supplement !== null) return number;
  let longest = number;
  let { end } = number;
  const parts = [...number.parts];
  for (let dash = matchAt(dashJoint, text, end); dash !== '' && parts.length < 4; ) {
    const next = readNumber(text, end + dash.length);
    if (next?.prefix !== '' || next.isRoman) break;
    parts.push(...next.parts);
    end = next.end;
    const prefix = number.prefix || head.prefix;
    if (known.has(keyOf(head.word, { ...number, prefix, parts })))
      longest = { ...number, parts: [...parts], end };
    dash = matchAt(dashJoint, text, end);
  }
  return longest;
}
